"""From the words of an attribution to a speaker.

A speaker with a name gets the full name; one without keeps the words of the text ("a US official").
Pronouns are taken back to whoever spoke or acted last and can be meant.
"""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Token

from dateline.voices.antecedents import Antecedents
from dateline.voices.gender import gender_of_noun
from dateline.voices.noun_phrases import before_participle, noun_phrase
from dateline.voices.parsed import SENTENCE_END, STOP, Parsed
from dateline.voices.saying import is_somebody
from dateline.voices.speaker import NOBODY, Speaker, may_be

__all__ = ["CUT", "ISSUING", "Naming"]

_LONGEST: Final = 8
"""Words kept of an unnamed source."""
_NEAR: Final = 250
"""Code points before a pronoun within which a word such as "widow" tells whom it takes up."""


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
_POINTING: Final = frozenset(("that", "this", "which", "there"))
"""Words that take up what was said, not who said it: that was all the radio said."""
CUT: Final = re.compile(
    r"[,;:(—–\n“”\"«»]|\s-\s|--|" + STOP + r"(?:\s|\Z)"
    r"|\b(?:who|whom|whose|which|that|where|when|while|as|after|before|during|because|if|but)\b"
)
_AFTER_CUT: Final = re.compile(
    r"(?i)\b(?:on|at|in|during|after|before|to|by|via|through|about|from|with|outside|inside|near|under|over|upon"
    r"|last|this|earlier|later|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|in)\b"
)
_APPOSED: Final = re.compile(r",\s*(?:[A-Z][\w-]*\.?\s+)*\Z")
"""The comma before a name, and a title: the spokesman, Col. …"""
ISSUING: Final = frozenset(
    ("issue", "release", "publish", "post", "send", "write", "make", "give", "sign")
)
_RELAYING: Final = frozenset(("quote", "cite"))
"""Who does so passes on another's words."""
_HUMAN: Final = re.compile(
    r"(?i)(?:a|an|one|the|another)\s+(?!.*\b(?:ministry|government|report|statement|agency|group|army|police"
    r"|court|office|council|company|party|channel|media|study|letter|document|department|embassy|paper"
    r"|newspaper|site|campaign|poll|survey|militia|movement|bank|union)\b)"
)
_MARK: Final = re.compile(r"[“”\"«»]")


class Naming:
    """Speakers of one article.

    Attributes:
        spoken: Speakers of the passages read so far, in order; pronouns lean on it.
    """

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self.spoken: list[Speaker] = []
        self._attributed: dict[str, int] = {}  # where a speaker's attribution stood last
        self._genders: dict[str, str] = {}  # of a pronoun that could mean no one else
        self._reporting = False
        self._antecedents = Antecedents(parsed)

    def hear(self, speaker: Speaker) -> None:
        """Add to `spoken`; a quotation without an attribution of its own has start -1."""
        self.spoken.append(speaker)
        self._attributed[speaker.name] = max(
            speaker.start, self._attributed.get(speaker.name, speaker.start)
        )

    def subject(self, verb: Token, depth: int = 0) -> Speaker | None:
        """The speaker a verb names: its subject, or that of the verb it is joined to."""
        if depth > 4:
            return None
        subjects = [
            child
            for child in verb.children
            if child.dep_ in ("nsubj", "nsubjpass") and not self._parsed.quoted(child.idx)
        ]
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        if verb.lemma_ in _RELAYING and passive and subjects:
            return self.noun(subjects[-1])  # a witness was quoted by the radio
        if passive or (verb.tag_ == "VBN" and not subjects):
            agents = (child for child in verb.children if child.dep_ == "agent")
            named = next((noun for agent in agents for noun in agent.children), None)
            if named is not None:
                return self.noun(named)
        if subjects:
            subject = subjects[-1]
            if subject.lower_ in ("who", "that", "which") and verb.dep_ == "relcl":
                return self.noun(verb.head)
            return self.noun(subject)
        head = verb.head
        if verb.dep_ == "relcl" and head.pos_ in ("NOUN", "PROPN", "PRON"):
            return self.noun(head)
        if head.i != verb.i and head.pos_ in ("VERB", "AUX"):
            return self.subject(head, depth + 1)
        if verb.dep_ == "acl" and head.pos_ in ("NOUN", "PROPN"):
            if head.dep_ == "dobj" and head.head.lemma_ in ISSUING:
                return self.subject(head.head, depth + 1)  # issued a statement calling it "…"
            return self.noun(head)
        return None

    def noun(self, head: Token) -> Speaker | None:
        """The speaker that a noun or pronoun with its surroundings names."""
        if head.lower_ in _PRONOUNS:
            return self._pronoun(head)
        left = min((t.idx for t in head.lefts if t.dep_ not in ("punct", "cc")), default=head.idx)
        left = min(left, *(t.left_edge.idx for t in head.lefts if t.dep_ != "punct"), head.idx)
        end = head.right_edge.idx + len(head.right_edge)
        return self._named(left, max(end, head.idx + len(head)), head)

    def phrase(self, start: int, end: int, inverted: bool) -> Speaker | None:
        """The speaker that the words from `start` name, up to the first word that cannot belong."""
        text = self._parsed.text
        while start < end and not text[start].isalnum():
            start += 1
        whole = end
        if cut := CUT.search(text, start + 1, end):
            end = cut.start()
        if inverted and (cut := _AFTER_CUT.search(text, start + 1, end)):
            end = cut.start()
        end = start + len(text[start:end].rstrip(" ,\u00a0"))
        if end <= start:
            return None
        token = self._parsed.token(start)
        if token is not None and text[start:end].lower() in _PRONOUNS:
            return self._pronoun(token)
        return self._named(start, end, whole=whole)

    def _named(
        self, start: int, end: int, head: Token | None = None, whole: int | None = None
    ) -> Speaker | None:
        """Prefer a name over a description; keep the description for the speaker's kind."""
        text = self._parsed.text
        whole = max(end, whole or end)
        for bound in (SENTENCE_END, _MARK):  # what is said tells nothing of who says it
            if found := bound.search(text, start, whole):
                whole = found.start()
        cut = CUT.search(text, start + 1, end)
        first_end = min(
            cut.start() if cut else end, before_participle(self._parsed.words(start, end), end)
        )
        people = [
            name
            for name in self._parsed.names_in(start, whole)
            if name.kind == "person" and text[name.end : name.end + 2] not in ("'s", "’s")
        ]
        for name in people:
            heading = name.start < first_end and (
                name.end >= first_end - 1 or head is None or name.start <= head.idx < name.end
            )
            apposed = name is people[0] and _APPOSED.search(text[start : name.start])
            if heading or (apposed and name.start >= first_end):
                about = f"{text[start:whole]} {self._antecedents.about(name.canonical)}"
                sex = self._antecedents.gender(name)
                return Speaker(name.canonical, name.start, name.end, about, True, sex)
        first_end = start + _end_of_words(text[start:first_end], _LONGEST)
        opening = self._parsed.token(start)
        if opening is not None and head is None and opening.tag_ == "PRP":
            return self._pronoun(opening) if opening.lower_ in _PRONOUNS else None
        words = noun_phrase(self._parsed.words(start, first_end))
        if not words or (len(words) == 1 and words[0].lower_ in _POINTING):
            return None
        first_end = min(first_end, words[-1].idx + len(words[-1]))
        surface = " ".join(text[start:first_end].split()).strip("'‘’.,;: ")
        if not any(map(str.isalpha, surface)) or (opening is not None and opening.tag_ == "VBG"):
            return None
        about = text[start:whole]
        if opening is not None and head is None:
            head = self._parsed.token(first_end - 1)
        if head is not None and head.ent_type_ == "GPE" and not is_somebody(text, first_end):
            about += " government"  # Moscow said
        surface = self._earlier(surface, start)
        return Speaker(surface, start, first_end, about, False, gender_of_noun(surface))

    def _sex(self, speaker: Speaker) -> str:
        """By the speaker's words, or by a pronoun that could mean no one else."""
        return speaker.gender or self._genders.get(speaker.name, "")

    def _earlier(self, surface: str, at: int) -> str:
        """ "The official" at `at` is "a US official" if one was spoken of before."""
        words = surface.lower().split()
        if len(words) != 2 or words[0] != "the" or not words[1].isalpha():
            return surface
        spoken_of = re.compile(rf"(?i)\b(?:an?|one)\s+(?:[\w-]+\s+){{0,3}}?{words[1]}\b")
        for match in reversed(list(spoken_of.finditer(self._parsed.text, max(0, at - 1500), at))):
            if not self._parsed.quoted(match.start()):
                return match[0]
        return surface

    def _pronoun(self, token: Token) -> Speaker | None:
        """The person, or for "they" and "it" the source, that the pronoun takes up."""
        word, at = token.lower_, token.idx
        end = at + len(token)
        if word in ("i", "we", "you", "this", "one", "that"):
            return Speaker("", at, end)
        sex = _PRONOUNS[word]
        if word in ("they", "it"):
            name = next((s for s in reversed(self.spoken) if may_be(word, s)), NOBODY)
            return Speaker(name.name, at, end, name.description)
        actor, reported = (
            self._antecedents.last_before(at, sex, self._genders),
            self._reported(at, sex),
        )
        fitting = (s for s in reversed(self.spoken) if not sex or self._sex(s) in ("", sex))
        last = next(fitting, None)
        options: list[tuple[int, Speaker]] = []
        if last is not None:
            options.append((self._attributed[last.name], last))
        if reported is not None:
            options.append((reported.start, reported))
        if actor is not None:
            about = self._antecedents.about(actor.canonical)
            options.append((actor.start, Speaker(actor.canonical, at, end, about, True, sex)))
        if (described := self._described(at, sex)) is not None:
            options.append((described.start, described))
        if not options:
            return Speaker("", at, end)
        chosen = max(options, key=lambda option: option[0])[1]
        if sex and all(speaker.name == chosen.name for _, speaker in options):
            self._genders.setdefault(chosen.name, sex)
        return Speaker(
            chosen.name, at, end, chosen.description, chosen.person, chosen.gender or sex
        )

    def _described(self, at: int, sex: str) -> Speaker | None:
        """Whom the sentences before tell of by a word for women or for men: "a widow left"."""
        for token in reversed(self._parsed.words(max(0, at - _NEAR), at)):
            if (
                sex
                and token.pos_ == "NOUN"
                and token.dep_ in ("nsubj", "nsubjpass", "appos")
                and gender_of_noun(token.text) == sex
                and not self._parsed.quoted(token.idx)
            ):
                return self.noun(token)
        return None

    def _reported(self, at: int, sex: str) -> Speaker | None:
        """Who spoke last before `at` without being quoted: "a teacher said that …"."""
        if self._reporting:
            return None
        self._reporting = True  # a pronoun does not lead back to a pronoun
        try:
            for char, index, strong in reversed(self._parsed.verbs(max(0, at - 500), at)[-6:]):
                if not strong or char >= at:
                    continue
                speaker = self.subject(self._parsed.doc[index])
                if speaker is None or not speaker.name or self._sex(speaker) not in ("", sex):
                    continue
                if speaker.start < at and (speaker.person or _HUMAN.match(speaker.name)):
                    return speaker
            return None
        finally:
            self._reporting = False


def _end_of_words(text: str, count: int) -> int:
    end = 0
    for match in list(re.finditer(r"\S+", text))[:count]:
        end = match.end()
    return end
