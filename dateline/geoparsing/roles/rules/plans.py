"""A rule for visits yet to come: the minister is to visit X next month."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["plan"]

_AHEAD: Final = word_set("week month year spring summer autumn fall winter")


def plan(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """Who *will visit* X *next* week has not been there yet, and nothing has happened."""
    verb = frame.governor
    if mention.demonym or frame.relation != "dobj" or syntax.lemma[verb] != "visit":
        return None
    if syntax.tag[verb] != "VB":
        return None
    _, end = syntax.sentence_of(verb)
    ahead = any(
        syntax.lower[token] == "next" and syntax.word(token + 1) in _AHEAD
        for token in range(frame.last, end)
    )
    return Ruling("background", "a visit yet to come") if ahead else None
