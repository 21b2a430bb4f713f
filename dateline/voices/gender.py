"""Cues to whom "he" and "she" can mean. A cue excludes; without one every person may be meant."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["gender_of_first_name", "gender_of_noun", "gender_of_title"]

_MEN_TITLES: Final = re.compile(r"\b(?:Mr|Sir|Lord|King|Prince|Father|Pope|Imam|Sheikh)\.?\s+\Z")
_WOMEN_TITLES: Final = re.compile(r"\b(?:Mrs|Ms|Miss|Lady|Queen|Princess|Sister)\.?\s+\Z")
_WOMEN: Final = re.compile(
    r"(?i)\b(?:\w*wom[ae]n|mother|sister|wife|widow|daughter|queen|girl|grandmother|aunt|nun|mrs|ms"
    r"|actress|midwife|housewife|heiress|princess)\b"
)
_MEN: Final = re.compile(
    r"(?i)\b(?:\w*(?<!wo)man|father|brother|husband|son|king|boy|grandfather|uncle|monk|priest|imam|mr"
    r"|prince|widower)\b"
)
_MEN_NAMES: Final = (
    "aaron abdel abdul abdullah abu adam adel ahmad ahmed alan albert alex alexander alexei "
    "ali amir anatoly andrei andrew anthony antonio antonis arthur ban barack bashar ben "
    "benjamin bernard bernie bill bob boris brian carlos charles chris christopher daniel "
    "david denis dmitri dmitry dmytro donald edward emmanuel eric ernest faisal francis "
    "francois frank fred gary george gerald gordon graham greg hamid harry hassan henry "
    "howard hugh hussein ian ibrahim igor ilham imran isaac ismail ivan jack jacob james "
    "jason jean jeff jens jeremy jim joe john jonathan jose joseph juan karim karl keith ken "
    "kenneth kevin khaled khalid kofi larry lawrence leonid luis mahmoud malik mario mark "
    "martin mathew matthew michael mike mikhail mohamed mohammad mohammed mustafa nasser "
    "nicholas nicolas nikolai oleg oleksandr oliver omar osama oscar pablo patrick paul pavel "
    "pedro peter petro philip pierre rami rashid recep rex richard rob robert roger ronald "
    "saad salah salem samir samuel scott sergei sergey serhiy simon staffan stanislav stephen "
    "steve steven taras tariq thomas tim tom tony vasily viktor vincent vitaly vladimir "
    "volodymyr walid walter william xavier yahya yasser yevgeny youssef yuri yusuf"
)
_WOMEN_NAMES: Final = (
    "aisha alice alina amal amina amy andrea angela anna anne annalena annie barbara beatrice "
    "betty carla carmen carol caroline catherine christina christine claire claudia "
    "condoleezza daria deborah diana donna dorothy elena elizabeth ellen emily emma esther "
    "eva fatima federica fiona francesca galina georgia gina grace hala halima hanan hannah "
    "heather helen hillary hind ilona inna irina isabel jacinda jane janet jennifer jessica "
    "jill joan josephine joyce julia julie karen kate katherine kathleen khadija kirsten lara "
    "laura layla leila linda lisa lucy ludmila madeleine maria mariam marie marina martha "
    "mary maryam melania melissa michelle mona nadia nancy natalia natalya nawal nicola nikki "
    "nina noura olena olga oksana patricia pauline rachel rania rebecca rima rita rosa rose "
    "ruth salma samantha sandra sara sarah shireen sofia sonia sophie stephanie susan "
    "svetlana tamara tatiana teresa theresa ursula valentina vera victoria virginia yasmin "
    "yulia zainab zeinab"
)
_FIRST_NAMES: Final = {
    **dict.fromkeys(_MEN_NAMES.split(), "m"),
    **dict.fromkeys(_WOMEN_NAMES.split(), "f"),
}


def gender_of_title(text: str, start: int) -> str:
    """`m`, `f` or empty, by the title before the name that stands at `start`."""
    before = text[max(0, start - 12) : start]
    return "m" if _MEN_TITLES.search(before) else "f" if _WOMEN_TITLES.search(before) else ""


def gender_of_first_name(name: str) -> str:
    """`m`, `f` or empty, by a first name most of whose bearers are of one gender."""
    first, _, rest = name.partition(" ")
    return _FIRST_NAMES.get(first.lower(), "") if rest else ""


def gender_of_noun(words: str) -> str:
    """`m`, `f` or empty, by the noun a person is called: a spokeswoman, the king."""
    return "f" if _WOMEN.search(words) else "m" if _MEN.search(words) else ""
