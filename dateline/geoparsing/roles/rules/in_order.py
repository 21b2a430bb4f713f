"""Rules that decide a role by themselves, each with the words its receipt shows.

A rule speaks of kinds of words (who governs, who speaks, what is likened), never of one place or
text. Where none is sure the learned model decides; it is told what an unsure rule would say.
"""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.cues import NOUN_CLASS, VERB_CLASS
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.armed_groups import armed_group
from dateline.geoparsing.roles.rules.athletes import athlete
from dateline.geoparsing.roles.rules.biography import biography
from dateline.geoparsing.roles.rules.captions import archive_picture
from dateline.geoparsing.roles.rules.courts import court
from dateline.geoparsing.roles.rules.descriptions import described
from dateline.geoparsing.roles.rules.firms import firm
from dateline.geoparsing.roles.rules.goods import goods
from dateline.geoparsing.roles.rules.history import history
from dateline.geoparsing.roles.rules.organisations import organisation
from dateline.geoparsing.roles.rules.organs import organ_of_state
from dateline.geoparsing.roles.rules.parallels import parallel
from dateline.geoparsing.roles.rules.part_of_name import part_of_name
from dateline.geoparsing.roles.rules.parties import party
from dateline.geoparsing.roles.rules.plans import plan
from dateline.geoparsing.roles.rules.powers import power
from dateline.geoparsing.roles.rules.residents import resident
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.rules.seats import seat_of_power
from dateline.geoparsing.roles.rules.settings import setting
from dateline.geoparsing.roles.rules.situations import situation
from dateline.geoparsing.roles.rules.sketches import sketch
from dateline.geoparsing.roles.rules.teams import team
from dateline.geoparsing.roles.rules.troubles import troubled
from dateline.geoparsing.roles.rules.ways import way
from dateline.geoparsing.roles.syntax import MODIFIERS, PROPER, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["rule"]

_SPONSORED: Final = word_set(
    """backed led aligned allied sponsored supported funded financed trained armed supplied brokered
    mediated mandated run appointed installed loyal friendly imposed drafted hosted controlled held
    occupied administered annexed chaired sanctioned owned operated"""
)
_SEATED: Final = word_set("based headquartered")
_ORGANS: Final = word_set(
    """army navy embassy ambassador consul consulate president parliament government king queen
    foreign defence defense ministry minister prime chancellor police troops armed naval
    officials authorities soldiers lawmakers diplomats missiles drones jets warplanes militants
    rebels civilians residents refugees"""
)
"""With which the name of an organ or an office of the state goes on, in capitals, or who is of a
people in a headline that has but capitals."""
_ORIGIN: Final = word_set(
    "born bred raised educated native made built flagged registered bound listed"
)
_LIKENED: Final = word_set("style like type esque scale")
_SAYING: Final = word_set(
    "say deny accuse announce warn insist reject blame condemn vow claim tell call declare pledge "
    "denounce demand urge threaten refuse agree"
)
"""What even a place that is no seat of government can be said to do by its rulers."""
_ADDRESSING: Final = word_set("speak talk appeal complain apologise apologize protest")
"""What is done to those who rule a place."""
_STATE: Final = word_set("become remain")
_BEFALLING: Final = word_set(
    """report record confirm list vote lose suffer see play host export import win make take try
    need face count register celebrate mark defeat beat draw mourn"""
)
"""What a country does of which something is told that happens in it: X votes, X records a case."""
_REACHING: Final = word_set("far near close")
_COMERS: Final = word_set(
    """troop soldier paratrooper marine commando policeman police fighter gunman militant rebel
    battalion unit reinforcement volunteer bomber attacker medic doctor surgeon nurse engineer
    photographer victim helicopter jet plane warplane convoy truck"""
)
"""Who or what comes from elsewhere to where something happens."""
_NOT_ITS_OWN: Final = word_set(
    "court gang gunman rebel insurgent militant guerrilla terrorist separatist cartel mob kidnapper"
)
"""Who is in a country without acting for it."""
_SECOND: Final = word_set("vice deputy ex")
"""Where the parser stops before a hyphen: the X vice-president."""
_COMING: Final = word_set("come arrive land fly")
_SENDING: Final = word_set("send dispatch scramble deploy")
_ONWARD: Final = word_set("down into onto towards toward")
"""Beside *come*: who comes down from X into Y is on the move there, and not at home."""
_WAYS: Final = word_set("line service train flight bus ferry traffic pipeline cable supply pass")
"""What runs between places: flights between X and Y."""


def rule(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """What a rule says of a mention.

    Args:
        syntax: The article.
        mention: What is known of the mention.
        frame: Its place in its sentence.

    Returns:
        The first rule that applies, or None.
    """
    if mention.in_dateline:
        return Ruling("dateline", "in the dateline")
    for look in _RULES:
        ruling = look(syntax, mention, frame)
        if ruling is not None:
            return ruling
    return None


def _hyphenated(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """X-backed, X-based, X-born, an X-style massacre."""
    own = syntax.lower[frame.last - 1][mention.end - syntax.start[frame.last - 1] :]
    if own.startswith("-"):  # one token: U.S.-backed
        word = own[1:]
    elif syntax.word(frame.last) in ("-", "‑", "–") and syntax.start[frame.last] == mention.end:
        word = syntax.word(frame.last + 1)
    else:
        return None
    reason = f"before '-{word}'"
    if word in _SPONSORED:
        return Ruling("demonym" if mention.demonym else "actor", reason)
    if word in _SEATED:
        return Ruling("setting", reason)
    if word in _ORIGIN:
        return Ruling("demonym" if mention.demonym else "background", reason)
    if word in _LIKENED and not mention.demonym:
        return Ruling("comparison", reason)
    return None


def _demonym(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """Syrian troops, the Syrian Army; what else runs on may be a name of no organ of the state."""
    if not mention.demonym:
        return None
    runs_on = frame.last < len(syntax.tag) and syntax.tag[frame.last] in PROPER
    if runs_on and syntax.lower[frame.last] in _ORGANS and syntax.word(frame.first - 1) != "free":
        return Ruling("demonym", f"before '{syntax.lower[frame.last]}'")
    return Ruling("demonym", "adjective or people", not runs_on)


def _elsewhere(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """Born in X, a native of X, a farmer from X, troops from X came; not X, the capital of Y."""
    if syntax.word(frame.first - 1) == "not":
        return Ruling("background", "after 'not'", syntax.word(frame.first - 2) in (",", "-", "–"))
    above = frame.governor
    if frame.relation != "in" or above < 0:
        return None
    word, lemma = syntax.lower[above], syntax.lemma[above]
    if syntax.pos[above] == "VERB" and frame.preposition in ("in", "at", "from"):
        raised = lemma in ("grow", "bring") and syntax.word(above + 1) == "up"
        hails = lemma == "hail" and frame.preposition == "from"
        if raised or hails or lemma in ("bear", "educate", "graduate", "study"):
            up = " up" if raised else ""
            return Ruling("background", f"'{word}{up} {frame.preposition}'")
    native = lemma in ("native", "birthplace", "hometown")
    if native or (frame.preposition == "from" and NOUN_CLASS.get(lemma) == "resident"):
        return Ruling("background", f"'{word} {frame.preposition}'", native)
    if frame.preposition == "from" and _has_come(syntax, above):
        return Ruling("background", f"'{word} from'", not mention.governs)
    return None


def _has_come(syntax: Syntax, above: int) -> bool:
    """Whether somebody came: troops from X *land*, they *send* troops from X, but do not withdraw.

    Args:
        syntax: The article.
        above: What "from X" belongs to.
    """
    if syntax.pos[above] == "VERB":
        sent = syntax.lemma[above] in _SENDING
        if not sent and syntax.lemma[above] not in _COMING:
            return False
        _, end = syntax.sentence_of(above)
        if any(syntax.head[t] == above and syntax.lower[t] in _ONWARD for t in range(above, end)):
            return False
        comer = (syntax.object if sent else syntax.subject).get(above, -1)
        return comer >= 0 and syntax.lemma[comer] in _COMERS
    return syntax.lemma[above] in _COMERS and syntax.dep[above] == "nsubj"


def _acting(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """X denies, X's army, the X envoy, backed by X, a deal with X, to speak to X."""
    above = frame.governor
    if above < 0 or not mention.precision:
        return None
    word, lemma = syntax.lower[above], syntax.lemma[above]
    if frame.relation == "nsubj" and syntax.pos[above] in ("VERB", "AUX"):
        group = VERB_CLASS.get(lemma, "")
        if frame.first < syntax.headline_end and syntax.tag[above] in ("VBD", "VBN"):
            return None  # headlines tell in the present: "X told to pack" is passive
        if syntax.quoted[frame.root] and not syntax.quoted[above]:
            return None  # it begins what is quoted, and the parser takes it for who speaks
        if syntax.word(frame.first - 1) == "as" and syntax.word(frame.first - 2) in _REACHING:
            return None  # "felt as far as Renk, two residents said"
        if lemma in _SAYING:
            return Ruling("actor", f"subject of '{word}'", frame.anchor == frame.root)
        if group in ("speech", "stance", "policy") and lemma not in _STATE:
            sure = mention.governs and lemma not in _BEFALLING
            return Ruling("actor", f"subject of '{word}'", sure)
    if frame.relation in (*MODIFIERS, "poss") and not frame.wraps:
        group = NOUN_CLASS.get(lemma, "")
        if lemma in _SECOND and syntax.word(above + 1) in ("-", "president", "premier"):
            group = "government"
        if group in ("government", "force"):
            sure = mention.governs and lemma not in _NOT_ITS_OWN
            return Ruling("actor", f"modifier of '{word}'", sure)
    if frame.relation == "in" and frame.preposition == "to" and lemma in _ADDRESSING:
        return Ruling("actor", f"'{word} to'")
    if frame.relation != "in" or not mention.governs:
        return None
    if frame.preposition == "by" and syntax.dep[syntax.head[frame.anchor]] == "agent":
        return Ruling("actor", f"'{word} by'")
    if frame.preposition == "between":
        space = "place" in (NOUN_CLASS.get(lemma), lemma) or lemma in _WAYS
        space = space or VERB_CLASS.get(lemma) == "movement"
        return None if space else Ruling("actor", f"'{word} between'", lemma in NOUN_CLASS)
    if frame.preposition in ("with", "against"):
        beside = syntax.lemma[frame.first - 2] if frame.first > 1 else ""  # "the border with X"
        space = "place" in (NOUN_CLASS.get(lemma), NOUN_CLASS.get(beside))
        sure = frame.preposition == "with" and not space and lemma != "be"  # is along with X
        return Ruling("actor", f"'{word} {frame.preposition}'", sure)
    return None


_RULES: Final = (
    _hyphenated,
    archive_picture,
    armed_group,
    organ_of_state,
    part_of_name,
    firm,
    situation,
    _demonym,
    parallel,
    _elsewhere,
    team,
    athlete,
    biography,
    organisation,
    power,
    seat_of_power,
    party,
    described,
    sketch,
    resident,
    plan,
    goods,
    way,
    troubled,
    court,
    _acting,
    setting,
    history,
)
"""In the order in which they are asked."""
