"""A rule for places in the names of treaties, wars, units, missions: the X accords, X Brigade."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.cues import NOUN_CLASS
from dateline.geoparsing.roles.frames import MODIFIERS, NOUNS, PROPER, Frame, MentionFacts, Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["part_of_name"]

_TREATIES: Final = word_set("accord agreement treaty pact protocol convention")
_NAMING_NOUNS: Final = word_set("war fleet process")
_MACHINES: Final = ("plane", "ship", "crime", "monitor", "planner")
"""Before what no war is named: X war planes."""
_NAMED_AFTER: Final = word_set("process deal tribunal marathon virus fever flu disease formula")
"""What is named after a place, though in small letters: the X process, X virus."""
_RELIEF: Final = word_set("crescent cross")
_SENT: Final = word_set("mission presence tribunal")
_SENT_FORCES: Final = word_set("interim protection assistance observer disengagement support")
"""What is sent to a place and called by it: the Y Mission in X, the Interim Force in X."""
_UNITS: Final = word_set("brigade battalion regiment corps squadron cartel")
"""What goes by the name of a town or a region wherever it fights."""
_BUILT: Final = word_set("hospital hotel street road square avenue mosque school market")
"""What a town calls after a country far away: the X Hospital, X Street."""


def part_of_name(syntax: Syntax, mention: MentionFacts, one: Frame) -> Ruling | None:
    """The X Agreement, the X accords, the X War, the X and Y regiments, the Bank of X."""
    token = one.last
    while (
        token < min(len(syntax.lower), one.last + 4)
        and syntax.tag[token] in PROPER
        and syntax.paragraph[token] == syntax.paragraph[one.root]
    ):
        lemma = syntax.lemma[token]
        if syntax.tag[token] == "NNPS":  # of a name the parser leaves the plural: Conventions
            lemma = lemma.removesuffix("s")
        if NOUN_CLASS.get(lemma) in ("treaty", "institution") or lemma in _NAMING_NOUNS:
            return Ruling("name", f"part of a name ending in '{syntax.lower[token]}'", True)
        if lemma in _RELIEF or (lemma == "council" and syntax.word(token - 1) == "refugee"):
            return Ruling("name", f"part of a name ending in '{syntax.lower[token]}'", True)
        lone = token == one.last and mention.precision == "country" and not mention.demonym
        if lemma in _BUILT and lone:
            return Ruling("name", f"part of a name ending in '{syntax.lower[token]}'", True)
        token += 1
    following = syntax.lemma[one.last] if one.last < len(syntax.lemma) else ""
    treaty = following in _TREATIES and syntax.pos[one.last] in NOUNS
    dated = syntax.word(one.first - 1).isdigit()  # the 1967 X war
    machine = syntax.word(one.last + 1).startswith(_MACHINES)
    war = following == "war" and (mention.demonym or dated) and not machine
    if (treaty or war) and syntax.word(one.first - 1) != "-":  # not the Y-X war
        return Ruling("name", f"names the '{syntax.lower[one.last]}'", True)
    above = one.governor
    if above >= one.last and one.relation in MODIFIERS and "geo" not in one.wraps:
        lemma = syntax.lemma[above]
        if lemma == "exchange" and syntax.word(above - 1) == "stock":
            return Ruling("name", "names the 'stock exchange'", True)
        if lemma in _NAMED_AFTER and not mention.demonym:
            sure = lemma != "deal" or mention.precision not in ("country", "region")
            return Ruling("name", f"names the '{syntax.lower[above]}'", sure)
        if lemma in _UNITS and not mention.demonym and mention.precision != "country":
            return Ruling("name", f"names the '{syntax.lower[above]}'", True)
    if (
        one.preposition in ("of", "in", "for")
        and not one.wraps
        and 0 <= above < one.first
        and syntax.tag[above] in PROPER
        and NOUN_CLASS.get(syntax.lemma[above]) in ("institution", "treaty")
    ):
        reason = f"part of a name with '{syntax.lower[above]}'"
        return Ruling("name", reason, one.preposition == "of")
    if (
        one.preposition in ("in", "for")
        and "geo" not in one.wraps
        and 0 < above < one.first
        and (syntax.lower[above] in _SENT or syntax.lower[above - 1] in _SENT_FORCES)
        and syntax.tag[above] in PROPER
        and syntax.tag[above - 1] in PROPER
    ):
        return Ruling("name", f"part of a name with '{syntax.lower[above]}'", True)
    return None
