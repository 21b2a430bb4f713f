"""Articles of one's own: dropped or pasted, read in a worker process, seen by nobody else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pandas as pd
import streamlit as st

from components.bring import workers
from components.bring.matching import File, match
from dateline.adding import Adding
from dateline.corrections import Correction
from dateline.export.cells import plain_csv
from dateline.findings import Article
from dateline.plural import plural
from dateline.reading import ENDINGS
from dateline.visitor import Job, Pasted

__all__ = ["File", "add", "form", "how_read", "match", "progress", "report"]

_LONGEST = 200_000
"""Characters that can be pasted; a longer text comes as a file."""

_USUAL = ("pdf", "docx", "txt", "html", "csv", "xlsx")
"""Endings to be named first, where there is room for a few."""

_SHOWN = 50
"""Rows set aside that are listed on the page; the file has all of them."""


@st.dialog("Bring your own articles", width="medium")
def form(on_job: Callable[[Job, Sequence[File]], None]) -> None:
    """Ask for files or a text.

    Args:
        on_job: Called with the job that reads them and the files, before the next run.
    """
    st.markdown(
        "They are read on the machine that serves this page, shown to you alone, and gone when you "
        "leave. No link holds them."
    )
    dropped = st.file_uploader(
        "Files",
        type=sorted((ending.removeprefix(".") for ending in ENDINGS), key=_usual_first),
        accept_multiple_files=True,
        key="bring_files",
        help="Text: the first line is the title, then a blank line, then the article. "
        "Tables: one row an article; title, text, date and source are recognised by name.",
    )
    text = st.text_area(
        "Or paste one",
        key="bring_text",
        height=160,
        max_chars=_LONGEST,
        placeholder="Title\n\nPLACE: The article …",
    )
    left, middle, right = st.columns(3)
    title = left.text_input("Its title", key="bring_title", max_chars=300)
    source = middle.text_input("Its source", key="bring_source", max_chars=200)
    day = right.date_input("Its date", value=None, key="bring_day", min_value="1500-01-01")
    if st.button("Read", key="bring_read", type="primary"):
        files = [(file.name, file.getvalue()) for file in dropped or ()]
        if files or text.strip():
            pasted = Pasted(text, title, source, day) if text.strip() else None
            on_job(Job(workers.reading(), files, pasted), files)
            st.rerun()
        st.caption("Nothing to read yet: drop a file or paste a text.")


def _usual_first(ending: str) -> int:
    return _USUAL.index(ending) if ending in _USUAL else len(_USUAL)


@st.fragment(run_every=0.5)
def progress(job: Job | Adding, on_done: Callable[[], None]) -> None:
    """Say how far a job is; it asks again twice a second until the page runs without it.

    Args:
        job: The job.
        on_done: Called once nothing is left to do; the whole page then runs again.
    """
    now = job.poll()
    if now.is_done:
        on_done()
        st.rerun()
    share = now.done / now.total if now.total else 0.0
    doing = "Adding your articles" if isinstance(job, Adding) else "Reading your articles"
    said = f"{doing}: {now.done:,} of {now.total:,}" if now.total else "Opening …"
    if now.seconds_left is not None:
        said += f", {_remaining(now.seconds_left)}"
    st.progress(min(share, 1.0), text=said)
    st.button("Stop", key="bring_stop", on_click=job.cancel, type="tertiary")


@st.dialog("Add to the corpus?")
def add(
    articles: Sequence[Article],
    corrections: Sequence[Correction],
    set_aside: pd.DataFrame,
    folder: Path,
    name: str,
    on_job: Callable[[Adding], None],
) -> None:
    """Ask whether articles shall go into the corpus.

    Args:
        articles: The visitor's own.
        corrections: What he put right in them.
        set_aside: What could not be read of what they came in.
        folder: The corpus.
        name: What it is called.
        on_job: Called with the job that adds them, before the next run.
    """
    them = _them(len(articles))
    st.text(
        f"{plural(len(articles), 'article')} of yours will be added to {name}, and whoever opens "
        f"that corpus sees {them}. {'It' if them == 'it' else 'They'} cannot be taken out again "
        "here."
    )
    along = []
    if corrections:
        along.append(f"what you put right in {them} ({plural(len(corrections), 'correction')})")
    if len(set_aside):
        along.append(f"the list of what was set aside ({plural(len(set_aside), 'row')})")
    if along:
        verb = "goes" if len(along) == 1 else "go"
        st.text(f"With {them} {verb} {' and '.join(along)}.")
    if st.button(f"Add {them}", key="bring_add_them", type="primary"):
        on_job(
            Adding(workers.adding(), articles, folder, corrections=corrections, set_aside=set_aside)
        )
        st.rerun()


@st.dialog("Take away?")
def forget(count: int, corrections: int, on_forget: Callable[[], None]) -> None:
    """Ask whether a visitor's articles shall go.

    Args:
        count: How many he has.
        corrections: How often he put something right in them.
        on_forget: Called when they shall, before the next run.
    """
    them = _them(count)
    also = f", with what you put right in {them} ({plural(corrections, 'correction')})"
    st.text(
        f"{plural(count, 'article')} of yours will be gone from this page{also * bool(corrections)}"
        ". The files stay as they are where you have them."
    )
    with st.container(horizontal=True):
        gone = st.button(
            f"Take {them} away", key="bring_forget_them", type="primary", on_click=on_forget
        )
        if gone or st.button(f"Keep {them}", key="bring_keep_them"):
            st.rerun()


def _them(count: int) -> str:
    return "it" if count == 1 else "them"


def how_read(notes: Sequence[str], outcome: str = "") -> None:
    """Say what was decided while reading, folded away but for one short note.

    Args:
        notes: What was decided.
        outcome: What came of stopping, or of adding them to the corpus, as Markdown; never folded
            away.
    """
    if outcome:
        st.caption(outcome)
    if notes:
        with st.expander("How they were read", expanded=len(notes) == 1):
            for note in notes:
                st.text(note)


def _remaining(seconds: float) -> str:
    """`about 40 s left`, to ten seconds, or to minutes."""
    if seconds < 90:
        return f"about {max(10, 10 * round(seconds / 10))} s left"
    return f"about {round(seconds / 60)} min left"


def report(
    count: int,
    set_aside: pd.DataFrame,
    notes: tuple[str, ...],
    outcome: str,
    tables: Mapping[str, str],
    *,
    on_match: Callable[[str], None],
    on_only: Callable[[], None] | None,
    on_add: Callable[[], None] | None,
    on_forget: Callable[[], None],
) -> None:
    """Say what came of what was brought.

    Args:
        count: Articles that were read.
        set_aside: What was not, with `file`, `row`, `reason`, `text`.
        notes: What was decided on the way.
        outcome: What came of stopping, or of adding them to the corpus, as Markdown; or empty.
        tables: Names of the files whose columns can be matched by hand, with each as Markdown.
        on_match: Called with the name of the one to be matched.
        on_only: Called when nothing but them shall be shown; None where that is so.
        on_add: Called when they shall go into the corpus; None where it cannot be written to.
        on_forget: Called when the visitor takes them away.
    """
    if count:
        verb = "is" if count == 1 else "are"
        st.caption(f"{plural(count, 'article')} of yours {verb} shown to you alone.")
        if on_only:
            st.button(f"Show only {_them(count)}", key="bring_only", on_click=on_only)
    if len(set_aside):
        with st.expander(f"{len(set_aside):,} of yours set aside", expanded=not count):
            for row in set_aside.head(_SHOWN).to_dict("records"):
                where = f"{row['file']}, row {row['row']}" if row["row"] else row["file"]
                st.text(f"{where}: {row['reason']}" if where else row["reason"])
            if len(set_aside) > _SHOWN:
                st.text(f"and {len(set_aside) - _SHOWN:,} more")
            st.download_button(
                "Download the list",
                plain_csv(set_aside),
                "set-aside.csv",
                "text/csv",
                key="bring_aside",
                on_click="ignore",
            )
    how_read(notes, outcome)
    for at, (name, written) in enumerate(tables.items()):
        st.button(
            f"Match the columns of {written}",
            key=f"bring_match_{at}",
            on_click=on_match,
            args=(name,),
            help="Say which column of the table holds the title, the text, the date and so on.",
        )
    if count and on_add:
        st.button(f"Add {_them(count)} to the corpus", key="bring_add", on_click=on_add)
    if count or len(set_aside):
        # Where nothing was read, what is taken away is the list of what was set aside.
        label = f"Take {_them(count or len(set_aside))} away"
        st.button(label, key="bring_forget", on_click=on_forget, type="tertiary")
