"""Explore: map, timeline, list and article, each narrowing all the others."""

from __future__ import annotations

from dataclasses import replace
from functools import partial, reduce
from typing import Final

import streamlit as st

from components import headline, session, tour
from components.choice import UNITS, Choice, search, without
from components.pages import (
    correcting,
    coverage,
    downloads,
    keywords,
    own,
    reading,
    saved,
    sidebar,
)
from components.pages.labels import NOTHING, escaped, filters_on
from components.pages.shelf import Shelf
from components.pages.shown import Shown, look
from dateline.corpus import Corpus
from dateline.plural import plural
from dateline.query import FURTHER, by_removal, unplaced
from dateline.query.search import explanation

__all__ = ["show"]

_UNITS: Final[dict[str, str]] = {
    "articles": "articles mentioning",
    "texts": "texts mentioning",
}

_LONG: Final = 11
"""Rows from which a table scrolls."""

_BEFORE_THE_MAP: Final = (
    "<style>@media (max-width: 640px) { [data-testid='stHorizontalBlock']:has(.st-key-nothing)"
    " { flex-wrap: wrap-reverse !important; } }</style>"
)
"""On a small screen the columns stand one under the other; the way out comes first."""


def show(shared: Corpus, shelf: Shelf) -> None:
    """Draw the page for one visitor.

    Args:
        shared: The corpus that all visitors see; his own articles are added here.
        shelf: The corpora that can be opened.
    """
    dark = st.context.theme.type == "dark"
    corpus = own.corpus_with_own(shared)
    shown = _look(corpus)
    mirror = partial(session.mirror, shared.fingerprint, own=_own_keys(corpus))
    mirror()
    with st.sidebar:
        corpora = st.container()
        own.show(shared)
        saved.show(shared)
    # What is said once has a place of its own: when it goes, the figures below stay as they are.
    with st.empty().container():
        _say_what_was_dropped(shared, shown)
    _headline(shown)
    with st.empty().container():
        if not session.came_by_link():
            tour.show()
        if not len(corpus.articles):
            st.info("This corpus holds no articles yet. Bring one with the button at the side.")
    opened = shown.opened()
    left, right = st.columns([11, 10], gap="medium")

    def on_the_right() -> None:
        with right:
            if len(corpus.articles) and not len(shown.ids):
                _nothing(shown)
            reading.show(shown, opened, dark=dark)

    def on_the_left() -> None:
        with left:
            coverage.show(shown, opened, dark=dark, fingerprint=shared.fingerprint, mirror=mirror)

    # First what was asked for: the text, also at the first visit, where it is read while the map is
    # loaded; or the figures, which take the browser longest to draw, if something else is counted.
    # Each part has its place, whichever is sent first.
    parts = [on_the_right, on_the_left]
    counted = (shown.choice.query, shown.choice.unit)
    if st.session_state.setdefault("counted", counted) != counted:
        parts.reverse()
    st.session_state["counted"] = counted
    for part in parts:
        part()
    # Last, since the browser fetches the code of a list or a field when it is first sent one, and
    # puts off showing what else it has just fetched until that has come too.
    with corpora:
        shelf.choose(shared.folder)
    with st.sidebar:
        sidebar.show(shown, dark=dark)
    asked = st.session_state.pop("dialog", "")
    if asked == "tray":
        _tray(shown)
    elif asked == "correct":
        correcting.show(shown, opened)
    elif asked == "context":
        keywords.show(shown)
    elif asked == "download":
        downloads.show(shown)
    elif asked == "share":
        saved.dialog(shown, shared, own=_own_keys(corpus))


def _own_keys(corpus: Corpus) -> frozenset[str]:
    return frozenset(corpus.listing(corpus.own.nonzero()[0])["key"])


def _look(corpus: Corpus) -> Shown:
    """What is shown; what the address asks for and this corpus has not gives way."""
    choice = session.choice()
    absent = [f"{FURTHER}{name}" for name, _ in choice.query.further if name not in corpus.further]
    kept = reduce(without, absent, choice)
    number = corpus.article_id(kept.article) if kept.article else None
    if kept.article and number is None:
        absent.append(f"a={kept.article}")
        kept = replace(kept, article="", mention=-1)
    elif number is not None and kept.mention >= 0 and not _begins(corpus, number, kept.mention):
        absent.append(f"m={kept.mention}")
        kept = replace(kept, mention=-1)
    if absent:
        session.give_way(kept, absent)
    return look(corpus, kept)


def _begins(corpus: Corpus, article: int, start: int) -> bool:
    """Whether a mention begins there in an article."""
    return bool((corpus.rows("mentions", article)["start"] == start).any())


def _say_what_was_dropped(corpus: Corpus, shown: Shown) -> None:
    problem = explanation(shown.choice.query.words)
    if problem:  # on a small screen the search, where it is said too, is out of sight
        st.container(key="search_problem").caption(escaped(problem))
    dropped = session.dropped()
    if dropped:
        st.caption(
            "Part of this link could not be read or is not here, and was left out: "
            f"{escaped(', '.join(dropped))}"
        )
    other = saved.differences(corpus, shown)
    if other:
        st.caption(f"Since this view was saved: {escaped(' '.join(other))}")
    made_on = session.made_on() if other is None else ""
    if made_on and not corpus.fingerprint.startswith(made_on):
        st.caption(
            f"This link was made on other data ({made_on}) than are shown here "
            f"({corpus.fingerprint[:8]}); numbers may differ."
        )


def _headline(shown: Shown) -> None:
    corpus, totals = shown.corpus, shown.totals
    everything = len(corpus.articles)
    narrowed = totals.articles < everything
    counts = [
        headline.Count(
            f"{totals.articles:,}",
            f"of {plural(everything, 'article')}" if narrowed else _noun(everything, "article"),
            "Articles that pass every filter",
        ),
        headline.Count(
            f"{totals.texts:,}", _noun(totals.texts, "text"), "Copies of one text counted once"
        ),
        headline.Count(
            f"{totals.places:,}",
            _noun(totals.places, "place"),
            "Places mentioned in the roles that are chosen",
        ),
    ]
    headline.show(
        corpus.name,
        counts,
        [headline.Chip(*filter_on) for filter_on in filters_on(corpus, shown.choice.query)],
        units=_UNITS,
        unit=shown.choice.unit,
        can_undo=session.can_undo(),
        can_reset=shown.choice.query != Choice().query or shown.choice.unit != Choice().unit,
        has_lines=totals.articles > 0,
        on_gesture=_on_headline,
    )


def _noun(count: int, noun: str) -> str:
    return noun if count == 1 else f"{noun}s"


def _on_headline(gesture: headline.Gesture) -> None:
    if gesture.kind == "undo":
        session.undo()
    elif gesture.kind == "reset":
        session.reset()
    elif gesture.kind in ("context", "download", "share"):
        st.session_state["dialog"] = gesture.kind
    elif gesture.kind == "off":
        session.change(without, gesture.filter, gesture.value)
    else:
        session.change(_counted_in, gesture.unit)


def _counted_in(choice: Choice, unit: str) -> Choice:
    return replace(choice, unit=next(known for known in UNITS if known == unit))


def _nothing(shown: Shown) -> None:
    """Say what was asked, and offer the one filter whose removal brings most back."""
    asked = list(filters_on(shown.corpus, shown.choice.query))
    st.html(_BEFORE_THE_MAP)
    st.container(key="nothing").markdown(f"**{NOTHING}**")
    st.text(" · ".join(one.label for one in asked))
    offers = by_removal(shown.corpus, shown.choice.query)
    best = offers.iloc[0] if len(offers) else None
    if best is not None and best["articles"]:
        labels = [
            f.label
            for f in filters_on(shown.corpus, shown.choice.query)
            if f.name == best["filter"]
        ]
        st.button(
            f"Without {escaped(' and '.join(labels))}: {plural(best['articles'], 'article')}",
            key="offer",
            on_click=session.change,
            args=(without, best["filter"]),
        )
    else:  # no single one is to blame
        st.button("Reset all filters", key="offer", on_click=session.reset)


@st.dialog("Mentions that are not placed")
def _tray(shown: Shown) -> None:
    st.caption(
        "Names that count under the present filters and could not be placed on the map: "
        "not in the gazetteer, or not decided."
    )
    st.caption("Choose a row to read the articles with these words.")
    frame = unplaced(shown.corpus, shown.selection)
    chosen = st.dataframe(
        frame.rename(columns={"surface": "Words", "mentions": "Mentions", "articles": "Articles"}),
        hide_index=True,
        height="content" if len(frame) < _LONG else 400,
        column_config={"Words": st.column_config.TextColumn(pinned=True)},
        key="tray",
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = chosen["selection"]["rows"]
    if rows:
        words = str(frame["surface"].iat[rows[0]]).replace('"', " ")
        session.change(search, f'"{words}"')
        st.rerun()
