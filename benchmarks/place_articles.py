"""Invented articles with the place that each toponym means, for what the development sets lack.

They are full of names with namesakes, told from conflicts all over the world, and of names that the
gazetteer does not have. In `place_articles.txt` a toponym stands as `[Geneva=CH]`, with the code of
the country in which the likeliest bearer of the name is meant, a town before a province; as
`[Ohio=US.region]` where the province is; as `[Tigris=*]` where the likeliest of all is; and as
`[Intisar=-]` where none is, whatever else bears that name.
"""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Final

from dateline.gazetteer import Gazetteer
from dateline.geoparsing.annotation import Annotated, GoldPlace
from dateline.language_model import load

__all__ = ["place_articles"]

_FILE: Final = Path(__file__).with_suffix(".txt")
_MARK: Final = re.compile(r"\[([^=\]]+)=([A-Z]{2}(?:\.region)?|\*|-)\]")
_NOWHERE: Final = GoldPlace(math.nan, math.nan)


def place_articles(model: str | None = None) -> list[Annotated]:
    """The articles, in no fold (-1): nothing is measured on them.

    Args:
        model: The spaCy model that parses; None for the best one installed.

    Raises:
        ValueError: The gazetteer has no bearer of a name in the country that is marked.
    """
    gazetteer = Gazetteer.open()
    articles = [_unmarked(part.strip()) for part in _FILE.read_text("utf-8").split("\n%%\n")]
    docs = load(model).nlp.pipe([text for text, _, _ in articles])
    return [
        Annotated(
            doc=doc,
            spans=tuple(spans),
            places=tuple(
                _meant(gazetteer, text[start:end], code)
                for (start, end), code in zip(spans, codes, strict=True)
            ),
            ignored=(),
            marks_demonyms=True,
            fold=-1,
        )
        for (text, spans, codes), doc in zip(articles, docs, strict=True)
    ]


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int]], list[str]]:
    """A text without its marks, where they stood, and what they say."""
    text, at = "", 0
    spans, codes = [], []
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        spans.append((len(text), len(text) + len(mark[1])))
        codes.append(mark[2])
        text += mark[1]
        at = mark.end()
    return text + marked[at:], spans, codes


def _meant(gazetteer: Gazetteer, name: str, mark: str) -> GoldPlace:
    if mark == "-":
        return _NOWHERE
    code, _, kind = mark.partition(".")
    found = [candidate.row for candidate in gazetteer.candidates(name, 200)]
    places = [gazetteer.place(row) for row in (*found, *gazetteer.sound_alikes(name))]
    there = [place for place in places if code in ("*", place.country_code)]
    meant = [
        place
        for place in there
        if kind == place.precision or (not kind and place.precision not in ("region", "district"))
    ]
    for place in (*meant, *there):
        scheme, _, number = place.gazetteer_id.partition(":")
        return GoldPlace(
            place.latitude,
            place.longitude,
            number if scheme == "geonames" else None,
            place.precision,
            place.country_code,
        )
    raise ValueError(f"no {name} in {code}: mark it otherwise in {_FILE.name}")
