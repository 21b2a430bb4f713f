"""Verbs that report speech, and words that tell what kind of speaker speaks."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["LOOSE_VERBS", "VERBS", "is_armed_group", "is_somebody", "kind_of"]

_PLAIN: Final = (
    "acknowledge add admit advise affirm agree allege announce answer argue ask assert assure "
    "believe boast caution chant charge claim comment complain concede conclude confirm "
    "contend continue counter cry declare deny disclose emphasise emphasize exclaim explain "
    "groan grumble inform insist joke lament maintain mention moan mumble muse mutter note "
    "observe opine plead pledge post predict proclaim promise quip read reassure recall "
    "recount reflect reiterate remark remember remind repeat reply report respond retort "
    "reveal say scoff scream shout shrug sigh snap sob speculate state stress suggest sum "
    "summarise summarize tell testify text threaten tweet urge vow warn whisper wonder write "
    "yell"
)
_LOOSE: Final = (
    "accuse appeal attack blame blast brand call characterise characterize cite conceive "
    "condemn criticise criticize demand denounce describe dismiss dub express find forecast "
    "hail hold identify label laugh mock order portray praise publish question quote put "
    "refer reject ridicule signal speak show tout term think voice offer slam"
)
VERBS: Final = frozenset(_PLAIN.split())
LOOSE_VERBS: Final = frozenset(_LOOSE.split())
"""Verbs that may stand beside a partial quotation; taken only where no plain verb of saying is."""

_UNNAMED: Final = re.compile(
    r"(?i)\b(?:anonym\w+|sources?\b(?!\s+of\b)|not (?:to be|be) (?:named|identified)"
    r"|declined to be|people familiar|not authori[sz]ed to)"
)
_AID: Final = re.compile(
    r"(?i)\b(?:aid (?:worker|agency|agencies|group|official)s?|relief|humanitarian|charit(?:y"
    r"|ies)|red cross|red crescent|icrc|msf|m[ée]decins sans|doctors without|unicef|unhcr"
    r"|unrwa|wfp|ocha|world food programme?|white helmets|civil defen[cs]e|oxfam"
    r"|save the children|mercy corps|ngo|rescue workers?|refugee agency"
    r"|norwegian refugee council|rescue committee)\b"
)
_GROUPS: Final = (
    r"hamas|hezbollah|hizbullah|houthis?|taliban|islamic state|isis|isil|al-qa\w+|al-shabaa?b"
    r"|boko haram|rsf|rapid support forces|m23|wagner|pkk|ypg|sdf"
)
_ARMED: Final = re.compile(
    r"(?i)\b(?:rebels?|insurgents?|militants?|militia\w*|guerrillas?|gunm[ae]n|fighters?"
    rf"|separatists?|jihadis\w*|faction|warlords?|{_GROUPS}|brigades?)\b"
)
_A_GROUP: Final = re.compile(rf"(?i)(?:{_GROUPS})")
_OFFICIAL: Final = re.compile(
    r"(?i)\b(?:president\w*|presidency|premier|ministers?|ministry|minister's|officials?"
    r"|government|spokes\w+|ambassadors?|envoys?|diplomats?|consul|generals?|gen|colonel|col"
    r"|major|captain|admiral|brigadier|lieutenant|lt|army|armies|military|navy|air force"
    r"|troops|soldiers?|gunners?|(?:army|military|police|intelligence|security) officers?"
    r"|commanders?|police\w*|sheriff|governors?|gov|mayors?|senat\w+|sen|rep|representatives?"
    r"|congress\w*|lawmakers?|deput(?:y|ies)|mps?|parliament\w*|secretar(?:y|ies)|chancellors?"
    r"|king|queen|prince|emir|sultan|ayatollah|prosecutors?|judges?|courts?|attorneys? general"
    r"|authorit\w+|administration|kremlin|white house|pentagon|state department|downing street"
    r"|embass\w+|security council|united nations|un|nato|european union|eu|party"
    r"|state media)\b"
)
_RESIDENT: Final = re.compile(
    r"(?i)\b(?:residents?|villagers?|townspeople|civilians?|citizens?|refugees?|displaced"
    r"|witness\w*|survivors?|mothers?|fathers?|widows?|wife|husband|parents?|sons?|daughters?"
    r"|sisters?|brothers?|grand\w+|uncle|aunt|neighbou?rs?|locals?|bakers?|teachers?|farmers?"
    r"|shepherds?|fisherm[ae]n|grocers?|shopkeepers?|barbers?|butchers?|mechanics?|drivers?"
    r"|students?|pupils?|pensioners?|parishioners?|shop owners?|merchants?|traders?|vendors?"
    r"|labou?rers?|miners?|carpenters?|tailors?|nurses?|doctors?|medics?|surgeons?|paramedics?"
    r"|midwi\w+|imams?|priests?|protesters?|demonstrators?|activists?|waiters?|cooks?"
    r"|housewi\w+|m[ae]n|wom[ae]n|boys?|girls?|child\w*|famil(?:y|ies)|worshippers?"
    r"|passengers?|plumbers?|engineers?|librarians?|year-old)\b"
)
_OF_SOMEBODY: Final = re.compile(
    r",\s+(?:\d{1,3}(?=[,.;:”]|\Z)|an?\s+(?!neighbou?r)(?P<work>[\w-]+(?:\s+[\w-]+)?))"
)
"""An age, or somebody's work."""


def is_armed_group(name: str) -> bool:
    """Whether a name is that of an armed group that news names everywhere."""
    return _A_GROUP.fullmatch(name) is not None


def kind_of(description: str) -> str:
    """What kind of speaker the words around a name tell of, one of `findings.SPEAKER_KINDS`.

    Whoever asked not to be named is *unnamed*, whatever the office. Aid workers come before
    officials ("a Red Cross official"), and so do armed groups ("a rebel commander").
    """
    for kind, pattern in (
        ("unnamed", _UNNAMED),
        ("aid organisation", _AID),
        ("armed group", _ARMED),
        ("official", _OFFICIAL),
        ("resident", _RESIDENT),
    ):
        if pattern.search(description):
            return kind
    return "other"


def is_somebody(text: str, end: int) -> bool:
    """Whether what follows a name is said of a person: "Hadiza, 34", "Hadiza, a farmer".

    Args:
        text: The article.
        end: Where the name ends. Lands, which have neighbours too, are described like that as well.
    """
    told = _OF_SOMEBODY.match(text, end)
    return told is not None and (told["work"] is None or kind_of(told["work"]) == "resident")
