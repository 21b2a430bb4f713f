"""A cell as it becomes an article's text: what is left out or put right, and what is told of it.

Once an article has its text, the text never changes: spans are counted in it. So what would part a
word for search and for the language model, as a soft hyphen does, is left out here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import ftfy
from ftfy.badness import is_bad

from dateline.reading.cleaning.barriers import without_barriers
from dateline.reading.cleaning.hypertext import has_tags, words_of
from dateline.reading.contents import excerpt
from dateline.reading.counted import counted
from dateline.reading.paragraphs import blocks, paragraphs, usual_width

__all__ = ["Cleaning"]

_LEFT_OUT: Final = (
    (re.compile("\0"), "zero [byte|bytes]"),
    (re.compile("\u00ad"), "soft [hyphen|hyphens] within words"),
    (re.compile("[\x01-\x08\x0e-\x1b\x7f]"), "control [character|characters]"),
    (
        re.compile("[\u2060\ufeff]|(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b"),
        "[space|spaces] without a width",  # which part words in Thai, Lao, Burmese and Khmer
    ),
)
_CUT: Final = re.compile(r"\s*(?:…|\.{3})?\s*\[\+?\d+ chars\]\s*\Z")
"""How services end a text that goes on: "… [+1234 chars]"."""
_UNSEEN: Final = re.compile("[\0-\x08\x0e-\x1b\x7f\u00ad\u200b\u2060\ufeff]")
_PARTED: Final = re.compile(r"([^\W\d_]{2})[-¬]\n([a-zà-ÿ]\S*)[ \t]*\n?")
_OFTEN: Final = 3
"""Words parted at the ends of lines in a text whose lines are those of a printed column, and lines
that go on in the next one."""
_LINE_ENDS: Final = re.compile("\r\n|[\r\v\f\x1c-\x1e\u2028\u2029]")
_LOOKED_AT: Final = 200_000
"""Characters looked at for what was decoded wrongly; it is all through a text, or nowhere."""

_ESCAPED: Final = 3
"""How many times over a text may have been made HTML: `&amp;amp;lt;p&amp;amp;gt;`."""

_AROUND: Final = 15
"""Characters shown on either side of what was decoded wrongly."""


class Cleaning:
    """Cleans the texts of one file and counts what it did.

    Args:
        as_it_is: The records have a whole text, in which someone may have counted: nothing is
            changed, and what would have been is told.
        mend: Repair what was decoded wrongly.
    """

    def __init__(self, *, as_it_is: bool = False, mend: bool = False) -> None:
        self._as_it_is, self._mend = as_it_is, mend
        self._done: Counter[str] = Counter()
        self._example = ""

    def clean(self, cell: str, *, count: bool = True) -> str:
        """A cell as the text of an article, or as its title.

        Args:
            cell: As it stands in the file.
            count: It counts among the texts that notes speak of.
        """
        text = _LINE_ENDS.sub("\n", cell)
        if _UNSEEN.search(text):
            for marks, name in _LEFT_OUT:
                text, number = marks.subn("", text)
                self._done[name] += number
        if has_tags(text):
            self._done["HTML"] += count
        for _ in range(_ESCAPED):
            if not has_tags(text):
                break
            text = words_of(text)
        if not self._as_it_is:
            if text.rstrip().endswith("chars]"):
                text, short = _CUT.subn("…", text)
                self._done["cut"] += count * short
            text = self._whole_words(text)
            text = self._whole_lines(text, count)
            text, cut = without_barriers(text)
            self._done["barriers"] += count and cut > 0
        if not text.isascii() and is_bad(text[:_LOOKED_AT]):
            text = self._decoded(text, count)
        return cell if self._as_it_is else text.strip()

    def _whole_words(self, text: str) -> str:
        """Words that print parted at the end of a line whole again, as read from a scan."""
        if text.count("-\n") + text.count("¬\n") < _OFTEN:
            return text
        whole, number = _PARTED.subn(r"\1\2\n", text)
        if number < _OFTEN:
            return text
        self._done["parted"] += number
        return whole

    def _whole_lines(self, text: str, count: bool) -> str:
        """Lines that were broken to fit a width, of a mail or a page, joined to paragraphs.

        A name would be parted at the end of a line otherwise: Khan / Younis.
        """
        if text.count("\n") < _OFTEN:
            return text
        lines = text.split("\n")
        width = usual_width(lines)
        if not width:
            return text
        parts = [*blocks(lines)]
        whole = [paragraphs(part, width) for part in parts]
        if sum(map(len, parts)) - sum(map(len, whole)) < _OFTEN:
            return text  # a heading above a sentence looks like this, too
        self._done["broken"] += count
        return "\n\n".join(map("\n".join, whole))

    def _decoded(self, text: str, count: bool) -> str:
        mended = ftfy.fix_encoding(text)
        if mended == text:
            return text
        self._done["encoding"] += count
        self._example = self._example or _difference(text, mended)
        return mended if self._mend else text

    def notes(self) -> Iterator[str]:
        """What was done, in sentences."""
        for _, name in _LEFT_OUT:
            if number := self._done[name]:
                done = "[was|were] left out"
                if self._as_it_is:
                    done = "[stays|stay], as the records have their text"
                yield counted(number, f"# {name} {done}.")
        if number := self._done["HTML"]:
            done = (
                "it stays, as the records have their text"
                if self._as_it_is
                else "its tags are gone"
            )
            yield counted(number, f"# [text|texts] held HTML; {done}.")
        if number := self._done["parted"]:
            told = "# [word|words] parted at the end of a line [was|were] joined."
            yield counted(number, told)
        if number := self._done["broken"]:
            yield counted(
                number,
                "# [text|texts] had lines broken to fit a width; they were joined to paragraphs.",
            )
        if number := self._done["cut"]:
            yield counted(number, "# [text is|texts are] cut by the service that gave [it|them].")
        if number := self._done["barriers"]:
            yield counted(
                number,
                "# [text|texts] held lines that offer a subscription or speak of cookies; these "
                "were left out, and more of the article may be missing.",
            )
        if number := self._done["encoding"]:
            if self._mend and not self._as_it_is:
                many = counted(number, "# [text|texts] had been decoded wrongly and [was|were]")
                yield f"{many} mended: {self._example}."
            else:
                many = counted(number, "# [text seems|texts seem] to have been decoded wrongly")
                kept = counted(number, "kept as [it is|they are]; `dateline build --mend` repairs")
                which = counted(number, "[it|them]")
                yield f"{many}, for example {self._example}; {kept} {which}."


def _difference(before: str, after: str) -> str:
    """The first place where two texts differ, of both."""
    pairs = zip(before, after, strict=False)
    at = next((number for number, (one, two) in enumerate(pairs) if one != two), 0)
    begin = max(0, at - _AROUND)
    shown = (excerpt(text[begin : at + _AROUND]) for text in (before, after))
    return " for ".join(f"\u201c{part}\u201d" for part in shown)
