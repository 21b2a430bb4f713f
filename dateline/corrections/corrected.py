"""Rows of a corpus as they are after what readers have put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.corrections.outcome import Outcome, dateline_places, focus_places, order
from dateline.findings import ROLES
from dateline.source import Columns, Source
from dateline.tables import ARTICLES, MENTIONS, PLACES, Schema

__all__ = ["RULE", "Corrected"]

RULE: Final = "put right by a reader"
"""The rule of a mention that a correction decides."""

_RUNNERS_UP: Final = 5
"""At most so many, as the schema says."""


class Corrected:
    """A source after the corrections; see `dateline.source.Source` for what its methods promise.

    A mention whose place was put right is sure of it, and the place it had before is the first of
    its runners-up.

    Args:
        source: The rows before.
        hot: The tables in memory before, by name.
        places: The table PLACES with those that corrections name.
        after: What each mention is now.
        groups: int32, shape (articles,): group of copies of each article.

    Attributes:
        hot: The tables in memory now, by name.
    """

    def __init__(
        self,
        source: Source,
        hot: Mapping[str, pd.DataFrame],
        *,
        places: pd.DataFrame,
        after: Outcome,
        groups: npt.NDArray[np.int32],
    ) -> None:
        articles, mentions = hot[ARTICLES.name], hot[MENTIONS.name]
        self._source, self._places, self._after = source, places, after
        self._sureness = mentions["confidence"].to_numpy()
        self._order = order(after)
        self._owners = after.articles[self._order]
        self._articles: dict[str, Any] = {
            "copy_group": groups,
            "focus_place": focus_places(articles["focus_place"].to_numpy(), after),
            "dateline_place": dateline_places(articles["dateline_place"].to_numpy(), after),
        }
        self.hot = {
            **hot,
            ARTICLES.name: articles.assign(**self._articles),
            MENTIONS.name: self._put_right(mentions, self._order),
            PLACES.name: places,
        }

    def table(self, schema: Schema, columns: Sequence[str]) -> pd.DataFrame:
        """Some columns of a whole table."""
        if schema is PLACES:
            return self._places[list(columns)]
        frame = self._source.table(schema, columns)
        if schema is ARTICLES:
            new = {name: self._articles[name] for name in columns if name in self._articles}
            return frame.assign(**new)
        return self._put_right(frame, self._order) if schema is MENTIONS else frame

    def rows(
        self, schema: Schema, article_id: int, columns: Sequence[str] | None = None
    ) -> pd.DataFrame:
        """Some columns, or all, of the rows of one article, in the order of the table."""
        frame = self._source.rows(schema, article_id, columns)
        if schema is not MENTIONS:
            return frame
        of_article = np.array([article_id, article_id + 1], dtype=np.int32)  # as the ids are
        begin, end = np.searchsorted(self._owners, of_article)
        first = int(np.searchsorted(self._after.articles, of_article[0]))
        return self._put_right(frame, self._order[begin:end], first)

    def text(self, article_id: int) -> str:
        """The text of one article."""
        return self._source.text(article_id)

    def listing(self, ids: npt.NDArray[np.int64], columns: Sequence[str]) -> Columns:
        """Columns of ARTICLES that are not in memory, for some articles, as asked for."""
        return self._source.listing(ids, columns)

    def _put_right(
        self, before: pd.DataFrame, rows: npt.NDArray[np.int64], first: int = 0
    ) -> pd.DataFrame:
        """Some columns of MENTIONS as they are now.

        Args:
            before: Rows of the table before, from its row `first`.
            rows: The rows of that table that are wanted, in the order wanted.
            first: See `before`.
        """
        after = self._after
        frame = before.iloc[rows - first].reset_index(drop=True)
        by_place, by_role = after.by_place[rows], after.by_role[rows]
        new: dict[str, Any] = {}
        if "place_id" in frame:
            new["place_id"] = after.place[rows]
        if "role" in frame:
            new["role"] = pd.Categorical.from_codes(after.role[rows], categories=pd.Index(ROLES))
        if "confidence" in frame:
            new["confidence"] = frame["confidence"].mask(by_place, np.float32(1))
        if "rule" in frame:
            known = frame["rule"].cat.categories
            rule = frame["rule"].cat.set_categories(pd.Index([*known, RULE]).unique().sort_values())
            new["rule"] = rule.mask(by_place | by_role, RULE)
        if "runners_up" in frame:
            lists = frame["runners_up"].tolist()
            for row in np.flatnonzero(by_place):
                lists[row] = self._considered(lists[row], rows[row])
            new["runners_up"] = pd.Series(lists, dtype="object")
        return frame.assign(**new)

    def _considered(
        self, others: Sequence[Mapping[str, Any]], row: np.int64
    ) -> list[dict[str, Any]]:
        """The places that were considered for a mention, the one it had before first."""
        former, sureness = int(self._after.former[row]), float(self._sureness[row])
        first = {"place_id": former, "score": 0.0 if np.isnan(sureness) else sureness}
        whole = [*([first] if former >= 0 else []), *map(dict, others)]
        distinct: dict[int, dict[str, Any]] = {}
        for one in whole:
            distinct.setdefault(one["place_id"], one)
        distinct.pop(int(self._after.place[row]), None)
        return list(distinct.values())[:_RUNNERS_UP]
