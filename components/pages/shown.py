"""What is shown for one corpus and one choice: pure, without a word of Streamlit."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from components.choice import Choice
from components.pages.counted import counted
from components.pages.labels import place_label
from dateline.corpus import Corpus
from dateline.figures.days import Days
from dateline.gazetteer.countries import country_names
from dateline.passages import Stretch, passage
from dateline.query import (
    Query,
    Selection,
    Totals,
    narrow,
    ordered,
    page,
    totals,
)
from dateline.query.search import spans

__all__ = ["PAGE", "Opened", "Shown", "look"]

PAGE: Final = 12
"""Rows of a page of the list."""

_COUNTED: Final = ("articles", "texts", "mentions", "confidence", "role")
_PLACE_FILTERS: Final = ("places", "areas", "near")


@dataclass(frozen=True)
class Opened:
    """The open article with all that was found in it.

    Attributes:
        number: Its id in this corpus.
        row: Its row of ARTICLES, further columns included.
        own: Brought by the visitor himself.
        text: Its text.
        mentions: Its rows of MENTIONS in the order of the text, with `gazetteer_id`, `label` (both
            empty where there is no place) and `counts` (bool: passes the filters).
        dates, quotes, names: Its rows of these tables.
        searched: Spans of the words that were searched for.
    """

    number: int
    row: Mapping[Hashable, Any]
    own: bool
    text: str
    mentions: pd.DataFrame
    dates: pd.DataFrame
    quotes: pd.DataFrame
    names: pd.DataFrame
    searched: list[tuple[int, int]]

    @property
    def places(self) -> tuple[str, ...]:
        """Gazetteer ids of the places it mentions in a role that counts."""
        counted = self.mentions.loc[self.mentions["counts"], "gazetteer_id"]
        return tuple(place for place in counted.unique() if place)


@dataclass(frozen=True)
class Shown:
    """Everything on the page.

    Attributes:
        corpus, choice: What it was made from.
        selection: What the query leaves.
        totals: How much that is.
        ids: Ids of the articles left, in the order of the list.
        position: Place of the open article in `ids`, -1 if none is open.
        page: Page of the list, from 1.
        pages: How many there are, at least 1.
    """

    corpus: Corpus
    choice: Choice
    selection: Selection
    totals: Totals
    ids: npt.NDArray[np.int64]
    position: int
    page: int
    pages: int

    def places(self, days: Days | None = None) -> tuple[pd.DataFrame, Totals]:
        """Counts by place for the map, which leaves its own filters out.

        Args:
            days: Of publication, instead of those that are chosen.

        Returns:
            Columns of `by_place` and of PLACES, and `country`, its name; and how much it is of.
        """
        query = self.choice.query.without(*_PLACE_FILTERS)
        if days is not None:
            query = replace(query, published=(days.first, days.last))
        counts, of = counted(self.corpus, query)
        return _described(self.corpus, counts), of

    def largest(self) -> int:
        """The count of the largest mark if nothing but roles narrowed."""
        counts, _ = counted(self.corpus, Query(roles=self.choice.query.roles))
        return int(counts[self.choice.unit].max()) if len(counts) else 0

    def rows(self) -> pd.DataFrame:
        """The page of the list: columns of ARTICLES, `copies`, `place` and `passage`."""
        first = (self.page - 1) * PAGE
        order = self.choice.sort
        words = self.choice.query.words
        rows = page(self.corpus, self.selection, order=order, words=words, first=first, rows=PAGE)
        names = self.corpus.place_names
        where = rows["dateline_place"].where(rows["dateline_place"] >= 0, rows["focus_place"])
        places = ["" if place < 0 else names[place] for place in where]
        passages = [self._passage(row) for row in rows.to_dict("records")]
        return rows.assign(place=places, passage=pd.Series(passages, rows.index, dtype="object"))

    def _passage(self, row: Mapping[Hashable, Any]) -> tuple[Stretch, ...]:
        number = int(row["article_id"])
        text, title = self.corpus.text(number), str(row["title"])
        spots = self.corpus.rows("mentions", number, ["start", "end"]).to_numpy()
        return passage(
            text,
            body=len(title) if title and text.startswith(title) else 0,
            places=[(start, end) for start, end in spots[self._counts(number)].tolist()],
            searched=spans(text, self.choice.query.words) if self.choice.query.words else [],
        )

    def _counts(self, number: int) -> npt.NDArray[np.bool_]:
        """Which of the mentions of one article pass the filters, in the order of the table."""
        return self.selection.counted_in(number)

    def opened(self) -> Opened | None:
        """The open article, if there is any to open."""
        if self.position < 0:
            return None
        corpus, number = self.corpus, int(self.ids[self.position])
        mentions = corpus.rows("mentions", number).assign(counts=self._counts(number))
        text = corpus.text(number)
        words = self.choice.query.words
        return Opened(
            number,
            corpus.listing([number]).to_dict("records")[0],
            bool(corpus.own[number]),
            text,
            _with_places(corpus, mentions).sort_values("start", kind="stable", ignore_index=True),
            corpus.rows("dates", number),
            corpus.rows("quotes", number),
            corpus.rows("names", number),
            spans(text, words) if words else [],
        )

    def key_at(self, position: int) -> str:
        """The key of the article at a place of the list, within its ends."""
        number = int(self.ids[min(max(position, 0), len(self.ids) - 1)])
        return str(self.corpus.listing([number])["key"].iat[0])


def look(corpus: Corpus, choice: Choice) -> Shown:
    """Narrow the corpus as is asked for and find one's place in what is left.

    The open article is the one asked for if it is left, else the first of the list.

    Raises:
        ChoiceError: The query has a column that the corpus has not.
    """
    selection = narrow(corpus, choice.query)
    ids = ordered(corpus, selection, choice.sort, choice.query.words)
    asked = corpus.article_id(choice.article) if choice.article else None
    found = np.flatnonzero(ids == asked) if asked is not None else ids[:0]
    position = int(found[0]) if len(found) else (0 if len(ids) else -1)
    pages = max(1, -(-len(ids) // PAGE))
    wanted = choice.page or max(position, 0) // PAGE + 1
    return Shown(
        corpus,
        choice,
        selection,
        totals(corpus, selection),
        ids,
        position,
        min(max(wanted, 1), pages),
        pages,
    )


def _described(corpus: Corpus, counts: pd.DataFrame) -> pd.DataFrame:
    places = corpus.places.iloc[counts["place_id"].to_numpy()].reset_index(drop=True)
    countries = places["country_code"].astype("str").fillna("")
    return places.assign(
        **{name: counts[name].array for name in _COUNTED},
        country_code=countries,
        country=[country_names().get(code, "") for code in countries],
    )


def _with_places(corpus: Corpus, mentions: pd.DataFrame) -> pd.DataFrame:
    numbers = mentions["place_id"].to_numpy()
    rows = np.unique(numbers[numbers >= 0])
    found = corpus.places.iloc[rows].to_dict("records")
    ids = {row: str(place["gazetteer_id"]) for row, place in zip(rows, found, strict=True)}
    labels = {row: place_label(place) for row, place in zip(rows, found, strict=True)}
    return mentions.assign(
        gazetteer_id=[ids.get(number, "") for number in numbers],
        label=[labels.get(number, "") for number in numbers],
    )
