"""A table whose columns have unusual names: its reader says which column is what."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from components.bring import workers
from dateline.reading.columns import FIELDS
from dateline.reading.preview import Preview, preview
from dateline.visitor import Job

__all__ = ["File", "match"]

File = tuple[str, bytes]
"""Name and bytes of a file that was dropped."""

_NO_COLUMN = "no such column"

_MEANINGS = {
    "text": "Text",
    "title": "Title",
    "published": "Date of publication",
    "source": "Source",
    "author": "Author",
    "url": "Link",
    "agency": "Agency",
    "identifier": "Identifier",
}


@st.dialog("Which column is what?", width="large")
def match(file: File, on_job: Callable[[Job, Sequence[File]], None]) -> None:
    """Show how a table begins and ask for the meaning of its columns.

    Args:
        file: The table.
        on_job: Called with the job that reads it again and the file, before the next run.
    """
    name, data = file
    begins = _begins(name, data)
    if begins is None:
        st.text(f"{name} cannot be read as a table.")
        return
    st.text(f"{name} begins with:")
    st.dataframe(_table(begins), hide_index=True, height="content")
    columns = [*st.columns(4), *st.columns(4)]  # in this order on a small screen too
    told = {
        field: columns[at].selectbox(
            _MEANINGS[field],
            _choices(begins, field),
            index=_index(begins, field),
            format_func=lambda column: column or _NO_COLUMN,
            placeholder="Choose one",
            key=f"match_{field}_{name}",
        )
        for at, field in enumerate(FIELDS)
    }
    if st.button("Read again", key="match_read", type="primary", disabled=not told["text"]):
        chosen = {field: column or "" for field, column in told.items()}
        on_job(Job(workers.reading(), [file], columns={name: chosen}), [file])
        st.rerun()
    if told["text"]:
        st.caption("A column that is none of these is kept with its name, to filter by.")
    else:
        st.caption("Choose the column that holds the text of the articles.")


@st.cache_data(show_spinner="Opening …", max_entries=4, ttl=600)
def _begins(name: str, data: bytes) -> Preview | None:
    return workers.reading().submit(preview, name, data).result()


def _table(begins: Preview) -> pd.DataFrame:
    return pd.DataFrame(list(begins.rows), columns=list(begins.columns), dtype="str")


def _choices(begins: Preview, field: str) -> tuple[str, ...]:
    """The columns; of all but the text there may be none."""
    return begins.columns if field == "text" else ("", *begins.columns)


def _index(begins: Preview, field: str) -> int | None:
    column = begins.recognised.get(field, "")
    choices = _choices(begins, field)
    return choices.index(column) if column in choices else None
