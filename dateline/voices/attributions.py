"""Where papers say who speaks: attributions around passages in quotation marks.

Three ways, tried in this order: after the words ("…," said a baker), before them (the minister
said: "…"), or not again, because the speaker goes on.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.voices.naming import CUT, ISSUING, Naming
from dateline.voices.parsed import SENTENCE_END, Parsed
from dateline.voices.quotations import Paragraph, Passage, is_title
from dateline.voices.speaker import NOBODY, Speaker
from dateline.voices.surroundings import Surroundings, surroundings

__all__ = ["Attributions"]

_OPENER: Final = re.compile(
    r"(?i)(?:\s|[,;:—–-]|\b(?:but|and|yet|so|then|still|later|also|meanwhile|as|however|while|for)\b)*"
)
_ACCORDING: Final = re.compile(r"(?i)\b(?:according\s+to|in\s+the\s+words\s+of)\s+")
_PUT_IT: Final = re.compile(r"[\s,]*as\s+(?P<who>.{2,60}?)\s+puts?\s+it\b")
_SIGNED: Final = re.compile(
    r"\s*[—–―-]{1,2}\s*(?P<name>[^\n,;:]{3,60}?)\s*(?=[\n,;:]|\.?\Z|\.\s*\n)"
)
_FEW_LETTERS: Final = 12
"""A passage without a word on its speaker that is no longer is rather a name than speech."""


class Attributions:
    """The attributions of one article, read in the order of its passages.

    Args:
        parsed: The article.
        parts: Its paragraphs.
    """

    def __init__(self, parsed: Parsed, parts: list[Paragraph]) -> None:
        self._parsed, self._parts = parsed, parts
        self._naming = Naming(parsed)

    def speakers(self) -> list[Speaker]:
        """The speaker of every passage; `NOBODY` where the text does not tell."""
        answers: list[Speaker] = []
        for number, passage in enumerate(self._parsed.found):
            speaker = self._speaker(number, answers)
            answers.append(speaker)
            if speaker.person or (speaker.name and not is_title(self._parsed.text, passage)):
                self._naming.hear(speaker)
        return answers

    def _speaker(self, number: int, answers: list[Speaker]) -> Speaker:
        around = surroundings(self._parsed, self._parts, number)
        if around.is_resumed:
            named = None if around.is_closed else self._after(around.passage.closing, around.end)
            return named or self._again(answers[-1])
        if (speaker := self._beside(around)) and not _is_within(speaker, around.passage):
            return speaker
        announced = around.lead.endswith(":")
        if announced and (speaker := self._agent(around.begin, around.passage.opening)):
            return speaker
        presented = around.lead.endswith((".", "!", "?")) and around.is_closed
        if presented and (speaker := self._actor(around.begin, around.passage.opening)):
            return self._again(speaker)
        if around.is_second and answers[-1].name:
            return self._again(answers[-1])
        if around.lead:
            # a partial quotation in a sentence of its own: who governs the sentence speaks
            return self._governing(around.passage, around.begin)
        return self._further_off(number, around)

    def _beside(self, around: Surroundings) -> Speaker | None:
        """Who is said to speak right after the passage, or else before it in its sentence."""
        passage, last = around.passage, around.last
        introduced = around.lead.endswith((":", ","))
        if not introduced or not self._parsed.verbs(around.begin, passage.opening):
            if signed := self._signed(passage, around.paragraph):
                return signed
            if (last in ",?!—…-" or not around.is_closed) and (
                speaker := self._after(passage.closing, around.end)
            ):
                return speaker
        if around.lead and (speaker := self._before(around.begin, passage.opening, introduced)):
            return speaker
        if around.is_closed and last in "?!":
            return self._after(passage.closing, around.end)
        return None

    def _further_off(self, number: int, around: Surroundings) -> Speaker:
        """Who speaks where the passage is a sentence by itself."""
        passage = around.passage
        if around.is_closed and (speaker := self._after(passage.closing, around.end, near=True)):
            return speaker
        begins = not around.is_second and passage.paragraph
        if begins and (speaker := self._announced(passage.paragraph - 1)):
            return speaker
        if passage.goes_on and (speaker := self._at_its_end(number)):
            return self._again(speaker)
        if passage.end - passage.start <= _FEW_LETTERS:
            return NOBODY
        if self._naming.spoken:
            return self._again(self._naming.spoken[-1])
        speaker = self._actor(*self._last_sentence(passage.paragraph - 1)) if begins else None
        return self._again(speaker) if speaker else NOBODY

    def _at_its_end(self, number: int) -> Speaker | None:
        """Who speaks where a quotation that goes on over paragraphs ends."""
        found = self._parsed.found
        while number + 1 < len(found) and found[number].goes_on:
            number += 1
        last = found[number]
        end = self._parts[last.paragraph].end
        if stop := SENTENCE_END.search(self._parsed.text, last.closing, end):
            end = stop.start() + 1
        return self._after(last.closing, end, near=True)

    def _again(self, speaker: Speaker) -> Speaker:
        """The same speaker, not named again."""
        return Speaker(speaker.name, -1, -1, speaker.description, speaker.person, speaker.gender)

    def _signed(self, passage: Passage, part: Paragraph) -> Speaker | None:
        """ "…" — Name Surname, at the end of a paragraph."""
        match = _SIGNED.match(self._parsed.text, passage.closing, part.end)
        if match is None:
            return None
        start, end = match.span("name")
        if self._parsed.text[end : part.end].strip(" .") and self._parsed.text[end] != ",":
            return None
        words = match["name"].split()
        if len(words) > 6 or not words[0][:1].isupper() or self._parsed.verbs(start, end):
            return None
        return Speaker(" ".join(words), start, start + len(match["name"].rstrip()), person=True)

    def _after(self, start: int, end: int, near: bool = False) -> Speaker | None:
        """ "…," said a baker; "…," Ms Arden told reporters; "…," according to the report."""
        opener = _OPENER.match(self._parsed.text, start, end)
        begin = opener.end() if opener else start
        if match := _ACCORDING.match(self._parsed.text, begin):
            return self._naming.phrase(match.end(), end, inverted=True)
        if match := _PUT_IT.match(self._parsed.text, start, end):
            return self._naming.phrase(*match.span("who"), inverted=False)
        for char, index, strong in self._parsed.verbs(begin, end):
            if not strong:
                continue
            if char - begin > (60 if near else 220):
                return None
            if not self._parsed.text[begin:char].strip(" ,"):
                return self._naming.phrase(char + len(self._parsed.doc[index]), end, inverted=True)
            first = self._parsed.token(begin)
            if first is not None and first.pos_ in ("ADP", "SCONJ"):
                break
            if self._opens_with_subject(begin, index):
                return self._naming.phrase(begin, char, inverted=False)
        if not near and (match := _ACCORDING.search(self._parsed.text, begin, end)):
            return self._naming.phrase(match.end(), end, inverted=True)
        return None

    def _opens_with_subject(self, begin: int, index: int) -> bool:
        """Is the verb's subject the phrase that stands right after the quotation?"""
        verb = self._parsed.doc[index]
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return child.idx < verb.idx
        if verb.dep_ == "relcl":
            return False
        between = self._parsed.text[begin : verb.idx]
        return len(between) < 60 and not CUT.search(between)

    def _before(self, start: int, end: int, introduced: bool) -> Speaker | None:
        """The minister said: "…"; he told them that "…"; in what she called "…"."""
        verbs = self._parsed.verbs(start, end)
        ranked = [index for _, index, strong in reversed(verbs) if strong]
        if len(ranked) > 1:  # of several, the one on which the quotation hangs
            above = self._above(end)
            ranked.sort(key=lambda index: index not in above)
        ranked += [index for _, index, strong in reversed(verbs) if not strong]
        for index in ranked:
            if speaker := self._naming.subject(self._parsed.doc[index]):
                return speaker
        if match := _ACCORDING.search(self._parsed.text, start, end):
            return self._naming.phrase(match.end(), end, inverted=True)
        lead = self._parsed.text[start:end].strip()
        if not introduced or not lead.endswith(":") or verbs:
            return None
        if len(lead.rstrip(" :")) > 1 and len(lead.split()) <= 6:  # no mere letter: A: "…"
            colon = start + self._parsed.text[start:end].rindex(":")
            if speaker := self._naming.phrase(start, colon, inverted=False):
                return speaker
        return self._actor(start, end)

    def _actor(self, start: int, end: int) -> Speaker | None:
        """Whom a sentence without a verb of saying is about, if a person: Col. Arden was blunt.

        Of a union that issues a letter the words are as well.
        """
        for token in self._parsed.words(start, end):
            verb = token.head
            subject = token.dep_ in ("nsubj", "nsubjpass") and start <= token.idx < verb.idx < end
            if not subject or verb.dep_ == "relcl" or self._parsed.quoted(token.idx):
                continue
            speaker = self._naming.phrase(token.left_edge.idx, verb.idx, inverted=False)
            if speaker is None or not (speaker.person or verb.lemma_ in ISSUING):
                return None
            return speaker
        return None

    def _agent(self, start: int, end: int) -> Speaker | None:
        """By whom the words are given that a sentence announces: "The version given by X: …"."""
        for token in self._parsed.words(start, end):
            if token.dep_ != "agent" or token.head.lemma_ not in ISSUING:
                continue
            given = next((child for child in token.children if child.dep_ == "pobj"), None)
            if given is not None and not self._parsed.quoted(token.idx):
                return self._naming.noun(given)
        return None

    def _above(self, char: int) -> set[int]:
        """The words on which the one at `char` hangs, by their numbers."""
        token, above = self._parsed.token(char), set()
        while token is not None and token.head.i != token.i:
            token = token.head
            above.add(token.i)
        return above

    def _governing(self, passage: Passage, start: int) -> Speaker:
        """A partial quotation: a verb of saying in its sentence, or else the subject of it."""
        token = self._parsed.token(passage.opening)
        text, after = self._parsed.text, passage.paragraph + 1
        # The first letter of the next paragraph tells that a sentence ends before it.
        reach = self._parts[after].start + 1 if after < len(self._parts) else len(text)
        sentence_end = self._parts[passage.paragraph].end
        if stop := SENTENCE_END.search(text, passage.closing, reach):
            sentence_end = min(stop.start(), sentence_end)
        if speaker := self._after(passage.closing, sentence_end):
            return speaker
        for _, index, strong in reversed(self._parsed.verbs(passage.closing, sentence_end)):
            if strong and (speaker := self._naming.subject(self._parsed.doc[index])):
                return speaker
        if len(self._parsed.text[passage.start : passage.end].split()) < 4:
            return NOBODY
        for _ in range(10):
            if token is None or token.head.i == token.i:
                break
            token = token.head
            outside = start <= token.idx and not self._parsed.quoted(token.idx)
            if token.pos_ == "VERB" and outside and (speaker := self._naming.subject(token)):
                return speaker
        return NOBODY

    def _last_sentence(self, paragraph: int) -> tuple[int, int]:
        start, end = self._parts[paragraph]
        for stop in SENTENCE_END.finditer(self._parsed.text, start, end):
            start = stop.end()
        return start, end

    def _announced(self, paragraph: int) -> Speaker | None:
        """The paragraph before ends in a colon, or names a speaker in its last sentence."""
        part = self._parts[paragraph]
        if not self._parsed.text[part.start : part.end].endswith(":"):
            return None
        start, _ = self._last_sentence(paragraph)
        if speaker := self._before(start, part.end, True):
            return speaker
        token = self._parsed.token(start)
        while token is not None and token.head.i != token.i:
            token = token.head
        return self._naming.subject(token) if token is not None else None


def _is_within(speaker: Speaker, passage: Passage) -> bool:
    """Whether it is named in the very words: "That," they replied, "was denied by nine men."""
    return passage.start <= speaker.start < passage.end
