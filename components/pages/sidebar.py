"""The side of Explore: search, and the facets with what each value would leave."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import Final, Literal

import streamlit as st

from components import day_range, filters, session
from components.choice import days, exclude, include, search, toggle_role
from components.pages.labels import FACETS, facet_label, value_label
from components.pages.shown import Shown
from dateline.corpus import Corpus
from dateline.figures.palette import palette
from dateline.findings import ROLES
from dateline.plural import plural
from dateline.query import FURTHER, by_facets
from dateline.query.column_names import sorts
from dateline.query.search import explanation

__all__ = ["show"]

_OPEN: Final = ("roles", "sources", "countries")
_MOST: Final = 200
"""Values of a facet that are offered; beyond, search finds them."""


def show(shown: Shown, *, dark: bool) -> None:
    """Draw search and facets."""
    if st.session_state.get("search") != shown.choice.query.words:
        st.session_state["search"] = shown.choice.query.words
    st.text_input(
        "Search",
        key="search",
        icon=":material/search:",
        placeholder='words, "a phrase", begin*',
        label_visibility="collapsed",
        max_chars=300,
        on_change=lambda: session.change(search, st.session_state["search"]),
    )
    problem = explanation(shown.choice.query.words)
    if problem:
        st.text(problem)
    _days(shown)
    filters.show(
        _facets(shown),
        unit="article",
        results=_results(shown),
        colours=palette(dark).roles,
        on_gesture=_on_facet,
    )
    if not shown.corpus.has_roles and len(shown.corpus.places):
        st.caption("These mentions carry no roles, so all of them are shown.")


def _results(shown: Shown) -> str:
    """What the button says that leads a reader from the filters to what they leave."""
    count = len(shown.ids)
    return f"Show {plural(count, 'article')}" if count else "No article is left: back"


def _days(shown: Shown) -> None:
    """First and last day of publication, exactly: what a brush on the timeline does roughly."""
    published = shown.corpus.articles["published"].dropna()
    if published.empty:
        return
    day_range.show(
        "Days of publication",
        shown.choice.query.published,
        within=(published.min().date(), published.max().date()),
        key="published",
        on_days=lambda between: session.change(days, between),
    )


def _on_facet(facet: str, value: str, how: Literal["include", "exclude"]) -> None:
    if facet == "roles":
        session.change(toggle_role, value)
    else:
        session.change(include if how == "include" else exclude, facet, value)


def _facets(shown: Shown) -> list[filters.Facet]:
    corpus, query = shown.corpus, shown.choice.query
    names = [*FACETS, *(FURTHER + name for name in corpus.further)]
    if not corpus.has_roles:
        names.remove("roles")
    found = []
    for name, counts in by_facets(corpus, query, names).items():
        counted = dict(zip(counts["value"].tolist(), counts["articles"].tolist(), strict=True))
        if name == "roles":
            chosen: tuple[tuple[str, ...], tuple[str, ...]] = (query.roles, ())
            order = [*ROLES, *([""] if "" in counted or "" in query.roles else [])]
        else:
            values = query.values(name)
            chosen = (values.include, values.exclude)
            asked = [*values.include, *values.exclude]
            if name.startswith(FURTHER) and not asked and not _sorts(corpus, name):
                continue
            order = list(islice(counted, _MOST))
            order += [value for value in asked if value not in order]
        if len(order) < 2 and not any(chosen):
            continue
        found.append(
            filters.Facet(
                name,
                facet_label(name),
                tuple(_value(shown, name, value, counted.get(value, 0), chosen) for value in order),
                excludes=name != "roles",
                open=name in _OPEN,
            )
        )
    return found


def _sorts(corpus: Corpus, name: str) -> bool:
    """Whether a column of the reader's own sorts the articles, rather than telling each apart."""
    column = name.removeprefix(FURTHER)
    coded = corpus.further_codes(column)
    values = coded.values[:-1]  # the last is that of articles without one
    return sorts(column, values, int((coded.codes < len(values)).sum()))


def _value(
    shown: Shown,
    facet: str,
    value: str,
    count: int,
    chosen: tuple[tuple[str, ...], tuple[str, ...]],
) -> filters.Value:
    label = value_label(shown.corpus, facet, value)
    plain = filters.Value(value, label, f"{count:,}", style=value if facet == "roles" else "")
    if value in chosen[0]:
        return replace(plain, state="in")
    return replace(plain, state="out") if value in chosen[1] else plain
