"""One parsed article, looked up by character: its words, verbs of saying, names, quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final, NamedTuple

import numpy as np
from spacy.attrs import IDX, LEMMA, POS
from spacy.symbols import AUX, VERB
from spacy.tokens import Doc, Token

from dateline.findings import NameMention
from dateline.voices.quotations import Passage
from dateline.voices.saying import LOOSE_VERBS, VERBS

__all__ = ["SENTENCE_END", "STOP", "Parsed", "Verb"]

STOP: Final = (  # a full stop that is none of an abbreviation's or an initial's
    r"(?<![A-Z])(?<!\b(?:Mr|Ms|Dr|Lt|St|Jr|Sr))(?<!\b(?:Mrs|Gen|Sen|Rep|Col|Gov|Rev|Del|Maj|Sgt|Adm))"
    r"(?<!\b(?:Brig|Capt|Cmdr|Prof|Insp|Supt))[.?!]"
)
SENTENCE_END: Final = re.compile(STOP + r"[”\"’']?\s+(?=[\"“‘'A-Z])")


class Verb(NamedTuple):
    """A verb of saying outside of quotations.

    Attributes:
        start: Its first character.
        token: Its number among the tokens.
        plain: One of `saying.VERBS`, not of those that only may introduce speech.
    """

    start: int
    token: int
    plain: bool


class Parsed:
    """What attributions are read from.

    Args:
        doc: The parsed article.
        text: Its text; spaCy puts it together anew each time it is asked.
        found: Its passages in quotation marks, in order.
        names: Its people and organisations, in order.
    """

    def __init__(
        self, doc: Doc, text: str, found: list[Passage], names: tuple[NameMention, ...]
    ) -> None:
        self.doc, self.text, self.found, self.names = doc, text, found, names
        self._openings = [passage.opening for passage in found]
        self._name_starts = [name.start for name in names]
        self._starts: list[int] = doc.to_array([IDX]).tolist()
        self._verbs = self._verbs_outside()
        self._verb_starts = [verb.start for verb in self._verbs]

    def _verbs_outside(self) -> list[Verb]:
        add = self.doc.vocab.strings.add
        plain = {add(verb) for verb in VERBS}
        both = np.fromiter(plain | {add(verb) for verb in LOOSE_VERBS}, dtype=np.uint64)
        lemmas, tags = self.doc.to_array([LEMMA, POS]).T
        likely = np.flatnonzero(np.isin(lemmas, both) & ((tags == VERB) | (tags == AUX)))
        return [
            Verb(start, index, int(lemmas[index]) in plain)
            for index in likely.tolist()
            if not self.quoted(start := self._starts[index])
        ]

    def quoted(self, char: int) -> bool:
        """Does the character stand within a passage in quotation marks?"""
        index = bisect_right(self._openings, char) - 1
        return index >= 0 and char < self.found[index].closing

    def index(self, char: int) -> int:
        """Number of the token that holds the character; -1 before the first."""
        return bisect_right(self._starts, char) - 1

    def token(self, char: int) -> Token | None:
        """The token that holds the character."""
        index = self.index(char)
        return self.doc[index] if index >= 0 else None

    def words(self, start: int, end: int) -> list[Token]:
        """The tokens from `start` up to `end`, with those that hold either."""
        return list(self.doc[max(self.index(start), 0) : self.index(end - 1) + 1])

    def verbs(self, start: int, end: int) -> list[Verb]:
        """Verbs of saying that begin from `start` up to `end`."""
        low = bisect_right(self._verb_starts, start - 1)
        return self._verbs[low : bisect_right(self._verb_starts, end - 1)]

    def names_in(self, start: int, end: int) -> tuple[NameMention, ...]:
        """Names that begin from `start` up to `end`."""
        low = bisect_right(self._name_starts, start - 1)
        return self.names[low : bisect_right(self._name_starts, end - 1)]
