"""The tables of a corpus as arrays of integers, made once, on which all counting is done.

Mentions are sorted by (article, place) and articles by time. So a range of days is a slice of every
table, and what is to be counted once an article can be told in advance: the *pairs*, one for each
(article, place), each with the roles it occurs in as bits. The bit of role number r in
`dateline.findings.ROLES` is `1 << r`; the bit above them stands for a missing role.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.findings import ROLES, SPEAKER_KINDS

__all__ = ["ALL_ROLES", "UNDATED", "Codes", "Coded", "Occurrences", "coded"]

Ints = npt.NDArray[np.int32]
Bits = npt.NDArray[np.uint16]

_SLOTS: Final = len(ROLES) + 1
ALL_ROLES: Final = (1 << _SLOTS) - 1
"""The bits of every role, missing included."""

UNDATED: Final = int(np.iinfo(np.int32).max)
"""The day of an article without a date: after every other, so that `days` is sorted."""

LONGEST_SPOKEN: Final = 31
"""Days; what is spoken of more vaguely than by the month is not shown by the day (see `Spoken`)."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One value an article: `codes[article]` into `values`, -1 where it is missing."""

    codes: Ints
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Distinct (article, value) pairs, sorted by article: `codes[i]` into `values`."""

    articles: Ints
    codes: Ints
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Distinct (article, place) of placed mentions, in the order of the mentions.

    Attributes:
        articles, places: The two.
        roles: Bits of the roles in which the article mentions the place.
        begin: int64, shape (articles + 1,): first pair of each article.
    """

    articles: Ints
    places: Ints
    roles: Bits
    begin: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Grouped:
    """Pairs joined by what several of them share, to count it once.

    Attributes:
        groups: Group of each pair.
        values: Value of each group.
    """

    groups: Ints
    values: Ints


@dataclass(frozen=True, slots=True)
class Spoken:
    """Days spoken of, sorted by (article, first).

    Attributes:
        articles: Whose text it is.
        first, last: Days since 1970, both included.
    """

    articles: Ints
    first: Ints
    last: Ints


class Codes:
    """Arrays over one corpus; each is made when first asked for and never changed."""

    def __init__(
        self,
        articles: pd.DataFrame,
        mentions: pd.DataFrame,
        places: pd.DataFrame,
        dates: pd.DataFrame,
        quotes: pd.DataFrame,
        names: pd.DataFrame,
    ) -> None:
        self._articles, self._mentions, self._places = articles, mentions, places
        self._dates, self._quotes, self._names = dates, quotes, names
        self.n_articles, self.n_mentions = len(articles), len(mentions)
        self.n_places = len(places)

    @cached_property
    def days(self) -> Ints:
        """Days since 1970 of each article, `UNDATED` where it has no date; sorted."""
        return _days(self._articles["published"], UNDATED)

    @cached_property
    def n_dated(self) -> int:
        """Articles with a date; they come first."""
        return int(np.searchsorted(self.days, UNDATED))

    @cached_property
    def groups(self) -> Ints:
        """Dense number of the group of copies of each article."""
        _, dense = np.unique(self._articles["copy_group"].to_numpy(), return_inverse=True)
        return dense.astype(np.int32)

    @cached_property
    def copied(self) -> npt.NDArray[np.bool_]:
        """Whether an article has copies."""
        return (np.bincount(self.groups)[self.groups] > 1) if len(self.groups) else _none(0)

    @cached_property
    def mention_begin(self) -> npt.NDArray[np.int64]:
        """int64, shape (articles + 1,): first mention of each article."""
        return _begin(self._mentions["article_id"].to_numpy(), self.n_articles)

    @cached_property
    def mention_places(self) -> Ints:
        """Place of each mention, -1 for not placed."""
        return self._mentions["place_id"].to_numpy()

    @cached_property
    def mention_roles(self) -> npt.NDArray[np.uint8]:
        """Number of the role of each mention in `ROLES`; `len(ROLES)` where it is missing."""
        codes = self._mentions["role"].cat.codes.to_numpy()
        order = [ROLES.index(role) for role in self._mentions["role"].cat.categories]
        return np.array([*order, len(ROLES)], dtype=np.uint8)[codes]

    @cached_property
    def place_roles(self) -> Ints:
        """`(place + 1) * (roles + 1) + role` of each mention, to count by both in one pass."""
        return (self.mention_places + 1) * np.int32(_SLOTS) + self.mention_roles

    @cached_property
    def confidences(self) -> npt.NDArray[np.float32]:
        """Confidence of each mention, NaN where it is missing."""
        return self._mentions["confidence"].to_numpy()

    @cached_property
    def article_roles(self) -> Bits:
        """Bits of the roles in which each article mentions anything, placed or not."""
        bits = np.zeros(self.n_articles, dtype=np.uint16)
        ids = self._mentions["article_id"].to_numpy()
        starts = np.flatnonzero(_changes(ids))
        if len(starts):
            bits[ids[starts]] = np.bitwise_or.reduceat(self._role_bits, starts)
        return bits

    @cached_property
    def pairs(self) -> Pairs:
        """Distinct (article, place)."""
        ids, places = self._mentions["article_id"].to_numpy(), self.mention_places
        placed = np.flatnonzero(places >= 0)
        ids, places, bits = ids[placed], places[placed], self._role_bits[placed]
        starts = np.flatnonzero(_changes(ids) | _changes(places))
        roles = np.bitwise_or.reduceat(bits, starts) if len(starts) else bits
        return Pairs(ids[starts], places[starts], roles, _begin(ids[starts], self.n_articles))

    @cached_property
    def copied_pairs(self) -> npt.NDArray[np.int64]:
        """The pairs, by position, whose article has copies."""
        return np.flatnonzero(self.copied[self.pairs.articles])

    @cached_property
    def texts_by_place(self) -> Grouped:
        """The `copied_pairs` joined by (group of copies, place)."""
        concerned = self.copied_pairs
        places = self.pairs.places[concerned]
        keys = self.groups[self.pairs.articles[concerned]].astype(np.int64) * self.n_places + places
        distinct, groups = np.unique(keys, return_inverse=True)
        values = distinct % max(self.n_places, 1)
        return Grouped(groups.astype(np.int32), values.astype(np.int32))

    @cached_property
    def countries(self) -> Coded:
        """Country of each place (not article)."""
        return coded(self._places["country_code"])

    @cached_property
    def articles_by_country(self) -> Grouped:
        """All pairs joined by (article, country); value `len(countries.values)` where missing."""
        slots = len(self.countries.values) + 1
        countries = self.countries.codes[self.pairs.places] % slots  # -1 becomes the last slot
        keys = self.pairs.articles.astype(np.int64) * slots + countries
        distinct, groups = np.unique(keys, return_inverse=True)
        return Grouped(groups.astype(np.int32), (distinct % slots).astype(np.int32))

    @cached_property
    def sources(self) -> Coded:
        """Source of each article."""
        return coded(self._articles["source"])

    @cached_property
    def languages(self) -> Coded:
        """Language of each article."""
        return coded(self._articles["language"])

    @cached_property
    def agencies(self) -> Coded:
        """Agency credited in each article."""
        return coded(self._articles["agency"])

    @cached_property
    def people(self) -> Occurrences:
        """People named in each article."""
        return self._named("person")

    @cached_property
    def organisations(self) -> Occurrences:
        """Organisations named in each article."""
        return self._named("organisation")

    @cached_property
    def speaker_kinds(self) -> Occurrences:
        """Kinds of speakers quoted in each article; `values` is `SPEAKER_KINDS`."""
        kinds = self._quotes["speaker_kind"].cat
        order = np.array([SPEAKER_KINDS.index(kind) for kind in kinds.categories], dtype=np.int32)
        codes = order[kinds.codes.to_numpy()] if len(order) else np.zeros(0, dtype=np.int32)
        return _distinct(self._quotes["article_id"].to_numpy(), codes, SPEAKER_KINDS)

    @cached_property
    def spoken(self) -> Spoken:
        """Days spoken of to the month or better.

        An interval of more than `LONGEST_SPOKEN` days (a year, a decade, "recently") would cover
        months of a chart without having been said of any day of them, and is left out. Of an
        interval with one open end ("since Monday") the day of the known end counts.
        """
        first = _days(self._dates["earliest"], UNDATED)
        last = _days(self._dates["latest"], UNDATED) - 1
        open_end, open_begin = last == UNDATED - 1, first == UNDATED
        last, first = np.where(open_end, first, last), np.where(open_begin, last, first)
        keep = np.flatnonzero(
            ~(open_end & open_begin) & (last >= first) & (last - first < LONGEST_SPOKEN)
        )
        ids = self._dates["article_id"].to_numpy()
        keep = keep[np.lexsort((first[keep], ids[keep]))]
        return Spoken(ids[keep], first[keep], last[keep])

    @cached_property
    def _role_bits(self) -> Bits:
        return np.left_shift(np.uint16(1), self.mention_roles.astype(np.uint16))

    def _named(self, kind: str) -> Occurrences:
        rows = self._names["kind"].to_numpy() == kind
        names = self._names["canonical"].cat
        return _distinct(
            self._names["article_id"].to_numpy()[rows],
            names.codes.to_numpy()[rows].astype(np.int32),
            tuple(names.categories),
        )


def _days(moments: pd.Series[Any], missing: int) -> Ints:
    days = moments.to_numpy().astype("datetime64[D]")
    numbers = days.astype(np.int64)
    numbers[np.isnat(days)] = missing
    return numbers.astype(np.int32)


def coded(series: pd.Series[Any]) -> Coded:
    """The codes of a category column; an empty text is *none given*, as a missing value is."""
    values = [str(value) for value in series.cat.categories]
    codes = series.cat.codes.to_numpy().astype(np.int32)
    if "" in values:
        codes = np.where(codes == values.index(""), -1, codes)
    return Coded(codes, tuple(values))


def _distinct(articles: Ints, codes: Ints, values: tuple[str, ...]) -> Occurrences:
    keys = np.unique(articles.astype(np.int64) * max(len(values), 1) + codes)
    ids, found = np.divmod(keys, max(len(values), 1))
    return Occurrences(ids.astype(np.int32), found.astype(np.int32), values)


def _begin(sorted_ids: Ints, count: int) -> npt.NDArray[np.int64]:
    return np.searchsorted(sorted_ids, np.arange(count + 1)).astype(np.int64)


def _changes(values: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Whether a value differs from the one before it; the first does."""
    changes = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes


def _none(count: int) -> npt.NDArray[np.bool_]:
    return np.zeros(count, dtype=bool)
