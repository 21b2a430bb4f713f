"""Lines of text with a keyword in the middle, to be read down, sorted, saved and opened."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

__all__ = ["show"]


@st.dialog("In context", width="large")
def show(
    lines: pd.DataFrame,
    *,
    about: str,
    file_name: str,
    make_file: Callable[[], bytes],
    on_open: Callable[[int], None],
) -> None:
    """Draw the lines.

    Args:
        lines: `before`, `keyword`, `after`, `Published` (datetime64) and whatever else is to be
            shown, named as shown.
        about: What the lines are of, and how many.
        file_name: What the table is saved as.
        make_file: Makes it, at the click.
        on_open: Called with the number of the row whose article is to be opened.
    """
    st.text(about)
    if lines.empty:
        return
    frame = lines.rename(columns={"before": "Before", "keyword": "Keyword", "after": "After"})
    columns = st.column_config
    event = st.dataframe(
        frame,
        hide_index=True,
        height=480,
        key="in_context",
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            "Before": columns.TextColumn(width="large", alignment="right"),
            "Keyword": columns.TextColumn(width="small"),
            "Published": columns.DateColumn(format="D MMM YYYY"),
            "After": columns.TextColumn(width="large"),
        },
    )
    chosen, file = st.columns([3, 1], vertical_alignment="center")
    chosen.caption("A column's head sorts by it. Choose a row to open its article there.")
    file.download_button("Save as CSV", make_file, file_name, "text/csv", width="stretch")
    rows = event["selection"]["rows"]
    if rows:
        on_open(int(rows[0]))
        st.rerun()
