"""Ships that bear the names of towns: the Moskva, the frigate Essen, USS San Antonio.

A ship is named after what stands before it (a prefix, what sort of vessel it is), or is told to be
one behind it; from then on an article calls it by its bare name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from dateline.geoparsing.recognition.words import Words

__all__ = ["ships"]

_WARSHIP: Final = (
    r"(?:frigate|destroyer|(?:battle)?cruiser|corvette|submarine|(?:war|battle|flag|landing )ship"
    r"|gunboat|minesweeper|aircraft carrier|missile (?:boat|ship|carrier))"
)
_VESSEL: Final = (
    rf"(?:{_WARSHIP}|(?:steam|cargo |container |cruise |research |hospital )?ship|(?:super)?tanker"
    r"|bulk carrier|freighter|ferry|trawler|ocean liner|patrol boat|fishing boat|ice-?breaker"
    r"|schooner|(?:fishing |aid |cargo |merchant )?vessel|steamer|tugboat)"
)
_NAME: Final = r"(?P<name>[A-Z][\w’-]*[a-z](?:[ \t]+[A-Z][\w’-]*[a-z]){0,3})"
_WHERE: Final = "".join(
    rf"(?<!\b(?i:{word}) )"
    for word in ("in", "on", "at", "near", "into", "across", "through", "along", "down", "up")
)
"""Not after these: *in the Bosphorus, a tanker ran aground*."""
_TOLD: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:USS|USNS|USCGC|HMS|HMCS|HMAS|HMNZS|ROKS|BRP|KRI|TCG|INS|MV|M/V)[ \t]+{_NAME}",
        rf"\b{_VESSEL}s?[ \t]+[“\"‘'«]?{_NAME}",
        rf"\b{_VESSEL},[ \t]+the[ \t]+{_NAME}(?=[,.])",
        rf"{_WHERE}\b[Tt]he[ \t]+{_NAME},[ \t]+(?!where|which|when|as |with|and|but|after|near)"
        rf"(?:(?:a|an|the|one)[ \t]+)?(?:[\w’'-]+[ \t]+){{0,4}}?{_VESSEL}\b",
        rf"\b[Tt]he[ \t]+{_NAME}[ \t]+(?:[a-z-]+[ \t]+)?{_WARSHIP}\b",
    )
)
_SIGNS: Final = (
    *("USS", "USNS", "USCGC", "HMS", "HMCS", "HMAS", "HMNZS", "ROKS", "BRP", "KRI", "TCG", "INS"),
    *("MV", "M/V", "ship", "frigate", "destroyer", "cruiser", "corvette", "submarine", "gunboat"),
    *("minesweeper", "carrier", "missile boat", "tanker", "freighter", "ferry", "trawler"),
    *("ocean liner", "patrol boat", "fishing boat", "breaker", "schooner", "vessel", "steamer"),
    "tugboat",
)
"""One of these is in whatever tells of a ship: most articles have none, and are read no further."""
_RANK: Final = re.compile(r"(?:Admiral|Captain|Marshal|General|Prince|Princess|King|Queen)[ \t]+")
_LOCATED: Final = r"\b(?:in|near|at|outside|around|across|inside|from|to|of)[ \t]+"


def ships(words: Words, is_land: Callable[[str], bool]) -> Callable[[int, int], bool]:
    """Which code points of an article name ships.

    Args:
        words: Its tokens.
        is_land: Whether a name is that of a country or of a people: what follows *the frigate* may
            be who seized it, what stands before it, whose it is.

    Returns:
        Whether a span, half open, names a ship: where one is told to be a ship, or by its bare name
        elsewhere, unless the article also names the place (*in Saratov*).
    """
    text, told, names = words.article, [], set()
    for pattern in _TOLD if any(map(text.__contains__, _SIGNS)) else ():
        for match in pattern.finditer(text):
            if not is_land(match["name"]) and not _acts(words, match.start("name")):
                told.append(match.span("name"))
                names |= {match["name"], _RANK.sub("", match["name"], count=1)}
    bare = {name for name in names if not re.search(rf"{_LOCATED}{re.escape(name)}\b", text)}

    def names_a_ship(start: int, end: int) -> bool:
        touched = any(start < last and first < end for first, last in told)
        return touched or text[start:end] in bare

    return names_a_ship


def _acts(words: Words, start: int) -> bool:
    """Whether a name is who did something to the ship before it: *a tanker Moscow had sent*."""
    span = words.doc.char_span(start, start + 1, alignment_mode="expand")
    return (
        span is not None
        and span.root.dep_.startswith("nsubj")
        and span.root.head.dep_ in ("relcl", "acl", "ccomp")
    )
