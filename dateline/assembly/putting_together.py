"""From what was found in each article to the tables of a corpus."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd

from dateline.assembly.copies import copy_groups
from dateline.findings import Article, Findings, Mention
from dateline.gazetteer.place import Place
from dateline.tables import (
    ARTICLES,
    DATES,
    MENTIONS,
    NAMES,
    PLACES,
    QUOTES,
    TEXTS,
    Schema,
    check,
    column_of,
)

__all__ = ["article_key", "articles_of", "tables_of"]


def tables_of(
    found: Sequence[tuple[Article, Findings]], *, copies: bool = True
) -> dict[str, pd.DataFrame]:
    """Every table of `dateline.tables`, by name.

    Args:
        found: Articles with what was found in them, in any order.
        copies: Find out which texts are copies; else each is a group of its own.

    Returns:
        Tables that pass `tables.check`: articles in time order with undated ones last, mentions
        sorted by (article, place), places by gazetteer id.
    """
    ordered = sorted(found, key=lambda pair: (pair[0].published is None, _moment(pair[0])))
    numbers = {gid: number for number, gid in enumerate(sorted(_places(ordered)))}
    places = _places(ordered)
    articles = [article for article, _ in ordered]
    findings = [finding for _, finding in ordered]
    return {
        "articles": _articles(articles, findings, numbers, copies),
        "texts": _table(TEXTS, ((i, article.text) for i, article in enumerate(articles))),
        "mentions": _mentions(findings, numbers),
        "places": _table(
            PLACES, (_place_row(number, places[gid]) for gid, number in numbers.items())
        ),
        "dates": _table(
            DATES,
            (
                (i, d.earliest, d.latest, d.start, d.end, d.surface, d.precision)
                for i, finding in enumerate(findings)
                for d in finding.dates
            ),
        ),
        "quotes": _table(
            QUOTES,
            (
                (i, q.speaker_kind, q.start, q.end, q.speaker, q.speaker_start, q.speaker_end)
                for i, finding in enumerate(findings)
                for q in finding.quotes
            ),
        ),
        "names": _table(
            NAMES,
            (
                (i, n.kind, n.canonical, n.start, n.end, n.surface)
                for i, finding in enumerate(findings)
                for n in finding.names
            ),
        ),
    }


def articles_of(articles: pd.DataFrame, texts: pd.DataFrame) -> list[Article]:
    """The articles again, as they were read.

    Args:
        articles: All columns of ARTICLES.
        texts: All columns of TEXTS, one row an article, in the same order.
    """
    known = {column.name for column in ARTICLES.columns}
    rows: Any = articles.astype({"source": "str", "agency": "str"}).to_dict("records")
    return [
        Article(
            text=text,
            title=row["title"],
            published=None if pd.isna(row["published"]) else row["published"].to_pydatetime(),
            source="" if pd.isna(row["source"]) else row["source"],
            author=row["author"],
            url=row["url"],
            agency="" if pd.isna(row["agency"]) else row["agency"],
            further={name: str(value) for name, value in row.items() if name not in known},
        )
        for row, text in zip(rows, texts["text"], strict=True)
    ]


def article_key(article: Article) -> str:
    """A hash of what makes an article itself: it lasts over rebuilds of the corpus.

    Returns:
        16 hexadecimal digits of SHA-256 over text (where there is none, address), title, source and
        date.
    """
    published = article.published.isoformat() if article.published else ""
    content = "\0".join((article.text or article.url, article.title, article.source, published))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _moment(article: Article) -> datetime:
    return article.published or datetime.max


def _places(found: Iterable[tuple[Article, Findings]]) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for _, finding in found:
        for place in (finding.focus, finding.dateline):
            if place is not None:
                places[place.gazetteer_id] = place
        for mention in finding.mentions:
            if mention.place is not None:
                places[mention.place.gazetteer_id] = mention.place
            for place, _ in mention.runners_up:
                places[place.gazetteer_id] = place
    return places


def _articles(
    articles: Sequence[Article],
    findings: Sequence[Findings],
    numbers: dict[str, int],
    copies: bool,
) -> pd.DataFrame:
    texts = [article.text for article in articles]
    groups = copy_groups(texts) if copies else np.arange(len(texts))
    rows = (
        (
            i,
            article.published,
            article.source or None,
            article.agency or None,
            finding.language or None,
            int(groups[i]),
            _number(finding.focus, numbers),
            _number(finding.dateline, numbers),
            finding.words,
            article_key(article),
            article.title,
            article.author,
            article.url,
        )
        for i, (article, finding) in enumerate(zip(articles, findings, strict=True))
    )
    frame = _table(ARTICLES, rows)
    for name in dict.fromkeys(name for article in articles for name in article.further):
        if name not in frame:
            frame[name] = pd.Series([a.further.get(name, "") for a in articles], dtype="str")
    return check(frame, ARTICLES)


def _mentions(findings: Sequence[Findings], numbers: dict[str, int]) -> pd.DataFrame:
    frame = _table(
        MENTIONS,
        (
            _mention_row(i, mention, numbers)
            for i, finding in enumerate(findings)
            for mention in finding.mentions
        ),
    )
    order = np.lexsort((frame["start"], frame["place_id"], frame["article_id"]))
    return frame.iloc[order].reset_index(drop=True)


def _mention_row(article: int, mention: Mention, numbers: dict[str, int]) -> tuple[Any, ...]:
    return (
        article,
        _number(mention.place, numbers),
        mention.role,
        mention.confidence,
        mention.start,
        mention.end,
        mention.surface,
        mention.direction or None,
        mention.sentence_start,
        mention.sentence_end,
        mention.rule or None,
        [
            {"place_id": numbers[place.gazetteer_id], "score": float(score)}
            for place, score in mention.runners_up[:5]
        ],
    )


def _place_row(number: int, place: Place) -> tuple[Any, ...]:
    return (
        number,
        place.country_code or None,
        place.precision,
        place.latitude,
        place.longitude,
        place.gazetteer_id,
        place.name,
        place.admin1,
        place.admin2,
        place.feature_code,
        place.population,
    )


def _number(place: Place | None, numbers: dict[str, int]) -> int:
    return -1 if place is None else numbers[place.gazetteer_id]


def _table(schema: Schema, rows: Iterable[Sequence[Any]]) -> pd.DataFrame:
    """Rows in the order of the schema's columns, as a checked frame."""
    columns = list(zip(*rows, strict=True)) or [()] * len(schema.columns)
    frame = pd.DataFrame(
        {
            column.name: column_of(list(values), column)
            for column, values in zip(schema.columns, columns, strict=True)
        }
    )
    return check(frame, schema)
