"""What stands around a passage in quotation marks: its sentence, and the passage before it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.voices.parsed import SENTENCE_END, Parsed
from dateline.voices.quotations import Paragraph, Passage

__all__ = ["Surroundings", "surroundings"]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a passage stands.

    Attributes:
        passage, paragraph: It and the paragraph that holds it.
        begin: Where its sentence begins, or the passage before it ends.
        end: Where that sentence ends, or the next passage begins.
        lead: The words from `begin` to the passage.
        last: Its last character within the marks.
        is_closed: Whether the sentence ends with it.
        is_second: Whether a passage stands before it in its paragraph.
        is_resumed: Whether it continues the one in the paragraph before.
    """

    passage: Passage
    paragraph: Paragraph
    begin: int
    end: int
    lead: str
    last: str
    is_closed: bool
    is_second: bool
    is_resumed: bool


def surroundings(parsed: Parsed, parts: list[Paragraph], number: int) -> Surroundings:
    """What stands around a passage.

    Args:
        parsed: The article.
        parts: Its paragraphs.
        number: Of the passage.
    """
    text, found = parsed.text, parsed.found
    passage = found[number]
    paragraph = parts[passage.paragraph]
    before = found[number - 1] if number else None
    is_second = before is not None and before.paragraph == passage.paragraph
    begin = before.closing if before is not None and is_second else paragraph.start
    for stop in SENTENCE_END.finditer(text, begin, passage.opening):
        begin = stop.end()
    following = found[number + 1] if number + 1 < len(found) else None
    within = following is not None and following.paragraph == passage.paragraph
    end = following.opening if following is not None and within else paragraph.end
    tail, last = text[passage.closing : end].lstrip()[:1], text[passage.end - 1]
    first_stop = SENTENCE_END.search(text, passage.closing, end)
    return Surroundings(
        passage=passage,
        paragraph=paragraph,
        begin=begin,
        end=first_stop.start() + 1 if first_stop else end,
        lead=text[begin : passage.opening].strip(),
        last=last,
        is_closed=last in ".?!" and not tail.islower() and tail != ",",
        is_second=is_second,
        is_resumed=before is not None and before.goes_on and not is_second,
    )
