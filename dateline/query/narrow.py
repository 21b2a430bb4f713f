"""From a query to what it leaves of a corpus: one mask over articles, one over mentions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.codes import ALL_ROLES, Codes
from dateline.codes.columns import Coded, Mask, Occurrences
from dateline.corpus import Corpus
from dateline.findings import ROLES
from dateline.query import area, search
from dateline.query.disk import Tables, tables_of
from dateline.query.large import LargeSelection
from dateline.query.query import Days, Query, Values
from dateline.query.selection import Selection

__all__ = ["Selection", "narrow"]

_CODED: Final = ("sources", "languages", "agencies")
_OCCURRING: Final = ("people", "organisations", "speaker_kinds")
_EPOCH: Final = date(1970, 1, 1).toordinal()


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
    articles = _published(codes, query.published)
    if query.words:
        articles &= search.matching(corpus, query.words)
    large = tables_of(corpus) if corpus.beyond is not None else None
    if query.spoken != (None, None):
        days = _numbers(query.spoken)
        articles &= large.speaking(*days) if large else _spoken(codes, *days)
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
            if large:
                articles &= large.occurring(facet, values)
            else:
                articles &= _occurring(getattr(codes, facet), values, codes.n_articles)
    roles = _roles(query.roles) if corpus.has_roles else ALL_ROLES
    kept, left_out = _places(corpus, query)
    if left_out is not None:
        articles &= ~_mentioning(codes, roles, left_out, large)
    if kept is not None:
        articles &= _mentioning(codes, roles, kept, large)
    articles.flags.writeable = False
    if large:
        return LargeSelection(codes, articles, roles, kept, None, large)
    pairs = None if kept is None else kept[codes.pairs.places]
    return Selection(codes, articles, roles, kept, pairs)


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


def _spoken(codes: Codes, first: int | None, last: int | None) -> Mask:
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
    places = values.get_indexer(pd.Index(wanted, dtype=object))
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
    countries = corpus.codes.countries
    keep: list[Mask] = []
    leave: list[Mask] = []
    for side, into in (("include", keep), ("exclude", leave)):
        if wanted := getattr(query.countries, side):
            into.append(_lookup(countries.values, wanted)[countries.codes])
    if query.places.exclude:
        leave.append(_lookup(corpus.gazetteer_ids, query.places.exclude))
    if pointed_at := list(_pointed_at(corpus, query)):
        keep.append(np.logical_or.reduce(pointed_at))
    return (
        np.logical_and.reduce(keep) if keep else None,
        np.logical_or.reduce(leave) if leave else None,
    )


def _pointed_at(corpus: Corpus, query: Query) -> Iterator[Mask]:
    """The places asked for one by one, those in one of the areas, and those near the place."""
    if query.places.include:
        yield _lookup(corpus.gazetteer_ids, query.places.include)
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


def _mentioning(codes: Codes, roles: int, places: Mask, large: Tables | None) -> Mask:
    """Articles with a mention of one of these places in one of the roles."""
    if large:
        return large.mentioning(roles, places)
    rows = np.flatnonzero(places[codes.pairs.places])
    if roles != ALL_ROLES:
        rows = rows[(codes.pairs.roles[rows] & np.uint16(roles)) != 0]
    return _marked(codes.pairs.articles[rows], codes.n_articles)
