"""From a query to what it leaves of a corpus: one mask over articles, one over mentions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.codes import ALL_ROLES, Codes
from dateline.coding import Coded, Mask, Occurrences
from dateline.corpus import Corpus
from dateline.findings import ROLES
from dateline.query import area, search
from dateline.query.query import Days, Query, Values

__all__ = ["Rows", "Selection", "chosen", "narrow"]

Rows = slice | npt.NDArray[np.int64]
"""Rows of a table: all of a range, or by number."""

_CODED: Final = ("sources", "languages", "agencies")
_OCCURRING: Final = ("people", "organisations", "speaker_kinds")
_EPOCH: Final = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, eq=False)
class Selection:
    """What a query leaves.

    Attributes:
        codes: The corpus as arrays.
        articles: bool, shape (articles,).
        roles: Bits of the roles that count.
        places: bool, shape (places,): the places that count, or None for all and for *not placed*.
        pairs: bool over `codes.pairs`: those whose place counts, or None for all.
    """

    codes: Codes
    articles: Mask
    roles: int
    places: Mask | None
    pairs: Mask | None

    @cached_property
    def span(self) -> slice:
        """The smallest range of article ids that holds all that are left."""
        if not self.articles.any():
            return slice(0, 0)
        first = int(self.articles.argmax())
        return slice(first, len(self.articles) - int(self.articles[::-1].argmax()))

    @cached_property
    def ids(self) -> Rows:
        """The articles left."""
        return chosen(self.articles[self.span], self.span)

    @cached_property
    def mentions(self) -> Mask:
        """bool, shape (mentions,): those in the articles left that pass role and place filters."""
        mask = np.zeros(self.codes.n_mentions, dtype=bool)
        mask[self.mention_rows] = True
        mask.flags.writeable = False
        return mask

    @cached_property
    def mention_rows(self) -> Rows:
        """`mentions` as rows of the table."""
        codes = self.codes
        among, span = self.repeated(codes.mention_begin)
        if self.roles != ALL_ROLES:
            roles = codes.mention_roles[span]
            counted = np.zeros(len(roles), dtype=bool)
            for role in range(len(ROLES) + 1):
                if self.roles >> role & 1:
                    counted |= roles == role
            among &= counted
        rows = chosen(among, span)
        if self.places is None:
            return rows
        with_none = np.append(self.places, False)  # -1, not placed, is the last
        placed = with_none[codes.mention_places[rows]]
        numbers: npt.NDArray[np.int64] = np.arange(codes.n_mentions)[rows][placed]
        return numbers

    @cached_property
    def pair_rows(self) -> Rows:
        """Rows of `codes.pairs` that pass all filters."""
        pairs = self.codes.pairs
        among, span = self.repeated(pairs.begin)
        if self.roles != ALL_ROLES:
            among &= (pairs.roles[span] & np.uint16(self.roles)) != 0
        if self.pairs is not None:
            among &= self.pairs[span]
        return chosen(among, span)

    @cached_property
    def articles_by_place(self) -> npt.NDArray[np.int64]:
        """int64, shape (places,): articles left with a mention of the place that counts."""
        return np.bincount(self.codes.pairs.places[self.pair_rows], minlength=self.codes.n_places)

    @cached_property
    def mentions_by_place(self) -> npt.NDArray[np.int64]:
        """int64, shape (places + 1, roles + 1): mentions that count; the first row *not placed*."""
        codes, slots = self.codes, len(ROLES) + 1
        keys = codes.place_roles[self.mention_rows]
        return np.bincount(keys, minlength=(codes.n_places + 1) * slots).reshape(-1, slots)

    def repeated(self, begin: npt.NDArray[np.int64]) -> tuple[Mask, slice]:
        """`articles` over the rows that belong to them.

        Args:
            begin: First row of each article, and one more at the end.

        Returns:
            bool over the rows of the articles of `span`, new, and these rows.
        """
        rows = slice(int(begin[self.span.start]), int(begin[self.span.stop]))
        if isinstance(self.ids, slice):
            return np.ones(rows.stop - rows.start, dtype=bool), rows
        counts = np.diff(begin[self.span.start : self.span.stop + 1])
        return np.repeat(self.articles[self.span], counts), rows

    def rows_of(self, owners: npt.NDArray[np.int32]) -> Rows:
        """Rows of another table that belong to the articles left.

        Args:
            owners: Article of each row, sorted.
        """
        begin, end = np.searchsorted(owners, [self.span.start, self.span.stop])
        span = slice(int(begin), int(end))
        if isinstance(self.ids, slice):
            return span
        return chosen(self.articles[owners[span]], span)


def chosen(among: Mask, span: slice) -> Rows:
    """Rows of `span` that are chosen: a slice if all are, else their numbers.

    Taking by number is several times faster than by mask, which the processor cannot foresee.
    """
    rows = np.flatnonzero(among)
    return span if len(rows) == len(among) else rows + span.start


def narrow(corpus: Corpus, query: Query, *, without: str | tuple[str, ...] = ()) -> Selection:
    """Put a question to a corpus.

    Articles must pass every filter. The roles decide which mentions count: an article in which none
    does stays, unless places are asked for (countries, places, area or near); then at least one
    mention must pass the roles and all of these at once. A country or place that is left out takes
    with it every article that mentions it in a role that counts.

    Args:
        corpus: What is asked.
        query: The question.
        without: Filters to leave out, such as a facet's own when its values are counted.

    Returns:
        What is left. Its masks must not be changed.

    Raises:
        ChoiceError: `without` names no filter, or `query` a column that the corpus has not.
    """
    query = query.without(*((without,) if isinstance(without, str) else without))
    codes = corpus.codes
    articles = _published(codes, query.published)
    if query.words:
        articles &= search.matching(corpus, query.words)
    if query.spoken != (None, None):
        articles &= _spoken(codes, query.spoken)
    for facet in _CODED:
        if values := query.values(facet):
            articles &= _coded(getattr(codes, facet), values)
    for name, values in query.further:
        articles &= _coded(corpus.further_codes(name), values)
    for facet in _OCCURRING:
        if values := query.values(facet):
            articles &= _occurring(getattr(codes, facet), values, codes.n_articles)
    roles = _roles(query.roles) if corpus.has_roles else ALL_ROLES
    kept, left_out = _places(corpus, query)
    pairs = None
    if left_out is not None:
        articles &= ~_mentioning(codes, roles, left_out[codes.pairs.places])
    if kept is not None:
        pairs = kept[codes.pairs.places]
        articles &= _mentioning(codes, roles, pairs)
    articles.flags.writeable = False
    return Selection(codes, articles, roles, kept, pairs)


def _published(codes: Codes, days: Days) -> Mask:
    first, last = _numbers(days)
    mask = np.zeros(codes.n_articles, dtype=bool)
    begin = 0 if first is None else int(np.searchsorted(codes.days, first))
    end = codes.n_articles if last is None else int(np.searchsorted(codes.days, last + 1))
    if first is not None:
        end = min(end, codes.n_dated)
    mask[begin:end] = True
    return mask


def _spoken(codes: Codes, days: Days) -> Mask:
    first, last = _numbers(days)
    spoken = codes.spoken
    hit = np.ones(len(spoken.articles), dtype=bool)
    if first is not None:
        hit &= spoken.last >= first
    if last is not None:
        hit &= spoken.first <= last
    return _marked(spoken.articles[np.flatnonzero(hit)], codes.n_articles)


def _numbers(days: Days) -> tuple[int | None, int | None]:
    first, last = (None if day is None else day.toordinal() - _EPOCH for day in days)
    return first, last


def _lookup(values: pd.Index[str], wanted: tuple[str, ...]) -> Mask:
    """Which values are wanted; one that is not among them is no error."""
    table = np.zeros(len(values), dtype=bool)
    places = values.get_indexer(pd.Index(wanted, dtype="str"))
    table[places[places >= 0]] = True
    return table


def _coded(coded: Coded, values: Values) -> Mask:
    allowed = ~_lookup(coded.values, values.exclude)
    if values.include:
        allowed &= _lookup(coded.values, values.include)
    return allowed[coded.codes]


def _occurring(found: Occurrences, values: Values, n_articles: int) -> Mask:
    mask = np.ones(n_articles, dtype=bool)
    if values.include:
        hit = _lookup(found.values, values.include)[found.codes]
        mask &= _marked(found.articles[np.flatnonzero(hit)], n_articles)
    if values.exclude:
        hit = _lookup(found.values, values.exclude)[found.codes]
        mask &= ~_marked(found.articles[np.flatnonzero(hit)], n_articles)
    return mask


def _marked(articles: npt.NDArray[np.int32], n_articles: int) -> Mask:
    mask = np.zeros(n_articles, dtype=bool)
    mask[articles] = True
    return mask


def _roles(roles: tuple[str, ...]) -> int:
    if not roles:
        return ALL_ROLES
    return sum(1 << (ROLES.index(role) if role else len(ROLES)) for role in roles)


def _places(corpus: Corpus, query: Query) -> tuple[Mask | None, Mask | None]:
    """The places to keep and those to leave out; None where none is asked for."""
    places, countries = corpus.places, corpus.codes.countries
    keep: list[Mask] = []
    leave: list[Mask] = []
    for side, into in (("include", keep), ("exclude", leave)):
        if wanted := getattr(query.countries, side):
            into.append(_lookup(countries.values, wanted)[countries.codes])
        if wanted := getattr(query.places, side):
            into.append(_lookup(corpus.gazetteer_ids, wanted))
    latitudes, longitudes = places["latitude"].to_numpy(), places["longitude"].to_numpy()
    if query.area:
        keep.append(area.within(query.area, latitudes, longitudes))
    if query.near is not None:
        centre = corpus.place_id(query.near[0])
        if centre is None:
            keep.append(np.zeros(len(places), dtype=bool))
        else:
            here = (float(latitudes[centre]), float(longitudes[centre]))
            keep.append(area.near(*here, query.near[1], latitudes, longitudes))
    return (
        np.logical_and.reduce(keep) if keep else None,
        np.logical_or.reduce(leave) if leave else None,
    )


def _mentioning(codes: Codes, roles: int, pairs: Mask) -> Mask:
    """Articles with one of these pairs in one of the roles."""
    rows = np.flatnonzero(pairs)
    if roles != ALL_ROLES:
        rows = rows[(codes.pairs.roles[rows] & np.uint16(roles)) != 0]
    return _marked(codes.pairs.articles[rows], codes.n_articles)
