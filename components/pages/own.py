"""A visitor's own articles in his view of the corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from components import bring, session
from components.choice import Choice, only_own, read_article, without
from components.pages.already_here import said, same_article
from components.pages.labels import escaped
from dateline.adding import RECORDS, Adding
from dateline.assembly import article_key, tables_of
from dateline.corpus import Corpus
from dateline.corrections import Correction
from dateline.corrections.own_articles import of_articles
from dateline.findings import Article, Findings
from dateline.hosting import may_write
from dateline.joined import joined
from dateline.plural import plural
from dateline.visitor import Job

__all__ = ["corpus_with_own", "corrections", "has_any", "put_right", "show", "was_repeated"]

_KEY: Final = "own"
_MATCH: Final = "own_match"
_ADD: Final = "own_add"
_FORGET: Final = "own_forget"


@dataclass
class _Own:
    """What one visitor has brought, for as long as his visit lasts."""

    found: dict[str, tuple[Article, Findings]] = field(default_factory=dict)
    set_aside: pd.DataFrame = field(default_factory=pd.DataFrame)
    notes: tuple[str, ...] = ()
    outcome: str = ""
    tables: dict[str, bytes] = field(default_factory=dict)
    job: Job | None = None
    adding: Adding | None = None
    files: tuple[bring.File, ...] = ()
    again: frozenset[str] = frozenset()
    repeated: frozenset[str] = frozenset()
    corpus: Corpus | None = None
    shared: str = ""
    corrections: tuple[Correction, ...] = ()

    def take(self, job: Job, shared: Corpus | None = None) -> list[str]:
        """Take in what a job has read, but what is here already; returns the keys of all of it.

        Those that are new come first.
        """
        self.found = {
            key: found
            for key, found in self.found.items()
            if found[0].further.get("file") not in self.again
        }
        new, here = [], []
        for found in job.found:
            there = same_article(shared, *found) if shared is not None else ""
            key = there or article_key(found[0])
            if there or key in self.found:
                here.append(key)
            else:
                new.append(key)
                self.found[key] = found
        self.repeated = frozenset(here)
        if here:
            self.outcome = f"{self.outcome} {said(len(job.found), len(here))}".strip()
        before = self.set_aside
        if len(before):
            before = before[~before["file"].isin(self.again)]
        self.set_aside = pd.concat([before, job.set_aside], ignore_index=True)
        self.tables.update((name, data) for name, data in self.files if name in job.tables)
        self.notes, self.job, self.files, self.corpus = job.notes, None, (), None
        return [*new, *here]


def corpus_with_own(shared: Corpus) -> Corpus:
    """The shared corpus and what this visitor has brought, made once a change."""
    own = _own()
    if not own.found:
        return shared
    if own.corpus is None or own.shared != shared.fingerprint:
        theirs = Corpus.from_tables(tables_of(list(own.found.values())), name="yours")
        theirs = theirs.put_right(own.corrections)
        own.corpus, own.shared = joined(shared, theirs), shared.fingerprint
    return own.corpus


def corrections() -> tuple[Correction, ...]:
    """What this visitor put right in his own articles, the oldest first."""
    return _own().corrections


def has_any() -> bool:
    """Whether this visitor has brought articles that are in no corpus yet."""
    return bool(_own().found)


def was_repeated(key: str) -> bool:
    """Whether this visitor brought an article last that was here already."""
    return key in _own().repeated


def put_right(corrections: Sequence[Correction]) -> None:
    """Put these right in the visitor's own articles instead of what was; for the visit."""
    own = _own()
    own.corrections, own.corpus = tuple(corrections), None


def show(shared: Corpus) -> None:
    """Draw the button, how far the reading is, and what came of it.

    Args:
        shared: The corpus without the visitor's own articles, to which they can be added.
    """
    own = _own()
    if st.button("Bring your own articles", key="bring", icon=":material/add:", width="stretch"):
        bring.form(_start)
    if own.job is not None:
        bring.progress(own.job, partial(_finish, own.job, shared))
    if own.adding is not None:
        bring.progress(own.adding, partial(_added, own.adding))
    if own.found or len(own.set_aside):
        can_add = own.adding is None and _can_add_to(shared)
        bring.report(
            len(own.found),
            own.set_aside,
            own.notes,
            escaped(own.outcome),
            {name: escaped(name) for name in own.tables},
            on_match=lambda name: _ask(_MATCH, name),
            on_only=(lambda: session.change(only_own)) if _are_among_others(shared) else None,
            on_add=(lambda: _ask(_ADD, "yes")) if can_add else None,
            on_forget=(lambda: _ask(_FORGET, "yes")) if own.found else _forget,
        )
    elif own.notes or own.outcome:
        bring.how_read(own.notes, escaped(own.outcome))
    asked = st.session_state.pop(_MATCH, "")
    if asked in own.tables:
        bring.match((asked, own.tables[asked]), _start_again)
    if st.session_state.pop(_FORGET, ""):
        bring.forget(len(own.found), len(own.corrections), _forget)
    if st.session_state.pop(_ADD, "") and shared.folder is not None:
        surfaces = {
            key: [mention.surface for mention in findings.mentions]
            for key, (_, findings) in own.found.items()
        }
        bring.add(
            [article for article, _ in own.found.values()],
            of_articles(own.corrections, surfaces),
            own.set_aside,
            shared.folder,
            shared.name,
            _start_adding,
        )


def _can_add_to(shared: Corpus) -> bool:
    """Whether the corpus takes more; the demonstration does not, as it is built anew at times."""
    return may_write(shared.folder) and "demo_source" not in shared.provenance


def _are_among_others(shared: Corpus) -> bool:
    return bool(len(shared.articles)) and not session.choice().query.own


def _ask(what: str, value: str) -> None:
    st.session_state[what] = value


def _own() -> _Own:
    own: _Own = st.session_state.setdefault(_KEY, _Own())
    return own


def _start(job: Job, files: Sequence[bring.File]) -> None:
    own = _own()
    own.job, own.files, own.again, own.outcome = job, tuple(files), frozenset(), ""


def _start_again(job: Job, files: Sequence[bring.File]) -> None:
    """What was read of these files before gives way: their columns were matched by hand."""
    _start(job, files)
    _own().again = frozenset(name for name, _ in files)


def _start_adding(adding: Adding) -> None:
    _own().adding = adding


def _added(adding: Adding) -> None:
    """What is in the corpus is no longer the visitor's alone."""
    own = _own()
    own.adding = None
    if adding.built is None:
        own.outcome = adding.problem
        return
    own.outcome = f"{plural(adding.built.new, 'article')} added to the corpus."
    own.notes = tuple(note for note in adding.built.notes if RECORDS not in note)
    own.found, own.corpus, own.tables, own.corrections = {}, None, {}, ()
    session.change(without, "own")
    aside = pd.concat([own.set_aside, adding.built.set_aside])
    own.set_aside = aside.drop_duplicates(ignore_index=True)


def _finish(job: Job, shared: Corpus) -> None:
    """Take in what was read and open the first of it, whatever filters are on."""
    own, now = _own(), job.poll()
    if now.done < now.total:
        verb = "was" if now.done == 1 else "were"
        own.outcome = f"Stopped when {now.done:,} of {plural(now.total, 'article')} {verb} read."
    keys = own.take(job, shared)
    if keys:
        session.change(_opened, keys[0])


def _opened(_: Choice, key: str) -> Choice:
    return read_article(Choice(), key)  # the map goes to where it leads


def _forget() -> None:
    brought = frozenset(_own().found)
    st.session_state[_KEY] = _Own()
    session.change(_without_them, brought)


def _without_them(choice: Choice, brought: frozenset[str]) -> Choice:
    choice = without(choice, "own")
    return replace(choice, article="", mention=-1) if choice.article in brought else choice
