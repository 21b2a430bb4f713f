"""Corpus: what the articles are, what was read from them and by what, and what was set aside."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd
import streamlit as st

from components.pages import corrections
from components.pages.labels import day_of, escaped, value_label
from components.pages.shelf import Shelf
from dateline.corpus import Corpus
from dateline.export.cells import plain_csv
from dateline.plural import plural
from dateline.query import Query, narrow, totals

__all__ = ["show"]

_LONG: Final = 16
"""Rows from which a table scrolls."""

_MOST: Final = 200
"""Rows of a table on the page; a browser is slow with thousands."""

_WRAPPED: Final = (
    '<style>[data-testid="stTable"] td * { overflow-wrap: anywhere !important; }'
    ' @media (max-width: 640px) { [data-testid="stTable"] :is(td, th):not(:first-of-type)'
    " { padding-left: 0.5rem !important; } }</style>"
)
"""Long names of files and fingerprints stay within a small screen, and days there in their line."""

_MADE_BY: Final = {
    "dateline": "Dateline",
    "language_model": "Language model",
    "language_model_package": "Its package",
    "gazetteer": "Gazetteer",
    "geoparser": "Trained files",
}


def show(corpus: Corpus, shelf: Shelf) -> None:
    """Draw the page.

    Args:
        corpus: The one that is open.
        shelf: Those that can be opened.
    """
    st.html(_WRAPPED)
    st.title(escaped(corpus.name or "Corpus"), anchor=False)
    shelf.show(corpus.folder)
    left, right = st.columns(2, gap="large")
    with left:
        _facts(corpus)
        _roles(corpus)
    with right:
        _sources(corpus)
    _how_it_was_read(corpus)
    corrections.show(corpus)
    _set_aside(corpus)


def _facts(corpus: Corpus) -> None:
    everything = totals(corpus, narrow(corpus, Query(roles=())))
    published = corpus.articles["published"].dropna()
    first, last = (day_of(published.min()), day_of(published.max())) if len(published) else ("", "")
    languages = corpus.articles["language"].value_counts()
    facts = {
        "Articles": f"{everything.articles:,}",
        "Texts, copies counted once": f"{everything.texts:,}",
        "Published": f"{first} – {last}" if first else "no dates",
        "Without a date": f"{everything.undated:,}",
        "Words": f"{int(corpus.articles['words'].sum()):,}",
        "Languages": ", ".join(
            f"{escaped(value_label(corpus, 'languages', str(name)))} {count:,}"
            for name, count in languages[languages > 0].items()
        ),
        "Place mentions": f"{everything.mentions:,}",
        "Of these not placed": f"{everything.unplaced:,}",
        "Places": f"{everything.places:,}",
        "Dates spoken of": f"{len(corpus.dates):,}",
        "Quotations": f"{len(corpus.quotes):,}",
    }
    own = int(corpus.own.sum())
    if own:
        facts["Of these yours, seen by you alone"] = plural(own, "article")
    st.subheader("What it holds", anchor=False)
    _table(pd.DataFrame({"What": facts.keys(), "How much": facts.values()}))
    if corpus.beyond is not None:
        st.caption("Counted on disk, since it is too large for memory; a click takes longer.")
    elif corpus.is_held_for_corrections:
        st.caption(
            "Counted in memory, since something was put right in it; else it would be on disk."
        )


def _roles(corpus: Corpus) -> None:
    if not corpus.has_roles:
        st.caption("The mentions of this corpus carry no roles, so the map shows all of them.")
        return
    counts = corpus.mentions["role"].value_counts()
    frame = counts[counts > 0].rename_axis("Role").reset_index(name="Mentions")
    frame["Role"] = frame["Role"].astype("str")
    frame["Share"] = frame["Mentions"] / frame["Mentions"].sum()
    st.subheader("Mentions by role", anchor=False)
    _table(frame)


def _sources(corpus: Corpus) -> None:
    by_source = corpus.articles.groupby("source", observed=True)
    frame = by_source.agg(
        Articles=("words", "size"), First=("published", "min"), Last=("published", "max")
    )
    frame = frame.sort_values("Articles", ascending=False).rename_axis("Source").reset_index()
    st.subheader("Sources", anchor=False)
    if frame.empty:
        st.caption("No article names its source.")
        return
    rows = frame.head(_MOST)
    _table(
        pd.DataFrame(
            {
                "Source": [escaped(source) for source in rows["Source"].astype("str")],
                "Articles": rows["Articles"].to_numpy(),
                "First": [day_of(day) for day in rows["First"]],
                "Last": [day_of(day) for day in rows["Last"]],
            }
        ),
        rest="those with most articles",
        of=len(frame),
    )


def _how_it_was_read(corpus: Corpus) -> None:
    st.subheader("How it was read", anchor=False)
    for note in corpus.provenance.get("notes", "").splitlines():
        st.text(note)
    made_by = {
        label: escaped(corpus.provenance[name])
        for name, label in _MADE_BY.items()
        if name in corpus.provenance
    }
    made_by["Fingerprint"] = corpus.fingerprint
    _table(pd.DataFrame({"By": made_by.keys(), "Version": made_by.values()}))
    st.caption(
        "The fingerprint names exactly these data. A link carries its first eight digits, so that "
        "the page can say when it is opened on other data."
    )


def _set_aside(corpus: Corpus) -> None:
    st.subheader("Set aside", anchor=False)
    if corpus.set_aside.empty:
        st.caption("Nothing: every file and every row became an article.")
        return
    many = len(corpus.set_aside)
    said = "1 row or file could not be read as an article."
    if many > 1:
        said = f"{many:,} rows or files could not be read as articles."
    st.caption(said)
    frame = corpus.set_aside.rename(
        columns={"file": "File", "row": "Row", "reason": "Reason", "text": "Begins"}
    )
    rows = frame.head(_MOST)
    _table(
        pd.DataFrame(
            {
                "Where": [
                    escaped(file if row in ("", "0") else f"{file}, row {row}")
                    for file, row in rows[["File", "Row"]].astype("str").itertuples(index=False)
                ],
                "Reason": [escaped(str(reason)) for reason in rows["Reason"]],
                "Begins": [escaped(str(text)) for text in rows["Begins"]],
            }
        ),
        rest="the list to download has all",
        of=len(frame),
    )
    st.download_button(
        "Download the list",
        plain_csv(frame),
        "set-aside.csv",
        "text/csv",
        on_click="ignore",
    )


def _table(frame: pd.DataFrame, *, of: int = 0, rest: str = "") -> None:
    """A table that is read whole on a phone and on paper; its cells are Markdown.

    Args:
        frame: Its rows, all of them or the first; numbers stand at the right, fractions as shares.
        of: How many there are in all, if these may be more.
        rest: What is said of that they are not all.
    """
    height: Any = "content" if len(frame) < _LONG else 480
    formats: dict[Any, Any] = {
        **dict.fromkeys(frame.select_dtypes("int").columns, "{:,}"),
        **dict.fromkeys(frame.select_dtypes("float").columns, "{:.0%}"),
    }
    said = frame.style.format(formats) if formats else frame
    st.table(said, hide_index=True, height=height, border="horizontal")
    if of > len(frame):
        st.caption(f"These are {len(frame):,} of {of:,}: {rest}.")
