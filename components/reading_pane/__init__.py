"""The reading pane: one article, in which every mark can be checked against its sentence."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any, Final
from urllib.parse import urlsplit

import pandas as pd

from components import reader
from components.reading_pane.marks import Mark, date_marks, name_marks, place_marks
from dateline.figures.palette import palette
from dateline.findings import ROLES
from dateline.segments import Piece, foremost, paragraphs

__all__ = ["Content", "Gesture", "content", "show", "understood"]

_PLAIN: Final = ("understood", "correct", "undo", "split", "notice", "close")
_LAYERS: Final = (
    ("person", "people"),
    ("organisation", "organisations"),
    ("date", "dates"),
    ("quotation", "quotations"),
)


@dataclass(frozen=True)
class Content:
    """An article cut into pieces, for the browser.

    Attributes:
        title: A list of `[text, mark, quote, searched]`; `mark` and `quote` are positions in the
            lists below, or -1, `searched` is 0 or 1.
        paragraphs: The same for every paragraph of the body.
        marks: What is marked, in the order of the text.
        quotes: Who speaks, for each quotation.
        layers: What can be shown or hidden, with how many there are.
    """

    title: list[list[Any]]
    paragraphs: list[list[list[Any]]]
    marks: tuple[Mark, ...]
    quotes: tuple[str, ...]
    layers: list[dict[str, Any]]

    @cached_property
    def sent(self) -> str:
        """It as JSON, as `reader.js` describes it: made once, however often it is shown."""
        text = {
            "title": self.title,
            "paragraphs": self.paragraphs,
            "marks": [mark[2:] for mark in self.marks],
            "quotes": self.quotes,
            "layers": self.layers,
        }
        return json.dumps(text, ensure_ascii=False, separators=(",", ":"))

    @cached_property
    def name(self) -> str:
        """A fingerprint of what is sent."""
        return sha256(self.sent.encode()).hexdigest()[:16]

    def mark_at(self, start: int) -> int:
        """Position of the place mark that begins at `start`, or -1."""
        for position, mark in enumerate(self.marks):
            if mark.kind == "place" and mark.start == start:
                return position
        return -1


@dataclass(frozen=True, slots=True)
class Gesture:
    """What the reader did in the text.

    Attributes:
        kind: `mark` (a place was clicked), `step` (to another article), `understood` (the receipt
            may go), `correct` (what it says is wrong), `undo` (what was put right last), `copies`
            (all of this text are to be listed), `split` (the article is no copy of another),
            `take back` (what the receipt says was put right), `notice` (not again) or `close`.
        start: Where the clicked mention begins, in code points.
        place: Its gazetteer id, or empty.
        role: Its role, or empty.
        add: Shift was held.
        by: 1 for the next article, -1 for the one before.
        which: Position of what is to be taken back.
        over: The article lies over the list, on a small screen.
    """

    kind: str
    start: int = -1
    place: str = ""
    role: str = ""
    add: bool = False
    by: int = 0
    which: int = -1
    over: bool = False


def content(
    text: str,
    title: str,
    mentions: pd.DataFrame,
    dates: pd.DataFrame,
    quotes: pd.DataFrame,
    names: pd.DataFrame,
    *,
    searched: Sequence[tuple[int, int]] = (),
) -> Content:
    """Cut an article into marked pieces.

    Where marks overlap, a place comes before a date, a date before a name; the longer one of a
    kind comes first. Quotations and searched words lie under the others.

    Args:
        text: The whole text, title included.
        title: What the text may begin with.
        mentions: Rows of MENTIONS with `gazetteer_id` and `label` of the place, both empty where
            there is none.
        dates, quotes, names: Rows of these tables.
        searched: Spans of the words that were searched for.
    """
    candidates = [*place_marks(mentions), *date_marks(dates), *name_marks(names)]
    kept = [candidates[i] for i in foremost([(mark.start, mark.end) for mark in candidates])]
    marks = tuple(sorted(kept))
    spoken = [(q["start"], q["end"], q["speaker"] or "") for q in quotes.to_dict("records")]
    spans = [(mark.start, mark.end) for mark in marks]
    first_quote = len(spans)
    spans += [(start, end) for start, end, _ in spoken]
    first_searched = len(spans)
    spans += searched

    def cut(line: Sequence[Piece]) -> list[list[Any]]:
        pieces = []
        for piece in line:
            mark = next((i for i in piece.marks if i < first_quote), -1)
            quote = next((i for i in piece.marks if first_quote <= i < first_searched), -1)
            is_searched = int(any(i >= first_searched for i in piece.marks))
            pieces.append(
                [piece.text, mark, quote - first_quote if quote >= 0 else -1, is_searched]
            )
        return pieces

    lines = paragraphs(text, spans)
    has_title = bool(lines) and "".join(p.text for p in lines[0]).strip() == title.strip()
    body = lines[1:] if has_title else lines
    return Content(
        title=cut(lines[0]) if has_title else [[title or "Without a title", -1, -1, 0]],
        paragraphs=[cut(line) for line in body],
        marks=marks,
        quotes=tuple(speaker or "speaker not stated" for _, _, speaker in spoken),
        layers=_layers(marks, len(spoken)),
    )


def show(
    article: Content,
    *,
    key: str,
    meta: Sequence[str],
    copies: str,
    listing: str,
    split: str,
    url: str,
    columns: Sequence[tuple[str, str]],
    position: str,
    chosen: Sequence[str],
    why: int,
    receipt: Mapping[str, Any] | None,
    correct: str,
    can_take_back: bool,
    done: str,
    notice: str,
    is_over: bool,
    height: str,
    dark: bool,
    on_gesture: Callable[[Gesture], None],
) -> None:
    """Draw the pane.

    Args:
        article: The article.
        key: Its identity: another one starts at its top.
        meta: Dateline, source, agency, date, for one line.
        copies: What is said of copies of this text, or empty.
        listing: What the button says that lists them; empty for none.
        split: What the button says that makes it a text of its own; empty for none.
        url: Where it came from; shown only if it is http or https.
        columns: Further columns of the reader's own table with their values, under the text.
        position: Such as "3 of 38".
        chosen: Gazetteer ids of the chosen places.
        why: Where the mention begins whose receipt is open, or -1.
        receipt: Its receipt, as a mapping of `components.receipt.Receipt`.
        correct: What the button says that puts it right.
        can_take_back: What was put right can be undone from its receipt.
        done: What was put right last and can be undone, or empty.
        notice: Words to set before the first article that is seen in a visit, or empty.
        is_over: On a small screen the article lies over the page; else it is not seen there.
        height: A CSS length.
        dark: For a dark page.
        on_gesture: Called with what the reader did, before the next run.
    """

    def report(gesture: Mapping[str, Any]) -> None:
        meant = understood(gesture, article)
        if meant:
            on_gesture(meant)

    reader.mount(
        article.sent,
        {
            "key": key,
            "meta": list(meta),
            "copies": copies,
            "listing": listing,
            "split": split,
            "url": url if urlsplit(url).scheme in ("http", "https") else "",
            "columns": [list(column) for column in columns],
            "receipt": dict(receipt) if receipt else None,
            "correct": correct,
            "canTakeBack": can_take_back,
            "done": done,
            "isOver": is_over,
            "notice": notice,
            "position": position,
            "chosen": list(chosen),
            "why": article.mark_at(why),
            "height": height,
            "colours": _colours(dark),
        },
        name=article.name,
        key="reader",
        on_gesture=report,
    )


def understood(gesture: Mapping[str, Any], article: Content) -> Gesture | None:
    """Read a gesture that comes from the browser, where anything may come from.

    Args:
        gesture: As `reader.js` sends it.
        article: What was shown.

    Returns:
        The gesture, or None if it makes no sense.
    """
    kind, index, by = gesture.get("kind"), gesture.get("mark"), gesture.get("by")
    if kind == "mark" and isinstance(index, int) and 0 <= index < len(article.marks):
        mark = article.marks[index]
        return Gesture("mark", mark.start, mark.place, mark.role, bool(gesture.get("add")))
    if kind == "step" and by in (1, -1):
        return Gesture("step", by=int(by))
    if kind == "copies":
        return Gesture("copies", over=bool(gesture.get("over")))
    which = gesture.get("which")
    if kind == "take back" and isinstance(which, int) and which >= 0:
        return Gesture("take back", which=which)
    return Gesture(kind) if kind in _PLAIN else None


def _layers(marks: Sequence[Mark], quotes: int) -> list[dict[str, Any]]:
    counts = pd.Series([mark.role or mark.kind for mark in marks], dtype="str").value_counts()
    counts["quotation"] = quotes
    entries = [(role, role, True) for role in (*ROLES, "place")]
    entries += [(kind, label, False) for kind, label in _LAYERS]
    return [
        {"kind": kind, "label": label, "count": int(counts[kind]), "role": is_role}
        for kind, label, is_role in entries
        if counts.get(kind)
    ]


def _colours(dark: bool) -> dict[str, str]:
    roles = palette(dark).roles
    others = {
        "person": "#dcb25c" if dark else "#a8761a",
        "organisation": "#8fb1d6" if dark else "#4f7196",
        "date": "#a8c47c" if dark else "#5f7a3a",
    }
    return {**roles, **others}
