"""The table twin of the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from dateline.figures.days import Bin

__all__ = ["Stacked", "show_table", "with_series"]

_LONG: Final = 13
"""Rows from which the table scrolls."""


@dataclass(frozen=True)
class Stacked:
    """What the bars are stacks of.

    Attributes:
        by: `place`, `source` or `role`.
        values: What each series stands for, as `dateline.query.stacked.Stack` has them.
        labels: What each is called.
        others: How many further values the next series joins.
        counts: Rows of `day`, `series` and the unit.
    """

    by: str
    values: tuple[str, ...]
    labels: tuple[str, ...]
    others: int
    counts: pd.DataFrame


@st.dialog("The timeline as a table", width="medium")
def show_table(
    published: pd.DataFrame,
    spoken: pd.DataFrame | None,
    stacked: Stacked | None,
    labels: Sequence[str],
    *,
    size: Bin,
    unit: str,
) -> None:
    """Open the table twin.

    Args:
        published, spoken: As the timeline has them.
        stacked: What the bars of publication are stacks of.
        labels: What its series are called, the one of the others included.
        size: The bin that all are counted in.
        unit: The column of `published` that is drawn, and its name.
    """
    table = _joined(published, spoken, unit)
    if stacked:
        table = with_series(table, stacked, labels, unit)
    st.caption(f"A row a {size} with articles published or speaking of it; the others have none.")
    st.dataframe(
        table,
        hide_index=True,
        height="content" if len(table) < _LONG else 460,
        column_config={"From": st.column_config.DateColumn(format="D MMM YYYY", pinned=True)},
    )


def _joined(published: pd.DataFrame, spoken: pd.DataFrame | None, unit: str) -> pd.DataFrame:
    heading = f"{unit.capitalize()} published"
    table = published[["day", unit]].rename(columns={"day": "From", unit: heading})
    if spoken is not None:
        other = spoken[["day", "articles"]].rename(
            columns={"day": "From", "articles": "Articles speaking of it"}
        )
        table = table.merge(other, on="From", how="outer").sort_values("From")
        table = table.fillna({heading: 0, "Articles speaking of it": 0})
        table = table.astype({heading: "int64", "Articles speaking of it": "int64"})
    return table.assign(From=table["From"].dt.date)


def with_series(
    table: pd.DataFrame, stacked: Stacked, labels: Sequence[str], unit: str
) -> pd.DataFrame:
    """A column more for each series."""
    for number, label in enumerate(labels):
        rows = stacked.counts[stacked.counts["series"] == number]
        if len(rows):
            counted = dict(zip(rows["day"].dt.date, rows[unit].tolist(), strict=True))
            name = label if label not in table.columns else f"{label} ({number + 1})"
            table = table.assign(**{name: [counted.get(day, 0) for day in table["From"]]})
    return table
