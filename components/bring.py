"""Articles of one's own: dropped or pasted, read in a worker process, seen by nobody else."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from dateline.reading import ENDINGS
from dateline.visitor import Job, Worker

__all__ = ["form", "progress", "report"]

_LONGEST = 200_000
"""Characters that can be pasted; a longer text comes as a file."""


@st.cache_resource(show_spinner=False)
def _worker() -> Worker:
    """One process for all visitors, started with the first article."""
    return Worker()


@st.dialog("Bring your own articles", width="medium")
def form(on_job: Callable[[Job], None]) -> None:
    """Ask for files or a text.

    Args:
        on_job: Called with the job that reads them, before the next run.
    """
    st.markdown(
        "They are read on the machine that serves this page, shown to you alone, and gone when you "
        "leave. No link holds them."
    )
    files = st.file_uploader(
        "Files",
        type=[ending.removeprefix(".") for ending in ENDINGS],
        accept_multiple_files=True,
        key="bring_files",
        help="Text: the first line is the title, then a blank line, then the article. "
        "Tables: one row an article; title, text, date and source are recognised by name.",
    )
    pasted = st.text_area(
        "Or paste one",
        key="bring_text",
        height=200,
        max_chars=_LONGEST,
        placeholder="Title\n\nPLACE: The article …",
    )

    def start() -> None:
        named = [(file.name, file.getvalue()) for file in files or ()]
        on_job(Job(_worker(), named, st.session_state["bring_text"]))

    if st.button(
        "Read", key="bring_read", type="primary", disabled=not (files or pasted), on_click=start
    ):
        st.rerun()


@st.fragment(run_every=0.5)
def progress(job: Job, on_done: Callable[[Job], None]) -> None:
    """Say how far a job is; it asks again twice a second until the page runs without it.

    Args:
        job: The job.
        on_done: Called once nothing is left to do; the whole page then runs again.
    """
    now = job.poll()
    if now.is_done:
        on_done(job)
        st.rerun()
    share = now.done / now.total if now.total else 0.0
    said = f"Reading your articles: {now.done:,} of {now.total:,}" if now.total else "Opening …"
    st.progress(min(share, 1.0), text=said)
    st.button("Stop", key="bring_stop", on_click=job.cancel, type="tertiary")


def report(
    count: int, set_aside: pd.DataFrame, notes: tuple[str, ...], on_forget: Callable[[], None]
) -> None:
    """Say what came of what was brought.

    Args:
        count: Articles that were read.
        set_aside: What was not, with `file`, `row`, `reason`, `text`.
        notes: What was decided on the way.
        on_forget: Called when the visitor takes them away.
    """
    said = "1 article of yours is" if count == 1 else f"{count:,} articles of yours are"
    if count:
        st.caption(f"{said} shown to you alone.")
    if len(set_aside):
        with st.expander(f"{len(set_aside):,} of yours set aside", expanded=not count):
            for row in set_aside.head(50).to_dict("records"):
                where = f"{row['file']}, row {row['row']}" if row["row"] else row["file"]
                st.text(f"{where}: {row['reason']}" if where else row["reason"])
            st.download_button(
                "Download the list",
                set_aside.to_csv(index=False).encode("utf-8"),
                "set-aside.csv",
                "text/csv",
                key="bring_aside",
                on_click="ignore",
            )
    for note in notes:
        st.text(note)
    if count or len(set_aside):
        st.button("Take them away", key="bring_forget", on_click=on_forget, type="tertiary")
