"""Borders of the reader's own on the map, for as long as the visit lasts."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import streamlit as st

from dateline.borders import FILE_NAME, LARGEST_BYTES, Borders, of_folder, read
from dateline.credits import BORDERS
from dateline.errors import ReadingError

__all__ = ["button", "drawn", "given", "statement"]

_KEY: Final = "borders"
_INSTEAD: Final = "borders_instead"
_FILE, _BOX = "borders_file", "borders_box_instead"


def drawn(folder: Path | None) -> dict[str, Any] | None:
    """What the map draws besides its own borders, or instead of them.

    Args:
        folder: Of the corpus; the borders in it are those of everybody who brings none.
    """
    borders = _borders(folder)
    return borders.drawn(instead=_instead()) if borders else None


def given(folder: Path | None) -> tuple[Borders | None, bool]:
    """The borders beside the map's own, and whether they are drawn instead of those."""
    return _borders(folder), _instead()


def statement(folder: Path | None) -> str:
    """Whose borders the map shows."""
    borders = _borders(folder)
    if borders is None:
        return BORDERS
    whose = "the reader" if isinstance(st.session_state.get(_KEY), Borders) else "this corpus"
    return borders.statement(whose, instead=_instead())


def button(folder: Path | None) -> None:
    """Draw what opens the choice."""
    if st.button("Borders", type="tertiary", key="borders_button"):
        _choose(folder)


@st.dialog("Borders of your own")
def _choose(folder: Path | None) -> None:
    """Ask for them; what is chosen is seen at once on the map, so the dialog goes."""
    st.caption("Lines of your own as GeoJSON in degrees, for this visit; they go nowhere else.")
    file = st.file_uploader(
        "GeoJSON", type=["geojson", "json"], key=_FILE, max_upload_size=LARGEST_BYTES // 1_000_000
    )
    if file is not None:
        try:
            st.session_state[_KEY] = read(file.getvalue(), name=file.name)
        except ReadingError as error:
            st.text(str(error))
        else:
            st.rerun()
    if _borders(folder):
        instead = st.checkbox("Instead of the map's own", value=_instead(), key=_BOX)
        if instead != _instead():
            st.session_state[_INSTEAD] = instead
            st.rerun()
    if isinstance(st.session_state.get(_KEY), Borders) and st.button(
        "Without them again", key="borders_off"
    ):
        st.session_state[_KEY] = None
        st.rerun()


def _instead() -> bool:
    return bool(st.session_state.get(_INSTEAD))


def _borders(folder: Path | None) -> Borders | None:
    own = st.session_state.get(_KEY)
    if isinstance(own, Borders):
        return own
    if folder is None:
        return None
    path = folder / FILE_NAME
    return _of_folder(str(folder), path.stat().st_mtime_ns) if path.is_file() else None


@st.cache_data(max_entries=8, show_spinner=False)
def _of_folder(folder: str, changed: int) -> Borders | None:
    """The borders of a corpus; none if they cannot be read, which is no reason to show no map."""
    try:
        return of_folder(Path(folder))
    except ReadingError:
        return None
