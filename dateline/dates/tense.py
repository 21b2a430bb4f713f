"""Does the sentence around a date look back or ahead?

"The talks resumed on Monday" is the Monday past, "the talks resume on Monday" the one to come. The
signal is the verb that governs the date, and a few words that announce: *due*, *expected*, *until*.
"""

from __future__ import annotations

import re
from typing import Final

import numpy as np
from spacy.attrs import IDX
from spacy.tokens import Doc, Token

__all__ = ["Tense"]

_WILL: Final = frozenset(("will", "'ll", "’ll", "shall", "wo", "would", "may", "could", "might"))
_PLANNED: Final = re.compile(
    r"\b(?:scheduled|due|expected|planned|slated|set|payable|upcoming|deadline|starting|effective"
    r"|expir\w+|begins?|beginning|ahead of|pending)\b[^.;\n]{0,40}\Z"
)
_SINCE: Final = re.compile(
    r"\b(?:(?:since|after|following)\s+(?:the\s+|last\s+)?|dat(?:es|ing)\s+from\s+(?:\d\d?\s+)?)\Z",
    re.I,
)
_HAPPENED: Final = re.compile(
    r"\b(?:attack|raid|(?:air)?strike|bombing|shelling|massacre|battle|clash|killing|explosion|blast"
    r"|(?:earth)?quake|coup|accident|crash|riot|uprising|shooting|ambush|murder|assassination"
    r"|incident|flood|fire|fall|disaster|ruling|verdict)(?:e?s)?\s+of\s+(?:\w+day,?\s+)?"
    r"(?:\d\d?(?:st|nd|rd|th)?\s+)?\Z"
)
"""What has a day of its own has been: the coup of 25 October."""
_IS_ON: Final = re.compile(
    r"\b(?:is|are)\s+(?:on|from)\s+(?:\w+day,?\s+)?(?:\d\d?(?:st|nd|rd|th)?\s+)?\Z"
)
"""The funeral is on Saturday."""
_COMING: Final = frozenset(
    (
        *(
            "election",
            "vote",
            "poll",
            "ballot",
            "referendum",
            "runoff",
            "deadline",
            "summit",
            "talk",
        ),
        *("meeting", "conference", "inauguration", "handover", "transfer", "hearing", "trial"),
        *("session", "match", "final", "opening", "launch", "round", "visit", "date", "event"),
    )
)
_PARTS: Final = frozenset(("morning", "noon", "afternoon", "evening", "night"))
_GRANTING: Final = frozenset(
    (
        *("give", "have", "extend", "delay", "postpone", "grant", "allow", "set", "order", "tell"),
        *("hope", "hop", "promise", "pledge", "vow", "plan", "want", "demand", "require", "need"),
    )
)
"""Who does so by Friday speaks of a Friday to come; *hop* is how the parser reads *hoped*."""
_TELLING: Final = frozenset(("say", "be", "have", "cover", "describe", "document", "detail"))
"""Verbs that tell in the present of what has been: the report covers 1 January to 30 June."""
_DOING: Final = frozenset(
    ("begin", "start", "continue", "cease", "manage", "fail", "try", "struggle", "come", "go")
)
"""Who *began to* meet has met; so has who failed to, or went to."""
_FULL_STOPS: Final = frozenset((".", "!", "?", "”", '"', "’", "'", ")", ";", ":", "…", "..."))
_LIMIT: Final = re.compile(
    r"\b(?:until|till|by|before|no later than)\s+"
    r"(?:\d[\d.:]*\s*(?:[ap]\.?m\.?)?\s+)?(?:\w+\s+){0,2}\Z",
    re.I,
)
"""A time limit, which may tell the hour: until 5 p.m. on."""


class Tense:
    """The tenses of one document, looked up by character.

    Args:
        doc: Parsed by a pipeline with tagger and parser. Without them only words are asked.
        text: Its text; spaCy puts it together anew each time it is asked.
    """

    def __init__(self, doc: Doc, text: str) -> None:
        self._doc, self._text = doc, text
        self._starts = doc.to_array([IDX])

    def token(self, start: int) -> Token | None:
        """The token that holds the character at `start`."""
        index = int(np.searchsorted(self._starts, start, side="right")) - 1
        return self._doc[index] if index >= 0 else None

    def at(self, start: int) -> int:
        """-1 where the date at character `start` lies back, 1 where it lies ahead, 0 unknown.

        -2 where it has been for certain, even if it is called by a day that is near again.
        """
        before = self._text[max(0, start - 60) : start]
        if _PLANNED.search(before):
            return 1
        if _HAPPENED.search(before):
            return -2
        if _SINCE.search(before):
            return -1
        if _IS_ON.search(before):
            return 1
        token = self.token(start)
        noun = _described_noun(token)
        if noun is not None and noun.lemma_.lower() not in _COMING:
            return -2  # the October 7 attack, Friday's raid: what has a date of its own has been
        verb = _governing_verb(token)
        sense = 0 if verb is None else _tense_of(verb)
        if (
            sense <= 0
            and _LIMIT.search(before)
            and (verb is None or sense == 0 or verb.lemma_ in _GRANTING)
        ):
            return 1
        return sense


def _described_noun(token: Token | None) -> Token | None:
    """The noun that a date stands before as its description; None where it stands on its own."""
    while (
        token is not None
        and token.head.i != token.i
        and (token.head.ent_type_ == "DATE" or token.head.lower_ in _PARTS)
    ):
        token = token.head
    if token is None or token.dep_ not in ("compound", "nmod", "poss", "nummod"):
        return None
    return token.head if token.head.pos_ in ("NOUN", "PROPN") and token.i < token.head.i else None


def _governing_verb(token: Token | None) -> Token | None:
    """The verb a date hangs on; None where the date only describes a noun of unknown time."""
    if token is not None and token.text == "May":
        token = token.head  # which the parser may take for a verb that helps another
    for _ in range(12):
        if token is None:
            return None
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _tense_of(verb: Token) -> int:
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries if child.text != "May"}  # on 1 May they fell
    if words & _WILL:
        return -1 if words & {"have", "'ve", "’ve"} else 1
    if words & {"had", "was", "were", "did", "has", "have", "been"}:
        return -1
    if verb.tag_ == "VBD":
        return -1
    if "to" in words:  # agreed to meet, is to meet, expected to meet; not began to meet
        return -1 if verb.head.tag_ == "VBD" and verb.head.lemma_ in _DOING else 1
    if verb.tag_ == "VBG":
        if words & {"is", "are", "'s", "’s", "'re", "’re", "am"}:
            return 1
        head = verb.head
        return _tense_of(head) if head.i != verb.i and head.pos_ in ("VERB", "AUX") else 0
    if verb.tag_ == "VBN" and not auxiliaries:
        return -1
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_ not in _TELLING:
        return -1 if _headline(verb) else 1
    return 0


def _headline(verb: Token) -> bool:
    """Headlines tell in the present what has happened; they end without a full stop."""
    last = verb.doc[verb.sent.end - 1].text.strip()
    if not last and verb.sent.end - 1 > verb.i:  # the line end after it
        last = verb.doc[verb.sent.end - 2].text
    return last not in _FULL_STOPS
