"""A visitor's own articles in his view of the corpus."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

import pandas as pd
import streamlit as st

from components import bring, session
from components.choice import Choice, read_article
from dateline.assembly import article_key, tables_of
from dateline.corpus import Corpus
from dateline.findings import Article, Findings
from dateline.joined import joined
from dateline.visitor import Job

__all__ = ["corpus_with_own", "show"]

_KEY: Final = "own"


@dataclass
class _Own:
    """What one visitor has brought, for as long as his visit lasts."""

    found: dict[str, tuple[Article, Findings]] = field(default_factory=dict)
    set_aside: list[pd.DataFrame] = field(default_factory=list)
    notes: tuple[str, ...] = ()
    job: Job | None = None
    corpus: Corpus | None = None
    shared: str = ""


def corpus_with_own(shared: Corpus) -> Corpus:
    """The shared corpus and what this visitor has brought, made once a change."""
    own = _own()
    if not own.found:
        return shared
    if own.corpus is None or own.shared != shared.fingerprint:
        theirs = Corpus.from_tables(tables_of(list(own.found.values())), name="yours")
        own.corpus, own.shared = joined(shared, theirs), shared.fingerprint
    return own.corpus


def show() -> None:
    """Draw the button, how far the reading is, and what came of it."""
    own = _own()
    if st.button("Bring your own articles", key="bring", icon=":material/add:", width="stretch"):
        bring.form(_start)
    if own.job is not None:
        bring.progress(own.job, _finish)
    if own.found or own.set_aside:
        aside = pd.concat(own.set_aside, ignore_index=True) if own.set_aside else pd.DataFrame()
        bring.report(len(own.found), aside, own.notes, _forget)


def _own() -> _Own:
    own: _Own = st.session_state.setdefault(_KEY, _Own())
    return own


def _start(job: Job) -> None:
    _own().job = job


def _finish(job: Job) -> None:
    """Take in what was read and open the first of it, whatever filters are on."""
    own = _own()
    keys = [article_key(article) for article, _ in job.found]
    own.found.update(zip(keys, job.found, strict=True))
    own.set_aside += [job.set_aside] if len(job.set_aside) else []
    own.notes, own.job, own.corpus = job.notes, None, None
    if keys:
        session.change(_opened, keys[0])


def _opened(choice: Choice, key: str) -> Choice:
    return read_article(replace(Choice(), view=choice.view), key)


def _forget() -> None:
    st.session_state[_KEY] = _Own()
