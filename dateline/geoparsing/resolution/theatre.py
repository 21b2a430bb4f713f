"""The countries an article is about, and places there that a name may mean by its sound alone.

*Kefraya* is a village in Lebanon by its very name; in an article on Idlib it is the Kafraya there.
Names reach Latin script by ear, so where the article is about a country in which no place bears
the very name, those that sound like it are candidates too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Final

import numpy as np

from dateline.gazetteer.spelling import near_form, normalise
from dateline.geoparsing.name_facts import (
    ALTERNATE,
    BY_SOUND,
    INNER,
    MAIN_NAME,
    NameBook,
    NameFacts,
)
from dateline.geoparsing.resolution.containment import around
from dateline.geoparsing.resolution.groups import Group
from dateline.geoparsing.toponym_words import is_bearing, is_generic

__all__ = ["heard_here", "is_elsewhere", "spelled_otherwise", "theatre"]

_LEAST_SHARE: Final = 0.15
_MOST_COUNTRIES: Final = 3
_ADDED: Final = 6
_SOME_LENGTH: Final = 6


def theatre(facts: Mapping[str, NameFacts], certain: Mapping[str, float]) -> dict[int, float]:
    """The countries to which the names of an article point.

    Towns and regions speak first: who names Russia may only quote it. Where there are none,
    countries and peoples do.

    Args:
        facts: By name, so that each has one vote.
        certain: How likely each is a toponym at all, 0..1: so much its vote counts.

    Returns:
        Code to the share of the votes in 0..1, the foremost first, at most three.
    """
    speaking = [name for name in facts if facts[name].countries and not is_bearing(name)]
    finer = [name for name in speaking if not facts[name].is_whole]
    heard = finer or speaking
    whole = sum(certain[name] for name in heard)
    votes: dict[int, float] = defaultdict(float)
    for name in heard:
        for code, share in facts[name].countries:
            votes[code] += share * certain[name] / whole
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
    bearing = is_bearing(surface)
    if not countries and not bearing:
        return fact.rows, fact.qualities
    if bearing or (is_generic(surface) and not fact.well_known):
        foremost = next(iter(countries), book.no_country)
        here = np.isin(book.gazetteer.country[fact.rows], [foremost, book.no_country])
        return fact.rows[here], fact.qualities[here]
    if fact.well_known or not fact.homes.isdisjoint(countries):
        return fact.rows, fact.qualities
    kept = fact.qualities < BY_SOUND
    rows, qualities = book.alike(surface)
    if len(rows):
        near = np.isin(book.gazetteer.country[rows], [*countries])
        near &= ~np.isin(rows, fact.rows[kept])
        if (fact.qualities == 0).any():  # Dabiq is known: no Debaga that shares but consonants
            near &= qualities <= BY_SOUND
        rows, qualities = rows[near][:_ADDED], qualities[near][:_ADDED]
        qualities = np.where(_nearly(surface, rows, book), ALTERNATE, qualities)
    if not len(rows):  # a part of the name says less than its sound
        kept |= fact.qualities == INNER
    return (
        np.concatenate([fact.rows[kept], rows]),
        np.concatenate([fact.qualities[kept], qualities]),
    )


def spelled_otherwise(
    found: tuple[np.ndarray, np.ndarray],
    named: np.ndarray,
    countries: Collection[int],
    book: NameBook,
) -> tuple[np.ndarray, np.ndarray]:
    """Candidates of a name without those that an article names by their own, and not by its sound.

    Who writes of Mekelle does not mean it by *Megale*, where some place there is called so.

    Args:
        found: Rows and how each matched.
        named: Rows that names of the article bear as theirs.
        countries: From `theatre`.
        book: Where they come from.

    Returns:
        As `heard_here` does.
    """
    rows, qualities = found
    if not (qualities >= BY_SOUND).any():
        return found
    own = (qualities <= MAIN_NAME) & np.isin(book.gazetteer.country[rows], [*countries])
    if not own.any():
        return found
    kept = (qualities < BY_SOUND) | ~np.isin(rows, named)
    return rows[kept], qualities[kept]


def _nearly(surface: str, rows: np.ndarray, book: NameBook) -> np.ndarray:
    """Which places' names differ from a name but as writers of one town do; bool.

    *Raqa* is Raqqa, and *Adebay* rather Adebaye than Adwa, which only shares its consonants.
    """
    form = near_form(normalise(surface))
    places = (book.gazetteer.place(int(row)) for row in rows)
    forms = (near_form(normalise(place.name)) for place in places)
    return np.array([own == form or _open(own) == _open(form) for own in forms], dtype=bool)


def _open(form: str) -> str:
    """A form of some length without the vowel that writers add to its end or leave out."""
    return form[:-1] if len(form) >= _SOME_LENGTH and form[-1] in "aeiou" else form


def is_elsewhere(group: Group, fact: NameFacts, countries: Collection[int], book: NameBook) -> bool:
    """Whether all that bear a name lie in lands the article is not about, their container in one.

    None of the Mukurus that the gazetteer has is "the Mukuru slums in Nairobi" of an article on
    Kenya. A great name may be meant for all that.

    Args:
        group: The name, and what the text states to contain it.
        fact: What the gazetteer knows of it.
        countries: From `theatre`.
        book: Where it comes from.
    """
    whose = book.gazetteer.country
    if not group.stated or fact.well_known:
        return False
    if np.isin(whose[fact.rows], [*countries, book.no_country]).any():
        return False
    inside, _ = around(group.containers, book)
    return bool(len(inside) and whose[inside[0]] in countries)
