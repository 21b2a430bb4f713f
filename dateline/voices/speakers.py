"""Who is quoted: attributions around passages in quotation marks.

Three ways papers name a speaker, tried in this order: after the words ("…," said a baker), before
them (the minister said: "…"), or not again, because the speaker goes on. Pronouns are taken back to
the person who spoke or acted last; a source without a name keeps the words of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from spacy.attrs import IDX, LEMMA, POS
from spacy.symbols import AUX, VERB
from spacy.tokens import Doc, Token

from dateline.findings import NameMention
from dateline.voices.names import gender
from dateline.voices.quotations import Paragraph, Passage
from dateline.voices.saying import LOOSE_VERBS, VERBS

__all__ = ["NOBODY", "Speaker", "Speakers"]

_LONGEST: Final = 8
"""Words kept of an unnamed source."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom an attribution names.

    Attributes:
        name: Full name, or the words of the text.
        start, end: The words of the attribution that name the speaker; -1 if none do.
        description: What the text says of the speaker there: title, apposition, clause.
        person: Whether a person is named by name.
        gender: `m`, `f` or empty where unknown.
    """

    name: str
    start: int = -1
    end: int = -1
    description: str = ""
    person: bool = False
    gender: str = ""


NOBODY: Final = Speaker("")

_PRONOUNS: Final = {
    "he": "m",
    "she": "f",
    "they": "",
    "it": "",
    "i": "",
    "we": "",
    "you": "",
    "who": "",
    "that": "",
    "which": "",
    "this": "",
    "one": "",
    "his": "m",
    "her": "f",
}
_FEMALE: Final = re.compile(
    r"(?i)\b(?:she|her|mrs|ms|woman|spokeswoman|chairwoman|congresswoman|mother|sister|wife|widow"
    r"|daughter|queen|girl|grandmother|businesswoman)\b"
)
_MALE: Final = re.compile(
    r"(?i)\b(?:he|his|mr|man|spokesman|chairman|congressman|father|brother|husband|son|king|boy"
    r"|grandfather|businessman|prince)\b"
)
_STOP: Final = (  # a full stop that is none of an abbreviation's or an initial's
    r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|Lt|St|Jr|Sr))(?<!\b(?:Mrs|Gen|Sen|Rep|Col|Gov|Rev|Del|Maj|Sgt))[.?!]"
)
_SENTENCE_END: Final = re.compile(_STOP + r"[”\"’']?\s+(?=[\"“‘'A-Z])")
_OPENER: Final = re.compile(
    r"(?i)(?:\s|[,;:—–-]|\b(?:but|and|yet|so|then|still|later|also|meanwhile|as|however|while|for)\b)*"
)
_CUT: Final = re.compile(
    r"[,;:(—–\n“”\"«»]|\s-\s|--|" + _STOP + r"(?:\s|\Z)"
    r"|\b(?:who|whom|whose|which|that|where|when|while|as|after|before|during|because|if|but)\b"
)
_AFTER_CUT: Final = re.compile(
    r"(?i)\b(?:on|at|in|during|after|before|to|by|via|through|about|from|with|outside|inside|near|under|over|upon"
    r"|last|this|earlier|later|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|in)\b"
)
_ISSUING: Final = frozenset("issue release publish post send write make give sign".split())
_ACCORDING: Final = re.compile(r"(?i)\baccording\s+to\s+")
_HUMAN: Final = re.compile(
    r"(?i)(?:a|an|one|the|another)\s+(?!.*\b(?:ministry|government|report|statement|agency|group|army|police"
    r"|court|office|council|company|party|channel|media|study|letter|document|department|embassy|paper"
    r"|newspaper|site|campaign|poll|survey|militia|movement|bank|union)\b)"
)
_SIGNED: Final = re.compile(
    r"\s*[—–―-]{1,2}\s*(?P<name>[^\n,;:]{3,60}?)\s*(?=[\n,;:]|\.?\Z|\.\s*\n)"
)


class Speakers:
    """Attributions of one article, in the order of its passages.

    Args:
        doc: The parsed article.
        parts: Its paragraphs.
        found: Its passages in quotation marks.
        names: Its people and organisations, as `find_names` gives them.
    """

    def __init__(
        self, doc: Doc, parts: list[Paragraph], found: list[Passage], names: tuple[NameMention, ...]
    ) -> None:
        self._doc, self._text = doc, doc.text
        self._parts, self._found, self._names = parts, found, names
        self._name_starts = [name.start for name in names]
        lemma = doc.vocab.strings
        table = doc.to_array([IDX, LEMMA, POS])
        self._starts: list[int] = table[:, 0].tolist() if len(doc) else []
        strong = {lemma.add(verb) for verb in VERBS}
        loose = {lemma.add(verb) for verb in LOOSE_VERBS}
        verbs = {VERB, AUX}
        self._verbs: list[tuple[int, int, bool]] = [  # character, token, is a plain verb of saying
            (start, index, word in strong)
            for index, (start, word, tag) in enumerate(table.tolist())
            if tag in verbs and (word in strong or word in loose) and not self._quoted(start)
        ]
        self._spoken: list[Speaker] = []
        self._reporting = False

    def of_all(self) -> list[Speaker]:
        """The speaker of every passage; `NOBODY` where the text does not tell."""
        answers: list[Speaker] = []
        for number, passage in enumerate(self._found):
            previous = self._found[number - 1] if number else None
            following = self._found[number + 1] if number + 1 < len(self._found) else None
            speaker = self._speaker(passage, previous, following, answers)
            answers.append(speaker)
            if speaker.name:
                self._spoken.append(speaker)
        return answers

    # -- where an attribution can stand -------------------------------------------------------

    def _speaker(
        self,
        passage: Passage,
        previous: Passage | None,
        following: Passage | None,
        answers: list[Speaker],
    ) -> Speaker:
        part = self._parts[passage.paragraph]
        same = previous is not None and previous.paragraph == passage.paragraph
        left = previous.closing if same and previous else part.start
        right = (
            following.opening
            if following and following.paragraph == passage.paragraph
            else part.end
        )
        if previous is not None and previous.goes_on and not same:
            return self._again(answers[-1])
        text = self._text
        last = text[passage.end - 1]
        tail = text[passage.closing : right]
        closed = last in ".?!" and not tail.lstrip()[:1].islower() and tail.lstrip()[:1] != ","
        sentence = _SENTENCE_END.search(text, passage.closing, right)
        after_end = sentence.start() + 1 if sentence else right
        before_start = left
        for end in _SENTENCE_END.finditer(text, left, passage.opening):
            before_start = end.end()
        lead = text[before_start : passage.opening].strip()
        introduced = lead.endswith((":", ","))
        fresh = not lead or before_start > left  # the passage opens its sentence

        if not introduced or not self._has_verb(before_start, passage.opening):
            if signed := self._signed(passage, part):
                return signed
            if (last in ",?!—…-" or not closed) and (
                speaker := self._after(passage.closing, after_end)
            ):
                return speaker
        if lead and (speaker := self._before(before_start, passage.opening, introduced)):
            return speaker
        if closed and last in "?!" and (speaker := self._after(passage.closing, after_end)):
            return speaker
        if same and answers and answers[-1].name and (fresh or not lead or left == before_start):
            return self._again(answers[-1])
        if lead:
            # a partial quotation in a sentence of its own: who governs the sentence speaks
            return self._governing(passage, before_start)
        if closed and (speaker := self._after(passage.closing, after_end, near=True)):
            return speaker
        if not same and passage.paragraph and (speaker := self._announced(passage.paragraph - 1)):
            return speaker
        if not lead and self._spoken and passage.end - passage.start > 12:
            return self._again(self._spoken[-1])
        return NOBODY

    def _again(self, speaker: Speaker) -> Speaker:
        """The same speaker, not named again."""
        return Speaker(speaker.name, -1, -1, speaker.description, speaker.person, speaker.gender)

    def _signed(self, passage: Passage, part: Paragraph) -> Speaker | None:
        """ "…" — Name Surname, at the end of a paragraph."""
        match = _SIGNED.match(self._text, passage.closing, part.end)
        if match is None:
            return None
        start, end = match.span("name")
        if self._text[end : part.end].strip(" .") and self._text[end] != ",":
            return None
        words = match["name"].split()
        if len(words) > 6 or not words[0][:1].isupper() or self._has_verb(start, end):
            return None
        return Speaker(" ".join(words), start, start + len(match["name"].rstrip()), person=True)

    def _after(self, start: int, end: int, near: bool = False) -> Speaker | None:
        """ "…," said a baker; "…," Ms Arden told reporters; "…," according to the report."""
        opener = _OPENER.match(self._text, start, end)
        begin = opener.end() if opener else start
        if match := _ACCORDING.match(self._text, begin):
            return self._phrase(match.end(), end, inverted=True)
        for char, index, strong in self._verbs_in(begin, end):
            if not strong:
                continue
            if char - begin > (60 if near else 220):
                return None
            if not self._text[begin:char].strip(" ,"):
                return self._phrase(char + len(self._doc[index]), end, inverted=True)
            first = self._token(begin)
            if first is not None and first.pos_ in ("ADP", "SCONJ"):
                break
            if self._opens_with_subject(begin, index):
                return self._phrase(begin, char, inverted=False)
        if not near and (match := _ACCORDING.search(self._text, begin, end)):
            return self._phrase(match.end(), end, inverted=True)
        return None

    def _opens_with_subject(self, begin: int, index: int) -> bool:
        """Is the verb's subject the phrase that stands right after the quotation?"""
        verb = self._doc[index]
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return child.idx < verb.idx
        if verb.dep_ == "relcl":
            return False
        between = self._text[begin : verb.idx]
        return len(between) < 60 and not _CUT.search(between)

    def _before(self, start: int, end: int, introduced: bool) -> Speaker | None:
        """The minister said: "…"; he told them that "…"; in what she called "…"."""
        verbs = self._verbs_in(start, end)
        ranked = [index for _, index, strong in reversed(verbs) if strong]
        if len(ranked) > 1:  # of several, the one on which the quotation hangs
            above = self._above(end)
            ranked.sort(key=lambda index: index not in above)
        ranked += [index for _, index, strong in reversed(verbs) if not strong]
        for index in ranked:
            if speaker := self._subject(self._doc[index]):
                return speaker
        if match := _ACCORDING.search(self._text, start, end):
            return self._phrase(match.end(), end, inverted=True)
        lead = self._text[start:end].strip()
        if introduced and lead.endswith(":") and len(lead.split()) <= 6 and not verbs:
            return self._phrase(start, start + self._text[start:end].rindex(":"), inverted=False)
        return None

    def _above(self, char: int) -> set[int]:
        """The words on which the one at `char` hangs, by their numbers."""
        token, above = self._token(char), set()
        while token is not None and token.head.i != token.i:
            token = token.head
            above.add(token.i)
        return above

    def _governing(self, passage: Passage, start: int) -> Speaker:
        """A partial quotation: a verb of saying in its sentence, or else the subject of it."""
        token = self._token(passage.opening)
        sentence_end = min(
            (m.start() for m in [_SENTENCE_END.search(self._text, passage.closing)] if m),
            default=self._parts[passage.paragraph].end,
        )
        sentence_end = min(sentence_end, self._parts[passage.paragraph].end)
        if speaker := self._after(passage.closing, sentence_end):
            return speaker
        for _, index, strong in reversed(self._verbs_in(passage.closing, sentence_end)):
            if strong and (speaker := self._subject(self._doc[index])):
                return speaker
        if len(self._text[passage.start : passage.end].split()) < 4:
            return NOBODY
        for _ in range(10):
            if token is None or token.head.i == token.i:
                break
            token = token.head
            if token.pos_ == "VERB" and start <= token.idx and not self._quoted(token.idx):
                if speaker := self._subject(token):
                    return speaker
        return NOBODY

    def _announced(self, paragraph: int) -> Speaker | None:
        """The paragraph before ends in a colon, or names a speaker in its last sentence."""
        part = self._parts[paragraph]
        if not self._text[part.start : part.end].endswith(":"):
            return None
        start = part.start
        for end in _SENTENCE_END.finditer(self._text, part.start, part.end):
            start = end.end()
        if speaker := self._before(start, part.end, True):
            return speaker
        token = self._token(start)
        return self._subject(token.sent.root) if token is not None else None

    # -- from words to a speaker ---------------------------------------------------------------

    def _subject(self, verb: Token, depth: int = 0) -> Speaker | None:
        """The speaker a verb names: its subject, or that of the verb it is joined to."""
        if depth > 4:
            return None
        subjects = [
            child
            for child in verb.children
            if child.dep_ in ("nsubj", "nsubjpass") and not self._quoted(child.idx)
        ]
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        if passive or (verb.tag_ == "VBN" and not subjects):
            for child in verb.children:
                if child.dep_ == "agent":
                    for noun in child.children:
                        return self._noun(noun)
        if subjects:
            subject = subjects[-1]
            if subject.lower_ in ("who", "that", "which") and verb.dep_ == "relcl":
                return self._noun(verb.head)
            return self._noun(subject)
        head = verb.head
        if verb.dep_ == "relcl" and head.pos_ in ("NOUN", "PROPN", "PRON"):
            return self._noun(head)
        if head.i != verb.i and head.pos_ in ("VERB", "AUX") and not self._quoted(head.idx):
            return self._subject(head, depth + 1)
        if verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN"):
            if head.dep_ == "dobj" and head.head.lemma_ in _ISSUING:
                return self._subject(head.head, depth + 1)  # issued a statement calling it "…"
            return self._noun(head)
        return None

    def _noun(self, head: Token) -> Speaker | None:
        """The speaker that a noun or pronoun with its surroundings names."""
        if head.lower_ in _PRONOUNS:
            return self._pronoun(head)
        left = min((t.idx for t in head.lefts if t.dep_ not in ("punct", "cc")), default=head.idx)
        left = min(left, *(t.left_edge.idx for t in head.lefts if t.dep_ != "punct"), head.idx)
        end = head.right_edge.idx + len(head.right_edge)
        return self._named(left, max(end, head.idx + len(head)), head)

    def _phrase(self, start: int, end: int, inverted: bool) -> Speaker | None:
        """The speaker that the words from `start` name, up to the first word that cannot belong."""
        text = self._text
        while start < end and not text[start].isalnum():
            start += 1
        whole = end
        if cut := _CUT.search(text, start + 1, end):
            end = cut.start()
        if inverted:
            for cut in _AFTER_CUT.finditer(text, start, end):
                if cut.start() > start and cut[0].lower() not in ("from", "in", "at", "with"):
                    end = cut.start()
                    break
                if cut.start() > start:
                    end = cut.start()
                    break
        end = start + len(text[start:end].rstrip(" ,\u00a0"))
        if end <= start:
            return None
        token = self._token(start)
        if token is not None and text[start:end].lower() in _PRONOUNS:
            return self._pronoun(token)
        return self._named(start, end, whole=whole)

    def _named(
        self, start: int, end: int, head: Token | None = None, whole: int | None = None
    ) -> Speaker | None:
        """Prefer a name over a description; keep the description for the speaker's kind."""
        text = self._text
        whole = max(end, whole or end)
        if sentence := _SENTENCE_END.search(text, start, whole):
            whole = sentence.start()
        cut = _CUT.search(text, start + 1, end)
        first_end = min(cut.start() if cut else end, self._participle(start, end))
        people = [name for name in self._names_in(start, whole) if name.kind == "person"]
        for name in people:
            if text[name.end : name.end + 2] in ("'s", "’s"):
                continue
            heading = name.start < first_end and (
                name.end >= first_end - 1 or head is None or name.start <= head.idx < name.end
            )
            apposed = text[start : name.start].rstrip().endswith(",") and name is people[0]
            if heading or (apposed and name.start >= first_end):
                about = f"{text[start:whole]} {self._about(name.canonical)}"
                sex = gender(text, name.start) or _sex(about)
                return Speaker(name.canonical, name.start, name.end, about, True, sex)
        first_end = start + _end_of_words(text[start:first_end], _LONGEST)
        surface = " ".join(text[start:first_end].split()).strip("'‘’.,;: ")
        opening = self._token(start)
        if not any(map(str.isalpha, surface)) or (opening is not None and opening.tag_ == "VBG"):
            return None
        about = text[start:whole]
        if opening is not None and head is None:
            head = self._token(first_end - 1)
        if head is not None and head.ent_type_ == "GPE":
            about += " government"  # Moscow said
        surface = self._earlier(surface)
        return Speaker(surface, start, first_end, about, False, _sex(surface))

    def _participle(self, start: int, end: int) -> int:
        """Where "a gunner resting in the town" goes over from the noun to what it does."""
        noun = False
        for index in range(bisect_right(self._starts, start) - 1, len(self._doc)):
            token = self._doc[index]
            if token.idx >= end:
                break
            if noun and token.tag_ in ("VBG", "VBN") and token.dep_ in ("acl", "advcl", "ROOT"):
                return token.idx - 1
            noun = noun or token.pos_ in ("NOUN", "PROPN")
        return end

    def _about(self, canonical: str) -> str:
        """Title and apposition of a person, from where the full name stands first."""
        text = self._text
        for name in self._names:
            if name.canonical != canonical:
                continue
            token = self._token(name.end - 1)
            left = name.start if token is None else max(token.left_edge.idx, name.start - 80)
            about = text[left : name.start]
            if text[name.end : name.end + 1] == ",":
                about += text[name.end : name.end + 70].split("\n")[0]
            return about
        return ""

    def _earlier(self, surface: str) -> str:
        """ "The official" who spoke before is "a US official"."""
        words = surface.lower().split()
        if len(words) != 2 or words[0] != "the":
            return surface
        for speaker in reversed(self._spoken):
            other = speaker.name.lower().split()
            if not speaker.person and len(other) > 1 and other[0] in ("a", "an", "one", "the"):
                if words[1] in other:
                    return speaker.name
        return surface

    def _pronoun(self, token: Token) -> Speaker | None:
        """The person, or for "they" and "it" the source, that the pronoun takes up."""
        word, at = token.lower_, token.idx
        end = at + len(token)
        if word in ("i", "we", "you", "this", "one", "that"):
            return Speaker("", at, end)
        sex = _PRONOUNS[word]
        spoke = [s for s in self._spoken if s.gender in ("", sex) or not sex]
        if word in ("they", "it"):
            others = [s for s in spoke if not s.person]
            name = others[-1] if others else NOBODY
            return Speaker(name.name, at, end, name.description)
        actor, reported = self._actor(at, sex), self._reported(at, sex)
        last = spoke[-1] if spoke else None
        options: list[tuple[int, Speaker]] = []
        if last is not None:
            options.append((self._last_at(last), last))
        if reported is not None:
            options.append((reported.start, reported))
        if actor is not None:
            about = self._about(actor.canonical)
            options.append((actor.start, Speaker(actor.canonical, at, end, about, True, sex)))
        if not options:
            return Speaker("", at, end)
        chosen = max(options, key=lambda option: option[0])[1]
        return Speaker(
            chosen.name, at, end, chosen.description, chosen.person, chosen.gender or sex
        )

    def _reported(self, at: int, sex: str) -> Speaker | None:
        """Who spoke last before `at` without being quoted: "a teacher said that …"."""
        if self._reporting:
            return None
        self._reporting = True  # a pronoun does not lead back to a pronoun
        try:
            for char, index, strong in reversed(self._verbs_in(max(0, at - 500), at)[-6:]):
                if not strong or char >= at:
                    continue
                speaker = self._subject(self._doc[index])
                if speaker is None or not speaker.name or speaker.gender not in ("", sex):
                    continue
                if speaker.start < at and (speaker.person or _HUMAN.match(speaker.name)):
                    return speaker
            return None
        finally:
            self._reporting = False

    def _last_at(self, last: Speaker) -> int:
        """Where a speaker's attribution stood last; a quotation without one counts for none."""
        return max((s.start for s in self._spoken if s.name == last.name), default=-1)

    def _actor(self, at: int, sex: str) -> NameMention | None:
        """The last person named before `at`, subjects before others, of fitting gender."""
        best: NameMention | None = None
        low = bisect_right(self._name_starts, at) - 1
        for name in reversed(self._names[max(0, low - 12) : low + 1]):
            if name.kind != "person" or name.start >= at or self._quoted(name.start):
                continue
            known = gender(self._text, name.start)
            if known and known != sex:
                continue
            if self._text[name.end : name.end + 2] in ("'s", "’s"):
                continue
            token = self._token(name.end - 1)
            if token is not None and token.dep_ in ("nsubj", "nsubjpass"):
                return name
            best = best or name
        return best

    # -- looking up ----------------------------------------------------------------------------

    def _quoted(self, char: int) -> bool:
        """Does the character stand within a passage?"""
        index = bisect_right(self._found, char, key=lambda passage: passage.opening) - 1
        return index >= 0 and char < self._found[index].closing

    def _token(self, char: int) -> Token | None:
        index = bisect_right(self._starts, char) - 1
        return self._doc[index] if index >= 0 else None

    def _verbs_in(self, start: int, end: int) -> list[tuple[int, int, bool]]:
        low = bisect_right(self._verbs, (start - 1, len(self._doc), True))
        high = bisect_right(self._verbs, (end - 1, len(self._doc), True))
        return self._verbs[low:high]

    def _has_verb(self, start: int, end: int) -> bool:
        return bool(self._verbs_in(start, end))

    def _strong_in(self, start: int, end: int) -> bool:
        return any(strong for _, _, strong in self._verbs_in(start, end))

    def _names_in(self, start: int, end: int) -> list[NameMention]:
        low = bisect_right(self._name_starts, start - 1)
        high = bisect_right(self._name_starts, end - 1)
        return list(self._names[low:high])


def _sex(words: str) -> str:
    if _FEMALE.search(words):
        return "f"
    return "m" if _MALE.search(words) else ""


def _end_of_words(text: str, count: int) -> int:
    end = 0
    for match in list(re.finditer(r"\S+", text))[:count]:
        end = match.end()
    return end
