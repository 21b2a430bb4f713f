"""The kind of thing that a name says it is, in its other wordings.

The press writes *Zamzam IDP camp*, *Zamzam displacement camp* and *Zamzam refugee camp* of one
camp, *Saky airbase* and *Saky military airport* of one airfield, and of a Russian district
*Sudzhansky*, *Sudzhanskiy* and *Sudzhanskii*. A gazetteer has one or two of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["reworded"]

# How a kind is worded in the press, and how gazetteers word it; longer wordings first.
_WORDINGS: Final = tuple(
    (re.compile(rf"(.{{3,}}?) (?:{said})"), tuple(listed.split("|")))
    for said, listed in (
        (
            r"(?:internally )?displaced (?:persons|people s|peoples) camp|displacement camp"
            r"|idps? camp|refugee (?:camp|complex|settlement)|camp",
            "camp|refugee camp",
        ),
        (
            r"border (?:crossing|post|gate|point|checkpoint)|crossing(?: point)?|gate",
            "crossing|border crossing",
        ),
        (
            r"(?:military )?air ?base|air ?field|air force base|military (?:airport|airfield)",
            "air base|military airport|airport",
        ),
        (
            r"(?:military |central |high security )?prison|jail|penitentiary",
            "prison|central prison",
        ),
        (r"oil ?fields?", "oil field"),
        (r"gas ?fields?", "gas field"),
        (r"(?:thermal|coal fired) power (?:plant|station)|tpp", "power plant|thermal power plant"),
        (
            r"hydro(?:electric|power)? (?:power )?(?:dam|plant|station)|hpp",
            "dam|hydroelectric station|power plant",
        ),
        (
            r"nuclear (?:power )?(?:plant|station|facility|site)|npp"
            r"|(?:uranium )?enrichment (?:plant|site|facility)",
            "nuclear plant|nuclear facility",
        ),
        (r"steel ?(?:works|plant|mill)|metallurgical plant", "steelworks|steel plant"),
    )
)
# Asked of every unknown name of an article: most end in no such word.
_LAST_WORDS: Final = frozenset(
    (
        *("camp", "complex", "settlement", "crossing", "point", "post", "gate", "checkpoint"),
        *("base", "airbase", "field", "airfield", "airport", "prison", "jail", "penitentiary"),
        *("oilfield", "oilfields", "fields", "gasfield", "gasfields", "plant", "station", "dam"),
        *("tpp", "hpp", "npp", "facility", "site", "steelworks", "works", "mill"),
        *("district", "raion", "rayon"),
    )
)
_DISTRICT: Final = re.compile(r"(.{3,}sk)(?:iy|yi|yy|ii|ij|y) (?:district|raion|rayon)")
_ENDINGS: Final = ("iy", "yi", "yy", "y")


def reworded(normal: str) -> Iterator[str]:
    """A name as others say what it is.

    Args:
        normal: A normal form that no place bears.

    Yields:
        Normal forms to ask for; none where the name says no kind that has several wordings.
    """
    if normal.rpartition(" ")[2] not in _LAST_WORDS:
        return
    if district := _DISTRICT.fullmatch(normal):
        yield from (f"{district[1]}{ending} district" for ending in _ENDINGS)
        return
    for said, listed in _WORDINGS:
        if match := said.fullmatch(normal):
            yield from (f"{match[1]} {kind}" for kind in listed)
            return
