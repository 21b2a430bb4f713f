"""The countries an article is about, and places there that a name may mean by its sound alone.

*Kefraya* is a village in Lebanon by its very name; in an article on Idlib it is the Kafraya there.
Names reach Latin script by ear, so where the article is about a country in which no place bears
the very name, those that sound like it are candidates too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

import numpy as np

from dateline.geoparsing.name_facts import BY_SOUND, INNER, REGION, NameBook, NameFacts
from dateline.geoparsing.toponym_words import is_generic

__all__ = ["around", "heard_here", "theatre"]

_LEAST_SHARE: Final = 0.15
_MOST_COUNTRIES: Final = 3
_ADDED: Final = 6


def theatre(facts: Mapping[str, NameFacts]) -> dict[int, float]:
    """The countries to which the names of an article point.

    Towns and regions speak first: who names Russia may only quote it. Where there are none,
    countries and peoples do.

    Args:
        facts: By name, so that each has one vote.

    Returns:
        Code to the share of the votes in 0..1, the foremost first, at most three.
    """
    finer = [fact for fact in facts.values() if fact.countries and not fact.is_whole]
    heard = finer or [fact for fact in facts.values() if fact.countries]
    votes: dict[int, float] = defaultdict(float)
    for fact in heard:
        for code, share in fact.countries:
            votes[code] += share / len(heard)
    loud = sorted((code for code in votes if votes[code] >= _LEAST_SHARE), key=lambda c: -votes[c])
    return {code: votes[code] for code in loud[:_MOST_COUNTRIES]}


def heard_here(
    surface: str, fact: NameFacts, countries: Collection[int], book: NameBook
) -> tuple[np.ndarray, np.ndarray]:
    """The candidates of a name where what sounds like it counts only in an article's countries.

    Args:
        surface: The name.
        fact: What the gazetteer knows of it.
        countries: From `theatre`; where there are none, nothing is added or left out.
        book: Where it comes from.

    Returns:
        Rows, int32, and how each matched, int8.
    """
    if not countries:
        return fact.rows, fact.qualities
    if is_generic(surface) and not fact.well_known:
        foremost = next(iter(countries))
        here = np.isin(book.gazetteer.country[fact.rows], [foremost, book.no_country])
        return fact.rows[here], fact.qualities[here]
    if fact.well_known or not fact.homes.isdisjoint(countries):
        return fact.rows, fact.qualities
    kept = fact.qualities < BY_SOUND
    rows, qualities = book.alike(surface)
    if len(rows):
        near = np.isin(book.gazetteer.country[rows], [*countries])
        near &= ~np.isin(rows, fact.rows[kept])
        rows, qualities = rows[near][:_ADDED], qualities[near][:_ADDED]
    if not len(rows):  # a part of the name says less than its sound
        kept |= fact.qualities == INNER
    return (
        np.concatenate([fact.rows[kept], rows]),
        np.concatenate([fact.qualities[kept], qualities]),
    )


def around(containers: Sequence[str], book: NameBook) -> tuple[np.ndarray, np.ndarray]:
    """What is said to contain a toponym, for one that the gazetteer does not have.

    The mosque of a town that nobody lists stands in the town; that it stands in a country would
    place it nowhere.

    Args:
        containers: Their names, the nearest first.
        book: Where they come from.

    Returns:
        Rows, int32, and `INNER` for each; none where no container is finer than a country.
    """
    for name in containers:
        fact = book[name]
        fits = (fact.qualities < BY_SOUND) & (book.gazetteer.precision[fact.rows] <= REGION)
        if fits.any() and not fact.is_whole:
            rows = fact.rows[fits][:_ADDED]
            return rows, np.full(len(rows), INNER, dtype=np.int8)
    return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int8)
