"""Synthetic corpora of any size, to time things on; their words are made of syllables.

Few places, sources and names make most of the mentions (Zipf), coverage comes in bursts that draw
to one place, a fifth of the articles are copies, and about twelve mentions stand in an article. The
same size and seed give the same tables.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from dateline.corpus import Corpus
from dateline.findings import ROLES, SPEAKER_KINDS
from dateline.gazetteer.place import PRECISIONS
from dateline.store.parquet import RUNNERS_UP
from dateline.tables import ARTICLES, DATES, MENTIONS, NAMES, PLACES, QUOTES, TEXTS, Schema

__all__ = ["corpus", "tables"]

FIRST_DAY: Final = np.datetime64("2019-01-01", "us")
DAYS: Final = 5 * 365
DAY: Final = np.timedelta64(1, "D")
COUNTRIES: Final = tuple(a + b for a in "BCDFGHKLMNPRST" for b in "AEIOU")[:60]
_ROLE_SHARES: Final = (0.40, 0.10, 0.08, 0.14, 0.10, 0.06, 0.02, 0.10)
_CONSONANTS: Final = "bdfgklmnprstvz"
_VOWELS: Final = "aeiou"

Generator = np.random.Generator
Numbers = npt.NDArray[np.int64]


def corpus(n_articles: int, *, words: int = 20, seed: int = 7) -> Corpus:
    """`tables` as a corpus in memory."""
    return Corpus.from_tables(tables(n_articles, words=words, seed=seed), name="Synthetic")


def tables(n_articles: int, *, words: int = 20, seed: int = 7) -> dict[str, pd.DataFrame]:
    """All tables of a synthetic corpus.

    Args:
        n_articles: How many articles.
        words: Words in a text; what counts is drawn apart from them.
        seed: Of the random numbers.

    Returns:
        Tables by name, as `dateline.store.write` takes them.
    """
    rng = np.random.default_rng(seed)
    vocabulary = _vocabulary(rng, 8_000)
    n_places = int(np.clip(n_articles, 50, 6_000))
    published = _published(rng, n_articles)
    mentions = _mentions(rng, published, n_places)
    return {
        "articles": _articles(rng, published, vocabulary),
        "texts": _frame(
            TEXTS,
            article_id=np.arange(n_articles),
            text=_sentences(rng, vocabulary, n_articles, words),
        ),
        "mentions": mentions,
        "places": _places(rng, n_places, vocabulary),
        "dates": _dates(rng, published),
        "quotes": _quotes(rng, n_articles, vocabulary),
        "names": _names(rng, n_articles, vocabulary),
    }


def _vocabulary(rng: Generator, size: int) -> npt.NDArray[np.object_]:
    syllables = np.array([a + b for a in _CONSONANTS for b in _VOWELS], dtype=object)
    drawn = syllables[rng.integers(len(syllables), size=(2 * size, 3))]
    long = rng.random(2 * size) < 0.6
    words = drawn[:, 0] + drawn[:, 1] + np.where(long, drawn[:, 2], "")
    return np.array(list(dict.fromkeys(words))[:size], dtype=object)


def _zipf(rng: Generator, size: int, values: int, exponent: float = 1.05) -> Numbers:
    """Numbers below `values`, the low ones the most frequent."""
    share = np.arange(1, values + 1) ** -exponent
    return np.searchsorted(np.cumsum(share) / share.sum(), rng.random(size)).clip(0, values - 1)


def _sentences(
    rng: Generator, vocabulary: npt.NDArray[np.object_], count: int, words: int
) -> list[str]:
    drawn = vocabulary[_zipf(rng, count * words, len(vocabulary))].reshape(count, words)
    return [" ".join(row) for row in drawn]


def _published(rng: Generator, n_articles: int) -> npt.NDArray[Any]:
    """Moments in order, in bursts; one in a hundred articles has none."""
    days = np.arange(DAYS)
    rate = np.ones(DAYS)
    for begin, days_long, height in zip(
        rng.integers(DAYS, size=40), rng.integers(3, 30, 40), rng.uniform(1, 12, 40), strict=True
    ):
        rate += height * np.exp(-np.clip(days - begin, 0, None) / days_long) * (days >= begin)
    chosen = rng.choice(DAYS, n_articles, p=rate / rate.sum())
    seconds = chosen * 86_400 + rng.integers(86_400, size=n_articles)
    moments = FIRST_DAY + np.sort(seconds) * np.timedelta64(1, "s")
    moments[n_articles - n_articles // 100 :] = np.datetime64("NaT")
    return moments


def _articles(
    rng: Generator, published: npt.NDArray[Any], vocabulary: npt.NDArray[np.object_]
) -> pd.DataFrame:
    count = len(published)
    ids = np.arange(count)
    copies = rng.random(count) < 0.2
    near = np.clip(ids - rng.integers(1, 30, count), 0, None)
    return _frame(
        ARTICLES,
        article_id=ids,
        published=published,
        source=_category([f"Source {n:03d}" for n in range(200)], _zipf(rng, count, 200, 1.3)),
        agency=_category(["Northline", "Meridian"], rng.choice(3, count, p=[0.15, 0.1, 0.75]) % 3),
        language=_category(["ar", "en", "uk"], rng.choice(3, count, p=[0.05, 0.9, 0.05])),
        copy_group=np.where(copies, near, ids),
        focus_place=np.full(count, -1),
        dateline_place=np.full(count, -1),
        words=rng.integers(300, 800, count),
        key=[f"{n:016x}" for n in ids],
        title=_sentences(rng, vocabulary, count, 8),
        author=[""] * count,
        url=[""] * count,
    )


def _mentions(rng: Generator, published: npt.NDArray[Any], n_places: int) -> pd.DataFrame:
    articles = np.repeat(np.arange(len(published)), np.clip(rng.poisson(12, len(published)), 0, 60))
    count = len(articles)
    places = _zipf(rng, count, n_places)
    day = ((published - FIRST_DAY) / DAY)[articles]
    for begin, place in zip(rng.integers(DAYS, size=40), _zipf(rng, 40, n_places), strict=True):
        burst = (day >= begin) & (day < begin + 30) & (rng.random(count) < 0.35)
        places[burst] = place
    again = np.flatnonzero((rng.random(count) < 0.3) & (np.diff(articles, prepend=-1) == 0))
    places[again] = places[again - 1]
    places[rng.random(count) < 0.04] = -1
    order = np.lexsort((places, articles))
    articles, places = articles[order], places[order]
    starts = rng.integers(4_000, size=count)
    return _frame(
        MENTIONS,
        article_id=articles,
        place_id=places,
        role=_category(ROLES, rng.choice(len(ROLES), count, p=_ROLE_SHARES)),
        confidence=np.where(places < 0, np.nan, rng.beta(6, 2, count)),
        start=starts,
        end=starts + 7,
        surface=["unnamed" if place < 0 else "named" for place in places.tolist()],
        direction=_category([], np.full(count, -1)),
        sentence_start=starts,
        sentence_end=starts + 100,
        rule=_category(["drawn"], np.zeros(count, dtype=np.int64)),
        runners_up=_none_each(count),
    )


def _none_each(count: int) -> pd.Series[Any]:
    kind = RUNNERS_UP.pyarrow_dtype
    empty = pa.array([], type=kind.value_type)
    return pd.Series(
        pa.ListArray.from_arrays(np.zeros(count + 1, dtype=np.int32), empty), dtype=RUNNERS_UP
    )


def _places(rng: Generator, count: int, vocabulary: npt.NDArray[np.object_]) -> pd.DataFrame:
    country = _zipf(rng, count, len(COUNTRIES), 1.4)
    latitude, longitude = rng.uniform(-35, 60, 60), rng.uniform(-100, 140, 60)
    return _frame(
        PLACES,
        place_id=np.arange(count),
        country_code=_category(COUNTRIES, country),
        precision=_category(
            PRECISIONS, rng.choice(len(PRECISIONS), count, p=[0.1, 0.1, 0.65, 0.05, 0.07, 0.03])
        ),
        latitude=latitude[country] + rng.normal(0, 2, count),
        longitude=longitude[country] + rng.normal(0, 2, count),
        gazetteer_id=[f"synthetic:{n}" for n in range(count)],
        name=[str(name).capitalize() for name in vocabulary[np.arange(count) % len(vocabulary)]],
        admin1=[""] * count,
        admin2=[""] * count,
        feature_code=["PPL"] * count,
        population=rng.integers(1_000, 1_000_000, count),
    )


def _dates(rng: Generator, published: npt.NDArray[Any]) -> pd.DataFrame:
    articles = np.repeat(np.arange(len(published)), rng.poisson(3, len(published)))
    count = len(articles)
    days_long = rng.choice([1, 7, 30, 365], count, p=[0.7, 0.1, 0.1, 0.1])
    said = published.astype("datetime64[D]")[articles]
    earliest = said - (rng.exponential(20, count).astype(np.int64) + days_long) * DAY
    return _frame(
        DATES,
        article_id=articles,
        earliest=earliest.astype("datetime64[us]"),
        latest=(earliest + days_long * DAY).astype("datetime64[us]"),
        start=np.zeros(count),
        end=np.ones(count),
        surface=["then"] * count,
        precision=_category(["day"], np.zeros(count, dtype=np.int64)),
    )


def _quotes(rng: Generator, n_articles: int, vocabulary: npt.NDArray[np.object_]) -> pd.DataFrame:
    articles = np.repeat(np.arange(n_articles), rng.poisson(2, n_articles))
    count = len(articles)
    return _frame(
        QUOTES,
        article_id=articles,
        speaker_kind=_category(SPEAKER_KINDS, rng.integers(len(SPEAKER_KINDS), size=count)),
        start=np.zeros(count),
        end=np.ones(count),
        speaker=list(vocabulary[_zipf(rng, count, len(vocabulary))]),
        speaker_start=np.full(count, -1),
        speaker_end=np.full(count, -1),
    )


def _names(rng: Generator, n_articles: int, vocabulary: npt.NDArray[np.object_]) -> pd.DataFrame:
    articles = np.repeat(np.arange(n_articles), rng.poisson(6, n_articles))
    count = len(articles)
    kind = rng.integers(2, size=count)
    half = len(vocabulary) // 2
    return _frame(
        NAMES,
        article_id=articles,
        kind=_category(("person", "organisation"), kind),
        canonical=_category(sorted(vocabulary), _zipf(rng, count, half) + kind * half),
        start=np.zeros(count),
        end=np.ones(count),
        surface=["name"] * count,
    )


def _category(values: Any, codes: Numbers) -> pd.Categorical[Any]:
    """The code after the last value stands for a missing one."""
    codes = np.where(codes < len(values), codes, -1)
    return pd.Categorical.from_codes(codes, categories=pd.Index(values, dtype="str"))


def _frame(schema: Schema, **columns: Any) -> pd.DataFrame:
    return pd.DataFrame(
        {
            column.name: pd.Series(
                columns[column.name],
                dtype={"category": None, "list": RUNNERS_UP}.get(column.dtype, column.dtype),
            )
            for column in schema.columns
        }
    )
