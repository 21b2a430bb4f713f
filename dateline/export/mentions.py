"""Mentions and articles of a selection as tables to read elsewhere."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from dateline.corpus import Corpus
from dateline.export.coordinates import Coordinates, coarsened
from dateline.gazetteer.countries import country_names
from dateline.passages import sentence_around
from dateline.query import FURTHER, Selection

__all__ = ["articles_table", "mentions_in_sentences", "mentions_table"]


def mentions_table(
    corpus: Corpus, selection: Selection, coordinates: Coordinates = "exact"
) -> pd.DataFrame:
    """One row a mention that counts, oldest article first, in the order of the text.

    Args:
        corpus: The corpus.
        selection: What is left of it.
        coordinates: How exact; see `dateline.export.coordinates`.

    Returns:
        `article` (its key, which lasts over rebuilds), `title`, `published` (datetime64, civil time
        as printed), `source`, `surface` (as the text has it), `role`, `place`, `gazetteer_id`,
        `country` (name), `country_code` (ISO 3166), `precision`, `latitude`, `longitude` (degrees,
        WGS 84), `confidence` (0..1), `direction`, `sentence` (without a title or a line before or
        after it), `rule` (what decided the role). A mention that is not placed has nothing from
        `place` to `confidence`.
    """
    return mentions_in_sentences(corpus, selection, coordinates).drop(columns="at")


def mentions_in_sentences(
    corpus: Corpus, selection: Selection, coordinates: Coordinates = "exact"
) -> pd.DataFrame:
    """`mentions_table` with the column `at`: where in its sentence `surface` begins, int64."""
    columns = ["article_id", "place_id", "role", "confidence", "start", "end", "surface"]
    columns += ["direction", "sentence_start", "sentence_end", "rule"]
    mentions = corpus.table("mentions", columns)[selection.mentions]
    mentions = mentions.sort_values(["article_id", "start"], kind="stable", ignore_index=True)
    articles = corpus.table("articles", ["key", "title", "published", "source"])
    articles = articles.iloc[mentions["article_id"]].reset_index(drop=True)
    placed = coarsened(_mentioned(corpus, mentions["place_id"]), coordinates)
    sentences, at = _sentences(corpus, mentions)
    places = _places(placed, mentions["place_id"])
    return pd.DataFrame(
        {
            "article": articles["key"],
            "title": articles["title"],
            "published": articles["published"],
            "source": _text(articles["source"]),
            "surface": mentions["surface"],
            "role": _text(mentions["role"]),
            **{name: places[name] for name in places},
            "confidence": mentions["confidence"].astype("float64").round(3),
            "direction": _text(mentions["direction"]),
            "sentence": pd.Series(sentences, dtype="str"),
            "rule": _text(mentions["rule"]),
            "at": pd.Series(at, dtype="int64"),
        }
    )


def articles_table(
    corpus: Corpus,
    selection: Selection,
    coordinates: Coordinates = "exact",
    *,
    texts: bool = False,
) -> pd.DataFrame:
    """One row an article that is left, oldest first, those without a date last.

    Args:
        corpus: The corpus.
        selection: What is left of it.
        coordinates: Where they are not exact, ids of exact places are left out.
        texts: With the full text of every article, as the last column.

    Returns:
        `article` (its key), `title`, `published`, `source`, `agency`, `language` (ISO 639-1),
        `author`, `url`, `words`, `copy_group` (int64; copies of one text share it, within this
        file), `focus`, `dateline` (names of places) and their `focus_id`, `dateline_id` in the
        gazetteer, `mentions` and `places` (int64: that count), `x.NAME` for every column of the
        reader's own table, and `text` if it is asked for.
    """
    ids = np.flatnonzero(selection.articles)
    table = corpus.listing(ids)
    named = [table[f"{which}_place"] for which in ("focus", "dateline")]
    known = coarsened(_mentioned(corpus, pd.concat(named)), coordinates)
    focus, dateline = (_places(known, place_ids) for place_ids in named)
    mentions = corpus.mentions.loc[selection.mentions, ["article_id", "place_id"]]
    placed = mentions[mentions["place_id"] >= 0].drop_duplicates()
    return pd.DataFrame(
        {
            "article": table["key"],
            "title": table["title"],
            "published": table["published"],
            "source": _text(table["source"]),
            "agency": _text(table["agency"]),
            "language": _text(table["language"]),
            "author": table["author"],
            "url": table["url"],
            "words": table["words"].astype("int64"),
            "copy_group": pd.Series(pd.factorize(table["copy_group"])[0] + 1, dtype="int64"),
            "focus": focus["place"],
            "focus_id": focus["gazetteer_id"],
            "dateline": dateline["place"],
            "dateline_id": dateline["gazetteer_id"],
            "mentions": _per_article(mentions, corpus)[ids],
            "places": _per_article(placed, corpus)[ids],
            **{FURTHER + name: _text(table[name]) for name in corpus.further},
            **({"text": [corpus.text(int(number)) for number in ids]} if texts else {}),
        }
    )


def _per_article(mentions: pd.DataFrame, corpus: Corpus) -> Any:
    return np.bincount(mentions["article_id"], minlength=len(corpus.articles)).astype(np.int64)


def _mentioned(corpus: Corpus, place_ids: pd.Series[Any]) -> pd.DataFrame:
    """The rows of PLACES that are asked for, each once; the index is the number."""
    return corpus.places.iloc[sorted(set(place_ids[place_ids >= 0]))]


def _places(places: pd.DataFrame, place_ids: pd.Series[Any]) -> pd.DataFrame:
    """Name and whereabouts of places by number; -1 has none."""
    placed = place_ids.to_numpy() >= 0
    rows = places.reindex(place_ids.where(placed)).reset_index(drop=True)
    code = _text(rows["country_code"])
    return pd.DataFrame(
        {
            "place": _text(rows["name"]),
            "gazetteer_id": _text(rows["gazetteer_id"]),
            "country": code.map(lambda code: country_names().get(code, "")).astype("str"),
            "country_code": code,
            "precision": _text(rows["precision"]),
            "latitude": rows["latitude"].round(5),
            "longitude": rows["longitude"].round(5),
        }
    )


def _text(column: pd.Series[Any]) -> pd.Series[Any]:
    """Categories and missing text as text, empty where there is none."""
    return column.astype("str").fillna("")


def _sentences(corpus: Corpus, mentions: pd.DataFrame) -> tuple[list[str], list[int]]:
    """The sentence each mention stands in, and where; articles are read one after another, once."""
    found, at, number, text = [], [], -1, ""
    spans = mentions[["article_id", "start", "end", "sentence_start", "sentence_end"]]
    for article_id, start, end, first, last in spans.itertuples(index=False):
        if article_id != number:
            number, text = article_id, corpus.text(int(article_id))
        begin, finish = sentence_around(text, (start, end), (first, last))
        found.append(text[begin:finish])
        at.append(start - begin)
    return found, at
