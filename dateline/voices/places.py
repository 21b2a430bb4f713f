"""Names that are places after all: what the gazetteer placed is no person and no organisation.

The language model tells people, organisations and places apart one by one, and takes quarters and
villages that it does not know for either. The place mentions of the article, which are known by
then, say more: of the same words elsewhere, and of the words that they are listed with.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from dateline.findings import Mention, NameMention
from dateline.voices.names import has_title

__all__ = ["without_places"]

_SPOT: Final = frozenset(("event", "setting", "dateline", "comparison", "background"))
"""Roles in which a toponym means the place itself, not whom it stands for or what it names."""

_KIND: Final = frozenset(
    (
        *("quarter", "district", "neighbourhood", "neighborhood", "suburb", "village", "town"),
        *("city", "camp", "province", "governorate", "region", "county", "oblast", "crossing"),
        *("junction", "roundabout", "road", "street", "square", "bridge", "valley", "river"),
        *("mountain", "mountains", "hill", "hills", "island", "islands", "front", "area"),
    )
)
"""Words that, after a toponym, leave it the place that it is."""

_WORD: Final = re.compile(r"\w+")
_PAIR: Final = re.compile(r"([A-Z]\S+(?: [A-Z]\S+)?) and ([A-Z]\S+(?: [A-Z]\S+)?)")
_COMMA: Final = re.compile(r",\s+")
_LAST: Final = re.compile(r",?\s+(?:and|or)\s+")


def without_places(
    text: str, names: Sequence[NameMention], mentions: Sequence[Mention]
) -> tuple[NameMention, ...]:
    """The names that are not places.

    Args:
        text: The article.
        names: People and organisations that it names, in text order.
        mentions: Its place mentions, in text order and without overlaps.

    Returns:
        Those left, in order. Left out is what lies within a mention; a toponym with no more than a
        word such as "quarter" after it; and, unless the article tells that it is a name, what is
        placed elsewhere in it as often as it passes for one, and what is listed with places ("Hama,
        Rastan and Homs").
    """
    others = [name for name in names if not _is_toponym(text, name, _beside(name, mentions))]
    placed = Counter(mention.surface for mention in mentions if _is_placed(mention))
    named = Counter(name.surface for name in others)
    sure = {name.surface for name in others if _is_surely_a_name(text, name)}
    listed = _listed_with_places(text, others, mentions)
    return tuple(
        name
        for name in others
        if name.surface in sure
        or (name not in listed and placed[name.surface] < named[name.surface])
    )


def _is_surely_a_name(text: str, name: NameMention) -> bool:
    """Joined to a fuller name, an acronym, or with a title before it: President Vesk."""
    joined = name.canonical != name.surface
    return joined or name.surface.isupper() or has_title(text, name.start)


def _beside(name: NameMention, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions that a name has words in common with."""
    first = bisect_right(mentions, name.start, key=lambda mention: mention.end)
    return mentions[first : bisect_left(mentions, name.end, key=lambda mention: mention.start)]


def _is_toponym(text: str, name: NameMention, beside: Sequence[Mention]) -> bool:
    """Within a toponym, cut across a dateline, or a toponym with another or its kind beside it."""
    if any(
        mention.role == "dateline" or (mention.start, mention.end) == (name.start, name.end)
        for mention in beside
    ):
        return True
    if name.canonical != name.surface:  # "The Arden camp", in an article on Zora Arden
        return False
    if any(mention.start <= name.start and name.end <= mention.end for mention in beside):
        return True
    if (pair := _PAIR.fullmatch(name.surface)) and any(
        _is_placed(mention) and mention.surface in pair.groups() for mention in beside
    ):
        return True
    return any(mention.role in _SPOT for mention in beside) and all(
        any(mention.start <= word.start() < mention.end for mention in beside) or word[0] in _KIND
        for word in _WORD.finditer(text, name.start, name.end)
    )


def _listed_with_places(
    text: str, names: Sequence[NameMention], mentions: Sequence[Mention]
) -> set[NameMention]:
    """Names in lists that end in a place: its last word tells a list from a clause between commas.

    "In Aleppo, UNICEF and the Red Cross said" is no list of places.
    """
    everything: tuple[NameMention | Mention, ...] = (*names, *mentions)
    items = sorted(everything, key=lambda item: (item.start, -item.end))
    found: set[NameMention] = set()
    for row in _rows(text, items):
        places = [item for item in row if isinstance(item, Mention)]
        if len(row) > 2 and row[-1] in places and all(_is_placed(place) for place in places):
            found |= {item for item in row if isinstance(item, NameMention)}
    return found


def _is_placed(mention: Mention) -> bool:
    return mention.place is not None and mention.role in _SPOT


def _rows(
    text: str, items: Sequence[NameMention | Mention]
) -> Iterator[list[NameMention | Mention]]:
    """What stands between commas, up to what an "and" or "or" puts last."""
    row = list(items[:1])
    for item, following in pairwise(items):
        if _COMMA.fullmatch(text, item.end, following.start):
            row.append(following)
            continue
        if _LAST.fullmatch(text, item.end, following.start):
            yield [*row, following]
        row = [following]
