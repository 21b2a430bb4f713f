"""The left of Explore: where the coverage looks, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from components import place_map, session, timeline
from components.choice import Choice, days, pick_place, within
from components.pages.shown import Opened, Shown

__all__ = ["show"]

_MAP_PIXELS = 440
_TIMELINE_PIXELS = 170


def show(shown: Shown, opened: Opened | None, *, dark: bool) -> None:
    """Draw map and timeline."""
    query, choice = shown.choice.query, shown.choice
    place_map.show(
        shown.places(),
        on_choice=_on_map,
        chosen=query.places.include,
        ringed=opened.places if opened else (),
        area=query.area,
        view=place_map.View(*choice.view) if choice.view else None,
        unit=choice.unit,
        largest=shown.largest(),
        unplaced=shown.totals.unplaced,
        dark=dark,
        height=_MAP_PIXELS,
    )
    when = shown.timeline()
    if when.span is None:
        st.caption("No article here has a date of publication, so there is no timeline.")
        return
    timeline.show(
        when.published,
        when.spoken if len(shown.corpus.dates) else None,
        span=when.span,
        size=when.size,
        on_choice=_on_timeline,
        chosen=timeline.Days(*query.published),
        chosen_spoken=timeline.Days(*query.spoken),
        undated=shown.totals.undated,
        unit=choice.unit,
        dark=dark,
        height=_TIMELINE_PIXELS,
    )


def _on_map(gesture: place_map.MapGesture) -> None:
    if gesture.view:  # what the map shows comes with every gesture, so that a link can hold it
        session.change(_looking_at, gesture.view)
    if gesture.kind == "click":
        session.change(pick_place, gesture.places[0], add=gesture.shift)
    elif gesture.kind == "area":
        session.change(within, gesture.polygon)
    elif gesture.kind == "clear":
        session.change(_anywhere)
    elif gesture.kind == "unplaced":
        st.session_state["dialog"] = "tray"


def _looking_at(choice: Choice, view: place_map.View) -> Choice:
    longitude, latitude = round(view.longitude, 4), round(view.latitude, 4)
    return replace(choice, view=(longitude, latitude, round(view.zoom, 2)))


def _on_timeline(gesture: timeline.TimeGesture) -> None:
    if gesture.kind == "clear":
        session.change(_any_day)
    else:
        session.change(_brushed, gesture.strip, gesture.days)


def _brushed(choice: Choice, strip: timeline.Strip, between: timeline.Days) -> Choice:
    """The days brushed; brushed again, they are gone."""
    asked: tuple[date | None, date | None] = (between.first, between.last)
    is_same = getattr(choice.query, strip) == asked
    return days(choice, (None, None) if is_same else asked, strip=strip)


def _anywhere(choice: Choice) -> Choice:
    query = choice.query.without("area", "near")
    return replace(choice, query=replace(query, places=replace(query.places, include=())), page=0)


def _any_day(choice: Choice) -> Choice:
    return replace(choice, query=choice.query.without("published", "spoken"), page=0)
