"""What an article tells of the persons it names, and whom a pronoun in it may take up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from spacy.tokens import Token

from dateline.findings import NameMention
from dateline.voices.gender import gender_of_first_name, gender_of_noun, gender_of_title
from dateline.voices.parsed import Parsed
from dateline.voices.saying import VERBS

__all__ = ["Antecedents"]

_MARK: Final = re.compile(r"[“”\"«»]")
_BYLINE: Final = re.compile(r"(?:\A|\n)[Bb][Yy]:?\s\Z")


class Antecedents:
    """The persons of one article.

    Args:
        parsed: The article.
    """

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._outside: dict[str, NameMention] = {}  # the first outside of quotations, by surface
        for name in parsed.names:
            if not parsed.quoted(name.start):
                self._outside.setdefault(name.surface, name)
        self._abouts: dict[str, str] = {}

    def gender(self, name: NameMention) -> str:
        """By title, first name, or what the person is called: `m`, `f`, or empty for unknown."""
        return (
            gender_of_title(self._parsed.text, name.start)
            or gender_of_first_name(name.canonical)
            or gender_of_noun(self.about(name.canonical))
        )

    def about(self, canonical: str) -> str:
        """Title and apposition of a person, from where the full name stands first."""
        if canonical not in self._abouts:
            name = self._outside.get(canonical)
            self._abouts[canonical] = "" if name is None else self._around(name)
        return self._abouts[canonical]

    def _around(self, name: NameMention) -> str:
        text = self._parsed.text
        token = self._parsed.token(name.end - 1)
        left = name.start if token is None else max(token.left_edge.idx, name.start - 80)
        about = text[left : name.start]
        if text[name.end : name.end + 1] == ",":
            about += _MARK.split(text[name.end : name.end + 70].split("\n")[0])[0]
        return about

    def last_before(self, at: int, sex: str, genders: Mapping[str, str]) -> NameMention | None:
        """The last person named before a pronoun, subjects before others.

        Args:
            at: Where the pronoun stands, in code points.
            sex: Of the pronoun, `m` or `f`; empty for any.
            genders: What earlier pronouns told of persons, by canonical name.

        Returns:
            None where nobody of fitting gender is named outside of quotations.
        """
        best: NameMention | None = None
        spoken_of: NameMention | None = None
        for name in reversed(self._parsed.names_in(max(0, at - 1500), at)):
            if name.kind != "person" or self._parsed.quoted(name.start):
                continue
            if _BYLINE.search(self._parsed.text[max(0, name.start - 10) : name.start]):
                continue  # who writes it
            known = self.gender(name) or genders.get(name.canonical)
            if known and known != sex:
                continue
            if self._parsed.text[name.end : name.end + 2] in ("'s", "’s"):
                continue
            token = self._parsed.token(name.end - 1)
            if token is not None and _is_spoken_of(token):
                spoken_of = spoken_of or name
                continue
            if token is not None and token.dep_ in ("nsubj", "nsubjpass"):
                return name
            best = best or name
        return best or spoken_of


def _is_spoken_of(token: Token) -> bool:
    """Whether somebody says so of them: the clerk told the court that *Arden* had …"""
    at = token.i
    while token.head.i != token.i:
        if token.dep_ == "ccomp" and token.head.lemma_ in VERBS and token.head.i < at:
            return True
        token = token.head
    return False
