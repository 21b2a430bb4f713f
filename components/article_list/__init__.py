"""The list of articles: title, day, source, and the sentence that answers the question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import streamlit as st

__all__ = ["Gesture", "Row", "show"]

_HERE: Final = Path(__file__).parent
_list = st.components.v2.component(
    "dateline_article_list",
    js=(_HERE / "article_list.js").read_text("utf-8"),
    css=(_HERE / "article_list.css").read_text("utf-8"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One article of the list.

    Attributes:
        key: Its key.
        title: Its title.
        source: Its outlet, or empty.
        day: When it was published, in words.
        place: Its dateline, else what it is about, or empty.
        copies: Such as "2 copies", of those that are left, or empty.
        own: Brought by the visitor himself.
        sentence: Stretches of text, each with its kind: nothing, `place` or `searched`.
    """

    key: str
    title: str
    source: str
    day: str
    place: str
    copies: str
    own: bool
    sentence: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Gesture:
    """What the reader did.

    Attributes:
        kind: `open`, `copies` (to be listed), `sort` or `page`.
        key: Of the article to open, or whose copies are meant.
        sort: The order wanted.
        page: The page wanted.
    """

    kind: str
    key: str = ""
    sort: str = ""
    page: int = 0


def show(
    rows: Sequence[Row],
    *,
    open_key: str,
    caption: str,
    sorts: Mapping[str, str],
    sort: str,
    page: int,
    pages: int,
    height: str,
    are_copies: bool,
    accent: str,
    on_gesture: Callable[[Gesture], None],
) -> None:
    """Draw one page of the list.

    Args:
        rows: The articles of this page.
        open_key: Key of the open one.
        caption: How many articles there are.
        sorts: Orders by name, in words.
        sort: The order they are in.
        page: Which page this is, from 1.
        pages: How many there are.
        height: A CSS length; what is longer scrolls inside.
        are_copies: They are copies of one text, so that there is no need to list them.
        accent: Colour of the line under a place that counts.
        on_gesture: Called with what the reader did, before the next run.
    """

    def report() -> None:
        gesture: Any = st.session_state["article_list"].gesture
        if not isinstance(gesture, Mapping):
            return
        kind, wanted = gesture.get("kind"), gesture.get("page")
        key, sort = str(gesture.get("key")), str(gesture.get("value"))
        if kind in ("open", "copies") and key in {row.key for row in rows}:
            on_gesture(Gesture(str(kind), key=key))
        elif kind == "sort" and sort in sorts:
            on_gesture(Gesture("sort", sort=sort))
        elif kind == "page" and isinstance(wanted, int) and 1 <= wanted <= pages:
            on_gesture(Gesture("page", page=wanted))

    _list(
        key="article_list",
        data={
            "rows": [asdict(row) for row in rows],
            "open": open_key,
            "caption": caption,
            "sorts": [{"value": value, "label": label} for value, label in sorts.items()],
            "sort": sort,
            "page": page,
            "pages": pages,
            "height": height,
            "areCopies": are_copies,
            "accent": accent,
        },
        on_gesture_change=report,
    )
