"""The tables of a corpus as arrays of integers, made once, on which all counting is done.

Mentions are sorted by (article, place) and articles by time. So a range of days is a slice of every
table, and what is to be counted once an article can be told in advance: the *pairs*, one for each
(article, place), each with the roles it occurs in as bits. The bit of role number r in
`dateline.findings.ROLES` is `1 << r`; the bit above them stands for a missing role.
"""

from __future__ import annotations

from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.codes.bins import Bin, bins_of
from dateline.codes.columns import (
    Bits,
    Coded,
    Grouped,
    Ints,
    Longs,
    Mask,
    Occurrences,
    begins,
    blocks,
    changes,
    coded,
    days_of,
    distinct,
    grouped,
    grouped_by_article,
)
from dateline.codes.pairs import CopiedPairs, Pairs
from dateline.codes.spoken import Spoken, in_bins, spoken_days
from dateline.findings import ROLES, SPEAKER_KINDS

__all__ = ["ALL_ROLES", "SLOTS", "UNDATED", "Codes"]

SLOTS: Final = len(ROLES) + 1
"""Numbers that a role can have: missing comes last."""
ALL_ROLES: Final = (1 << SLOTS) - 1
"""The bits of every role, missing included."""

UNDATED: Final = int(np.iinfo(np.int32).max)
"""The day of an article without a date: after every other, so that `days` is sorted."""


class Codes:
    """Arrays over one corpus; each is made when first asked for and never changed."""

    def __init__(
        self,
        *,
        articles: pd.DataFrame,
        mentions: pd.DataFrame,
        places: pd.DataFrame,
        dates: pd.DataFrame,
        quotes: pd.DataFrame,
        names: pd.DataFrame,
    ) -> None:
        self._articles, self._mentions, self._places = articles, mentions, places
        self._dates, self._quotes, self._names = dates, quotes, names
        self._article_bins: dict[Bin, Ints] = {}
        self._texts_by_bin: dict[Bin, Grouped] = {}
        self._spoken_bins: dict[Bin, Spoken] = {}
        self.n_articles, self.n_mentions = len(articles), len(mentions)
        self.n_places = len(places)

    @cached_property
    def days(self) -> Ints:
        """Days since 1970 of each article, `UNDATED` where it has no date; sorted."""
        return days_of(self._articles["published"], UNDATED)

    @cached_property
    def n_dated(self) -> int:
        """Articles with a date; they come first."""
        return self.first_from(UNDATED)

    @cached_property
    def groups(self) -> Ints:
        """Dense number of the group of copies of each article."""
        _, dense = np.unique(self._articles["copy_group"].to_numpy(), return_inverse=True)
        return dense.astype(np.int32)

    @cached_property
    def copied(self) -> Mask:
        """Whether an article has copies."""
        return np.bincount(self.groups, minlength=1)[self.groups] > 1

    @cached_property
    def copies(self) -> tuple[Ints, Longs]:
        """Articles sorted by group of copies, and the first of each group, one more at the end."""
        order = np.argsort(self.groups, kind="stable").astype(np.int32)
        return order, begins(self.groups[order], int(self.groups.max(initial=-1)) + 1)

    @cached_property
    def mention_begin(self) -> Longs:
        """int64, shape (articles + 1,): first mention of each article."""
        return begins(self.mention_articles, self.n_articles)

    @property
    def mention_articles(self) -> Ints:
        """Article of each mention; sorted."""
        return self._mentions["article_id"].to_numpy()

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
    def article_roles(self) -> Bits:
        """Bits of the roles in which each article mentions anything, placed or not."""
        bits = np.zeros(self.n_articles, dtype=np.uint16)
        ids = self.mention_articles
        starts = np.flatnonzero(changes(ids))
        if len(starts):
            bits[ids[starts]] = np.bitwise_or.reduceat(_bits(self.mention_roles), starts)
        return bits

    @cached_property
    def pairs(self) -> Pairs:
        """Distinct (article, place)."""
        owners = self.mention_articles
        new = (changes(owners) | changes(self.mention_places)) & (self.mention_places >= 0)
        count = int(np.count_nonzero(new))
        ids, places = owners[new], self.mention_places[new].astype(np.int64)
        roles, confidences = np.empty(count, dtype=np.uint16), np.empty(count)
        at = 0
        for rows in blocks(self.mention_articles):
            found = self._pairs(rows)
            end = at + len(found[0])
            roles[at:end], confidences[at:end] = found
            at = end
        return Pairs(ids, places, roles, confidences, begins(ids, self.n_articles))

    @cached_property
    def copied_pairs(self) -> CopiedPairs:
        """The pairs of articles that have copies."""
        pairs = self.pairs
        rows = np.flatnonzero(self.copied[pairs.articles])
        articles, places = pairs.articles[rows], pairs.places[rows]
        return CopiedPairs(
            rows, articles, places, pairs.roles[rows], grouped(self.groups[articles], places)
        )

    @cached_property
    def countries(self) -> Coded:
        """Country of each place (not article)."""
        return coded(self._places["country_code"])

    @cached_property
    def articles_by_country(self) -> Grouped:
        """All pairs joined by (article, country); values as the codes of `countries`."""
        return grouped_by_article(self.pairs.articles, self.countries.codes[self.pairs.places])

    @cached_property
    def country_roles(self) -> Bits:
        """Bits of the roles in each group of `articles_by_country`."""
        bits = np.zeros(len(self.articles_by_country.values), dtype=np.uint16)
        np.bitwise_or.at(bits, self.articles_by_country.groups, self.pairs.roles)
        return bits

    @cached_property
    def country_begin(self) -> Longs:
        """int64, shape (articles + 1,): first group of `articles_by_country` of each article."""
        owners = np.zeros(len(self.articles_by_country.values), dtype=np.int32)
        owners[self.articles_by_country.groups] = self.pairs.articles
        return begins(owners, self.n_articles)

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
        order = np.array([*map(SPEAKER_KINDS.index, kinds.categories), -1], dtype=np.int32)
        return distinct(
            self._quotes["article_id"].to_numpy(),
            order[kinds.codes.to_numpy()],
            pd.Index(SPEAKER_KINDS, dtype=object),
        )

    @cached_property
    def spoken(self) -> Spoken:
        """Days spoken of to the month or better, as days since 1970."""
        return spoken_days(self._dates)

    def first_from(self, day: int) -> int:
        """The first article of a day, in days since 1970, or later; `n_articles` if none is."""
        # A number of another type would have all days made numbers of that type.
        return int(np.searchsorted(self.days, np.int32(day)))

    def place_roles(self, rows: slice | Longs) -> Ints:
        """`(place + 1) * (roles + 1) + role` of some mentions, to count by both in one pass."""
        places, roles = self.mention_places[rows], self.mention_roles[rows]
        return (places + np.int32(1)) * np.int32(SLOTS) + roles

    def article_bins(self, bin: Bin) -> Ints:
        """Bin of publication of each dated article; sorted."""
        if bin not in self._article_bins:
            self._article_bins[bin] = bins_of(self.days[: self.n_dated], bin)
        return self._article_bins[bin]

    @cached_property
    def copied_articles(self) -> Ints:
        """Dated articles that have copies."""
        return np.flatnonzero(self.copied[: self.n_dated]).astype(np.int32)

    def texts_by_bin(self, bin: Bin) -> Grouped:
        """The `copied_articles` joined by (group of copies, bin); value = bin - the first bin."""
        if bin not in self._texts_by_bin:
            bins, rows = self.article_bins(bin), self.copied_articles
            self._texts_by_bin[bin] = grouped(self.groups[rows], bins[rows] - bins[:1].sum())
        return self._texts_by_bin[bin]

    def spoken_bins(self, bin: Bin) -> Spoken:
        """`spoken` by bins."""
        if bin not in self._spoken_bins:
            self._spoken_bins[bin] = in_bins(self.spoken, bin)
        return self._spoken_bins[bin]

    def _pairs(self, rows: slice) -> tuple[Bits, npt.NDArray[np.float64]]:
        """Roles and confidences of the pairs of some mentions."""
        placed = np.flatnonzero(self.mention_places[rows] >= 0) + rows.start
        ids = self.mention_articles[placed]
        confidences = self._mentions["confidence"].to_numpy()[placed].astype(np.float64)
        bits = _bits(self.mention_roles[placed])
        starts = np.flatnonzero(changes(ids) | changes(self.mention_places[placed]))
        if not len(starts):
            return bits, confidences
        known = ~np.isnan(confidences)
        count = np.add.reduceat(known.astype(np.int64), starts)
        total = np.add.reduceat(np.where(known, confidences, 0), starts)
        mean = np.divide(total, count, out=np.full(len(starts), np.nan), where=count > 0)
        return np.bitwise_or.reduceat(bits, starts), mean

    def _named(self, kind: str) -> Occurrences:
        rows = (self._names["kind"] == kind).to_numpy()
        names = coded(self._names["canonical"][rows])
        articles = self._names["article_id"].to_numpy()
        return distinct(articles[rows], names.codes, names.values)


def _bits(roles: npt.NDArray[np.uint8]) -> Bits:
    return np.left_shift(np.uint16(1), roles.astype(np.uint16))
