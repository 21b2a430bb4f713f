"""What the learned role model looks at: named indicators of a mention's frame and surroundings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.local_features import local_features
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.roles.theatre import Theatre
from dateline.geoparsing.word_classes import widened

__all__ = ["features"]

_LOCATIVE: Final = ("in", "at", "near", "on")
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
    frames: Sequence[Frame],
    text: str,
    wanted: Sequence[bool],
) -> list[list[str]]:
    """Named indicators of every mention.

    Args:
        syntax: The article.
        mentions: In text order.
        frames: One for each.
        text: The article's text.
        wanted: Which mentions to name them for.

    Returns:
        One list of feature names a mention, empty where none is wanted.
    """
    article = _Article(syntax, mentions, frames, text)
    told: dict[int, list[str]] = {}  # by first token of a sentence; one may hold many mentions
    return [
        _indicators(article, name, mention, frame, told) if want else []
        for name, mention, frame, want in zip(article.names, mentions, frames, wanted, strict=True)
    ]


class _Article:
    """What an article's mentions tell of one another, counted once.

    Attributes:
        syntax: The article.
        names: Of each mention, in lower case.
        counts, located, acting: By name, how often it occurs, follows a preposition of place, and
            is a subject.
        in_headline: Names that stand in the headline.
        theatre: How the places are spread over countries.
        in_sentence: Mentions by number of the sentence.
        beside: Mentions by anchor.
        war: Half the number of its distinct words of war, at most 4.
    """

    def __init__(
        self,
        syntax: Syntax,
        mentions: Sequence[MentionFacts],
        frames: Sequence[Frame],
        text: str,
    ) -> None:
        self.syntax = syntax
        self.names = [text[mention.start : mention.end].lower() for mention in mentions]
        self.counts = Counter(self.names)
        self.located: Counter[str] = Counter()
        self.acting: Counter[str] = Counter()
        self.in_headline: set[str] = set()
        for name, frame in zip(self.names, frames, strict=True):
            self.located[name] += frame.relation == "in" and frame.preposition in _LOCATIVE
            self.acting[name] += frame.relation == "nsubj"
            if frame.first < syntax.headline_end:
                self.in_headline.add(name)
        self.theatre = Theatre(syntax, mentions, frames)
        self.in_sentence = Counter(syntax.sentence[frame.first] for frame in frames)
        self.beside = Counter(frame.anchor for frame in frames)
        self.war = min(syntax.war_words // 2, 4)


def _indicators(
    article: _Article, name: str, mention: MentionFacts, frame: Frame, told: dict[int, list[str]]
) -> list[str]:
    syntax = article.syntax
    own = local_features(syntax, frame, told)
    own.extend(widened(own))
    own.extend(_among(syntax, frame, article.in_sentence))
    if article.beside[frame.anchor] > 1:
        own.append("listed")  # with others that stand in the same place of the sentence
    kind = "capital" if mention.capital else mention.precision or "none"
    own.append("precision=" + kind)
    own.extend(_of_its_name(article, name, frame))
    own.append(f"war={article.war}")
    if not syntax.excerpt:  # a few names make no theatre
        own.extend(article.theatre.told(mention.country, kind))
    crossed = own[:_CROSSED]
    own.extend(f"{part}&{kind}" for part in crossed)
    own.extend(f"{part}&war={'y' if article.war >= 2 else 'n'}" for part in crossed)
    if syntax.excerpt:
        own += [f"{part}&alone" for part in own if part.startswith(_TELLING_ALONE)]
    if mention.demonym:
        own.append("demonym")
    return own


def _of_its_name(article: _Article, name: str, frame: Frame) -> list[str]:
    """What the other mentions of its name tell."""
    total = article.counts[name]
    own = [
        f"count={min(total, 5)}",
        f"located={_share(article.located[name], total)}",
        f"acts={_share(article.acting[name], total)}",
    ]
    if name in article.in_headline and frame.first >= article.syntax.headline_end:
        own.append("name in headline")
    return own


def _among(syntax: Syntax, frame: Frame, placed: Counter[int]) -> list[str]:
    """How crowded with places its sentence is, how long, and where in the article it stands."""
    begin, end = syntax.sentence_of(frame.root)
    return [
        f"in sentence={min(placed[syntax.sentence[frame.first]], 5)}",
        f"sentence length={min((end - begin) // 6, 6)}",
        f"depth={4 * frame.first // len(syntax.lower)}",
        "last paragraph" if syntax.paragraph[frame.root] == syntax.paragraph[-1] else "goes on",
    ]


def _share(part: int, total: int) -> str:
    return "none" if not part else "some" if 2 * part < total else "most"
