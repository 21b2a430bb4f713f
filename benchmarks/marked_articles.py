"""Invented articles in which every place name is marked, to train on what the sets lack.

    python -m benchmarks.marked_articles        counts what is marked, and says what cannot be read

They lie in `benchmarks/articles/`, were written for this project, and no outlet, private person or
event in them is real; `excerpts.txt` holds lone sentences without a title. Between articles stands
a line of two percent signs. A mention is written
`[name|role=country]`:

    [Mosul|event=IQ]           its role in the article, and the country of the place that is meant
    [Mosul|event!=IQ]          the same; it also names what the article is about (one an article)
    [Nineveh|event=IQ.region]  the province of that name is meant, not a town
    [Tigris|event=*]           the likeliest bearer of the name in the whole gazetteer
    [Intisar|event=-]          a place that no gazetteer has, whatever else is called so
    [Kurdish|ignore]           counts neither way (a people without a country of its own)
    [Mosul|event], [Mosul=IQ]  only the role, only the place

Of several places of one name in one country a town goes before a province, then the likeliest. The
roles are those of `dateline.findings`, in the sense of the README.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from dateline.findings import ROLES
from dateline.gazetteer import Gazetteer
from dateline.gazetteer.place import Place
from dateline.geoparsing.annotation import Annotated, GoldPlace
from dateline.language_model import load

__all__ = [
    "Marked",
    "MarkedArticle",
    "main",
    "marked_articles",
    "meant",
    "place_articles",
    "role_articles",
]

FOLDER: Final = Path(__file__).with_name("articles")
_MARK: Final = re.compile(
    r"\[(?P<name>[^\[\]|=]+)(?:\|(?P<role>[a-z]+)(?P<focus>!?))?"
    r"(?:=(?P<where>[A-Z]{2}(?:\.region)?|\*|-))?\]"
)
_IGNORE: Final = "ignore"
_WITHOUT_DEMONYMS: Final = "roles"
"""The file whose articles leave some demonyms unmarked."""
_NOWHERE: Final = GoldPlace(math.nan, math.nan)


class Marked(NamedTuple):
    """One marked name: half-open code points, its role and its place as they are written."""

    start: int
    end: int
    role: str
    where: str


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """One article.

    Attributes:
        file: Stem of the file it stands in.
        text: Title, blank line, body.
        mentions: Its toponyms in text order.
        ignored: Spans that count neither way.
        focus: Span of a mention of the place it is about; None where that is left open.
        marks_demonyms: Every demonym is marked.
    """

    file: str
    text: str
    mentions: tuple[Marked, ...]
    ignored: tuple[tuple[int, int], ...]
    focus: tuple[int, int] | None
    marks_demonyms: bool


@cache
def marked_articles() -> tuple[MarkedArticle, ...]:
    """Every article, file by file in the order of their names."""
    return tuple(
        _read(path.stem, part.strip())
        for path in sorted(FOLDER.glob("*.txt"))
        for part in path.read_text("utf-8").split("\n%%\n")
    )


def role_articles() -> list[MarkedArticle]:
    """The articles in which every mention has a role."""
    return [a for a in marked_articles() if all(mention.role for mention in a.mentions)]


def place_articles(model: str | None = None) -> list[Annotated]:
    """The articles that mark only places, in no fold (-1): none is measured on.

    Those that mark roles as well are not among them: with them, resolution gained .2 points on the
    conflict articles and lost .4 on local news.

    Args:
        model: The spaCy model that parses; None for the best one installed.

    Raises:
        ValueError: The gazetteer has no bearer of a name in the country that is marked.
    """
    articles = [a for a in marked_articles() if all(m.where and not m.role for m in a.mentions)]
    docs = load(model).nlp.pipe([article.text for article in articles])
    return [
        Annotated(
            doc=doc,
            spans=tuple((mention.start, mention.end) for mention in article.mentions),
            places=tuple(meant(article.text[m.start : m.end], m.where) for m in article.mentions),
            ignored=article.ignored,
            marks_demonyms=article.marks_demonyms,
            fold=-1,
        )
        for article, doc in zip(articles, docs, strict=True)
    ]


def _read(file: str, marked: str) -> MarkedArticle:
    text, at, focus = "", 0, None
    mentions, ignored = [], []
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        start, end = len(text), len(text) + len(found["name"])
        text, at = text + found["name"], found.end()
        if found["role"] == _IGNORE:
            ignored.append((start, end))
            continue
        mentions.append(Marked(start, end, found["role"] or "", found["where"] or ""))
        focus = (start, end) if found["focus"] else focus
    text += marked[at:]
    full = file != _WITHOUT_DEMONYMS
    return MarkedArticle(file, text, tuple(mentions), tuple(ignored), focus, full)


@cache
def meant(name: str, mark: str) -> GoldPlace:
    """The place that a mark means; coordinates are missing where none is listed.

    Args:
        name: The marked name.
        mark: What stands behind the sign of equality.

    Raises:
        ValueError: The gazetteer has no bearer of the name in that country.
    """
    if mark == "-":
        return _NOWHERE
    code, _, kind = mark.partition(".")
    there = []
    for place in _bearers(name):
        if code not in ("*", place.country_code):
            continue
        if (
            kind == place.precision
            or code == "*"
            or (not kind and place.precision not in ("region", "district"))
        ):
            return _gold(place)
        there.append(place)
    if there:
        return _gold(there[0])
    raise ValueError(f"no {name} in {code}: mark it otherwise")


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _bearers(name: str) -> Iterator[Place]:
    """Whatever is called so, the likeliest first; then, looked for only then, what sounds alike."""
    gazetteer = _gazetteer()
    for candidate in gazetteer.candidates(name, 200):
        yield gazetteer.place(candidate.row)
    for row in gazetteer.sound_alikes(name):
        yield gazetteer.place(row)


def _gold(place: Place) -> GoldPlace:
    scheme, _, number = place.gazetteer_id.partition(":")
    return GoldPlace(
        place.latitude,
        place.longitude,
        number if scheme == "geonames" else None,
        place.precision,
        place.country_code,
    )


def _complaints() -> Iterator[str]:
    for path in sorted(FOLDER.glob("*.txt")):
        for number, part in enumerate(path.read_text("utf-8").split("\n%%\n"), start=1):
            place, article = f"{path.name}, article {number}", _read(path.stem, part)
            if any(mark in article.text for mark in "[]|"):
                yield f"{place}: a mark that cannot be read"
            if part.count("!=") + part.count("!]") > 1:
                yield f"{place}: it is about two places"
            for mention in article.mentions:
                name = article.text[mention.start : mention.end]
                if mention.role not in ("", *ROLES):
                    yield f"{place}: no role {mention.role!r} of {name}"
                try:
                    if mention.where:
                        meant(name, mention.where)
                except ValueError as error:
                    yield f"{place}: {error}"


def main() -> int:
    """Print how much is marked; 1 where something cannot be read."""
    mentions = [mention for article in marked_articles() for mention in article.mentions]
    roles = Counter(mention.role or "(place only)" for mention in mentions)
    print(f"{len(marked_articles())} articles, {len(mentions)} mentions:", dict(roles))
    complaints = list(_complaints())
    print("\n".join(complaints))
    return bool(complaints)


if __name__ == "__main__":
    sys.exit(main())
