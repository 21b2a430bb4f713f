"""Peoples without a country, and those after whom a town is called, as *Karen* rebels are."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.recognition.words import Words
from dateline.geoparsing.toponym_words import kind_of, word_set

__all__ = ["PEOPLES", "is_a_people"]

PEOPLES: Final = word_set(
    """arab arabs kurd kurds kurdish hutu hutus tutsi tutsis dinka dinkas nuer murle fulani fulanis
    hausa zaghawa masalit oromo oromos hema lendu tuareg tuaregs pashtun pashtuns hazara hazaras
    rohingya rohingyas uyghur uyghurs misseriya rizeigat shilluk azande dogon peul mossi igbo igbos
    yoruba yorubas kanuri tiv jukun nande banyamulenge bantu gumuz anuak baloch balochs gujjar
    gujjars tebu toubou songhai bambara hawiye isaaq marehan lumad kuki kukis meitei meiteis palaung
    ta'ang tatars twa bachama berom cossacks"""
)
"""Peoples without a country whose name is never a place's in the news, whatever hamlet bears it."""
_NAMESAKES: Final = word_set(
    """moro karen acholi langi lango kikuyu luo luhya kalenjin ijaw ogoni naga bodo mende
    temne limba krahn gio mano mandingo mandinka darod issa zande masai maasai borana gabra
    ewe konkomba fur berti nuba beja baluch brahui pathan batak dayak maya aymara quechua
    miskito lega luba lunda bemba bakongo ovimbundu mbundu makonde zulu xhosa ndebele shona
    ibo bassa gola kissi susu fula wolof jola balanta bete baoule guere lobi tubu gorane avar
    montagnard hmong digil rahanwein"""
)
"""Those whose name some place in the news bears too, or is spelled alike, and never a land of their
own: a people's only where it stands as one does."""
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
    if last - first > 1 or words.lower[first] not in _NAMESAKES:
        return False
    after = words.lower[last] if last < len(words) else ""
    if kind_of(after):
        return False  # the Nuba mountains, Karen State
    before = words.lower[first - 1] if first else ""
    beside = words.lower[first - 2] if before in _JOINING and first > 1 else ""
    listed = beside in PEOPLES or beside in _NAMESAKES
    return before in _BEFORE or listed or after in _OF_PEOPLES
