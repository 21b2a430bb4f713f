"""Towns of an article that few can be taken for, and namesakes near them of a name that many bear.

Of the hundreds of towns called San Francisco but a few dozen are weighed, the greatest; in a text
on Ayacucho the one on the Apurímac is meant, and has to be among them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

import numpy as np

from dateline.geoparsing.name_facts import CITY, MAIN_NAME, NEIGHBOURHOOD, NameBook, NameFacts

__all__ = ["beside", "landmarks"]

_NEAR_KM: Final = 100.0
_ADDED: Final = 6


def landmarks(
    facts: Mapping[str, NameFacts], countries: Collection[int], book: NameBook
) -> np.ndarray:
    """Rows of the towns whose names no other place of an article's countries bears, int32.

    Args:
        facts: By name.
        countries: Those that the article is about.
        book: Where they come from.
    """
    gazetteer, found = book.gazetteer, []
    for fact in facts.values():
        own = fact.rows[fact.qualities <= MAIN_NAME]
        own = own[np.isin(gazetteer.country[own], [*countries])]
        if len(own) == 1 and NEIGHBOURHOOD <= gazetteer.precision[own[0]] <= CITY:
            found.append(int(own[0]))
    return np.array(found, dtype=np.int32)


def beside(surface: str, marks: np.ndarray, book: NameBook) -> tuple[np.ndarray, np.ndarray]:
    """Places of a name that hundreds bear which lie near landmarks, the nearest first.

    Args:
        surface: The name.
        marks: From `landmarks`.
        book: Where it comes from.

    Returns:
        Rows, int32, and how each matched, int8; none of them is among those of the name's facts.
    """
    rows, qualities = book.others(surface)
    if not (len(rows) and len(marks)):
        return rows[:0], qualities[:0]
    away = book.gazetteer.km_between(rows, marks).min(axis=1)
    near = np.argsort(away, kind="stable")[: int((away < _NEAR_KM).sum())][:_ADDED]
    return rows[near], qualities[near]
