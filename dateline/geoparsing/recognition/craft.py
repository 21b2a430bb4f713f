"""Aircraft, missiles and vehicles that bear the name of some town: *a Hercules*, a *Puma* crew."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.recognition.words import Words
from dateline.geoparsing.toponym_words import word_set

__all__ = ["is_a_craft"]

_CRAFT: Final = word_set(
    """hercules puma pumas lynx gazelle gazelles tornado tornados antonov ilyushin tupolev sukhoi
    mirage jaguar jaguars harrier apache apaches chinook cobra phantom stinger exocet patriot
    tomahawk hellfire ural cessna fokker dakota caribou galaxy orion hind alouette condor canberra
    buccaneer scorpion saracen leopard bradley humvee lada"""
)
_OF_CRAFT: Final = word_set(
    """aircraft airplane airliner plane planes jet jets helicopter helicopters gunship gunships
    missile missiles battery batteries bomber bombers fighter fighters transport transports crew
    crews pilot pilots crash tank tanks lorry lorries truck trucks jeep jeeps"""
)
_ENDS: Final = word_set(". ; ? !")


def is_a_craft(words: Words, first: int, last: int) -> bool:
    """Whether a name stands as that of a thing does: *a* Hercules flew, two Puma helicopters.

    Args:
        words: The article's.
        first, last: The tokens of the name, half open.
    """
    if last - first > 1 or words.lower[first] not in _CRAFT:
        return False
    after = words.lower[last] if last < len(words) else "."
    if after in _OF_CRAFT:
        return True
    ends = after in _ENDS or (last < len(words) and words.doc[last].pos_ in ("VERB", "AUX", "ADP"))
    return ends and first > 0 and words.lower[first - 1] in ("a", "an", "another")
