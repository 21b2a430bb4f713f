"""The right of Explore: the list, and under it the open article."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import asdict, replace
from typing import Any, Final

import streamlit as st

from components import article_list, reading_pane, session
from components.choice import Choice, pick_mention, read_article, show_copies
from components.pages import copies, correcting, own, taking_back
from components.pages.labels import candidate_label, day_of, value_label
from components.pages.marked import marked
from components.pages.shown import Opened, Shown
from components.receipt import Candidate, Receipt, receipt
from dateline.figures.palette import palette
from dateline.plural import plural
from dateline.query.column_names import plain_name
from dateline.query.notice import notice_before

__all__ = ["show"]


_SORTS_WITHOUT_WORDS: Final = {"newest": "newest first", "oldest": "oldest first"}
_SORTS: Final = {"relevance": "best first", **_SORTS_WITHOUT_WORDS}
_REPEATED: Final = "You brought this article again: it was here already."
_FEW: Final = 2
"""Articles of a corpus that never fill the list, so that it takes only the room they need."""


def show(shown: Shown, opened: Opened | None, *, dark: bool) -> None:
    """Draw the list and the open article."""
    if opened is None:
        return
    accent = palette(dark).roles["event"]
    key = str(opened.row["key"])
    sorts = _SORTS if shown.choice.query.words else _SORTS_WITHOUT_WORDS
    sort = shown.choice.sort if shown.choice.sort in sorts else "newest"
    article_list.show(
        [_row(row) for row in shown.rows().to_dict("records")],
        open_key=key,
        caption=plural(len(shown.ids), "article"),
        sorts=sorts,
        sort=sort,
        page=shown.page,
        pages=shown.pages,
        height=_heights(shown)[0],
        are_copies=bool(shown.choice.query.copies),
        accent=accent,
        on_gesture=_on_list,
    )
    _pane(shown, opened, key, dark=dark)


def _heights(shown: Shown) -> tuple[str, str]:
    """Of the list and of the article under it, as CSS; they stay while filters change."""
    articles = len(shown.corpus.articles)
    if articles > _FEW:
        return "max(15rem, 31vh)", "max(22rem, calc(69vh - 13rem))"
    return "auto", f"max(22rem, calc(100vh - 13rem - {6 * articles}rem))"


def _row(row: Mapping[Hashable, Any]) -> article_list.Row:
    left = int(row["copies"])
    return article_list.Row(
        key=row["key"],
        title=row["title"] or "Without a title",
        source=row["source"] if isinstance(row["source"], str) else "",
        day=day_of(row["published"]),
        place=row["place"],
        copies=f"{left:,} copies" if left > 1 else "",
        own=bool(row["own"]),
        sentence=tuple((stretch.text, stretch.kind) for stretch in row["passage"]),
    )


def _on_list(gesture: article_list.Gesture) -> None:
    if gesture.kind == "open":
        session.change(read_article, gesture.key)
    elif gesture.kind == "sort":
        session.change(_sorted, gesture.sort)
    elif gesture.kind == "copies":
        session.change(show_copies, gesture.key)
    else:
        session.change(_turned, gesture.page)


def _sorted(choice: Choice, sort: Any) -> Choice:
    return replace(choice, sort=sort, page=0)


def _turned(choice: Choice, page: int) -> Choice:
    return replace(choice, page=page)


def _pane(shown: Shown, opened: Opened, key: str, *, dark: bool) -> None:
    choice, row = shown.choice, opened.row
    article = marked(shown.corpus, opened)
    why = choice.mention if choice.article == key else -1
    found = _receipt(shown, opened, article, why)

    def on_gesture(gesture: reading_pane.Gesture) -> None:
        if gesture.kind == "mark":
            session.change(
                pick_mention,
                article=key,
                start=gesture.start,
                place=gesture.place,
                role=gesture.role,
                add=gesture.add,
            )
        elif gesture.kind == "step":
            session.change(read_article, shown.key_at(shown.position + gesture.by))
        elif gesture.kind == "understood":
            session.change(_without_receipt)
        elif gesture.kind == "correct":
            st.session_state["dialog"] = "correct"
        elif gesture.kind == "split":
            copies.split(shown, opened)
        elif gesture.kind == "copies":
            copies.list_all(shown, opened, closing=gesture.over)
        elif gesture.kind == "undo":
            taking_back.undo()
        elif gesture.kind == "take back":
            taking_back.take_back(shown, opened, _mention(opened, why) or {}, gesture.which)
        elif gesture.kind == "close":
            session.change(_closed, shown.page)
        elif gesture.kind == "notice":
            st.session_state["notice"] = "off"

    together = copies.copies(shown, opened)
    reading_pane.show(
        article,
        key=key,
        meta=_meta(shown, opened),
        copies=f"{_REPEATED if own.was_repeated(key) else ''} {together.said}".strip(),
        listing=together.listing,
        split=together.split,
        url=str(row["url"]),
        columns=_own_columns(shown, opened),
        position=f"{shown.position + 1:,} of {len(shown.ids):,}",
        chosen=choice.query.places.include,
        why=why,
        receipt=asdict(found) if found else None,
        correct=correcting.offer(shown, opened),
        can_take_back=taking_back.may_correct(shown, opened),
        done=taking_back.done(),
        notice=_notice(shown, opened),
        is_over=bool(choice.article),
        height=_heights(shown)[1],
        dark=dark,
        on_gesture=on_gesture,
    )


def _notice(shown: Shown, opened: Opened) -> str:
    """Of the corpus that the article is of: a visitor's own may be harmless beside it."""
    is_off = st.session_state.get("notice") == "off"
    part = taking_back.part_of(shown.corpus, opened)
    return "" if is_off else notice_before(part, opened.text)


def _closed(choice: Choice, page: int) -> Choice:
    """The list stays at the page that held the article."""
    return replace(choice, article="", mention=-1, page=page)


def _without_receipt(choice: Choice) -> Choice:
    return replace(choice, mention=-1)


def _meta(shown: Shown, opened: Opened) -> tuple[str, ...]:
    row = opened.row
    number = int(row["dateline_place"])
    dateline = str(shown.corpus.places["name"].iat[number]) if number >= 0 else ""
    parts = [dateline, row["source"], row["agency"], row["author"], day_of(row["published"])]
    language = row["language"]
    if isinstance(language, str) and language != "en" and opened.mentions.empty:
        named = value_label(shown.corpus, "languages", language)
        parts.append(f"{named}: places are read in English only")
    parts.append("yours" if opened.own else "")
    return tuple(dict.fromkeys(part for part in parts if isinstance(part, str) and part))


def _own_columns(shown: Shown, opened: Opened) -> list[tuple[str, str]]:
    """What else the reader's own table says of the article: column and value."""
    row = opened.row
    given = [(name, row[name]) for name in shown.corpus.further if name in row and name != "file"]
    return [(plain_name(name), value) for name, value in given if isinstance(value, str) and value]


def _receipt(
    shown: Shown, opened: Opened, article: reading_pane.Content, why: int
) -> Receipt | None:
    mark, mention = article.mark_at(why), _mention(opened, why)
    if mark < 0 or mention is None:
        return None
    places = shown.corpus.places
    number = int(mention["place_id"])
    others = [
        Candidate(place, candidate_label(place), float(other["score"]))
        for other in mention["runners_up"]
        for place in [places.iloc[int(other["place_id"])]]
    ]
    place = places.iloc[number] if number >= 0 else None
    put_right = taking_back.put_right(shown, opened, mention)
    return receipt(opened.text, mention, place, others, put_right, mark=mark)


def _mention(opened: Opened, start: int) -> Mapping[Hashable, Any] | None:
    rows = opened.mentions[opened.mentions["start"] == start].to_dict("records")
    return rows[0] if rows else None
