"""The tokens of an article as recognition reads them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.attrs import IDX, ORTH
from spacy.tokens import Doc

from dateline.language_model.parsed_text import strings_of, text_of

__all__ = ["BEFORE_NAMES", "Words", "marks_a_speaker", "run_start"]

BEFORE_NAMES: Final = frozenset({"the", "a", "an", "this", "nearby"})
"""What opens a capitalised run in a headline, or an entity, without being of the name."""


class Words:
    """The tokens of a parsed article as plain lists, read once.

    Attributes:
        article: The whole text.
        text, lower, start, end: Of each token; offsets in code points.
        capital: The token begins with an upper-case letter or a digit that stands for one.
        line: Number of the line each token stands in.
        loud: Whether each token's line is written in capitals throughout.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.article = text_of(doc)
        self.text = strings_of(doc, ORTH)
        self.lower = [text.lower() for text in self.text]
        self.start: list[int] = doc.to_array([IDX]).tolist()
        self.end = [start + len(text) for start, text in zip(self.start, self.text, strict=True)]
        self.capital = [text[0].isupper() for text in self.text]
        self.line, self.loud = self._lines()

    def __len__(self) -> int:
        return len(self.text)

    def _lines(self) -> tuple[list[int], list[bool]]:
        number, line = 0, []
        for text in self.text:
            line.append(number)
            number += text.count("\n")
        shouted = [[0, 0] for _ in range(number + 1)]
        for text, at in zip(self.text, line, strict=True):
            if text.isalpha() and len(text) > 1:
                shouted[at][0] += 1
                shouted[at][1] += text.isupper()
        loud = [words > 2 and capitals * 10 >= words * 8 for words, capitals in shouted]
        return line, [loud[at] for at in line]


def marks_a_speaker(text: Sequence[str], at: int) -> bool:
    """Whether a token but marks who speaks in an interview: the *A.* of "A. Geneva is silent".

    Args:
        text: The tokens as printed.
        at: Index of the token.
    """
    return text[at] in ("Q.", "A.") and (at == 0 or "\n" in text[at - 1])


def run_start(words: Words, at: int) -> int:
    """Where the capitalised words begin that end just before a token, or that token itself."""
    while at > 0 and words.line[at - 1] == words.line[at] and _joins(words, at - 1):
        at -= 1
    return at + (words.lower[at] in BEFORE_NAMES)


def _joins(words: Words, at: int) -> bool:
    return words.capital[at] and (words.text[at][-1].isalnum() or words.text[at][-1] == ".")
