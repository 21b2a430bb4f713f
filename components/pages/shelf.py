"""Which corpora a visitor can open, and the one he has."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import streamlit as st

from components import session
from components import shelf as drawn
from components.pages.labels import day_of, escaped
from dateline import store
from dateline.corpora import CORPORA, Listed, corpora, delete, rename
from dateline.corrections import ledger, splits
from dateline.errors import DatelineError
from dateline.hosting import is_read_only, may_write, without_paths

__all__ = ["Shelf", "changed"]

_SAID: Final = "shelf_said"
_MB: Final = 1_000_000
_OF_A_CORPUS: Final = (store.MANIFEST, ledger.FILE, splits.FILE)


class Shelf:
    """The corpora beside the one that the page was started with.

    Args:
        first: The folder of that one. Those beside it can be opened, unless the page is read-only:
            then only those in the folder that `DATELINE_CORPORA` names, so that nothing is shown to
            strangers because of where it lies.
    """

    def __init__(self, first: Path) -> None:
        named = os.environ.get(CORPORA, "")
        self.first = first.resolve()
        beside = None if is_read_only() else self.first.parent
        self.parent = Path(named).resolve() if named else beside

    def folder(self, key: str) -> Path | None:
        """The corpus of a key; the first for an empty key, None where there is none."""
        if not key:
            return self.first
        if self.parent is None or key.startswith(".") or Path(key).name != key:
            return None
        folder = self.parent / key
        is_corpus = (folder / store.MANIFEST).is_file() and not folder.is_symlink()
        return folder if is_corpus else None

    def key(self, folder: Path | None) -> str:
        """What a corpus is called in an address: nothing for the first."""
        return "" if folder is None or folder == self.first else folder.name

    def listed(self) -> tuple[Listed, ...]:
        """All that can be opened, the first among them."""
        found = _corpora(self.parent, _stamp(self.parent)) if self.parent else ()
        if self.first not in {one.folder for one in found}:
            found = (*(one for one in corpora(self.first.parent) if one.folder == self.first),
                     *found)  # fmt: skip
        return found

    def choose(self, opened: Path | None) -> None:
        """Draw the choice at the side."""
        rows = [_row(self, one) for one in self.listed()]
        drawn.choose(rows, self.key(opened), on_open=session.open_corpus)

    def show(self, opened: Path | None) -> None:
        """Draw the list on the Corpus page."""
        listed = self.listed()
        said = st.session_state.pop(_SAID, "")
        if said:
            st.text(said)
        if len(listed) < 2 and not may_write(opened):
            return
        st.subheader("Corpora here", anchor=False)
        drawn.show(
            [_row(self, one) for one in listed],
            self.key(opened),
            may_change=not is_read_only(),
            on_open=session.open_corpus,
            on_rename=self._rename,
            on_delete=self._delete,
        )

    def _rename(self, key: str, name: str) -> None:
        folder = self.folder(key)
        try:
            if folder is not None and not is_read_only():
                rename(folder, name)
        except DatelineError as error:
            st.session_state[_SAID] = without_paths(str(error))

    def _delete(self, key: str) -> None:
        folder = self.folder(key)
        try:
            if folder is not None and key and not is_read_only():
                left = delete(folder)
                if left:
                    names = ", ".join(left[:10])
                    st.session_state[_SAID] = f"Deleted. Other files stay in its folder: {names}."
        except DatelineError as error:
            st.session_state[_SAID] = without_paths(str(error))


def changed(folder: Path) -> tuple[int, ...]:
    """When the files that make a corpus what it is were last written, in nanoseconds."""
    return tuple(_written(folder / name) for name in _OF_A_CORPUS)


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _stamp(parent: Path | None) -> tuple[tuple[str, int], ...]:
    try:
        folders = sorted(parent.iterdir()) if parent else []
    except OSError:
        return ()
    return tuple((folder.name, _written(folder / store.MANIFEST)) for folder in folders)


@st.cache_data(show_spinner=False, max_entries=8)
def _corpora(parent: Path, stamp: tuple[tuple[str, int], ...]) -> tuple[Listed, ...]:
    return corpora(parent)


def _row(shelf: Shelf, one: Listed) -> drawn.Row:
    first, last = day_of(one.first), day_of(one.last)
    size = f"{one.size / _MB:,.1f} MB" if one.size >= _MB else f"{one.size / 1000:,.0f} kB"
    span = first if first == last else f"{first} – {last}"
    return drawn.Row(shelf.key(one.folder), one.name, escaped(one.name), one.articles, span, size)
