"""The searched words, or the places that count, each in its context."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any, Final

import pandas as pd

from components import in_context, session
from components.choice import Choice
from components.in_context import Line
from components.pages.labels import day_of
from components.pages.shown import Shown
from dateline.export.cells import csv_bytes
from dateline.export.statement import statement
from dateline.plural import plural
from dateline.query.concordance import concordance
from dateline.query.line_order import ORDERS, in_order

__all__ = ["show"]

_MOST: Final = 1_000
"""Lines on the page."""

_MOST_SAVED: Final = 100_000
"""Lines of the file: of a word that stands in every article, some minutes of reading."""

_HEADS: Final = {
    "before": "Before",
    "keyword": "Keyword",
    "after": "After",
    "published": "Published",
    "source": "Source",
    "title": "Title",
    "place": "Place",
    "role": "Role",
}
"""Columns of the file."""


def show(shown: Shown) -> None:
    """Draw the dialog."""
    corpus, query = shown.corpus, shown.choice.query

    def found(most: int) -> pd.DataFrame:
        return concordance(corpus, shown.selection, shown.ids, query.words, most=most)

    lines = found(_MOST + 1)
    are_all = len(lines) <= _MOST
    lines = lines.head(_MOST)
    table = _table(shown, lines)

    @cache
    def ordered(order: str) -> pd.DataFrame:
        return in_order(table, order)

    def opened(row: int) -> None:
        line = lines.iloc[row]
        key = str(corpus.listing([int(line["article_id"])])["key"].iat[0])
        session.change(_opened, key, -1 if query.words else int(line["start"]))

    def make_file(order: str) -> bytes:
        every = ordered(order) if are_all else in_order(_table(shown, found(_MOST_SAVED)), order)
        return csv_bytes(every.rename(columns=_HEADS), about, excel=True)

    about = statement(corpus, query, shown.selection)
    in_context.show(
        f"{_how_many(shown, lines, are_all=are_all)} Filters: {about.filters}.",
        sorts=ORDERS,
        lines=lambda order: _lines(ordered(order), has_roles=len(query.roles) != 1),
        file_name="in-context.csv",
        make_file=make_file,
        on_open=opened,
    )


def _how_many(shown: Shown, lines: pd.DataFrame, *, are_all: bool) -> str:
    """How many lines these are, of how many, and where the others are.

    Words are not counted in articles that need not be read for the lines that are shown.
    """
    words = shown.choice.query.words
    of = f"“{words}”" if words else "the places that count"
    if are_all:
        return f"{plural(len(lines), 'line')} with {of}."
    if words:
        read, left = lines["article_id"].nunique(), plural(len(shown.ids), "article")
        these = f"The first {len(lines):,} lines with {of}, from {read:,} of {left}"
        saved = f"the file has all, up to {_MOST_SAVED:,}"
    else:
        every = shown.totals.mentions
        these = f"The first {len(lines):,} of {every:,} lines with {of}"
        saved = f"the file has {'all' if every <= _MOST_SAVED else f'{_MOST_SAVED:,}'}"
    return f"{these}; {saved}."


def _opened(choice: Choice, key: str, mention: int) -> Choice:
    return replace(choice, article=key, mention=mention, page=0)


def _table(shown: Shown, lines: pd.DataFrame) -> pd.DataFrame:
    articles = shown.corpus.listing(lines["article_id"].to_numpy(), further=False)
    table = lines[["before", "keyword", "after"]].assign(
        published=articles["published"].array,
        source=articles["source"].astype("str").fillna("").array,
        title=articles["title"].array,
    )
    if shown.choice.query.words:
        return table
    extra: dict[str, Any] = {"place": lines["place"], "role": lines["role"]}
    return table.assign(**extra)


def _lines(table: pd.DataFrame, *, has_roles: bool) -> list[Line]:
    return [
        Line(
            number=int(number),
            before=row["before"],
            keyword=row["keyword"],
            after=row["after"],
            about=_about(row, has_role=has_roles),
            title=row["title"] or "Without a title",
        )
        for number, row in zip(table.index, table.to_dict("records"), strict=True)
    ]


def _about(row: dict[Any, Any], *, has_role: bool) -> str:
    """Day and source; of a mention its place where the words are others, and its role if wanted."""
    place = row.get("place", "")
    said = "" if place.casefold() == row["keyword"].casefold() else place
    parts = [day_of(row["published"]), row["source"], said, row.get("role", "") if has_role else ""]
    return " · ".join(part for part in parts if part)
