"""Peoples after whom a town somewhere is called: the *Acholi* and the *Langi*, *Karen* rebels."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.recognition.words import Words
from dateline.geoparsing.toponym_words import kind_of, word_set

__all__ = ["is_a_people"]

_PEOPLES: Final = word_set(
    """moro karen acholi langi lango kikuyu luo luhya kalenjin ijaw ogoni tiv jukun naga bodo kuki
    mende temne limba krahn gio mano mandingo mandinka darod hawiye isaaq issa anuak zande masai
    maasai borana gabra ewe konkomba dogon bambara fur berti nuba beja baloch baluch brahui pathan
    batak dayak maya aymara quechua miskito nande lega luba lunda bemba bakongo ovimbundu mbundu
    makonde zulu xhosa ndebele shona igbo ibo yoruba bassa gola kissi susu fula wolof jola balanta
    bete baoule guere lobi tubu gorane avar montagnard hmong hazara digil rahanwein"""
)
"""Only names that some place bears too, or is spelled alike, and never a land of their own."""
_OF_PEOPLES: Final = word_set(
    """people peoples tribe tribes tribesman tribesmen clan clans villager villagers herder herders
    farmer farmers family families homes leader leaders elder elders chief chiefs rebel rebels
    fighter fighters gunman gunmen militia militias militiaman militiamen guerrilla guerrillas
    warrior warriors refugee refugees civilians women men youth youths speaker speakers language
    minority majority community communities nationalist nationalists"""
)
_BEFORE: Final = frozenset({"the", "ethnic", "fellow", "mainly", "mostly"})
_JOINING: Final = frozenset({"and", "or", ",", "-", "–"})


def is_a_people(words: Words, first: int, last: int) -> bool:
    """Whether a name stands as that of a people does: the Acholi; not Kikuyu, a town, nor in it.

    Args:
        words: The article's.
        first, last: The tokens of the name, half open.
    """
    if last - first > 1 or words.lower[first] not in _PEOPLES:
        return False
    after = words.lower[last] if last < len(words) else ""
    if kind_of(after):
        return False  # the Nuba mountains, Karen State
    before = words.lower[first - 1] if first else ""
    listed = before in _JOINING and first > 1 and words.lower[first - 2] in _PEOPLES
    return before in _BEFORE or listed or after in _OF_PEOPLES
