"""Rules for places in the names of treaties, wars, units, missions: the X accords, X Brigade."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.cues import NAMED, NOUN_CLASS
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import MODIFIERS, NOUNS, PROPER, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["part_of_name"]

_TREATIES: Final = word_set("accord agreement treaty pact protocol convention")
_NAMING_NOUNS: Final = word_set("war fleet process")
_MACHINES: Final = ("plane", "ship", "crime", "monitor", "planner", "machine", "drum", "effort")
"""Before what no war is named: X war planes."""
_NAMED_AFTER: Final = word_set(
    "process deal tribunal marathon virus fever flu disease formula format"
)
"""What is named after a place, though in small letters: the X process, X virus."""
_RELIEF: Final = word_set("crescent cross")
_SENT: Final = word_set("mission presence tribunal")
_PEOPLES: Final = word_set("church empire syndicate jihad")
"""What the name of a people begins: the Xian Orthodox Church, the Xian Journalists' Syndicate."""
_GATHERINGS: Final = word_set("conference group ballet")
"""What in capitals has a name: the X Security Conference; in small letters it may be any."""
_SENT_FORCES: Final = word_set("interim protection assistance observer disengagement support")
"""What is sent to a place and called by it: the Y Mission in X, the Interim Force in X."""
_UNITS: Final = word_set("brigade battalion regiment corps squadron cartel fleet")
"""What goes by the name of a town or a region wherever it fights."""
_RIFLEMEN: Final = word_set("rifles scouts fusiliers grenadiers lancers")
"""Of whom units are made that are called after where they are raised: the X Rifles."""
_ORDINALS: Final = word_set("first second third")
_BUILT: Final = word_set("hospital hotel street road square avenue mosque school market")
"""What a town calls after a country far away: the X Hospital, X Street."""
_WITHIN: Final = 4  # tokens after a place that its name goes on for: the X Refugee Council


def part_of_name(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """The X Agreement, the X accords, the X War, the X and Y regiments, the Bank of X."""
    return (
        _begins_it(syntax, mention, frame)
        or _of_a_treaty_or_war(syntax, mention, frame)
        or _called_after(syntax, mention, frame)
        or _ends_it(syntax, frame)
    )


def _begins_it(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """The X Agreement, the X Red Crescent, the X Hospital: capitals that go on to what is named."""
    token, end = frame.last, min(len(syntax.lower), frame.last + _WITHIN)
    while (
        token < end
        and syntax.tag[token] in PROPER
        and syntax.paragraph[token] == syntax.paragraph[frame.root]
    ):
        lemma = syntax.lemma[token]
        if syntax.tag[token] == "NNPS":  # of a name the parser leaves the plural: Conventions
            lemma = lemma.removesuffix("s")
        lone = token == frame.last and mention.precision == "country" and not mention.demonym
        if (
            NOUN_CLASS.get(lemma) in NAMED
            or lemma in _NAMING_NOUNS
            or lemma in _RELIEF
            or (lemma == "council" and syntax.word(token - 1) == "refugee")
            or (lone and lemma in _BUILT)
            or (mention.demonym and lemma in _PEOPLES)
            or lemma in _GATHERINGS
            or (syntax.lower[token] in _RIFLEMEN and not mention.demonym)
            or (lemma == "open" and token == frame.last)
        ):
            return Ruling("name", f"part of a name ending in '{syntax.lower[token]}'")
        token += 1
    return None


def _of_a_treaty_or_war(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """The X accords, the Xian war, the 1967 or second X war; not X war planes, nor the Y-X war."""
    following = syntax.lemma[frame.last] if frame.last < len(syntax.lemma) else ""
    treaty = following in _TREATIES and syntax.pos[frame.last] in NOUNS
    before = syntax.word(frame.first - 1)
    dated = before.isdigit() or before in _ORDINALS
    machine = syntax.word(frame.last + 1).startswith(_MACHINES)
    war = following == "war" and (mention.demonym or dated) and not machine
    if (treaty or war) and syntax.word(frame.first - 1) != "-":
        return Ruling("name", f"names the '{syntax.lower[frame.last]}'")
    return None


def _called_after(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """The X stock exchange, the X process, X virus, the X brigades, in small letters too."""
    above = frame.governor
    if above < frame.last or frame.relation not in MODIFIERS or "geo" in frame.wraps:
        return None
    lemma = syntax.lemma[above]
    if lemma == "exchange" and syntax.word(above - 1) == "stock":
        return Ruling("name", "names the 'stock exchange'")
    if lemma in _NAMED_AFTER and not mention.demonym:
        sure = lemma != "deal" or mention.precision not in ("country", "region")
        return Ruling("name", f"names the '{syntax.lower[above]}'", sure)
    if lemma in _UNITS and not mention.demonym and mention.precision != "country":
        return Ruling("name", f"names the '{syntax.lower[above]}'")
    return None


def _ends_it(syntax: Syntax, frame: Frame) -> Ruling | None:
    """The Bank of X, the Y Mission in X or to X, the Interim Force in X, the University of Y, X."""
    if _campus(syntax, frame):
        return Ruling("name", "part of a name with 'university'")
    above = frame.governor
    if not 0 <= above < frame.first or syntax.tag[above] not in PROPER:
        return None
    reason = f"part of a name with '{syntax.lower[above]}'"
    if frame.preposition == "to" and syntax.lower[above] == "mission":
        return Ruling("name", reason)
    body = NOUN_CLASS.get(syntax.lemma[above]) in NAMED
    if body and frame.preposition in ("of", "in", "for") and not frame.wraps:
        return Ruling("name", reason, frame.preposition == "of")
    if (
        frame.preposition in ("in", "for")
        and "geo" not in frame.wraps
        and above > 0
        and (
            syntax.lower[above] in _SENT
            # Rapid Support Forces are sent by nobody
            or (syntax.lower[above - 1] in _SENT_FORCES and syntax.lower[above] != "forces")
        )
        and syntax.tag[above - 1] in PROPER
    ):
        return Ruling("name", reason)
    return None


def _campus(syntax: Syntax, frame: Frame) -> bool:
    """Whether a town says which university of a state it is: the University of Y at X, of Y, X."""
    begin, _ = syntax.sentence_of(frame.first)
    return (
        syntax.word(frame.first - 1) in (",", "at", "-", "–")
        and frame.first - 4 >= begin
        and tuple(syntax.lower[frame.first - 4 : frame.first - 2]) == ("university", "of")
        and syntax.tag[frame.first - 2] in PROPER
    )
