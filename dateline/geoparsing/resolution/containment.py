"""What lies in what an article says to contain a toponym: "Stroud, Ontario, Canada".

A name that hundreds of places bear has more candidates than are weighed: those in the container are
weighed as well. And where no place of the name lies in the division that is stated, none of its
namesakes elsewhere is meant.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

import numpy as np

from dateline.geoparsing.name_facts import (
    ALTERNATE,
    BY_SOUND,
    COUNTRY,
    DISTRICT,
    INNER,
    MAIN_NAME,
    REGION,
    NameBook,
    NameFacts,
)
from dateline.geoparsing.resolution.groups import Group
from dateline.geoparsing.toponym_words import DIRECTIONS

__all__ = ["around", "beyond", "is_nested", "lie_apart", "lie_in_any"]

_ADDED: Final = 6
_SOME_SIZE: Final = 45  # ten times the decimal logarithm of its people, as in the gazetteer
_GREAT_SIZE: Final = 55
_AT_ITS_EDGE_KM: Final = 150.0
"""How far from the point of a division that is not the candidate's own a place still counts as in
it: who writes of a border town may mean the side that he names."""
_FAR_ABROAD_KM: Final = 300.0  # whose a land at war is depends on who writes


def around(containers: Sequence[str], book: NameBook) -> tuple[np.ndarray, np.ndarray]:
    """What is said to contain a toponym, for one that the gazetteer does not have.

    The mosque of a town that nobody lists stands in the town; that it stands in a country would
    place it nowhere. Of several that share a container's name those are meant that lie in the next
    container: the San Juan of "X, San Juan, Argentina".

    Args:
        containers: Their names, the nearest first.
        book: Where they come from.

    Returns:
        Rows, int32, and `INNER` for each; none where no container is finer than a country.
    """
    for number, name in enumerate(containers):
        fact = book[name]
        fits = (fact.qualities < BY_SOUND) & (book.gazetteer.precision[fact.rows] <= REGION)
        if fits.any() and not fact.is_whole:
            rows = fact.rows[fits]
            for further in containers[number + 1 :]:
                inside = _lie_in(rows, _wholes(further, book), book)
                rows = rows[inside] if inside.any() else rows
            rows = rows[:_ADDED]
            return rows, np.full(len(rows), INNER, dtype=np.int8)
    return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int8)


def is_nested(group: Group, book: NameBook) -> bool:
    """Whether the first two containers of a toponym lie in one another, as no list does.

    "Stroud, Ontario, Canada", but not "Washington, Oregon, Idaho".
    """
    if len(group.containers) < 2:
        return False
    inner, outer = (_wholes(name, book) for name in group.containers[:2])
    divisions = inner[book.gazetteer.precision[inner] != COUNTRY]
    return bool(_lie_in(divisions, outer, book).any())


def beyond(group: Group, book: NameBook) -> tuple[np.ndarray, np.ndarray]:
    """Namesakes in a toponym's containers that are none of the first few dozen of the name.

    Args:
        group: The name, and what may contain it.
        book: Where it comes from.

    Returns:
        Rows, int32, and how each matched, int8; those in the first container that has any.
    """
    rows, qualities = book.others(group.surface)
    for name in group.containers if len(rows) else ():
        inside = _lie_in(rows, _wholes(name, book), book)
        if inside.any():
            return rows[inside][:_ADDED], qualities[inside][:_ADDED]
    return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int8)


def lie_apart(
    group: Group, fact: NameFacts, book: NameBook, countries: Collection[int] = ()
) -> bool:
    """Whether none of a name's places lies in the division that is said to contain it.

    No Stroud of the gazetteer is that of "Stroud, Ontario", and no Syracuse that of "Syracuse in
    Sicily", if it has that one by another name only. A great name may be meant for all that: "in
    Boston, Ontario's premier", but not in "from Dublin, Ontario, and". Continents and the like have
    no list of what lies in them.

    Args:
        group: The name, and what may contain it.
        fact: What the gazetteer knows of it.
        book: Where it comes from.
        countries: Those that the article is about, where that is known.
    """
    gazetteer = book.gazetteer
    if not group.containers or fact.is_whole:
        return False
    if fact.well_known and not _is_told_apart(group, fact, book, countries):
        return False
    if book.is_demonym(group.surface) or _is_direction(group.containers[0]):
        return False
    if group.stated and group.set_off and _lie_abroad(group.containers[0], fact, book):
        return True
    wholes = _wholes(group.containers[0], book)
    own = wholes[np.isin(wholes, _named(group.containers[0], book))]
    if not len(own) or not all(
        gazetteer.features[code].startswith("ADM") for code in gazetteer.feature[own]
    ):
        return False
    if _lie_in(fact.rows, wholes, book).any() or _holds(fact, group.containers[0], book):
        return False
    abroad = not (gazetteer.country[fact.rows] == gazetteer.country[own[0]]).any()
    if not (group.stated or is_nested(group, book) or (group.within and abroad)):
        return False
    return bool(gazetteer.km_between(fact.rows, wholes).min() > _AT_ITS_EDGE_KM)


def _lie_abroad(name: str, fact: NameFacts, book: NameBook) -> bool:
    """Whether all of a name's places lie far from the country that is said to contain it.

    No La Mesilla of Mexico is that of "La Mesilla, Guatemala", which is then better drawn nowhere.
    """
    gazetteer, own = book.gazetteer, _named(name, book)
    if not book[name].is_whole or not len(fact.rows):
        return False
    if gazetteer.prominence[fact.rows].max() >= _SOME_SIZE:
        return False  # Nuuk, Denmark
    lands = np.unique(gazetteer.country[own])  # of Georgia, in America too
    if np.isin(gazetteer.country[fact.rows], lands).any():
        return False
    there = np.flatnonzero(np.isin(gazetteer.country, lands))
    return bool(gazetteer.km_between(fact.rows, there).min() > _FAR_ABROAD_KM)


def _holds(fact: NameFacts, name: str, book: NameBook) -> bool:
    """Whether a division of the name holds what follows: "in La Mar province (San Miguel)"."""
    divisions = fact.rows[book.gazetteer.precision[fact.rows] >= DISTRICT]
    return len(divisions) > 0 and bool(_lie_in(book[name].rows, divisions, book).any())


def lie_in_any(rows: np.ndarray, name: str, book: NameBook) -> bool:
    """Whether some place lies in a division or country that bears a name.

    Args:
        rows: Places of the gazetteer.
        name: Of the division.
        book: Where they come from.
    """
    return bool(_lie_in(rows, _wholes(name, book), book).any())


def _is_told_apart(
    group: Group, fact: NameFacts, book: NameBook, countries: Collection[int]
) -> bool:
    """Whether commas set off the region in which a great name's place lies, in a land that has no
    great place of that name: "Dublin, Ontario, and". "Shells hit Aleppo, Idlib." is a list. The
    region of a land that the article is not about but shares a quarter's name: "Niamey, Plateau".
    """
    if not (group.stated and group.set_off):
        return False
    gazetteer, own = book.gazetteer, _named(group.containers[0], book)
    if not len(own):
        return False
    meant = own[np.argmax(gazetteer.prominence[own])]
    great = fact.rows[gazetteer.prominence[fact.rows] >= _GREAT_SIZE]
    if len(countries) and gazetteer.country[meant] not in countries:
        return False
    abroad = gazetteer.country[great] != gazetteer.country[meant]
    return bool(gazetteer.precision[meant] == REGION and abroad.all())


def _is_direction(name: str) -> bool:
    """Whether a container is but a side of what follows it: in South West England."""
    return all(word in DIRECTIONS for word in name.lower().replace("-", " ").split())


def _named(name: str, book: NameBook) -> np.ndarray:
    """Rows of the places that go by a name, int32."""
    fact = book[name]
    return np.asarray(fact.rows[fact.qualities <= MAIN_NAME])


def _wholes(name: str, book: NameBook) -> np.ndarray:
    """Rows of the divisions and countries that a name may mean, the likeliest first, int32."""
    fact = book[name]
    fits = (fact.qualities <= ALTERNATE) & (book.gazetteer.precision[fact.rows] >= DISTRICT)
    return np.asarray(fact.rows[fits])


def _lie_in(rows: np.ndarray, wholes: np.ndarray, book: NameBook) -> np.ndarray:
    """Which places lie in one of some divisions and countries; bool."""
    gazetteer = book.gazetteer
    countries = wholes[gazetteer.precision[wholes] == COUNTRY]
    inside = np.isin(gazetteer.admin1[rows], wholes) | np.isin(gazetteer.admin2[rows], wholes)
    inside |= np.isin(gazetteer.country[rows], gazetteer.country[countries])
    return np.asarray(inside & ~np.isin(rows, wholes))
