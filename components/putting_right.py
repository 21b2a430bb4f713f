"""The form in which a reader says what a mention is instead, and for how many."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import streamlit as st

from dateline.corrections import NOT_A_PLACE, Point, Scope
from dateline.errors import CorrectionError, DatelineError
from dateline.gazetteer import PRECISIONS

__all__ = ["Counted", "Online", "Option", "Said", "form", "note_form"]

_LONGEST: Final = 500

_AS_IT_IS: Final = "as it is"
_BY_NAME: Final = "another place, by name"
_BY_POINT: Final = "another place, by its coordinates"
_NONE: Final = "not a place"


class Option(NamedTuple):
    """A place to choose.

    Attributes:
        value: Its gazetteer id.
        label: What the reader sees, as Markdown.
    """

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a reader has said.

    Attributes:
        scope: For what it holds.
        place: Gazetteer id, a point, `NOT_A_PLACE`, or empty: as it is.
        role: A role, or empty: as it is.
        note: Why.
    """

    scope: Scope
    place: str
    role: str
    note: str


class Online(NamedTuple):
    """A service on the network that knows more names.

    Attributes:
        told: What is sent to whom, in a sentence.
        ask: From a name to places; raises what `dateline.errors` has.
    """

    told: str
    ask: Callable[[str], Sequence[Option]]


@dataclass(frozen=True, slots=True)
class Counted:
    """How much it would touch.

    Attributes:
        label: What it holds for, with the number, as Markdown.
        sentence: What these mentions are now, as Markdown, or empty.
        mentions: How many.
    """

    label: str
    sentence: str
    mentions: int


def form(
    *,
    now: str,
    candidates: Sequence[Option],
    role: str,
    roles: Mapping[str, str],
    search: Callable[[str], Sequence[Option]],
    online: Online | None,
    count: Callable[[str, str], Mapping[Scope, Counted]],
    remark: str,
) -> Said | None:
    """Draw the form.

    Args:
        now: The place it has, as Markdown.
        candidates: Other places that were considered.
        role: The role it has, or empty.
        roles: Each role with what it means.
        search: From a name to places.
        online: Where else a name can be asked for, at a click; None where nothing may be sent.
        count: From place and role as in `Said` to what each scope would touch; both may be empty.
        remark: What else the reader should know, as Markdown, or empty.

    Returns:
        What was said, in the run in which the button was clicked.
    """
    place = _place(now, candidates, search, online)
    left, right = st.columns(2)
    chosen = left.selectbox(
        "Role",
        ["", *(name for name in roles if name != role)],
        format_func=lambda name: f"{name}: {roles[name]}" if name else _kept(role),
        key="right_role",
        disabled=place == NOT_A_PLACE,
    )
    note = right.text_input("Why (if you like)", max_chars=_LONGEST, key="right_note")
    new_role = "" if place == NOT_A_PLACE else chosen or ""
    counted = count(place or "", new_role)
    scope: Scope = st.radio(
        "For", list(counted), format_func=lambda one: counted[one].label, key="right_scope"
    )
    if counted[scope].sentence:
        st.caption(counted[scope].sentence)
    if remark:
        st.caption(remark)
    says_something = place is not None and bool(place or new_role)
    done = st.button("Put right", type="primary", disabled=not says_something, key="right_done")
    return Said(scope, place or "", new_role, note) if done and says_something else None


def note_form(*, now: str, to_send: str) -> str | None:
    """Draw the form for a reader who may not put it right.

    Args:
        now: The place it has, as Markdown.
        to_send: Where no note can be kept: what he can send to the owner; else empty.

    Returns:
        The note, in the run in which the button was clicked.
    """
    st.markdown(f"It stands at: {now}")
    if to_send:
        st.caption("Nothing can be written here. Send this to whoever keeps the corpus:")
        st.code(to_send, language=None, wrap_lines=True)
        return None
    st.caption("You can read here, not change. A note goes to whoever keeps the corpus.")
    note = st.text_area("What is wrong?", max_chars=_LONGEST, key="wrong_note")
    done = st.button("Leave the note", type="primary", key="wrong_done")
    if done and not note.strip():
        st.caption("Nothing is written yet.")
    return note.strip() if done and note.strip() else None


def _kept(role: str) -> str:
    return f"{_AS_IT_IS} ({role})" if role else _AS_IT_IS


def _place(
    now: str,
    candidates: Sequence[Option],
    search: Callable[[str], Sequence[Option]],
    online: Online | None,
) -> str | None:
    """The place that was chosen; empty: as it is, None: not said yet."""
    labels = {
        "": f"{now} — {_AS_IT_IS}",
        **{option.value: option.label for option in candidates},
        _BY_NAME: _BY_NAME,
        _BY_POINT: _BY_POINT,
        NOT_A_PLACE: _NONE,
    }
    chosen = st.radio("It is", list(labels), format_func=labels.__getitem__, key="right_place")
    if chosen == _BY_NAME:
        return _by_name(search, online)
    return _by_point() if chosen == _BY_POINT else chosen


def _by_name(search: Callable[[str], Sequence[Option]], online: Online | None) -> str | None:
    name = st.text_input(
        "Name, in any script; with a comma, what it lies in",
        placeholder="Tripoli, Lebanon – then Enter",
        key="right_name",
        max_chars=200,
    )
    if not name.strip():
        return None
    options = [*search(name), *(_elsewhere(name, online) if online else ())]
    found = {option.value: option.label for option in options}
    if not found:
        st.caption("The gazetteer has no such name.")
        return None
    if len(found) == 1:  # nothing to choose from: it need not be clicked
        (st.session_state["right_found"],) = found
    return st.radio(
        "Which of them", list(found), format_func=found.__getitem__, index=None, key="right_found"
    )


def _elsewhere(name: str, online: Online) -> Sequence[Option]:
    """What a service knows of a name that the reader has sent it, by a click and not before."""
    if st.button("Ask online for this name", key="right_online", help=online.told):
        st.session_state["right_asked"] = name
    if st.session_state.get("right_asked") != name:
        st.caption(online.told)
        return ()
    try:
        found = online.ask(name)
    except DatelineError as error:
        del st.session_state["right_asked"]
        st.text(str(error))
        return ()
    if not found:
        st.caption("Nor has the service.")
    return found


def _by_point() -> str | None:
    given = st.text_input(
        "Latitude and longitude in degrees",
        placeholder="36.2012 37.1612",
        key="right_point",
        max_chars=60,
    )
    size = st.selectbox("It is a", PRECISIONS, key="right_precision")
    if not given.strip():
        return None
    try:
        point = Point.parse(f"{given} {size}")
    except CorrectionError as error:
        st.caption(f"This is no point on earth; {error.expected}; {error.todo}.")
        return None
    if point is None:
        st.caption("Two numbers with a decimal point, the latitude first.")
    return str(point) if point else None
