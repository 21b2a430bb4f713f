"""Invented sentences in which place names are marked with what is known of them.

`[Moscow:capital]` is a name whose place is a capital; the other words are precisions, `demonym`,
`dateline` and `unplaced`. A bare `[Hama]` is a town.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.reader import RoleDecision, RoleReader
from dateline.language_model import load

__all__ = ["decisions", "facts_of", "roles"]

_MARK = re.compile(r"\[([^\[\]:]+)(?::(\w+))?\]")
_PRECISION = {"capital": "city", "demonym": "country", "dateline": "city", "unplaced": ""}


def facts_of(marked: str) -> tuple[str, list[MentionFacts]]:
    """The bare text and what is known of each marked name."""
    text, facts, last = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        known = found[2] or "city"
        facts.append(
            MentionFacts(
                len(text),
                len(text) + len(found[1]),
                precision=_PRECISION.get(known, known),
                capital=known == "capital",
                demonym=known == "demonym",
                in_dateline=known == "dateline",
            )
        )
        text += found[1]
        last = found.end()
    return text + marked[last:], facts


@cache
def decisions(marked: str) -> tuple[RoleDecision, ...]:
    """What the trained model of the best installed pipeline decides."""
    language = load()
    text, facts = facts_of(marked)
    return tuple(RoleReader.load(language.name).decide_all(language.nlp(text), facts))


def roles(marked: str) -> list[str]:
    """The roles alone."""
    return [decision.role for decision in decisions(marked)]
