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
_LIMIT: Final = re.compile(r"\b(?:until|till|by|before|no later than)\s+(?:\w+\s+){0,2}\Z", re.I)


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
        """-1 where the date at character `start` lies back, 1 where it lies ahead, 0 unknown."""
        before = self._text[max(0, start - 60) : start]
        if _PLANNED.search(before):
            return 1
        verb = _governing_verb(self.token(start))
        sense = 0 if verb is None else _tense_of(verb)
        if sense <= 0 and _LIMIT.search(before) and (verb is None or not _perfect(verb)):
            return 1
        return sense


def _governing_verb(token: Token | None) -> Token | None:
    """The verb a date hangs on; None where the date only describes a noun of unknown time."""
    for _ in range(12):
        if token is None:
            return None
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _perfect(verb: Token) -> bool:
    return any(
        child.dep_ in ("aux", "auxpass") and child.lower_ == "had" for child in verb.children
    )


def _tense_of(verb: Token) -> int:
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    if words & _WILL:
        return -1 if words & {"have", "'ve", "’ve"} else 1
    if words & {"had", "was", "were", "did", "has", "have", "been"}:
        return -1
    if verb.tag_ == "VBD":
        return -1
    if "to" in words:  # agreed to meet, is to meet, expected to meet
        return 1
    if verb.tag_ == "VBG":
        if words & {"is", "are", "'s", "’s", "'re", "’re", "am"}:
            return 1
        head = verb.head
        return _tense_of(head) if head.i != verb.i and head.pos_ in ("VERB", "AUX") else 0
    if verb.tag_ == "VBN" and not auxiliaries:
        return -1
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_ not in ("say", "be", "have"):
        return 1
    return 0
