"""What was put right in a corpus: the list, undo, and files to take along or to bring."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from dateline.corpus import Corpus
from dateline.corrections import ledger, notes, splits
from dateline.corrections.listing import listing
from dateline.errors import DatelineError
from dateline.hosting import may_write, without_paths
from dateline.plural import plural

__all__ = ["show"]

_SAID: Final = "corrections_said"
_LONG: Final = 12
"""Rows from which a table scrolls."""


def show(corpus: Corpus) -> None:
    """Draw the section of the Corpus page.

    Args:
        corpus: As it is on disk; nothing is drawn for one that is not.
    """
    folder = corpus.folder
    if folder is None:
        return
    st.subheader("Put right", anchor=False)
    said = st.session_state.pop(_SAID, "")
    if said:
        st.text(said)
    found = ledger.read(folder)
    is_writable = may_write(folder)
    chosen = _list(corpus, is_selectable=is_writable)
    if is_writable:
        gone = [corpus.corrections[row] for row in chosen]
        _buttons(corpus, len(gone), lambda: ledger.remove(folder, gone))
        _copies(corpus, lambda keys: splits.join(folder, keys))
    else:
        st.caption("This corpus can be read here, not put right.")
        _download(corpus)
    if found.set_aside:
        st.caption(
            f"{plural(len(found.set_aside), 'row')} of {ledger.FILE} could not be understood and "
            f"{'stays' if len(found.set_aside) == 1 else 'stay'} there:"
        )
        _table(pd.DataFrame([(one.row, one.reason, one.text) for one in found.set_aside],
                            columns=["Row", "Reason", "It says"]))  # fmt: skip
    if is_writable:
        _notes(corpus)


def _list(corpus: Corpus, *, is_selectable: bool) -> Sequence[int]:
    """Draw the list, the newest first; return the rows that are chosen."""
    frame = listing(corpus)
    if frame.empty:
        st.caption(
            "Nothing yet. Click a place in an article: the receipt has a button to put it right."
        )
        return ()
    shown = frame.iloc[::-1].reset_index(drop=True)
    shown["at"] = shown["at"].str.slice(0, 16).str.replace("T", " ")
    columns = {
        "surface": "Words",
        "becomes": "Is",
        "scope": "For",
        "article": "Article",
        "mentions": "Mentions",
        "note": "Why",
        "at": "When",
    }
    table = shown[list(columns)].rename(columns=columns)
    height: Any = "content" if len(shown) < _LONG else 440
    if not is_selectable:
        st.dataframe(table, hide_index=True, height=height)
        return ()
    event = st.dataframe(
        table,
        hide_index=True,
        height=height,
        on_select="rerun",
        selection_mode="multi-row",
        key=f"corrections_{len(frame)}",  # rows that are gone are chosen no longer
    )
    if len(shown) >= _LONG:  # the rest of such a table is not there for a printer
        with st.container(key="on_paper"):
            st.caption(f"Printed are the first of {len(shown):,}; *Download them* gives all.")
    rows = event.selection.rows
    return [len(frame) - 1 - row for row in rows if row < len(frame)]


def _buttons(corpus: Corpus, chosen: int, remove: Callable[[], object]) -> None:
    with st.container(horizontal=True):
        if corpus.corrections:
            st.button(
                f"Undo {plural(chosen, 'correction')}" if chosen else "Undo those chosen",
                disabled=not chosen,
                on_click=_say,
                args=(remove, f"{plural(chosen, 'correction')} undone."),
                key="corrections_undo",
            )
        _download(corpus)
    st.file_uploader(
        "Corrections from a file",
        type="csv",
        key="corrections_file",
        on_change=_import,
        args=(corpus,),
    )


def _download(corpus: Corpus) -> None:
    if corpus.corrections:
        st.download_button(
            "Download them",
            ledger.exported(corpus.corrections),
            ledger.FILE,
            "text/csv",
            on_click="ignore",
        )


def _import(corpus: Corpus) -> None:
    file = st.session_state.get("corrections_file")
    if file is None or corpus.folder is None:
        return
    found = ledger.imported(file.getvalue())
    aside = "".join(f"\nSet aside: row {one.row}: {one.reason}" for one in found.set_aside[:20])

    def add() -> str:
        added = ledger.add(corpus.folder, found.corrections) if corpus.folder else ()
        present = len(found.corrections) - len(added)
        there = f", {present:,} there already" if present else ""
        return f"{plural(len(added), 'correction')} from {file.name}{there}.{aside}"

    _say(add, "")


def _copies(corpus: Corpus, join: Callable[[Sequence[str]], object]) -> None:
    """Articles that were taken out of their group of copies."""
    keys = [key for key in corpus.given_groups if corpus.article_id(key) is not None]
    if not keys:
        return
    titles = corpus.listing([corpus.article_id(key) or 0 for key in keys], further=False)["title"]
    st.caption("Taken out of the copies they were found among:")
    for key, title in zip(keys, titles, strict=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(title or "Without a title")
            st.button(
                "Undo", key=f"join_{key}", on_click=_say, args=(lambda key=key: join([key]), "")
            )


def _notes(corpus: Corpus) -> None:
    """What readers say is wrong who may not put it right."""
    if corpus.folder is None:
        return
    found = notes.read(corpus.folder)
    if not found:
        return
    st.caption(f"{plural(len(found), 'note')} from readers, the newest first, in {notes.FILE}:")
    frame = pd.DataFrame(
        [(one.surface, one.note, one.place, one.key, one.at) for one in reversed(found)],
        columns=["Words", "Note", "Place", "Article", "When"],
    )
    _table(frame)


def _table(frame: pd.DataFrame) -> None:
    st.dataframe(frame, hide_index=True, height="content" if len(frame) < _LONG else 440)


def _say(act: Callable[[], object], words: str) -> None:
    """Do something and say what came of it in the next run."""
    try:
        came = act()
        st.session_state[_SAID] = words or (came if isinstance(came, str) else "")
    except DatelineError as error:
        st.session_state[_SAID] = without_paths(str(error))
