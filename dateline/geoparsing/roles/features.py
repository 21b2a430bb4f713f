"""What the learned role model looks at: named indicators of a mention's frame and surroundings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from dateline.geoparsing.roles.frames import Frame, MentionFacts
from dateline.geoparsing.roles.local_features import local_features
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.roles.theatre import Theatre
from dateline.geoparsing.word_classes import widened

__all__ = ["features"]

_CROSSED: Final = 6
"""How many of the first local features are crossed with precision, war reporting and capital."""
_TELLING_ALONE: Final = (
    *("rel", "gov", "wraps=", "subject=", "kind=", "verb=", "verblemma=", "precision=", "entity="),
    *("prev=", "prevclass=", "next=", "nextclass=", "sentence has"),
)
"""Indicators that weigh otherwise in an excerpt."""


def features(
    syntax: Syntax,
    mentions: Sequence[MentionFacts],
    found: Sequence[Frame],
    text: str,
    wanted: Sequence[bool],
) -> list[list[str]]:
    """Named indicators of every mention.

    Args:
        syntax: The article.
        mentions: In text order.
        found: Their frames, as `frames` gives them.
        text: The article's text.
        wanted: Which mentions to name them for.

    Returns:
        One list of feature names a mention, empty where none is wanted.
    """
    names = [text[mention.start : mention.end].lower() for mention in mentions]
    counts = Counter(names)
    placed_in: Counter[str] = Counter()
    acting: Counter[str] = Counter()
    for name, one in zip(names, found, strict=True):
        placed_in[name] += one.relation == "in" and one.preposition in ("in", "at", "near", "on")
        acting[name] += one.relation == "nsubj"
    headline_names = {
        name for name, one in zip(names, found, strict=True) if one.first < syntax.headline_end
    }
    theatre = Theatre(syntax, mentions, found)
    placed = Counter(syntax.sentence[one.first] for one in found)
    anchored = Counter(one.anchor for one in found)
    war = min(syntax.war_words // 2, 4)
    alone = syntax.excerpt
    told: dict[int, list[str]] = {}  # by first token of a sentence; one may hold many mentions
    out: list[list[str]] = []
    for name, mention, one, want in zip(names, mentions, found, wanted, strict=True):
        if not want:
            out.append([])
            continue
        own = local_features(syntax, one, told)
        own.extend(widened(own))
        own.extend(_among(syntax, one, placed))
        if anchored[one.anchor] > 1:
            own.append("listed")  # with others that stand in the same place of the sentence
        kind = "capital" if mention.capital else mention.precision or "none"
        own.append("precision=" + kind)
        total = counts[name]
        own.append(f"count={min(total, 5)}")
        own.append(f"located={_share(placed_in[name], total)}")
        own.append(f"acts={_share(acting[name], total)}")
        if name in headline_names and one.first >= syntax.headline_end:
            own.append("name in headline")
        own.append(f"war={war}")
        if not alone:  # a few names make no theatre
            own.extend(theatre.told(mention.country, kind))
        base = own[:_CROSSED]
        own.extend(f"{part}&{kind}" for part in base)
        own.extend(f"{part}&war={'y' if war >= 2 else 'n'}" for part in base)
        if alone:
            own += [f"{part}&alone" for part in own if part.startswith(_TELLING_ALONE)]
        if mention.demonym:
            own.append("demonym")
        out.append(own)
    return out


def _among(syntax: Syntax, one: Frame, placed: Counter[int]) -> list[str]:
    """How crowded with places its sentence is, how long, and where in the article it stands."""
    begin, end = syntax.sentence_of(one.root)
    return [
        f"in sentence={min(placed[syntax.sentence[one.first]], 5)}",
        f"sentence length={min((end - begin) // 6, 6)}",
        f"depth={4 * one.first // len(syntax.lower)}",
        "last paragraph" if syntax.paragraph[one.root] == syntax.paragraph[-1] else "goes on",
    ]


def _share(part: int, total: int) -> str:
    return "none" if not part else "some" if 2 * part < total else "most"
