"""Words before a place name that shift or narrow it: "eastern", "north of", "20 km west of".

They stay outside the mention's span and become a field of their own, so that a mark can say that
it stands *near* its point and not on it.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["direction_before"]

_COMPASS: Final = r"(?:north|south)(?:[- ]?(?:east|west))?|east|west"
_ADJECTIVE: Final = (
    rf"(?:(?:far|extreme|deep)[- ])?(?:(?:{_COMPASS})(?:ern)?(?:most)?"
    r"|central|upper|lower|inner|outer|downtown|rural|greater)"
)
_UNIT: Final = r"(?:km|kms|kilomet(?:re|er)s?|miles?|mi|met(?:re|er)s?|m|nautical miles?)"
_NUMBER: Final = (
    r"(?:\d[\d.,]*|a few|several|some|a dozen|dozens of|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|twenty|thirty|forty|fifty)"
)
_DISTANCE: Final = rf"{_NUMBER}[ -]?{_UNIT}(?: \([^()]{{1,24}}\))?"
_BEARING: Final = rf"(?:to the )?(?:due )?(?:just )?(?:{_COMPASS}) of"
_EDGE: Final = (
    rf"(?:the )?(?:(?:{_ADJECTIVE}) )?(?:outskirts|edges?|suburbs?|countryside|vicinity|environs"
    r"|periphery|hinterland|coast|shores?) of"
)
_KIND: Final = r"(?:city|town|village|port|capital|district|province|governorate|region)(?: of)?"
_BEFORE: Final = re.compile(
    rf"(?<![\w-])(?P<words>(?:{_DISTANCE},? )?{_BEARING}"
    rf"|{_DISTANCE} (?:off|from|outside|inside)"
    rf"|{_EDGE}"
    rf"|near|off|(?:just )?outside|close to|{_ADJECTIVE})[ \u00a0-](?:the )?(?:{_KIND} )?$",
    re.IGNORECASE,
)
_ENDINGS: Final = (
    *("of", "off", "from", "near", "to", "the", "outside", "inside", "th", "st", "ern", "most"),
    *("central", "upper", "lower", "inner", "outer", "rural", "greater", "town", "city"),
    *("village", "port", "capital", "district", "province", "governorate", "region"),
)
"""How all ends that `_BEFORE` finds: few words before a name do, and only they are searched."""
_REACH: Final = 64
"""Code points looked back; the longest distance with its conversion fits."""


def direction_before(text: str, start: int) -> str:
    """The words that shift or narrow the place whose name begins at `start`.

    Args:
        text: The article.
        start: Code point at which the bare name begins.

    Returns:
        The words as they stand, without the article or the kind of place between them and the
        name ("near the town of"), in one line; empty where there are none.
    """
    window = text[max(0, start - _REACH) : start]
    line = window.rsplit("\n", 1)[-1]
    if not line[:-1].casefold().endswith(_ENDINGS):
        return ""
    found = _BEFORE.search(line)
    return " ".join(found["words"].split()) if found else ""
