"""`.srt` and `.vtt`: subtitles of a film or broadcast as one text, without their timings.

Who speaks stays: a voice of WebVTT (`<v Ada>`) is written as a name and a colon, as people write it
in SubRip. A speaker's words are one paragraph; so are those between two long pauses.
See https://www.w3.org/TR/webvtt1/; SubRip has no specification.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Final, NamedTuple

from dateline.errors import ReadingError
from dateline.reading.contents import LONGEST_TEXT, Contents
from dateline.reading.documents.one_article import one_article
from dateline.reading.encoding import open_text
from dateline.reading.files import File
from dateline.reading.paragraphs import joined
from dateline.reading.start import Start

__all__ = ["looks_like_subtitles", "read_subtitles"]

_TIME: Final = (
    r"(?:(?P<{0}h>\d{{1,3}}):)?(?P<{0}m>\d{{1,2}}):(?P<{0}s>\d{{1,2}})[.,](?P<{0}f>\d{{1,3}})"
)
_TIMING: Final = re.compile(
    rf"\s*{_TIME.format('a')}\s*-{{1,2}}>\s*{_TIME.format('b')}(?:\s+\S.*)?\s*"
)
_STARTS: Final = re.compile(rf"\A\ufeff?\s*(?:WEBVTT\b|\d+\s*\n{_TIMING.pattern}$)", re.MULTILINE)
_NO_CUE: Final = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|\Z)")
_VOICE: Final = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_TAG: Final = re.compile(r"</?[a-z][^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}", re.IGNORECASE)
_SPEAKER: Final = re.compile(r"(?:>>+\s*|[-–—]\s*)?[^\W\d_][^:.!?]{0,40}:\s|>>+|[-–—]\s*\S")
"""How a line begins with which somebody else begins to speak."""

_PAUSE: Final = 4.0
"""Seconds between two subtitles after which a new paragraph begins."""

_AT_ONCE: Final = 0.1
"""Seconds in which nobody says anything."""

_LONGEST: Final = 600
"""Characters of a paragraph after which the next sentence begins a new one."""


class _Cue(NamedTuple):
    """One subtitle: when it comes and goes, in seconds, and its lines."""

    begin: float
    end: float
    lines: list[str]


def looks_like_subtitles(start: Start) -> bool:
    """Whether a text file holds subtitles."""
    return not start.is_zip and _STARTS.match(start.text) is not None


def read_subtitles(file: File) -> Contents:
    """Read the one text of a file of subtitles; what its name states counts.

    Raises:
        ReadingError: It is binary, has no subtitle, or is too long.
        OSError: It cannot be opened.
    """
    if file.size > 4 * LONGEST_TEXT:
        raise ReadingError(f"{file.size:,} bytes of subtitles", f"at most {4 * LONGEST_TEXT:,}")
    stream, encoding = open_text(file)
    with stream:
        lines = stream.read().lstrip("\ufeff").splitlines()
    body = "\n\n".join(_paragraphs(_cues(lines)))
    if not body:
        raise ReadingError("subtitles without a word", "a file with subtitles")
    notes = ["The timings of its subtitles were left out."]
    return one_article(file, "", body, [*notes, *([encoding.note] if encoding.note else [])])


def _cues(lines: Iterable[str]) -> Iterator[_Cue]:
    """Subtitles in their order; numbers, names, notes and styles are none."""
    cue: _Cue | None = None
    for line in lines:
        if match := _TIMING.fullmatch(line):
            if cue is not None:
                yield cue
            cue = _Cue(_seconds(match, "a"), _seconds(match, "b"), [])
        elif not line.strip():
            if cue is not None and cue.lines:
                yield cue
                cue = None
        elif cue is not None and not (_NO_CUE.match(line) and not cue.lines):
            cue.lines.append(line)
    if cue is not None:
        yield cue


def _seconds(match: re.Match[str], which: str) -> float:
    hours, minutes, seconds = (int(match[which + part] or 0) for part in "hms")
    return 3600 * hours + 60 * minutes + seconds + int(match[f"{which}f"].ljust(3, "0")) / 1000


def _paragraphs(cues: Iterable[_Cue]) -> Iterator[str]:
    """Words of the same speaker together; a line that stays while others roll is one."""
    said: list[str] = []
    voice = last = ""
    end: float | None = None
    for cue in cues:
        rolls = end is not None and cue.begin - end < _AT_ONCE
        for at, line in enumerate(cue.lines):
            speaker = match[1].strip() if (match := _VOICE.search(line)) else ""
            text = joined(unescape(_TAG.sub("", line)))
            again = text == last and at == 0 and (cue.lines[1:] or cue.end - cue.begin < _AT_ONCE)
            if not text or (rolls and again):
                continue
            others = speaker and speaker != voice
            paused = end is not None and cue.begin - end > _PAUSE
            whole = sum(map(len, said)) > _LONGEST and said[-1][-1] in ".!?…"
            if said and (others or paused or whole or _SPEAKER.match(text)):
                yield " ".join(said)
                said = []
            voice = speaker or voice
            said.append(f"{speaker}: {text}" if others else text)
            last, end = text, cue.end
    if said:
        yield " ".join(said)
