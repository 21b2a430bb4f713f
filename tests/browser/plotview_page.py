"""A page with a map and a timeline and nothing else, which writes down every gesture."""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from components import place_map, timeline

PLACES = pd.DataFrame(
    {
        "gazetteer_id": [
            "test:aleppo",
            "test:tripoli-lb",
            "test:tripoli-ly",
            "test:near",
            "test:sy",
        ],
        "name": ["Aleppo", "Tripoli", "Tripoli <b>", "Киïв", "Syria"],
        "country_code": ["SY", "LB", "LY", "SY", "SY"],
        "latitude": [36.2, 34.43, 32.88, 36.21, 35.0],
        "longitude": [37.16, 35.84, 13.19, 37.17, 38.0],
        "precision": ["city", "city", "city", "neighbourhood", "country"],
        "articles": [40, 30, 4, 6, 20],
    }
)
PUBLISHED = pd.DataFrame(
    {"day": pd.to_datetime(["2016-10-03", "2016-11-07", "2016-12-05"]), "articles": [3, 8, 5]}
)

state = st.session_state
state.setdefault("gestures", [])
state.setdefault("begun", 0)
state.setdefault("chosen", ())
state.setdefault("areas", ())
state.setdefault("days", timeline.Days(None, None))
state.setdefault("step", None)


def on_map(gesture: place_map.MapGesture) -> None:
    state.gestures.append(gesture)
    if gesture.kind == "click":
        state.chosen = (*state.chosen, *gesture.places[:1]) if gesture.shift else gesture.places[:1]
    elif gesture.kind == "area":
        state.areas = (*(state.areas if gesture.shift else ()), gesture.polygon)
    elif gesture.kind == "clear":
        state.chosen, state.areas = (), ()
    elif gesture.kind == "step":
        state.step = gesture.day


def on_timeline(gesture: timeline.TimeGesture) -> None:
    state.gestures.append(gesture)
    state.days = gesture.days


def start_again() -> None:
    state.update(
        gestures=[], chosen=(), areas=(), days=timeline.Days(None, None), fewer=False, step=None
    )
    state.longer = False
    state.begun += 1


dark = st.context.theme.type == "dark"
st.button("start again", on_click=start_again)
fewer = st.checkbox("fewer places", key="fewer")
longer = st.checkbox("a longer time", key="longer")
if st.checkbox("no figures"):
    st.stop()
last = state.gestures[-1] if state.gestures else f"none, begun again {state.begun} times"
st.text(f"{len(state.gestures)} gestures; last: {last}")
st.text(f"chosen: {', '.join(state.chosen) or 'none'}")
place_map.show(
    PLACES.iloc[:3] if fewer else PLACES,
    chosen=state.chosen,
    areas=state.areas,
    unplaced=7,
    playback=place_map.Playback(
        ("2016-10-03", "2016-11-07", "2016-12-05"),
        state.step and state.step.isoformat(),
        f"step {state.step}" if state.step else "",
    ),
    image=place_map.Image("invented-map", "Invented places", ("Nothing here happened.",)),
    link={"v": "1"},
    dark=dark,
    on_choice=on_map,
    height=420,
)
timeline.show(
    PUBLISHED,
    PUBLISHED,
    span=(date(2016, 10, 1), date(2017, 2, 23) if longer else date(2016, 12, 22)),
    size="week",
    chosen=state.days,
    image=timeline.Image("invented-days", "Days <b>", ("A & B",), ("png", "svg")),
    dark=dark,
    on_choice=on_timeline,
)
