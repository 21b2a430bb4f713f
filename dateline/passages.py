"""Sentences of an article: the one that answers a question, and the one around a mention."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dateline.segments import foremost, paragraphs

__all__ = ["Stretch", "passage", "sentence_around"]

_LEAD: Final = 70
"""Characters before the first mark beyond which the sentence begins later, with an ellipsis."""

_LONGEST: Final = 320
"""Characters of a passage: two or three lines of a list."""

_BREAK: Final = re.compile(r"[ \t]*(?:\r\n?|[\n\u2028\u2029])\s*")
_ENDED: Final = '.!?…؟。:;–—-"”’»)'
"""What stands at the end of a line that says all it has to say."""

_END: Final = re.compile(r"[.!?…؟。]+[\"'”’»)\]]*\s|[\r\n]+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a passage; `kind` says what it is: nothing, a place or searched words."""

    text: str
    kind: Literal["", "place", "searched"] = ""


def passage(
    text: str,
    *,
    body: int = 0,
    places: Sequence[tuple[int, int]] = (),
    searched: Sequence[tuple[int, int]] = (),
) -> tuple[Stretch, ...]:
    """The first sentence with searched words, else with a place, else the first of the body.

    A sentence of the title is no answer: a list shows the title anyway.

    Args:
        text: The whole text.
        body: Where the body begins.
        places: Spans of the mentions that count, in any order.
        searched: Spans of the words that were searched for.

    Returns:
        The sentence in stretches, cut where it is very long; nothing for an empty text.
    """
    at = _first(searched, body)
    at = _first(places, body) if at is None else at
    anchor = _first_word(text, body if at is None else at)
    start, end = _sentence(text, anchor)
    lead = text.rfind(" ", start, max(start, anchor - _LEAD // 2))
    is_cut = anchor - start > _LEAD and lead > start
    start = lead + 1 if is_cut else start
    is_long = end - start > _LONGEST
    if is_long:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        end = space if space > start else start + _LONGEST
    spans = [*searched, *places]
    kept = sorted(foremost(spans), key=lambda i: spans[i])
    inside = [i for i in kept if spans[i][0] < end and spans[i][1] > start]
    cut = paragraphs(
        text[start:end],
        [(spans[i][0] - start, spans[i][1] - start) for i in inside],
    )
    stretches = [Stretch("… ")] if is_cut else []
    for piece in (piece for line in cut for piece in line):
        kind: Literal["", "place", "searched"] = ""
        if piece.marks:
            kind = "searched" if inside[piece.marks[0]] < len(searched) else "place"
        stretches.append(Stretch(piece.text, kind))
    return (*stretches, Stretch(" …")) if is_long else tuple(stretches)


def sentence_around(
    text: str, mention: tuple[int, int], sentence: tuple[int, int]
) -> tuple[int, int]:
    """Where the sentence of a mention begins and ends, without a title or line before or after it.

    A title has no full stop, so a parser takes it and the dateline under it for one sentence with
    what follows. What a paragraph's end parts does not belong together; neither do two lines, but
    where a paragraph was broken to a width and the next line goes on in small letters.

    Args:
        text: The whole text.
        mention: Its span.
        sentence: The span of its sentence as it was read; an empty one is looked for.

    Returns:
        Half-open code points; the mention lies within, and no blank at either end but its own.
    """
    start, end = mention
    first, last = sentence
    if not first <= start < last:
        first, last = _sentence(text, start)
    first, last = min(first, start), min(max(last, end), len(text))
    for found in _BREAK.finditer(text, first, last):
        if not _runs_on(text, found):
            if found.end() <= start:
                first = found.end()
            elif found.start() >= end:
                last = found.start()
                break
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def _runs_on(text: str, found: re.Match[str]) -> bool:
    """Whether a line break stands within a sentence."""
    is_one = found[0].strip(" \t") in ("\n", "\r", "\r\n")
    before, after = text[max(found.start() - 1, 0)], text[found.end() : found.end() + 1]
    return is_one and after.islower() and before not in _ENDED


def _first(spans: Sequence[tuple[int, int]], body: int) -> int | None:
    return min((start for start, _ in spans if start >= body), default=None)


def _first_word(text: str, body: int) -> int:
    found = re.compile(r"\S").search(text, body)
    return found.start() if found else 0


def _sentence(text: str, at: int) -> tuple[int, int]:
    """The sentence around a position, ended by its signs or a line break."""
    start = 0
    # Looking back far enough for any sentence, not through a whole book.
    for found in _END.finditer(text, max(0, at - 2000), at):
        start = found.end()
    if start == 0 and at > 2000:
        start = at - 2000
    following = _END.search(text, at)
    end = len(text) if following is None else following.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
