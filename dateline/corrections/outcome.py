"""What each mention is after the corrections, and what follows for its article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from dateline.corrections.correction import NOT_A_PLACE, Correction
from dateline.corrections.decided import Decided
from dateline.findings import ROLES

__all__ = [
    "DROPPED",
    "Outcome",
    "dateline_places",
    "focus_places",
    "order",
    "outcome",
    "role_codes",
]

Ints = npt.NDArray[np.int32]
Codes = npt.NDArray[np.int8]
Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]

DROPPED: Final = -2
"""Instead of a place: what was taken for one is none, so the mention is none."""

_DATELINE: Final = ROLES.index("dateline")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Each mention before and after, in the order of the table before.

    Attributes:
        articles: int32, shape (mentions,), as are the others: the article it stands in, sorted.
        start: int32: where it begins.
        former: int32: its place before; -1 for none.
        place: int32: its place now; -1 for none, `DROPPED` if it is no mention any more.
        former_role: int8: position in `ROLES`, -1 for none.
        role: int8: the same now.
        by_place, by_role: Whether a correction decides the one or the other.
    """

    articles: Ints
    start: Ints
    former: Ints
    place: Ints
    former_role: Codes
    role: Codes
    by_place: Mask
    by_role: Mask


def outcome(
    mentions: pd.DataFrame,
    start: Ints,
    decided: Decided,
    corrections: Sequence[Correction],
    known: Mapping[str, int],
) -> Outcome:
    """Let every mention be what the correction says that decides it.

    Args:
        mentions: Hot columns of MENTIONS before.
        start: Where each begins.
        decided: By which correction each is decided.
        corrections: What `decided` points to.
        known: Row of each place that they name, by gazetteer id.
    """
    places = [
        DROPPED if one.place == NOT_A_PLACE else known[one.place_id] if one.place_id else -1
        for one in corrections
    ]
    roles = [ROLES.index(one.role) if one.role else -1 for one in corrections]
    by_place, by_role = decided.place >= 0, decided.role >= 0
    former: Ints = mentions["place_id"].to_numpy()
    former_role = role_codes(mentions["role"])
    place, role = former.copy(), former_role.copy()
    place[by_place] = np.array(places, dtype=np.int32)[decided.place[by_place]]
    role[by_role] = np.array(roles, dtype=np.int8)[decided.role[by_role]]
    articles = mentions["article_id"].to_numpy()
    return Outcome(articles, start, former, place, former_role, role, by_place, by_role)


def role_codes(roles: pd.Series[Any]) -> Codes:
    """Positions in `ROLES`, -1 for none; the categories may be others, in another order."""
    names = roles.cat.categories
    of_code = np.array([*(ROLES.index(name) for name in names), -1], dtype=np.int8)
    return of_code[roles.cat.codes.to_numpy()]


def order(after: Outcome) -> Rows:
    """Rows before, in the order of the table after: by article, place, start, without the dropped.

    Only articles in which a place has changed are sorted again.
    """
    moved = after.place != after.former
    rows = np.flatnonzero(after.place != DROPPED)
    changed = np.zeros(1 + after.articles.max(initial=0), dtype=bool)
    changed[after.articles[moved]] = True
    slots = np.flatnonzero(changed[after.articles[rows]])
    again = rows[slots]
    keys = (after.start[again], after.place[again], after.articles[again])
    rows[slots] = again[np.lexsort(keys)]
    return rows


def focus_places(focus: Ints, after: Outcome) -> Ints:
    """The place each article is about, where that follows from its mentions.

    Where no mention is left of the place that an article was about, it is about the one that most
    of these were put to; about none if they were no places.

    Args:
        focus: `focus_place` of each article before.
        after: What became of the mentions.
    """
    is_of_focus = after.former == focus[after.articles]
    moved = np.flatnonzero(is_of_focus & (after.former >= 0) & (after.place != after.former))
    left = np.zeros(len(focus), dtype=bool)
    left[after.articles[after.place == focus[after.articles]]] = True
    moved = moved[~left[after.articles[moved]]]
    changed = focus.copy()
    changed[after.articles[moved]] = -1
    placed = moved[after.place[moved] >= 0]
    pairs = np.stack([after.articles[placed], after.place[placed]])
    distinct, counts = np.unique(pairs, axis=1, return_counts=True)
    by_count = np.argsort(counts, kind="stable")  # the last one written is the most frequent
    changed[distinct[0, by_count]] = distinct[1, by_count]
    return changed


def dateline_places(places: Ints, after: Outcome) -> Ints:
    """Where each article was filed, if a correction concerns its dateline.

    Args:
        places: `dateline_place` of each article before.
        after: What became of the mentions.
    """
    was, is_now = after.former_role == _DATELINE, after.role == _DATELINE
    concerned = (was | is_now) & (after.by_place | after.by_role)
    changed = places.copy()
    if not concerned.any():
        return changed
    articles = np.zeros(len(places), dtype=bool)
    articles[after.articles[concerned]] = True
    changed[articles] = -1
    heads = np.flatnonzero(is_now & (after.place != DROPPED) & articles[after.articles])
    last_first = heads[np.argsort(-after.start[heads], kind="stable")]
    changed[after.articles[last_first]] = after.place[last_first]
    return changed
