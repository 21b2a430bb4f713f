"""The corpora that can be opened: a choice at the side, and a list to keep in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

__all__ = ["Row", "choose", "show"]

_CHOSEN: Final = "shelf_chosen"
"""Key of the corpus that was renamed, which stays chosen."""


@dataclass(frozen=True, slots=True)
class Row:
    """A corpus in words.

    Attributes:
        key: What tells it from the others.
        name: What it is called.
        label: The same as Markdown that shows it literally.
        articles: How many it holds.
        span: From when to when.
        size: On disk.
    """

    key: str
    name: str
    label: str
    articles: int
    span: str
    size: str


def choose(rows: Sequence[Row], opened: str, *, on_open: Callable[[str], None]) -> None:
    """Offer the corpora; nothing where there is no choice.

    Args:
        rows: All that can be opened.
        opened: Key of the one that is open.
        on_open: Called with the key of another, before the next run.
    """
    names = _told_apart(rows)
    if len(names) < 2 or opened not in names:
        return
    if st.session_state.get("corpus_choice") != opened:
        st.session_state["corpus_choice"] = opened
    st.selectbox(
        "Corpus",
        list(names),
        format_func=lambda key: names.get(key, key),
        key="corpus_choice",
        on_change=lambda: on_open(st.session_state["corpus_choice"]),
    )


def show(
    rows: Sequence[Row],
    opened: str,
    *,
    may_change: bool,
    on_open: Callable[[str], None],
    on_rename: Callable[[str, str], None],
    on_delete: Callable[[str], None],
) -> None:
    """List the corpora with what can be done to the one that is chosen.

    Args:
        rows: All that can be opened.
        opened: Key of the one that is open; it cannot be deleted.
        may_change: They may be renamed and deleted.
        on_open: Called with the key of the one to open.
        on_rename: Called with a key and the new name.
        on_delete: Called with the key of the one to delete, once the reader has said so.
    """
    frame = pd.DataFrame(
        {
            "Name": [f"**{row.label}**, open" if row.key == opened else row.label for row in rows],
            "Articles": [row.articles for row in rows],
            "Published": [row.span for row in rows],
            "Size": [row.size for row in rows],
        }
    )
    st.table(frame.style.format({"Articles": "{:,}"}), hide_index=True, border="horizontal")
    names = _told_apart(rows)
    first = st.session_state.get(_CHOSEN, opened)
    first = first if first in names else opened
    with st.container(horizontal=True, vertical_alignment="bottom"):
        # Without a key, it is made anew when a name changes: the browser would go on sending the
        # name that was chosen.
        chosen = st.selectbox(
            "Corpus",
            list(names),
            index=list(names).index(first) if first in names else 0,
            format_func=lambda key: names.get(key, key),
            width=320,
        )
        if chosen is None:
            return
        st.button(
            "Open", key="shelf_open", on_click=on_open, args=(chosen,), disabled=chosen == opened
        )
        if not may_change:
            return
        if st.button("Rename", key="shelf_rename"):
            _rename(chosen, _name(rows, chosen), on_rename)
        if st.button(
            "Delete",
            key="shelf_delete",
            disabled=chosen == opened,
            help="Open another one first." if chosen == opened else None,
        ):
            _delete(chosen, names[chosen], on_delete)


def _name(rows: Sequence[Row], key: str) -> str:
    return next(row.name for row in rows if row.key == key)


def _told_apart(rows: Sequence[Row]) -> dict[str, str]:
    """Key to name, with the key beside it where several have the name.

    The browser sends the name that was chosen, so two alike would be one. The first has no key.
    """
    shared = Counter(row.name for row in rows)
    return {
        row.key: f"{row.name} ({row.key})" if row.key and shared[row.name] > 1 else row.name
        for row in rows
    }


@st.dialog("Rename a corpus")
def _rename(key: str, name: str, on_rename: Callable[[str, str], None]) -> None:
    with (  # a form, so that Enter renames it
        st.form("shelf_rename_form", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        new = st.text_input("New name", value=name, max_chars=100, key=f"shelf_name_{key}")
        asked = st.form_submit_button("Rename it", key="shelf_rename_it", type="primary")
    if asked and new.strip():
        on_rename(key, new)
        st.session_state[_CHOSEN] = key
        st.rerun()
    if asked:
        st.caption("Give it a name first.")


@st.dialog("Delete a corpus?")
def _delete(key: str, name: str, on_delete: Callable[[str], None]) -> None:
    st.text(f"{name} will be deleted from disk, with the corrections and views saved in it.")
    st.markdown("The files it was built from stay where they are. This cannot be undone.")
    with st.container(horizontal=True):
        if st.button("Delete it", key="shelf_delete_it", type="primary"):
            on_delete(key)
            st.rerun()
        if st.button("Keep it", key="shelf_keep_it"):
            st.rerun()
