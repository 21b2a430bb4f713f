"""A shared corpus and a visitor's own articles, as one corpus for him alone."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.assembly.concatenation import concatenated
from dateline.corpus import Corpus
from dateline.source import Columns
from dateline.store.integrity import FINDINGS
from dateline.tables import ARTICLES, MENTIONS, PLACES, Schema

__all__ = ["joined"]

Ints = npt.NDArray[np.int32]


def joined(corpus: Corpus, own: Corpus) -> Corpus:
    """One corpus of two; neither is changed, and nothing that is not in memory is read.

    Articles are numbered again in time order, places are the same where their gazetteer ids are.
    Groups of copies stay apart. Further columns are those of both.

    Args:
        corpus: The shared corpus, whose name and provenance the new one has.
        own: The visitor's articles, flagged in `Corpus.own`.

    Returns:
        A corpus whose fingerprint names this combination.
    """
    published = pd.concat([corpus.articles["published"], own.articles["published"]])
    order = np.argsort(_sortable(published), kind="stable")
    number = np.empty(len(order), dtype=np.int32)
    number[order] = np.arange(len(order), dtype=np.int32)
    n_first = len(corpus.articles)
    places, own_places = _places(corpus.places, own.places)
    groups = corpus.articles["copy_group"]
    first = _Part(corpus, number[:n_first], np.arange(len(corpus.places), dtype=np.int32), 0)
    second = _Part(own, number[n_first:], own_places, int(groups.max()) + 1 if n_first else 0)
    source = _Joined(first, second, order)
    return Corpus(
        source,
        {
            PLACES.name: places,
            **{schema.name: source.table(schema, schema.hot) for schema in (ARTICLES, *FINDINGS)},
        },
        name=corpus.name,
        provenance=corpus.provenance,
        fingerprint=hashlib.sha256((corpus.fingerprint + own.fingerprint).encode()).hexdigest(),
        set_aside=pd.concat([corpus.set_aside, own.set_aside], ignore_index=True),
        further=tuple(sorted({*corpus.further, *own.further})),
        own=order >= n_first,
        parts=((corpus, first.articles), (own, second.articles)),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the two, with the new numbers of its articles and places, and of its first group."""

    corpus: Corpus
    articles: Ints
    places: Ints
    first_group: int

    def renumbered(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows with new article and place ids, wherever the table has such."""
        changes: dict[str, Any] = {}
        if "article_id" in frame:
            changes["article_id"] = self.articles[frame["article_id"].to_numpy()]
        if "copy_group" in frame:
            changes["copy_group"] = frame["copy_group"] + np.int32(self.first_group)
        with_none = np.append(self.places, np.int32(-1))  # -1 is the last
        for name in {"place_id", "focus_place", "dateline_place"} & set(frame.columns):
            changes[name] = with_none[frame[name].to_numpy()]
        if "runners_up" in frame:
            changes["runners_up"] = pd.Series(
                [
                    [{**other, "place_id": int(self.places[other["place_id"]])} for other in row]
                    for row in frame["runners_up"]
                ],
                index=frame.index,
                dtype=object,
            )
        return frame.assign(**changes)


class _Joined:
    """Rows of two corpora under their new numbers."""

    def __init__(self, first: _Part, second: _Part, order: npt.NDArray[np.int64]) -> None:
        self._first, self._second, self._order = first, second, order

    def table(self, schema: Schema, columns: Sequence[str]) -> pd.DataFrame:
        by = ["article_id", "place_id"] if schema is MENTIONS else ["article_id"]
        whole = concatenated(
            [
                part.renumbered(_table(part.corpus, schema, [*dict.fromkeys([*columns, *by])]))
                for part in (self._first, self._second)
            ]
        )
        order = np.lexsort([whole[name].to_numpy() for name in reversed(by)])
        return whole.iloc[order].reset_index(drop=True)[list(columns)]

    def rows(
        self, schema: Schema, article_id: int, columns: Sequence[str] | None = None
    ) -> pd.DataFrame:
        part, number = self._part(article_id)
        if columns is None or schema is not MENTIONS:
            wanted = columns
        else:
            wanted = [*dict.fromkeys([*columns, "place_id"])]
        frame = part.renumbered(part.corpus.rows(schema.name, number, wanted))
        if schema is MENTIONS:
            frame = frame.sort_values("place_id", kind="stable", ignore_index=True)
        return frame if columns is None else frame[list(columns)]

    def text(self, article_id: int) -> str:
        part, number = self._part(article_id)
        return part.corpus.text(number)

    def listing(self, ids: npt.NDArray[np.int64], columns: Sequence[str]) -> Columns:
        old = self._order[ids]
        second = old >= len(self._first.articles)
        whole = concatenated(
            [
                self._first.corpus.listing(old[~second]),
                self._second.corpus.listing(old[second] - len(self._first.articles)),
            ]
        )
        places = np.argsort(np.argsort(second, kind="stable"), kind="stable")
        return {name: whole[name].array.take(places) for name in columns}

    def _part(self, article_id: int) -> tuple[_Part, int]:
        old = int(self._order[article_id])
        n_first = len(self._first.articles)
        return (self._first, old) if old < n_first else (self._second, old - n_first)


def _table(corpus: Corpus, schema: Schema, columns: Sequence[str]) -> pd.DataFrame:
    """Columns of one part; a further column that only the other part has is empty."""
    known = {column.name for column in schema.columns} | set(corpus.further)
    frame = corpus.table(schema.name, [name for name in columns if name in known])
    lacking = {
        name: pd.Series("", frame.index, dtype="str") for name in columns if name not in known
    }
    return frame.assign(**lacking)


def _places(shared: pd.DataFrame, own: pd.DataFrame) -> tuple[pd.DataFrame, Ints]:
    """The places of both, those of the second that are new at the end, and its new numbers."""
    known = pd.Series(shared["place_id"].to_numpy(), index=shared["gazetteer_id"])
    numbers = known.reindex(own["gazetteer_id"]).to_numpy(dtype=np.float64, copy=True)
    new = np.isnan(numbers)
    numbers[new] = len(shared) + np.arange(new.sum())
    appended = own[new].assign(place_id=numbers[new].astype(np.int32))
    return concatenated([shared, appended]), numbers.astype(np.int32)


def _sortable(published: pd.Series[Any]) -> npt.NDArray[np.int64]:
    moments = published.to_numpy().astype("datetime64[us]")
    numbers = moments.astype(np.int64)
    numbers[np.isnat(moments)] = np.iinfo(np.int64).max
    return numbers
