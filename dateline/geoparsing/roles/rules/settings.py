"""Rules for a place that is only where somebody speaks or meets, and not where it happened."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.cues import NOUN_CLASS, VERB_CLASS
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.speakers import speaking_chain
from dateline.geoparsing.roles.syntax import MODIFIERS, PROPER, Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["setting"]

_WISHING: Final = word_set(
    "want hope see seek think believe try expect attempt prepare consider protest"
)
"""What those do of whom one is told, rather than those who speak."""
_TELLING: Final = word_set("tell ask brief answer inform address quote interview speak")
"""What is said to somebody, who is where it is said: he told reporters in X."""
_PERHAPS_HELD: Final = word_set(
    "exchange vote visit trip tour gathering debate process deal ceremony inauguration handshake"
)
"""What is often no talk, but what happens: the tour in X, a gathering in X."""
_POSTED: Final = word_set(
    """live work rest wait sit stand serve stay shelter camp queue hide teach station volunteer
    sleep head run manage chair"""
)
"""What a speaker does where he speaks."""
_INFORMANTS: Final = word_set(
    """source official activist contact medic witness observer monitor correspondent diplomat
    analyst expert doctor nurse resident"""
)
_AUXILIARY: Final = word_set("has have had is are was were also")
_FOUND: Final = word_set("report confirm record register")
"""What is done with cases where they occur: measles confirmed in X."""
_ANYBODY: Final = word_set("they you one it")
_NOBODY: Final = word_set("no neither")
"""Before a speaker that is none: no group in X has claimed it."""
_SOURCES: Final = frozenset(("government", "expert", "resident", "words", "force"))
_COUNCILS: Final = word_set("talk negotiation summit meeting conference dialogue consultation")
"""What is held where it takes place: talks stall in X, the summit opened in X."""
_FIRED: Final = word_set("mortar artillery tank howitzer rifle gun machine live explosive")
"""Rounds that are no talks."""
_PLANNED: Final = word_set("due schedule plan expect set slate bill")
"""What talks are before they are held: talks due in X."""
_HOLDING: Final = word_set("hold convene organise organize conduct record")
_HELD: Final = _COUNCILS | word_set("interview hearing session")
"""What is held, and ends with words: interviews held in X."""
_PACTS: Final = word_set(
    "agreement accord ceasefire fire truce deal treaty pact peace armistice resolution"
)
_AGREEING: Final = word_set("negotiate sign agree broker conclude initial mediate draft hammer")
"""What is done to a pact (of a cease-fire, too) where it is only spoken of: signed at X."""
_MEETING: Final = word_set("meet discuss negotiate")
_REACHING: Final = word_set("reach contact")
_TELEPHONES: Final = word_set("phone telephone radio video")
_JUDGING: Final = word_set("compare liken rule uphold")
_HOURS: Final = word_set("morning afternoon evening")
_TRAVELLING: Final = word_set("travel fly go return head come")
_LABORATORIES: Final = word_set("laboratory lab")
"""Where samples are tested, and from where the findings come."""
_EMPLOYED: Final = word_set(
    "work study train serve explode burn attack strike hit raid destroy bomb"
)
"""What is told of a laboratory itself, or of somebody's life."""
_DECIDING: Final = word_set("freeze vote ban approve lift impose order sign ratify veto suspend")
"""What a government does by word alone, in its capital."""


def setting(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """The X talks, talks in X, told reporters in X, a medic in X said, good morning from X."""
    if greeting := _greets(syntax, frame):
        return Ruling("setting", greeting)
    above = frame.governor
    if above < 0:
        return None
    if named := _names_talks(syntax, mention, frame):
        return named
    if informed := _informs_from_there(syntax, frame):
        return Ruling("setting", informed)
    if frame.relation != "in":
        return None
    word, lemma = syntax.lower[above], syntax.lemma[above]
    if frame.preposition == "to" and lemma in _TRAVELLING and _for_talks(syntax, frame):
        return Ruling("setting", f"'{word} to', for talks")
    if frame.preposition not in ("in", "at", "from"):
        return None
    reason = f"'{word} {frame.preposition}'"
    if lemma in _PLANNED and _of_talks(syntax, above):
        return Ruling("setting", reason)
    if syntax.pos[above] == "VERB":
        return _done_there(syntax, mention, frame, reason)
    return _there(syntax, frame, reason)


def _greets(syntax: Syntax, frame: Frame) -> str:
    """How a broadcaster begins: good evening *from* X."""
    if frame.relation != "in" or frame.preposition != "from":
        return ""
    good, hour = syntax.word(frame.first - 3), syntax.word(frame.first - 2)
    return f"'good {hour} from'" if good == "good" and hour in _HOURS else ""


def _names_talks(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """The X talks, the X summit; not an X mortar round."""
    above = frame.governor
    word, lemma = syntax.lower[above], syntax.lemma[above]
    talks = NOUN_CLASS.get(lemma) == "talks" and syntax.pos[above] == "NOUN"
    fired = lemma == "round" and syntax.word(above - 1) in _FIRED
    if frame.relation not in MODIFIERS or not talks or fired:
        return None
    small = mention.precision not in ("country", "region") and not mention.demonym
    return Ruling("setting", f"modifier of '{word}'", small and lemma not in _PERHAPS_HELD)


def _done_there(syntax: Syntax, mention: MentionFacts, frame: Frame, reason: str) -> Ruling | None:
    """Said in X, based in X, arrived in X for talks, who works in X says, the pact signed in X."""
    verb = frame.governor
    lemma = syntax.lemma[verb]
    if lemma in ("base", "headquarter"):
        return _based(syntax, verb, reason)
    if VERB_CLASS.get(lemma) == "speech":
        return _spoken(syntax, frame, reason)
    if lemma == "arrive" and _for_talks(syntax, frame):
        return Ruling("setting", f"{reason}, for talks")
    saying = _said_by_one_who(syntax, verb) if lemma in _POSTED else -1
    if saying >= 0 and VERB_CLASS.get(syntax.lemma[saying]) == "speech":
        still = syntax.tag[verb] != "VBD"  # who worked there once speaks elsewhere
        return Ruling("setting", f"{reason}, who '{syntax.lower[saying]}'", still)
    if lemma in _REACHING and _by_telephone(syntax, verb):
        return Ruling("setting", f"{reason}, by telephone")
    if lemma == "meet" or _is_held(syntax, verb) or _is_agreed(syntax, verb):
        return Ruling("setting", reason)
    if frame.preposition == "in" and _heard_there(syntax, frame):
        return Ruling("setting", reason, mention.precision not in ("country", "region"))
    if frame.preposition == "in" and mention.capital and _decided_there(syntax, frame):
        return Ruling("setting", reason)
    return None


def _there(syntax: Syntax, frame: Frame, reason: str) -> Ruling | None:
    """Talks in X, a statement from X, tests in a laboratory in X, officials in X say."""
    above = frame.governor
    word, lemma = syntax.lower[above], syntax.lemma[above]
    group = NOUN_CLASS.get(lemma, "")
    if frame.preposition == "from":
        return Ruling("setting", reason, False) if group == "words" else None
    if lemma in _LABORATORIES:
        return Ruling("setting", reason, syntax.lemma[frame.verb] not in _EMPLOYED)
    if group == "talks":
        return Ruling("setting", reason, lemma not in _PERHAPS_HELD)
    if group == "words":
        return Ruling("setting", reason, False)
    speaker, verb = speaking_chain(syntax, above)
    if speaker < 0 or syntax.word(above - 1) in _NOBODY or syntax.lemma[verb] in _WISHING:
        return None
    said, who = VERB_CLASS.get(syntax.lemma[verb]), NOUN_CLASS.get(syntax.lemma[speaker])
    if said in ("speech", "stance") or (
        said in ("policy", "talks") and who in ("government", "expert")
    ):
        bare = syntax.tag[frame.first - 1] not in PROPER  # not Example First Boston
        named = bare and syntax.pos[speaker] == "PROPN" and group in _SOURCES
        reason = f"'{word} {frame.preposition}', who '{syntax.lower[verb]}'"
        return Ruling("setting", reason, said != "policy" and (who in _SOURCES or named))
    return None


def _informs_from_there(syntax: Syntax, frame: Frame) -> str:
    """Who informs others from X: *contacts inside X*, *a source in X told* a paper.

    The words are read in a row, since the parser hangs "in X" on any of them.
    """
    link = syntax.head[frame.anchor]
    if (
        frame.relation != "in"
        or link < 1
        or frame.wraps
        or frame.preposition not in ("in", "inside")
    ):
        return ""
    who = syntax.lemma[link - 1]
    if syntax.tag[link - 1] == "NNPS":  # at the head of a sentence the parser leaves the plural
        who = who.removesuffix("s")
    if who not in _INFORMANTS or syntax.word(link - 2) in _NOBODY:
        return ""
    words = f"'{syntax.lower[link - 1]} {frame.preposition}'"
    if frame.preposition == "inside":
        return words
    verb = frame.last
    while syntax.word(verb) in _AUXILIARY:
        verb += 1
    says = VERB_CLASS.get(syntax.lemma[verb]) == "speech" if verb < len(syntax.lower) else False
    return f"{words}, who '{syntax.lower[verb]}'" if says and syntax.pos[verb] == "VERB" else ""


def _based(syntax: Syntax, verb: int, reason: str) -> Ruling:
    """An analyst based in X speaks from there; troops based in X are only kept there."""
    based = syntax.subject.get(verb, syntax.head[verb])
    if syntax.dep[based] == "pobj" and NOUN_CLASS.get(syntax.lemma[based]) == "place":
        based = syntax.head[syntax.head[based]]  # troops on the left bank, based in X
    if NOUN_CLASS.get(syntax.lemma[based]) == "force" or syntax.lemma[based] == "adviser":
        return Ruling("background", f"'{syntax.lower[based]} … {reason[1:]}")
    return Ruling("setting", reason)


def _spoken(syntax: Syntax, frame: Frame, reason: str) -> Ruling | None:
    """Words are spoken where somebody speaks them, not where cases are *reported*.

    Nor is it sure where they are told of a place: he reported two dead in X; in X, he said, it
    rained.
    """
    verb = frame.governor
    if syntax.dep[verb] in ("acl", "amod") and syntax.tag[verb] == "VBN":
        return None
    if verb < syntax.headline_end and syntax.tag[verb] in ("VBN", "VBD"):
        return None  # headlines tell in the present: "Case confirmed in X" is passive
    below = syntax.below.get(verb, set())
    bare = verb not in syntax.object and "ccomp" not in below  # rockets reported in X
    if "auxpass" in below or (bare and frame.preposition == "in" and syntax.lemma[verb] in _FOUND):
        return None
    speaker, told = syntax.subject.get(verb, -1), syntax.object.get(verb, frame.first)
    begins = frame.last <= speaker and "ccomp" in syntax.below[verb]
    about = verb < told < frame.first and syntax.lemma[verb] not in _TELLING
    anybody = speaker >= 0 and syntax.lower[speaker] in _ANYBODY
    return Ruling("setting", reason, not (begins or about or anybody))


def _is_held(syntax: Syntax, verb: int) -> bool:
    """Whether it is talks of which a verb tells how they go: they stall, are due to go on in X.

    Interviews *held* in X are no event there either.
    """
    if syntax.dep[verb] == "acl" and syntax.lemma[verb] in _HOLDING:
        return syntax.lemma[syntax.head[verb]] in _HELD
    if verb in syntax.object:
        return False
    while verb not in syntax.subject and syntax.dep[verb] in ("xcomp", "acomp"):
        verb = syntax.head[verb]
    return verb in syntax.subject and syntax.lemma[syntax.subject[verb]] in _COUNCILS


def _is_agreed(syntax: Syntax, verb: int) -> bool:
    """Whether a pact is signed or negotiated: the truce signed at X, it was brokered in Y."""
    if syntax.lemma[verb] not in _AGREEING or syntax.tag[verb] != "VBN":
        return False
    pact = syntax.head[verb] if syntax.dep[verb] == "acl" else syntax.subject.get(verb, -1)
    return pact >= 0 and syntax.lemma[pact] in _PACTS


def _of_talks(syntax: Syntax, planned: int) -> bool:
    """Whether it is talks that are *due*, scheduled or expected to be held somewhere."""
    verb = syntax.head[planned] if syntax.dep[planned] == "acomp" else planned
    nouns = (syntax.subject.get(verb, -1), syntax.head[planned])
    return any(noun >= 0 and syntax.lemma[noun] in _COUNCILS for noun in nouns)


def _for_talks(syntax: Syntax, frame: Frame) -> bool:
    """Whether somebody comes to X *for talks*, or *to meet* somebody."""
    _, end = syntax.sentence_of(frame.governor)
    return any(
        (syntax.lemma[token] in _COUNCILS and syntax.lower[syntax.head[token]] == "for")
        or (syntax.lemma[token] in _MEETING and syntax.word(token - 1) == "to")
        for token in range(frame.last + 1, end)
    )


def _by_telephone(syntax: Syntax, verb: int) -> bool:
    """Whether somebody is *reached by phone*, and so speaks where he is."""
    _, end = syntax.sentence_of(verb)
    return any(
        syntax.lemma[token] in _TELEPHONES and syntax.lower[syntax.head[token]] in ("by", "via")
        for token in range(verb, end)
    )


def _heard_there(syntax: Syntax, frame: Frame) -> bool:
    """Whether somebody takes a stand where the sentence begins: In X, a judge denied it."""
    speaker = syntax.subject.get(frame.governor, -1)
    verb = syntax.lemma[frame.governor]
    return (
        frame.last <= speaker < frame.governor
        and NOUN_CLASS.get(syntax.lemma[speaker]) in ("government", "expert")
        and (VERB_CLASS.get(verb) == "stance" or verb in _JUDGING)
        and verb not in _WISHING
    )


def _decided_there(syntax: Syntax, frame: Frame) -> bool:
    """Whether a government decides something where the sentence begins: In X, parliament voted."""
    speaker = syntax.subject.get(frame.governor, -1)
    if not frame.last <= speaker < frame.governor or syntax.lemma[frame.governor] not in _DECIDING:
        return False
    whole = syntax.word(speaker - 1), syntax.word(speaker)
    return whole == ("white", "house") or NOUN_CLASS.get(syntax.lemma[speaker]) == "government"


def _said_by_one_who(syntax: Syntax, verb: int) -> int:
    """The verb of a speaker who *works* in X, or -1.

    In "said a medic working in X" the parser takes the working for what was said.
    """
    if syntax.dep[verb] == "ccomp" and syntax.tag[verb] == "VBG" and syntax.head[verb] < verb:
        return -1 if "aux" in syntax.below[verb] else syntax.head[verb]
    speaker, said = speaking_chain(syntax, verb)
    return said if speaker != verb else -1
