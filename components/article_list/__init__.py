"""The list of articles: title, day, source, and the sentence that answers the question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import streamlit as st

__all__ = ["Row", "show"]

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
        copies: Such as "2 copies", or empty.
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


def show(
    rows: Sequence[Row],
    *,
    open_key: str,
    height: str,
    accent: str,
    on_open: Callable[[str], None],
) -> None:
    """Draw one page of the list.

    Args:
        rows: The articles of this page.
        open_key: Key of the open one.
        height: A CSS length; what is longer scrolls inside.
        accent: Colour of the line under a place that counts.
        on_open: Called with the key of the article that was clicked, before the next run.
    """
    keys = {row.key for row in rows}

    def report() -> None:
        key = st.session_state["article_list"].open
        if isinstance(key, str) and key in keys:
            on_open(key)

    _list(
        key="article_list",
        data={
            "rows": [asdict(row) for row in rows],
            "open": open_key,
            "height": height,
            "accent": accent,
        },
        on_open_change=report,
    )
