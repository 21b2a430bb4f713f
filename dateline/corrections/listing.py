"""What was put right, in words, for the page and the terminal."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dateline.corpus import Corpus
from dateline.corrections.correction import NOT_A_PLACE, Correction, Point
from dateline.gazetteer.countries import country_names

__all__ = ["becomes", "holds_for", "listing", "place_name"]


def listing(corpus: Corpus) -> pd.DataFrame:
    """One row a correction of a corpus, the oldest first.

    Returns:
        `number` (from 1), `surface`, `scope` (in words), `article` (title, empty for every
        article), `becomes` (place and role, in words), `mentions` (Int64: how many it decides,
        missing where its place is unknown), `note`, `at` (ISO 8601, or empty).
    """
    corrections = corpus.corrections
    titles = _titles(corpus, corrections)
    return pd.DataFrame(
        {
            "number": pd.Series(range(1, len(corrections) + 1), dtype="int64"),
            "surface": pd.Series([one.surface for one in corrections], dtype="str"),
            "scope": pd.Series([holds_for(one) for one in corrections], dtype="str"),
            "article": pd.Series([titles.get(one.key, "") for one in corrections], dtype="str"),
            "becomes": pd.Series([becomes(one, corpus) for one in corrections], dtype="str"),
            "mentions": pd.Series(list(corpus.touched), dtype="Int64"),
            "note": pd.Series([one.note for one in corrections], dtype="str"),
            "at": pd.Series([one.at for one in corrections], dtype="str"),
        }
    )


def holds_for(correction: Correction) -> str:
    """What a correction holds for, in words."""
    return {
        "mention": "one mention",
        "article": "in one article",
        "surface": "everywhere",
    }[correction.scope]


def becomes(correction: Correction, corpus: Corpus) -> str:
    """What the mentions become, in words: `Tripoli, Lebanon · role: event`.

    A point of the reader's bears the words of the text as its name, so it is told by where it is.
    """
    parts = []
    point = Point.parse(correction.place)
    if correction.place == NOT_A_PLACE:
        parts.append(NOT_A_PLACE)
    elif point:
        parts.append(f"{point.precision} at {point.latitude}, {point.longitude}")
    elif correction.place_id:
        parts.append(place_name(corpus, correction.place_id))
    if correction.role:
        parts.append(f"role: {correction.role}")
    return " · ".join(parts)


def place_name(corpus: Corpus, gazetteer_id: str) -> str:
    """`Tripoli, Lebanon`; the id itself where the corpus does not have the place."""
    row = corpus.place_id(gazetteer_id)
    if row is None:
        return gazetteer_id
    place = corpus.places.iloc[row]
    country = country_names().get(place["country_code"], "")
    name = str(place["name"])
    return f"{name}, {country}" if country and country != name else name


def _titles(corpus: Corpus, corrections: Sequence[Correction]) -> dict[str, str]:
    """Titles of the articles that corrections are of, by key."""
    keys = {one.key for one in corrections if one.key}
    ids = [number for number in map(corpus.article_id, keys) if number is not None]
    listed = corpus.listing(sorted(ids), further=False)
    known = listed["title"].replace("", "Without a title")
    gone = dict.fromkeys(keys, "an article that is not in the corpus now")
    return gone | dict(zip(listed["key"], known, strict=True))
