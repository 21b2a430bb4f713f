"""Where one visit keeps its choice: written by callbacks only, mirrored to the address bar."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Concatenate, Final, ParamSpec

import streamlit as st

from components import address
from components.choice import Choice
from dateline.errors import ChoiceError

__all__ = [
    "arrival",
    "begin",
    "came_by_link",
    "can_undo",
    "change",
    "choice",
    "corpus",
    "dropped",
    "follow",
    "give_way",
    "made_on",
    "mirror",
    "mirror_corpus",
    "open_corpus",
    "reset",
    "saved_view",
    "undo",
]

Given = ParamSpec("Given")

_KEY: Final = "visit"
_REMEMBERED: Final = 50

IsCorpus = Callable[[str], bool]
Stored = Callable[[str, str], Mapping[str, Sequence[str]] | None]


@dataclass
class _Visit:
    """The state of one visit; the only thing here that changes."""

    choice: Choice
    before: list[Choice] = field(default_factory=list)
    written: dict[str, list[str]] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    fingerprint: str = ""
    moved: bool = False
    page: str = ""
    corpus: str = ""
    view: str = ""
    by_link: bool = False
    arrival: int = 0


def begin(page: str, *, is_corpus: IsCorpus, stored: Stored) -> None:
    """Start a run of a page: take over the address if the reader came by it.

    He did at the first run, and when he goes back or forward in the browser. The address also
    differs while an earlier run's is still on its way to the browser: then a callback has just
    made a choice, and that one counts.

    Args:
        page: Name of the page; coming from another page with a bare address keeps the choice.
        is_corpus: Whether there is a corpus of a key.
        stored: Given the key of a corpus and the id of a view saved in it, its address; or None.
    """
    parameters = {name: st.query_params.get_all(name) for name in st.query_params}
    visit: _Visit | None = st.session_state.get(_KEY)
    if visit is None:
        st.session_state[_KEY] = visit = _Visit(Choice(), by_link=bool(parameters))
        _take(visit, parameters, is_corpus, stored)
    elif not visit.moved and parameters != visit.written and (parameters or page == visit.page):
        visit.before.append(visit.choice)
        _take(visit, parameters, is_corpus, stored)
    visit.moved, visit.page = False, page


def _take(
    visit: _Visit, parameters: dict[str, list[str]], is_corpus: IsCorpus, stored: Stored
) -> None:
    found = address.read(parameters)
    dropped, visit.corpus, visit.view = found.dropped, found.corpus, found.view
    if visit.corpus and not is_corpus(visit.corpus):
        dropped, visit.corpus = (*dropped, f"corpus={visit.corpus[:40]}"), ""
    if visit.view:
        kept = stored(visit.corpus, visit.view)
        if kept is None:
            dropped, visit.view = (*dropped, f"s={visit.view}"), ""
        else:
            found = address.read(kept)
            dropped += found.dropped
    visit.choice, visit.dropped, visit.fingerprint = found.choice, dropped, found.fingerprint
    visit.written = parameters


def corpus() -> str:
    """Key of the corpus that is open; empty for the one the page was started with."""
    return _visit().corpus


def open_corpus(key: str) -> None:
    """Open another corpus; for callbacks. What was asked of the one before asks nothing of it."""
    visit = _visit()
    if key != visit.corpus:
        st.session_state[_KEY] = _Visit(
            Choice(),
            moved=True,
            page=visit.page,
            corpus=key,
            by_link=visit.by_link,
            arrival=visit.arrival + 1,
        )


def came_by_link() -> bool:
    """Whether the visit began with an address that asks for something."""
    return _visit().by_link


def saved_view() -> str:
    """Id of the saved view that was opened, until the next gesture; or empty."""
    return _visit().view


def follow(parameters: Mapping[str, Sequence[str]], view: str) -> None:
    """Open a saved view; for callbacks. Can be undone.

    Args:
        parameters: Its address.
        view: Its id.
    """
    visit, found = _visit(), address.read(parameters)
    visit.before = [*visit.before, visit.choice][-_REMEMBERED:]
    visit.choice, visit.dropped, visit.fingerprint = found.choice, found.dropped, found.fingerprint
    visit.moved, visit.view = True, view
    visit.arrival += 1


def arrival() -> int:
    """How often another corpus or a saved view was opened: there the map goes where it says."""
    return _visit().arrival


def choice() -> Choice:
    """What is asked for now."""
    return _visit().choice


def change(
    gesture: Callable[Concatenate[Choice, Given], Choice], *args: Given.args, **kwargs: Given.kwargs
) -> None:
    """Make the choice that a gesture leads to; for callbacks.

    Args:
        gesture: A function of `components.choice`. If it refuses what it is given (a lasso of
            two corners), nothing changes.
        args, kwargs: What it takes after the choice.
    """
    visit = _visit()
    try:
        after = gesture(visit.choice, *args, **kwargs)
    except ChoiceError:
        return
    if after.query != visit.choice.query or after.unit != visit.choice.unit:
        visit.before = [*visit.before, visit.choice][-_REMEMBERED:]
    visit.choice, visit.moved, visit.dropped, visit.fingerprint = after, True, (), ""
    visit.view = ""


def give_way(choice: Choice, dropped: Sequence[str]) -> None:
    """Leave out what cannot be had here, and say so with what could not be read; no gesture.

    Args:
        choice: What is left.
        dropped: What was left out, as it stood in the address.
    """
    visit = _visit()
    visit.choice = choice
    visit.dropped += tuple(dropped)


def undo() -> None:
    """Back to the choice before the last that narrowed or widened."""
    visit = _visit()
    if visit.before:
        visit.choice, visit.moved = visit.before.pop(), True


def can_undo() -> bool:
    """Whether there is a choice to go back to."""
    return bool(_visit().before)


def reset() -> None:
    """Everything as at the first visit, but the open article; can be undone."""
    change(lambda old: Choice(article=old.article, view=old.view))


def dropped() -> tuple[str, ...]:
    """Parts of the address that could not be read, until the next gesture."""
    return _visit().dropped


def made_on() -> str:
    """Fingerprint in the address that was followed here, until the next gesture; or empty."""
    return _visit().fingerprint


def mirror(fingerprint: str, *, own: Collection[str] = ()) -> None:
    """Write the choice to the address bar if it has changed."""
    visit = _visit()
    _write(visit, address.write(visit.choice, fingerprint, own=own, corpus=visit.corpus))


def mirror_corpus() -> None:
    """Write only the corpus to the address bar, on pages that nothing narrows."""
    visit = _visit()
    _write(visit, {"corpus": [visit.corpus]} if visit.corpus else {})


def _write(visit: _Visit, wanted: dict[str, list[str]]) -> None:
    present = {name: st.query_params.get_all(name) for name in st.query_params}
    if wanted != present:
        st.query_params.from_dict(wanted)
    visit.written, visit.moved = wanted, False


def _visit() -> _Visit:
    visit: _Visit = st.session_state[_KEY]
    return visit
