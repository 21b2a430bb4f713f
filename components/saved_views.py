"""Views that were saved under a name: opened, renamed, removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

__all__ = ["Row", "show"]

Row = tuple[str, str, str]
"""Id of a view, its name, and when it was saved on which data."""


def show(
    rows: Sequence[Row],
    *,
    changeable: frozenset[str] | None,
    removed: str,
    on_open: Callable[[str], None],
    on_rename: Callable[[str, str], None],
    on_remove: Callable[[str], None],
    on_put_back: Callable[[], None],
) -> None:
    """Draw the list; nothing where there is none.

    Args:
        rows: The views, in the order of the list.
        changeable: Ids of those that may be renamed and removed; None for all.
        removed: Name of the one that was removed just now, or empty.
        on_open: Called with the id of the one to open.
        on_rename: Called with an id and the new name.
        on_remove: Called with the id of the one to remove.
        on_put_back: Called when the one that was removed shall come back.
    """
    if rows:
        with st.expander(f"Saved views ({len(rows)})", expanded=len(rows) <= 5):
            for view_id, name, about in rows:
                st.button(
                    _plain(name),
                    key=f"view_{view_id}",
                    on_click=on_open,
                    args=(view_id,),
                    width="stretch",
                    help=about,
                )
            mine = [row for row in rows if changeable is None or row[0] in changeable]
            if mine and st.button("Rename or remove", type="tertiary", key="views_change"):
                _change(mine, on_rename, on_remove)
    if removed:
        with st.container(key="view_gone", gap="xxsmall"):
            st.caption(f"Removed: {_plain(removed)}")
            st.button("Put it back", key="view_put_back", type="tertiary", on_click=on_put_back)


@st.dialog("Rename or remove a view")
def _change(
    rows: Sequence[Row],
    on_rename: Callable[[str, str], None],
    on_remove: Callable[[str], None],
) -> None:
    names = {view_id: name for view_id, name, _ in rows}
    chosen = st.selectbox(
        "View", list(names), format_func=lambda one: names.get(one, one), key="view_chosen"
    )
    if chosen is None:
        return
    with (  # a form, so that Enter renames it
        st.form("view_rename_form", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        key = f"view_name_{chosen}"
        new = st.text_input("New name", value=names[chosen], max_chars=100, key=key)
        renamed = st.form_submit_button(
            "Rename",
            key="view_rename",
            type="primary",
            on_click=lambda: on_rename(chosen, st.session_state[key]),
        )
    removed = st.button("Remove", key="view_remove", on_click=on_remove, args=(chosen,))
    if renamed and not new.strip():
        st.caption("Give it a name first.")
    elif renamed or removed:
        st.rerun()
    st.caption("A short link to a view that was removed no longer works.")


def _plain(name: str) -> str:
    """A name as a label that shows it literally, whatever signs of Markdown stand in it."""
    return "".join(f"\\{c}" if c.isascii() and not (c.isalnum() or c == " ") else c for c in name)
