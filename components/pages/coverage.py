"""The left of Explore: where the coverage looks, and when."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, Final

import streamlit as st

from components import address, own_borders, place_map, session, timeline
from components.choice import BINS, STACKS, Choice, around, days, pick_place, within
from components.pages.labels import NOTHING, day_of, filters_on
from components.pages.over_time import days_of_step, playback, timeline_of
from components.pages.shown import Opened, Shown
from dateline import __version__
from dateline.credits import PLACE_NAMES
from dateline.figures.bars import Strip
from dateline.figures.days import Bin, Days
from dateline.figures.polygon import circle
from dateline.figures.view import fit
from dateline.plural import plural
from dateline.query import MOST_AREAS, Area

__all__ = ["show"]

_NONE_YET: Final = "This corpus holds no articles yet."
_UNREAD: Final = "Places are read in English only; none of these articles is in English."
_MAP_PIXELS: Final = 440
_TIMELINE_PIXELS: Final = 170


def show(
    shown: Shown, opened: Opened | None, *, dark: bool, fingerprint: str, mirror: Callable[[], None]
) -> None:
    """Draw map and timeline.

    Args:
        shown: What is shown.
        opened: The open article.
        dark: For a dark page.
        fingerprint: Of the corpus that a link is made on.
        mirror: Writes the choice to the address; called when nothing but the map has moved.
    """
    step = days_of_step(shown)
    _map(shown, opened, step, dark=dark, fingerprint=fingerprint)
    _when(shown, step, dark=dark)
    near = shown.choice.query.near
    ringed = (*(opened.places if opened else ()), *((near[0],) if near else ()))

    @st.fragment
    def listener() -> None:
        place_map.hear_view("place_map_view", _moved)
        mirror()

    with st.container(gap=None):  # neither shows anything
        place_map.ring("place_map_ringed", ringed)
        listener()


def _when(shown: Shown, step: Days | None, *, dark: bool) -> None:
    when = timeline_of(shown)
    if when is None:
        st.caption("No article here has a date of publication, so there is no timeline.")
        return
    query, choice = shown.choice.query, shown.choice
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
        bin=choice.bin if choice.bin in when.sizes else "auto",
        sizes=when.sizes,
        stacked=when.stacked,
        whole=when.whole,
        step=step.first if step else None,
        image=_image(shown, "timeline", step=None, size=when.size),
        dark=dark,
        height=_TIMELINE_PIXELS,
    )


def _map(
    shown: Shown,
    opened: Opened | None,
    step: Days | None,
    *,
    dark: bool,
    fingerprint: str,
) -> None:
    query, choice = shown.choice.query, shown.choice
    counts, of = shown.places(step)
    everything = of.articles if choice.unit == "articles" else of.texts
    largest = shown.largest()
    if choice.share:  # the largest mark is the largest share there is in the whole corpus
        most = max(1, len(shown.corpus.articles))
        largest = max(1, round(largest * everything / most))
    centre, circles = _around(shown)
    view = place_map.View(*choice.view) if choice.view else None
    if view is None and opened and opened.own:  # what a visitor brings may lie elsewhere
        theirs = counts[counts["gazetteer_id"].isin(opened.places)]
        view = None if theirs.empty else fit(theirs)
    revision = f"{session.arrival()} {int(shown.corpus.own.sum())}"

    place_map.show(
        counts,
        on_choice=_on_map,
        chosen=query.places.include,
        areas=(*circles, *query.areas),
        view=_first(view, revision),
        revision=revision,
        link=address.first(fingerprint),
        unit=choice.unit,
        largest=largest,
        whole=everything if choice.share else 0,
        centre=centre,
        distance_km=query.near[1] if query.near else None,
        playback=playback(shown, of.articles),
        image=_image(shown, "map", step=step),
        borders=own_borders.drawn(shown.corpus.folder),
        statement=own_borders.statement(shown.corpus.folder),
        beside=partial(own_borders.button, shown.corpus.folder),
        unplaced=0 if step else shown.totals.unplaced,  # all that is chosen, not of the step
        empty=_why_empty(shown) if counts.empty else "",
        dark=dark,
        height=_MAP_PIXELS,
    )


def _first(view: place_map.View | None, revision: str) -> place_map.View | None:
    """The view that a revision of the map began with.

    Afterwards it is the reader's own and in the browser: in the figure, it would be sent again
    whenever he has moved the map.
    """
    began: tuple[str, place_map.View | None] | None = st.session_state.get("map_began")
    if began is None or began[0] != revision:
        st.session_state["map_began"] = began = (revision, view)
    return began[1]


def _why_empty(shown: Shown) -> str:
    """Why there is no mark on the map; empty if there is no better reason than that."""
    corpus, ids = shown.corpus, shown.ids
    if not len(ids):
        return NOTHING if len(corpus.articles) else _NONE_YET
    languages = corpus.articles["language"].iloc[ids]
    may_be_english = (languages.isna() | (languages == "en")).any()
    is_read = corpus.mentions["article_id"].isin(ids).any()  # built with every language
    return "" if may_be_english or is_read else _UNREAD


def _around(shown: Shown) -> tuple[str, tuple[Area, ...]]:
    """The place around which others can be asked for, and the circle that is, or none."""
    corpus, query = shown.corpus, shown.choice.query
    places = query.places.include
    alone = places[0] if len(places) == 1 and not query.areas else ""
    place = query.near[0] if query.near else alone
    row = corpus.place_id(place) if place else None
    if row is None:
        return "", ()
    name = str(corpus.places["name"].iat[row])
    if query.near is None:
        return name, ()
    longitudes, latitudes = (corpus.places[axis].to_numpy() for axis in ("longitude", "latitude"))
    return name, (circle(float(longitudes[row]), float(latitudes[row]), query.near[1]),)


def _image(shown: Shown, what: str, *, step: Days | None, size: Bin = "day") -> place_map.Image:
    """What a picture says of itself."""
    corpus, choice = shown.corpus, shown.choice
    slug = re.sub(r"\W+", "-", corpus.name.lower()).strip("-")[:60] or "dateline"
    filters = " · ".join(one.label for one in filters_on(corpus, choice.query))
    counted = f"{plural(shown.totals.articles, 'article')}, {plural(shown.totals.texts, 'text')}"
    lines = [f"{counted} · {filters or 'no filter'}"]
    if step and step.first and step.last:
        lines.append(f"The map shows {day_of(step.first)} – {day_of(step.last)}.")
    if what == "map":
        lines.append(own_borders.statement(corpus.folder))
    lines.append(PLACE_NAMES)
    lines.append(
        f"Dateline {__version__} · data {corpus.fingerprint[:16]} · {day_of(date.today())}"
    )
    kinds: tuple[Any, ...] = ("png",) if what == "map" else ("png", "svg")
    title = f"{corpus.name}: {choice.unit} mentioning, by place"
    if what == "timeline":
        title = f"{corpus.name}: {choice.unit} by {size} of publication"
    return place_map.Image(f"{slug}-{what}", title, tuple(lines), kinds)


def _on_map(gesture: place_map.MapGesture) -> None:
    if gesture.view:  # what the map shows comes with every gesture, so that a link can hold it
        session.change(_looking_at, gesture.view)
    if gesture.kind == "click":
        session.change(pick_place, gesture.places[0], add=gesture.shift)
    elif gesture.kind == "area":
        if gesture.shift and len(session.choice().query.areas) == MOST_AREAS:
            st.toast(f"A link holds {MOST_AREAS} areas at the most: this one was left out.")
        session.change(within, gesture.polygon, add=gesture.shift)
    elif gesture.kind == "clear":
        session.change(_anywhere)
    elif gesture.kind == "share":
        session.change(_shared, gesture.share)
    elif gesture.kind == "near":
        session.change(_near, gesture.distance_km)
    elif gesture.kind == "step":
        session.change(_stepped, gesture.day)
    elif gesture.kind == "unplaced":
        st.session_state["dialog"] = "tray"


def _moved(view: place_map.View) -> None:
    session.change(_looking_at, view)


def _looking_at(choice: Choice, view: place_map.View) -> Choice:
    longitude, latitude = round(view.longitude, 4), round(view.latitude, 4)
    return replace(choice, view=(longitude, latitude, round(view.zoom, 2)))


def _shared(choice: Choice, share: bool) -> Choice:
    return replace(choice, share=share)


def _stepped(choice: Choice, day: date | None) -> Choice:
    return replace(choice, step=day)


def _near(choice: Choice, distance_km: float | None) -> Choice:
    near, places = choice.query.near, choice.query.places.include
    place = near[0] if near else places[0] if places else ""
    return around(choice, place, distance_km) if place else choice


def _on_timeline(gesture: timeline.TimeGesture) -> None:
    if gesture.kind == "clear":
        session.change(_any_day)
    elif gesture.kind == "set":
        session.change(_set, gesture.name, gesture.value)
    elif gesture.kind == "ends":
        session.change(days, (gesture.days.first, gesture.days.last), strip=gesture.strip)
    else:
        session.change(_brushed, gesture.strip, gesture.days)


def _set(choice: Choice, name: str, value: str) -> Choice:
    if name == "share":
        return replace(choice, share=value == "share")
    if name == "bin":
        return replace(choice, bin=next(known for known in BINS if known == value))
    return replace(choice, by=next(known for known in STACKS if known == value))


def _brushed(choice: Choice, strip: Strip, between: timeline.Days) -> Choice:
    """The days brushed; brushed again, they are gone."""
    asked: tuple[date | None, date | None] = (between.first, between.last)
    is_same = getattr(choice.query, strip) == asked
    return days(choice, (None, None) if is_same else asked, strip=strip)


def _anywhere(choice: Choice) -> Choice:
    query = choice.query.without("areas", "near")
    return replace(choice, query=replace(query, places=replace(query.places, include=())), page=0)


def _any_day(choice: Choice) -> Choice:
    return replace(choice, query=choice.query.without("published", "spoken"), page=0)
