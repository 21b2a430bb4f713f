"""Where one visit keeps its choice: written by callbacks only, mirrored to the address bar."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Concatenate, Final, ParamSpec

import streamlit as st

from components import address
from components.choice import Choice
from dateline.errors import ChoiceError

__all__ = ["begin", "can_undo", "change", "choice", "dropped", "made_on", "mirror", "reset", "undo"]

Given = ParamSpec("Given")

_KEY: Final = "visit"
_REMEMBERED: Final = 50


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


def begin(page: str) -> None:
    """Start a run of a page: take over the address if the reader came by it.

    He did at the first run, and when he goes back or forward in the browser. The address also
    differs while an earlier run's is still on its way to the browser: then a callback has just
    made a choice, and that one counts.

    Args:
        page: Name of the page; coming from another page with a bare address keeps the choice.
    """
    parameters = {name: st.query_params.get_all(name) for name in st.query_params}
    visit: _Visit | None = st.session_state.get(_KEY)
    if visit is None:
        st.session_state[_KEY] = visit = _Visit(Choice())
        _take(visit, parameters)
    elif not visit.moved and parameters != visit.written and (parameters or page == visit.page):
        visit.before.append(visit.choice)
        _take(visit, parameters)
    visit.moved, visit.page = False, page


def _take(visit: _Visit, parameters: dict[str, list[str]]) -> None:
    found = address.read(parameters)
    visit.choice, visit.dropped, visit.fingerprint = found.choice, found.dropped, found.fingerprint
    visit.written = parameters


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
    wanted = address.write(visit.choice, fingerprint, own=own)
    present = {name: st.query_params.get_all(name) for name in st.query_params}
    if wanted != present:
        st.query_params.from_dict(wanted)
    visit.written = wanted


def _visit() -> _Visit:
    visit: _Visit = st.session_state[_KEY]
    return visit
