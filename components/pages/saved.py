"""Sharing what is shown, and the views that were saved: in the corpus, or for the visit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from components import address, saved_views, session, share
from components.choice import without
from components.pages.labels import day_of
from components.pages.shown import Shown, look
from dateline import views
from dateline.corpus import Corpus
from dateline.errors import DatelineError
from dateline.export.citation import citation
from dateline.export.statement import statement
from dateline.hosting import may_write, without_paths
from dateline.plural import plural
from dateline.query import FURTHER
from dateline.view_differences import differences as view_differences
from dateline.views import View

__all__ = ["differences", "dialog", "show", "stored"]

_KEY: Final = "views"
_SAID: Final = "views_said"
_REMOVED: Final = "view_removed"
_MOST_KEYS: Final = 2_000


def stored(folder: Path, view_id: str) -> Mapping[str, list[str]] | None:
    """The address of a view that was saved in a corpus folder, or for the visit; or None."""
    view = _find(folder, view_id)
    return None if view is None else view.address


def differences(corpus: Corpus, shown: Shown) -> tuple[str, ...] | None:
    """What is other than when the view was saved that is open; None if none is.

    Args:
        corpus: Without a visitor's own articles.
        shown: What the view shows now.
    """
    view = _find(corpus.folder, session.saved_view())
    if view is None:
        return None
    if view.fingerprint == corpus.fingerprint:  # on most runs: nothing needs to be read
        return ()
    return view_differences(view, corpus, _keys(shown))


def show(corpus: Corpus) -> None:
    """Draw the list at the side.

    Args:
        corpus: Without a visitor's own articles.
    """
    rows = [
        (
            view.id,
            view.name,
            f"Saved {day_of(datetime.fromisoformat(view.created))}, "
            f"{plural(view.shown, 'article')}, data {view.fingerprint[:8]}",
        )
        for view in _named(corpus)
    ]

    def on_open(view_id: str) -> None:
        view = _find(corpus.folder, view_id)
        if view is not None:
            session.follow(view.address, view.id)

    removed: View | None = st.session_state.pop(_REMOVED, None)
    saved_views.show(
        rows,
        changeable=None if _writable(corpus) else frozenset(_of_visit(corpus.folder)),
        removed=removed.name if removed else "",
        on_open=on_open,
        on_rename=lambda view_id, name: _rename(corpus, view_id, name),
        on_remove=lambda view_id: _remove(corpus, view_id),
        on_put_back=lambda: _put_back(corpus, removed),
    )
    said = st.session_state.pop(_SAID, "")
    if said:
        st.text(said)


def dialog(shown: Shown, corpus: Corpus, *, own: frozenset[str]) -> None:
    """Draw the dialog that shares and saves what is shown.

    Args:
        shown: What is shown.
        corpus: The corpus without the visitor's own articles.
        own: Keys of these.
    """
    linked = _as_linked(shown, corpus, own) if own else shown
    parameters = address.write(linked.choice, corpus.fingerprint, own=own, corpus=session.corpus())
    base = st.context.url or ""
    url = f"{base}?{urlencode(parameters, doseq=True)}" if parameters else base
    view = _made(shown, corpus, parameters)
    short = _short(corpus, view, base) if view and parameters and not own else ""
    known = _find(corpus.folder, view.id) if view else None
    about = statement(corpus, linked.choice.query, linked.selection)
    versions = corpus.provenance
    said = [
        f"{called.removeprefix('the ')} {versions[key]}"
        for key, called in views.VERSIONS.items()
        if versions.get(key)
    ]
    share.show(
        url,
        short=short,
        card={
            "Corpus": about.corpus,
            "Shown": about.counts,
            "Filters": about.filters,
            "Fingerprint of the data": corpus.fingerprint,
            "Made with": ", ".join(said) or "unknown versions",
        },
        citation=citation(
            corpus, linked.choice.query, linked.selection, url=short or url, seen=date.today()
        ),
        has_own=bool(own),
        name=known.name if known else "",
        on_save=lambda name: _save(shown, corpus, parameters, name),
    )


def _as_linked(shown: Shown, corpus: Corpus, own: frozenset[str]) -> Shown:
    """What the link shows, to the visitor too once he has left: all but what he brought himself.

    So what is said beside it and cited has one count and one fingerprint, which others can check.
    """
    choice = without(shown.choice, "own")
    if choice.query.copies in own:
        choice = without(choice, "copies")
    for name, _ in choice.query.further:
        if name not in corpus.further:  # a column of his own table
            choice = without(choice, f"{FURTHER}{name}")
    return look(corpus, choice)


def _made(
    shown: Shown, corpus: Corpus, parameters: Mapping[str, list[str]], name: str = ""
) -> View | None:
    kept = {key: values for key, values in parameters.items() if key != "corpus"}
    now = datetime.now(UTC).isoformat(timespec="seconds")
    count = int((~shown.corpus.own[shown.ids]).sum())
    keys = _keys(shown) or ()
    try:
        return views.made(corpus, kept, shown=count, created=now, name=name, keys=keys)
    except DatelineError:
        return None


def _keys(shown: Shown) -> list[str] | None:
    """Of the articles shown that are not the visitor's own; None if these are too many to read."""
    ids = shown.ids[~shown.corpus.own[shown.ids]]
    if len(ids) > _MOST_KEYS:
        return None
    keys: list[str] = shown.corpus.listing(ids, further=False)["key"].tolist()
    return keys


def _short(corpus: Corpus, view: View, base: str) -> str:
    """A link to the stored view; empty where it cannot be stored."""
    folder = _writable(corpus)
    if folder is None:
        return ""
    try:
        views.save(folder, view)
    except DatelineError:
        return ""
    key = session.corpus()
    return f"{base}?{urlencode({'s': view.id, **({'corpus': key} if key else {})})}"


def _save(shown: Shown, corpus: Corpus, parameters: Mapping[str, list[str]], name: str) -> str:
    """Save it; returns what to say of that."""
    view = _made(shown, corpus, parameters, name)
    if view is None:
        return "This name or this view is too long to be saved."
    before, folder = _find(corpus.folder, view.id), _writable(corpus)
    if folder is None:
        _of_visit(corpus.folder)[view.id] = view
    else:
        try:
            views.save(folder, view)
        except DatelineError as error:
            return without_paths(str(error))
    how = "Saved."
    if before and before.name not in ("", view.name):
        how = f"Saved under this name instead of “{before.name}”: the view is the same."
    until = "for everybody who opens this corpus" if folder else "until you leave"
    return f"{how} It is listed at the side {until}."


def _of_visit(folder: Path | None) -> dict[str, View]:
    """The views that one visitor saved for himself, of this corpus."""
    kept: dict[str, dict[str, View]] = st.session_state.setdefault(_KEY, {})
    return kept.setdefault(str(folder), {})


def _writable(corpus: Corpus) -> Path | None:
    """The folder of the corpus, if views can be kept in it."""
    return corpus.folder if may_write(corpus.folder) else None


def _named(corpus: Corpus) -> list[View]:
    own = sorted(_of_visit(corpus.folder).values(), key=lambda view: view.created, reverse=True)
    try:
        kept = views.named(corpus.folder) if corpus.folder else ()
    except DatelineError as error:
        st.text(without_paths(str(error)))
        kept = ()
    return list({view.id: view for view in (*kept, *own)}.values())


def _find(folder: Path | None, view_id: str) -> View | None:
    own = _of_visit(folder)
    if not view_id or view_id in own:
        return own.get(view_id)
    try:
        return views.find(folder, view_id) if folder else None
    except DatelineError:
        return None


def _rename(corpus: Corpus, view_id: str, name: str) -> None:
    own, folder = _of_visit(corpus.folder), _writable(corpus)
    try:
        plain = views.checked_name(name)
        if plain and view_id in own:
            own[view_id] = replace(own[view_id], name=plain)
        elif plain and folder is not None:
            views.rename(folder, view_id, plain)
    except DatelineError as error:
        st.session_state[_SAID] = without_paths(str(error))


def _remove(corpus: Corpus, view_id: str) -> None:
    folder, view = _writable(corpus), _find(corpus.folder, view_id)
    try:
        if _of_visit(corpus.folder).pop(view_id, None) is None and folder is not None:
            views.remove(folder, view_id)
    except DatelineError as error:
        st.session_state[_SAID] = without_paths(str(error))
    else:
        st.session_state[_REMOVED] = view


def _put_back(corpus: Corpus, view: View | None) -> None:
    folder = _writable(corpus)
    try:
        if view is not None and folder is not None:
            views.save(folder, view)
        elif view is not None:
            _of_visit(corpus.folder)[view.id] = view
    except DatelineError as error:
        st.session_state[_SAID] = without_paths(str(error))
