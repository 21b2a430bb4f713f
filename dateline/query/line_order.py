"""Lines of a concordance in an order in which the eye sees what recurs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pandas as pd

__all__ = ["ORDERS", "in_order"]

ORDERS: Final[Mapping[str, str]] = {
    "list": "as in the list",
    "before": "by the words before",
    "keyword": "by the keyword",
    "after": "by the words after",
    "newest": "newest first",
    "oldest": "oldest first",
}
"""Orders by name, in words."""


def in_order(lines: pd.DataFrame, order: str) -> pd.DataFrame:
    """The same lines in another order; equal ones stay as they stood.

    Args:
        lines: Of `dateline.query.concordance`: `before`, `keyword`, `after`, each `str`, and
            `published` (datetime64), of which undated lines come last.
        order: One of `ORDERS`. The words before are compared from the keyword leftwards; lines
            without any come last.

    Returns:
        The rows with their index.
    """
    if order in ("newest", "oldest"):
        return lines.sort_values(
            "published", ascending=order == "oldest", kind="stable", na_position="last"
        )
    if order not in ("before", "keyword", "after"):
        return lines
    step = -1 if order == "before" else 1
    words = lines[order].map(lambda text: _words(text)[::step])
    return lines.loc[sorted(lines.index, key=lambda row: (not words[row], words[row]))]


def _words(text: str) -> tuple[str, ...]:
    return tuple("".join(c if c.isalnum() else " " for c in text.casefold()).split())
