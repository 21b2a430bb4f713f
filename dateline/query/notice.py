"""What is said before the articles of a corpus that is of war, so that nobody meets it unwarned.

Only words are looked at, in a sample that is spread over the corpus: an article is a report of war
if two different words of fighting stand in it, or one and a word of those it harmed. One alone also
stands in the review of a novel. Words that sports pages and the stock exchange like (siege, truce,
rebels, front line) are none of them, nor those of any disaster (evacuation, explosion).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from weakref import WeakKeyDictionary

import numpy as np

from dateline.corpus import Corpus

__all__ = ["notice", "notice_before"]

_ALL: Final = "These are reports of war."
_SOME: Final = "Some of these are reports of war."
_ONE: Final = "This is a report of war."
_HARM_IN_IT: Final = "It tells of deaths or injuries."
_HARM_TOLD: Final = "Some describe deaths and injuries."

_MOSTLY: Final = 1 / 4
_PARTLY: Final = 1 / 10
"""Shares of reports of war from which the one or the other is said. War reporters also write of
talks, money and weather: a third and more of what they send has such words; of everyday news a
twentieth at most."""

_BLOCKS: Final = 4
_BLOCK: Final = 20
"""Articles looked at side by side, as texts are read from disk by some thousands at once."""

_FIGHTING: Final = re.compile(
    r"\b(?:"
    # English
    r"air ?strikes?|air ?raids?|warplanes?|shelling|shelled|shellfire|bombardments?|bombings?"
    r"|barrel bombs?|car bombs?|mortars?|artillery|troops|soldiers?|armed (?:groups?|men)"
    r"|insurgents?|militants?|militias?|militiamen|gunmen|snipers?|cease-?fires?"
    r"|rebel[ -](?:held|fighters?|groups?|forces|commanders?|areas?|side|lines?)"
    # French, Spanish, German
    r"|frappes? aériennes?|bombardement\w*|obus|soldats?|cessez-le-feu|milices?"
    r"|ataques? aéreos?|bombardeos?|soldados?|alto el fuego|milicias?|artillería"
    r"|luftangriffe?n?|beschuss|soldaten|waffenruhe|milizen|artillerie"
    # Russian, Ukrainian
    r"|авиауд\w+|обстре\w+|бомбардиров\w+|солдат\w*|боевик\w*|перемири\w+|артиллери\w+|ракетн\w+"
    r"|авіауд\w+|обстріл\w*|бомбардуван\w+|бойовик\w*|перемир'я|артилері\w+|окупант\w*"
    # Arabic, behind an article or a conjunction
    r"|[وبلف]*(?:ال|لل)?(?:قصف|غارات|غارة|مسلح\w+|جنود|هدنة|ميليشي\w+|مدفعي\w+|قذائف|المعارك)"
    r")\b",
    re.IGNORECASE,
)
_HARM: Final = re.compile(
    r"\b(?:kill(?:ed|ing|s)|dead|died|wounded|injured|casualties|corpses?|massacred?"
    r"|tuée?s?|blessée?s?|morts?|muert[oa]s?|herid[oa]s?|getötet\w*|verletzte?n?|tote?n?"
    r"|погиб\w+|ранен\w*|убит\w+|загин\w+|поранен\w*|вбит\w+"
    r"|[وبلف]*(?:ال)?(?:قتل\w*|جرح\w*|قتيل\w*|مقتل))\b",
    re.IGNORECASE,
)

_said: Final[WeakKeyDictionary[Corpus, str]] = WeakKeyDictionary()


def notice(corpus: Corpus) -> str:
    """Words to set before its articles; empty where it is not of war.

    Args:
        corpus: Looked at once; the answer is kept for as long as it is.
    """
    if corpus not in _said:
        _said[corpus] = _notice(corpus)
    return _said[corpus]


def notice_before(corpus: Corpus, text: str) -> str:
    """Words to set before one article, whose text this is; empty where there are none to be said.

    Where only some of the corpus is of war, what is not has none before it.
    """
    said = notice(corpus)
    if not said.startswith(_SOME):
        return said
    if not _is_of_war(text):
        return ""
    return f"{_ONE} {_HARM_IN_IT}" if _HARM.search(text) else _ONE


def _notice(corpus: Corpus) -> str:
    sample = [corpus.text(number) for number in _sample(len(corpus.articles))]
    of_war = [text for text in sample if _is_of_war(text)]
    if len(of_war) < _PARTLY * len(sample) or not of_war:
        return ""
    said = _ALL if len(of_war) >= _MOSTLY * len(sample) else _SOME
    return f"{said} {_HARM_TOLD}" if any(map(_HARM.search, of_war)) else said


def _is_of_war(text: str) -> bool:
    fighting = {word.lower().removesuffix("s") for word in _FIGHTING.findall(text)}
    return len(fighting) > 1 or (len(fighting) == 1 and _HARM.search(text) is not None)


def _sample(count: int) -> Iterator[int]:
    """Article ids, in blocks from the first to the last."""
    if count <= _BLOCKS * _BLOCK:
        yield from range(count)
        return
    for first in np.linspace(0, count - _BLOCK, _BLOCKS).astype(int).tolist():
        yield from range(first, first + _BLOCK)
