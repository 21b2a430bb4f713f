"""A rule for where courts sit: a tribunal in X sentenced him for what he had done elsewhere."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.speakers import speaking_chain
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["court"]

_COURTS: Final = word_set("court tribunal judge prosecutor jury magistrate")
_JUDGING: Final = word_set(
    """convict acquit sentence rule order jail indict award hear find reject dismiss uphold clear
    fine remand charge try overturn quash grant deny decide postpone adjourn summon"""
)


def court(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """A court in X convicted, the tribunal in X awarded, he was tried by judges in X.

    Not the court in X that was burnt down, nor a crowd outside it.
    """
    bench = frame.governor
    if (
        mention.demonym
        or frame.relation != "in"
        or bench < 0
        or frame.preposition not in ("in", "at")
    ):
        return None
    link = syntax.head[frame.anchor]
    if syntax.lemma[bench] not in _COURTS and syntax.tag[link] == "IN" and link > 0:
        # of "the Court of Justice in X" the parser may hang "in X" on the justice
        above = syntax.head[syntax.head[bench]] if syntax.dep[bench] == "pobj" else bench
        bench = above if syntax.lower[syntax.head[bench]] == "of" else bench
    if syntax.lemma[bench] not in _COURTS:
        return None
    _, verb = speaking_chain(syntax, bench)
    if verb >= 0 and syntax.lemma[verb] in _JUDGING:
        reason = f"'{syntax.lower[bench]} {frame.preposition}', that '{syntax.lower[verb]}'"
        return Ruling("setting", reason)
    if syntax.lower[syntax.head[bench]] in ("by", "before"):
        reason = f"'{syntax.lower[syntax.head[bench]]} … {syntax.lower[bench]} {frame.preposition}'"
        return Ruling("setting", reason)
    return None
