"""From the rows of a corpus and what readers said to the rows as they are then."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from dateline.corrections.corrected import Corrected
from dateline.corrections.correction import NOT_A_PLACE, Correction
from dateline.corrections.decided import Mentioned
from dateline.corrections.found_places import with_places
from dateline.corrections.outcome import DROPPED, outcome
from dateline.corrections.splits import groups
from dateline.findings import ROLES
from dateline.source import Source
from dateline.tables import ARTICLES, MENTIONS, PLACES

__all__ = ["PutRight", "Reach", "fingerprint_after", "put_right", "reach"]


@dataclass(frozen=True, slots=True)
class PutRight:
    """Rows after what was said, and how they came about.

    Attributes:
        source: The rows; `source.hot` are the tables in memory.
        touched: For each correction how many mentions it decides; None where it names a place that
            neither the corpus nor the gazetteer has, so that it is left out.
    """

    source: Corrected
    touched: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """How much a correction would touch.

    Attributes:
        mentions: Mentions it would decide: not those for which a closer one speaks.
        articles: Articles these stand in.
        changed: Mentions that would be something else than they are now.
        now: Where they are now: gazetteer id (empty: not placed; `NOT_A_PLACE`: no mention) and how
            many, the most first.
    """

    mentions: int
    articles: int
    changed: int
    now: tuple[tuple[str, int], ...]


def put_right(
    source: Source,
    hot: Mapping[str, pd.DataFrame],
    mentioned: Mentioned,
    corrections: Sequence[Correction],
    given_groups: Mapping[str, str],
    article_id: Callable[[str], int | None],
) -> PutRight:
    """Apply corrections.

    Args:
        source: The rows before.
        hot: The tables in memory before, by name.
        mentioned: Where every surface stands before.
        corrections: The oldest first.
        given_groups: Group of copies by the key of an article, where it was put right.
        article_id: From the key of an article to its number.
    """
    places, known = with_places(hot[PLACES.name], corrections)
    is_known = [one.place_id is None or one.place_id in known for one in corrections]
    usable = [one for one, is_usable in zip(corrections, is_known, strict=True) if is_usable]
    decided = mentioned.decided(usable)
    after = outcome(hot[MENTIONS.name], mentioned.start, decided, usable, known)
    counts = iter(decided.counts(len(usable)))
    copy_group = hot[ARTICLES.name]["copy_group"].to_numpy()
    return PutRight(
        Corrected(
            source,
            hot,
            places=places,
            after=after,
            groups=groups(copy_group, given_groups, article_id) if given_groups else copy_group,
        ),
        tuple(next(counts) if is_usable else None for is_usable in is_known),
    )


def reach(
    hot: Mapping[str, pd.DataFrame],
    mentioned: Mentioned,
    corrections: Sequence[Correction],
    proposed: Sequence[Correction],
) -> list[Reach]:
    """How much each of some further corrections would touch, if it alone were made now.

    Args:
        hot: The tables in memory before any correction, by name.
        mentioned: Where every surface stands before.
        corrections: Those that hold, the oldest first.
        proposed: The further ones.
    """
    places, known = with_places(hot[PLACES.name], [*corrections, *proposed])
    held = [one for one in corrections if one.place_id is None or one.place_id in known]
    decided = mentioned.decided(held)
    now = outcome(hot[MENTIONS.name], mentioned.start, decided, held, known)
    ids = [*places["gazetteer_id"], NOT_A_PLACE, ""]  # DROPPED and -1 count from the end
    found = []
    for correction in proposed:
        by_this = mentioned.decided([*held, correction])
        by_place, by_role = by_this.place == len(held), by_this.role == len(held)
        rows = np.flatnonzero(by_place | by_role)
        place = DROPPED if correction.place == NOT_A_PLACE else known.get(correction.place_id or "")
        role = ROLES.index(correction.role) if correction.role else -1
        is_other = by_place & (now.place != (-1 if place is None else place))
        is_other |= by_role & (now.role != role) & (now.place != DROPPED)
        at, counts = np.unique(now.place[rows], return_counts=True)
        most_first = np.argsort(-counts, kind="stable")
        found.append(
            Reach(
                len(rows),
                len(np.unique(now.articles[rows])),
                int(np.count_nonzero(is_other)),
                tuple((ids[at[i]], int(counts[i])) for i in most_first),
            )
        )
    return found


def fingerprint_after(
    before: str, corrections: Sequence[Correction], given_groups: Mapping[str, str]
) -> str:
    """A name for the data as they are after what was said, whoever said it when.

    Args:
        before: Fingerprint of the data before.
        corrections: The oldest first.
        given_groups: Group of copies by the key of an article.

    Returns:
        64 hexadecimal digits; `before` where nothing was said.
    """
    if not corrections and not given_groups:
        return before
    said = [before, [one.says for one in corrections], sorted(given_groups.items())]
    return hashlib.sha256(json.dumps(said).encode("utf-8", "surrogatepass")).hexdigest()
