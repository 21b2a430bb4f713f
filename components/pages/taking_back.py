"""What was put right: by whom a mention was decided, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

import streamlit as st

from components import session
from components.choice import Choice
from components.pages import own
from components.pages.labels import day_of
from components.pages.shown import Opened, Shown
from components.receipt import PutRight
from dateline.corpus import Corpus
from dateline.corrections import Correction, ledger
from dateline.corrections.deciding import deciding
from dateline.corrections.listing import becomes
from dateline.errors import CorpusError
from dateline.hosting import may_write
from dateline.plural import plural

__all__ = [
    "done",
    "may_correct",
    "part_of",
    "put_right",
    "remember",
    "take_back",
    "undo",
    "write",
    "writable",
]

_DONE: Final = "put_right"

Row = Mapping[Hashable, Any]


@dataclass(frozen=True)
class _Done:
    """What this visitor put right last.

    Attributes:
        sentence: In words.
        before: What he looked at.
        take_back: Undoes it.
        own: It was in an article of his own, so that it is over once that is in the corpus.
    """

    sentence: str
    before: Choice
    take_back: Callable[[], object]
    own: bool


def part_of(corpus: Corpus, opened: Opened) -> Corpus:
    """The corpus that the open article is of: the shared one, or the visitor's own."""
    return corpus.parts[int(opened.own)][0] if corpus.parts else corpus


def may_correct(shown: Shown, opened: Opened) -> bool:
    """Whether what is wrong in the open article can be put right here."""
    return opened.own or may_write(part_of(shown.corpus, opened).folder)


def writable(part: Corpus) -> Path:
    """The folder to write to; asked again, since the page may have stood open for long."""
    if part.folder is None or not may_write(part.folder):
        raise CorpusError(
            "this corpus can only be read here", "a folder that can be written", "tell its owner"
        )
    return part.folder


def remember(sentence: str, take_back: Callable[[], object], *, is_own: bool = False) -> None:
    """Keep what was just done, to be said and undone.

    Args:
        sentence: In words.
        take_back: Undoes it.
        is_own: It concerns an article of the visitor's own.
    """
    st.session_state[_DONE] = _Done(sentence, session.choice(), take_back, is_own)


def done() -> str:
    """What this visitor put right last, in words, as long as he can undo it here; or empty."""
    last: _Done | None = st.session_state.get(_DONE)
    return last.sentence if last and (own.has_any() or not last.own) else ""


def undo() -> None:
    """Take back what was put right last; for callbacks."""
    last: _Done | None = st.session_state.pop(_DONE, None)
    if last is None:
        return
    last.take_back()
    session.change(lambda _: last.before)


def write(part: Corpus, correction: Correction, *, is_own: bool) -> Callable[[], object]:
    """Write a correction down; returns what takes it back."""
    if is_own:
        _put_down(correction)
        return partial(_forget, correction)
    folder = writable(part)
    ledger.add(folder, [correction])
    return partial(ledger.remove, folder, [correction])


def put_right(shown: Shown, opened: Opened, mention: Row) -> tuple[PutRight, ...]:
    """What was put right that decides a mention, for its receipt."""
    part = part_of(shown.corpus, opened)
    return tuple(_said(part, one) for one in _deciding(part, opened, mention))


def take_back(shown: Shown, opened: Opened, mention: Row, which: int) -> None:
    """Undo one of the corrections that decide a mention; for callbacks. Can be undone likewise.

    Args:
        shown: What is shown.
        opened: The open article.
        mention: The mention.
        which: Position among `put_right`; nothing happens beyond these.
    """
    part = part_of(shown.corpus, opened)
    decided = _deciding(part, opened, mention)
    if not 0 <= which < len(decided) or not may_correct(shown, opened):
        return
    correction = decided[which]
    again: Callable[[], object]
    if opened.own:
        _forget(correction)
        again = partial(_put_down, correction)
    else:
        folder = writable(part)
        ledger.remove(folder, [correction])
        again = partial(ledger.add, folder, [correction])
    remember(f"“{mention['surface']}” as it was before", again, is_own=opened.own)
    session.change(lambda choice: choice)


def _deciding(part: Corpus, opened: Opened, mention: Row) -> tuple[Correction, ...]:
    # What names an unknown place is left out of the corpus, so it decides nothing.
    in_force = [one for one, touched in zip(part.corrections, part.touched, strict=True) if touched]
    return deciding(
        in_force,
        key=str(opened.row["key"]),
        start=int(mention["start"]),
        end=int(mention["end"]),
        surface=str(mention["surface"]),
    )


def _said(part: Corpus, correction: Correction) -> PutRight:
    touched = dict(zip(part.corrections, part.touched, strict=True))[correction] or 0
    where = {
        "mention": "for this mention",
        "article": f"in this article, {plural(touched, 'mention')}",
        "surface": f"everywhere, {plural(touched, 'mention')}",
    }[correction.scope]
    parts = [becomes(correction, part), where]
    if correction.at:
        parts.append(_day(correction.at))
    return PutRight(" · ".join(filter(None, parts)), correction.note)


def _day(at: str) -> str:
    try:
        return day_of(datetime.fromisoformat(at))
    except ValueError:  # written by hand
        return at[:20]


def _put_down(correction: Correction) -> None:
    own.put_right([*own.corrections(), correction])


def _forget(correction: Correction) -> None:
    own.put_right([one for one in own.corrections() if one != correction])
