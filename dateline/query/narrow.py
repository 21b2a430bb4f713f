"""From a query to what it leaves of a corpus: one mask over articles, one over mentions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, Protocol

import numpy as np

from dateline.codes import ALL_ROLES, Codes
from dateline.codes.columns import Coded, Mask
from dateline.corpus import Corpus
from dateline.findings import ROLES
from dateline.query import area, search
from dateline.query.arrays import Arrays, lookup
from dateline.query.disk import tables_of
from dateline.query.kernels import SelectionInMemory
from dateline.query.large import LargeSelection
from dateline.query.query import Days, Query, Values
from dateline.query.selection import Selection

__all__ = ["Selection", "narrow"]

_CODED: Final = ("sources", "languages", "agencies")
_OCCURRING: Final = ("people", "organisations", "speaker_kinds")
_EPOCH: Final = date(1970, 1, 1).toordinal()


class _Findings(Protocol):
    """What articles mention, speak of, name and quote: in arrays, or in files on disk."""

    def mentioning(self, roles: int, places: Mask) -> Mask: ...
    def speaking(self, first: int | None, last: int | None) -> Mask: ...
    def occurring(self, facet: str, values: Values) -> Mask: ...


def narrow(corpus: Corpus, query: Query, *, without: str | tuple[str, ...] = ()) -> Selection:
    """Put a question to a corpus.

    Articles must pass every filter. The roles decide which mentions count: an article in which none
    does stays, unless places are asked for (countries, places, areas or near); then at least one
    mention must pass the roles, the countries, and where the map was pointed at: it is one of the
    places, or in one of the areas, or near. A country or place that is left out takes with it every
    article that mentions it in a role that counts.

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
    findings: _Findings = Arrays(codes) if corpus.beyond is None else tables_of(corpus)
    articles = _published(codes, query.published)
    if query.words:
        articles &= search.matching(corpus, query.words)
    if query.spoken != (None, None):
        articles &= findings.speaking(*_numbers(query.spoken))
    if query.copies:
        articles &= _copies(corpus, query.copies)
    if query.own:
        articles &= corpus.own
    for facet in _CODED:
        if values := query.values(facet):
            articles &= _coded(getattr(codes, facet), values)
    for name, values in query.further:
        articles &= _coded(corpus.further_codes(name), values)
    for facet in _OCCURRING:
        if values := query.values(facet):
            articles &= findings.occurring(facet, values)
    roles = _roles(query.roles) if corpus.has_roles else ALL_ROLES
    kept, left_out = _places(corpus, query)
    if left_out is not None:
        articles &= ~findings.mentioning(roles, left_out)
    if kept is not None:
        articles &= findings.mentioning(roles, kept)
    articles.flags.writeable = False
    if corpus.beyond is None:
        return SelectionInMemory(corpus, articles, roles, kept)
    return LargeSelection(corpus, articles, roles, kept, tables_of(corpus))


def _published(codes: Codes, days: Days) -> Mask:
    first, last = _numbers(days)
    mask = np.zeros(codes.n_articles, dtype=bool)
    begin = 0 if first is None else codes.first_from(first)
    end = codes.n_articles if last is None else codes.first_from(last + 1)
    if first is not None:
        end = min(end, codes.n_dated)
    mask[begin:end] = True
    return mask


def _copies(corpus: Corpus, key: str) -> Mask:
    """The article of a key and the copies of its text; none where there is no such article."""
    groups, number = corpus.codes.groups, corpus.article_id(key)
    if number is None:
        return np.zeros(len(groups), dtype=bool)
    mask: Mask = groups == groups[number]
    return mask


def _numbers(days: Days) -> tuple[int | None, int | None]:
    first, last = (None if day is None else day.toordinal() - _EPOCH for day in days)
    return first, last


def _coded(coded: Coded, values: Values) -> Mask:
    allowed = ~lookup(coded.values, values.exclude)
    if values.include:
        allowed &= lookup(coded.values, values.include)
    return allowed[coded.codes]


def _roles(roles: tuple[str, ...]) -> int:
    if not roles:
        return ALL_ROLES
    return sum(1 << (ROLES.index(role) if role else len(ROLES)) for role in roles)


def _places(corpus: Corpus, query: Query) -> tuple[Mask | None, Mask | None]:
    """The places to keep and those to leave out; None where none is asked for."""
    countries = corpus.codes.countries
    keep: list[Mask] = []
    leave: list[Mask] = []
    for side, into in (("include", keep), ("exclude", leave)):
        if wanted := getattr(query.countries, side):
            into.append(lookup(countries.values, wanted)[countries.codes])
    if query.places.exclude:
        leave.append(lookup(corpus.gazetteer_ids, query.places.exclude))
    if pointed_at := list(_pointed_at(corpus, query)):
        keep.append(np.logical_or.reduce(pointed_at))
    return (
        np.logical_and.reduce(keep) if keep else None,
        np.logical_or.reduce(leave) if leave else None,
    )


def _pointed_at(corpus: Corpus, query: Query) -> Iterator[Mask]:
    """The places asked for one by one, those in one of the areas, and those near the place."""
    if query.places.include:
        yield lookup(corpus.gazetteer_ids, query.places.include)
    if not query.areas and query.near is None:
        return
    latitudes, longitudes = (corpus.places[axis].to_numpy() for axis in ("latitude", "longitude"))
    if query.areas:
        yield np.logical_or.reduce(
            [area.within(corners, latitudes, longitudes) for corners in query.areas]
        )
    if query.near is not None:
        centre = corpus.place_id(query.near[0])
        if centre is None:
            yield np.zeros(len(latitudes), dtype=bool)
        else:
            here = (float(latitudes[centre]), float(longitudes[centre]))
            yield area.near(*here, query.near[1], latitudes, longitudes)
