"""From a query to what it leaves of a corpus: one mask over articles, one over mentions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.codes import ALL_ROLES, Coded, Codes, Occurrences
from dateline.corpus import Corpus
from dateline.findings import ROLES
from dateline.query import area, search
from dateline.query.query import Days, Query, Values

__all__ = ["Mask", "Selection", "narrow"]

Mask = npt.NDArray[np.bool_]

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
    """

    codes: Codes
    articles: Mask
    roles: int
    places: Mask | None

    @cached_property
    def span(self) -> slice:
        """The smallest range of article ids that holds all that are left."""
        if not self.articles.any():
            return slice(0, 0)
        first = int(self.articles.argmax())
        return slice(first, len(self.articles) - int(self.articles[::-1].argmax()))

    @cached_property
    def mentions(self) -> Mask:
        """bool, shape (mentions,): those in the articles left that pass role and place filters."""
        mask = np.zeros(self.codes.n_mentions, dtype=bool)
        rows = self.mention_rows
        mask[rows] = self.mentions_among
        mask.flags.writeable = False
        return mask

    @cached_property
    def mention_rows(self) -> slice:
        """The rows of the mentions within `span`."""
        begin = self.codes.mention_begin
        return slice(int(begin[self.span.start]), int(begin[self.span.stop]))

    @cached_property
    def mentions_among(self) -> Mask:
        """`mentions` for `mention_rows` only."""
        codes, rows = self.codes, self.mention_rows
        mask = self._repeated(codes.mention_begin)
        if self.roles != ALL_ROLES:
            roles = codes.mention_roles[rows]
            counted = np.zeros(len(roles), dtype=bool)
            for role in range(len(ROLES) + 1):
                if self.roles >> role & 1:
                    counted |= roles == role
            mask &= counted
        if self.places is not None:
            with_none = np.append(self.places, False)  # -1, not placed, is the last
            mask &= with_none[codes.mention_places[rows]]
        return mask

    @cached_property
    def pair_rows(self) -> slice:
        """The rows of `codes.pairs` within `span`."""
        begin = self.codes.pairs.begin
        return slice(int(begin[self.span.start]), int(begin[self.span.stop]))

    @cached_property
    def pairs_among(self) -> Mask:
        """bool over `pair_rows`: the (article, place) that pass all filters."""
        pairs, rows = self.codes.pairs, self.pair_rows
        mask = self._repeated(pairs.begin)
        if self.roles != ALL_ROLES:
            mask &= (pairs.roles[rows] & np.uint16(self.roles)) != 0
        if self.places is not None:
            mask &= self.places[pairs.places[rows]]
        return mask

    def _repeated(self, begin: npt.NDArray[np.int64]) -> Mask:
        """`articles` over the rows that belong to them."""
        articles = self.articles[self.span]
        counts = np.diff(begin[self.span.start : self.span.stop + 1])
        if articles.all():
            return np.ones(int(counts.sum()), dtype=bool)
        return np.repeat(articles, counts)


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
    if left_out is not None:
        articles &= ~_mentioning(codes, roles, left_out)
    if kept is not None:
        articles &= _mentioning(codes, roles, kept)
    articles.flags.writeable = False
    return Selection(codes, articles, roles, kept)


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
    return _marked(spoken.articles[hit], codes.n_articles)


def _numbers(days: Days) -> tuple[int | None, int | None]:
    first, last = (None if day is None else day.toordinal() - _EPOCH for day in days)
    return first, last


def _lookup(values: tuple[str, ...], wanted: tuple[str, ...]) -> Mask:
    """Over `values` and, as the last, *none given*."""
    table = np.zeros(len(values) + 1, dtype=bool)
    table[:-1] = pd.Index(values, dtype="str").isin(wanted) if values else False
    table[-1] = "" in wanted
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
        mask &= _marked(found.articles[hit], n_articles)
    if values.exclude:
        hit = _lookup(found.values, values.exclude)[found.codes]
        mask &= ~_marked(found.articles[hit], n_articles)
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
            into.append(places["gazetteer_id"].isin(wanted).to_numpy())
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


def _mentioning(codes: Codes, roles: int, places: Mask) -> Mask:
    """Articles that mention one of the places in one of the roles."""
    pairs = codes.pairs
    hit = places[pairs.places]
    if roles != ALL_ROLES:
        hit &= (pairs.roles & np.uint16(roles)) != 0
    return _marked(pairs.articles[hit], codes.n_articles)
