"""Names that look like places of the gazetteer and are none: bodies, armed groups, days, persons.

Somewhere a hamlet is called Hamas, Grad, Mon, Sana or Obama. Closed lists of names that news of a
conflict is full of, the surnames of people whom the article itself names in full, and the
abbreviations that it spells out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Final, Protocol

from spacy.tokens import Doc

from dateline.geoparsing.recognition.peoples import PEOPLES
from dateline.geoparsing.recognition.words import marks_a_speaker
from dateline.geoparsing.toponym_words import (
    ABBREVIATED,
    DIRECTIONS,
    LOCATIVE,
    kind_of,
    names_a_settlement,
    word_set,
)

__all__ = [
    "abbreviations",
    "armed_groups",
    "given_names",
    "is_a_brand",
    "is_never_a_place",
    "is_numbered",
    "surnames",
]


class _Words(Protocol):
    article: str
    doc: Doc
    text: list[str]
    lower: list[str]
    capital: list[bool]


_AS_PRINTED: Final = word_set(
    "UN NATO UNESCO UNICEF UNHCR UNRWA OCHA OHCHR WHO WFP ICRC OPCW OSCE IAEA OPEC ECOWAS SANA AFP "
    "UPI TASS IRNA ISNA WAFA KUNA QNA BBC CNN SDF YPG YPJ PKK PYD FSA SNA RSF SAF IDF ISIS ISIL "
    "HTS IS SOHR MSF NGO GMT UTC OAS ILO FAO DEA NSA GRU ELN ETA IRA BLA OLA GNA PUK CIS "
    "NGCA GCA UNDOF UNIFIL UNMISS UNAMA UNITAMS MONUSCO MINUSMA MINUSCA UNAMID FILE PHOTO HANDOUT"
)
"""Bodies, agencies, armed groups, labels of photographs: only in capitals, since Sana and Who may
be towns."""

_IN_ANY_CASE: Final = word_set(
    "hamas fatah hezbollah hizbollah hizbullah hezbullah al-qaeda al-qaida qaeda qaida taliban "
    "daesh houthi houthis al-shabaab al-nusra takfiri takfiris islamists al-manar al-jazeera "
    "al-arabiya al-hadath al-masirah anadolu reuters guardian telegraph roskomnadzor "
    "telegram instagram facebook twitter youtube "
    "janjaweed interahamwe seleka séléka polisario renamo frelimo tatmadaw ansarullah mai-mai "
    "lashkar-e-taiba jaish-e-mohammed wazalendo "
    "himars artillery drone "
    "iskander iskanders katyusha katyushas grad grads smerch kinzhal kalibr shahed shaheds qassam "
    "qassams scud scuds bayraktar bayraktars kalashnikov kalashnikovs "
    "mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec "
    "nato olympic olympics paralympic paralympics labour "
    "ramadan eid easter christmas islam islamic islamist "
    "christian christians muslim muslims sunni sunnis shia shiite shiites alawite alawites "
    "shi'ite shi'ites shi'a druze yazidi yazidis jewish jews u.n. "
    "maronite maronites wagner date general countryside "
    "eastern western northern southern central northeastern northwestern southeastern southwestern"
).union(PEOPLES)
"""Groups, weapons, faiths, days, months, directions that stand alone."""

_NAMESAKES: Final = {"Fano": ("Amhara", "Ethiopia")}
"""Armed groups that a town elsewhere shares its name with, and the lands they fight in."""
_ARMED: Final = "(?:militia|militias|militiamen|militants|fighters|forces|gunmen|insurgents|rebels)"

_PHRASES: Final = frozenset(
    {
        *("al qaeda", "al qaida", "al-qaedas", "al nusra", "nusra front", "al-nusra front"),
        *("al nusra front", "islamic state", "islamic states", "free syrian army", "al jazeera"),
        *("al arabiya", "al hadath"),
        *("white helmets", "boko haram", "al shabaab", "ahrar al-sham", "jaish al-islam"),
        *("jaish al-fatah", "united nations", "the un", "security council", "abu sayyaf"),
        *("clan del golfo", "shining path", "tamil tigers", "ansar dine", "ansar allah", "mai mai"),
        *("jemaah islamiyah", "jabhat al-nusra", "hayat tahrir al-sham", "islamic jihad"),
        *("el niño", "el nino", "la niña", "la nina"),
    }
)
"""Groups, bodies and currents of several words."""

_BRAND: Final = re.compile(
    r"(?!(?:Ma?c|De|La|Le|Du|Van|Fitz|Kwa|Ka|A[lsdnrz]|Ash|El|D[ai]|Del|San|Santa|So)[A-Z])[A-Z][a-z]+[A-Z][a-z]+"
)
"""Names of places and of families have a capital after these: DeKalb, KwaZulu, McMurdo, AlHawl."""
_NUMBERED: Final = re.compile(r"[A-Z][A-Za-z]{0,2}-?\d{1,4}[A-Z]{0,2}")
_IN_BRACKETS: Final = re.compile(r"\(([A-Z]{2,6})\)")
_SPELLED_WITHIN: Final = 120  # characters
_PARTS: Final = DIRECTIONS | word_set("middle county co province district lake mount")
"""What no given name is, though the parse takes *Middle Shabelle* for somebody."""
_PARTS_OF_LANDS: Final = word_set("region regions area areas territory territories province")


def surnames(words: _Words) -> frozenset[str]:
    """Last words of the people named in full: Kerry after *John Kerry*.

    Left out are words that the article also uses as a place's: after a preposition of place (*in
    Jordan*, *in Aqaba and Jordan*), before or after what a settlement or a division is called (*the
    town of Douma*).
    """
    people = {
        entity[-1].text
        for entity in words.doc.ents
        if entity.label_ == "PERSON"
        and entity[-1].text[:1].isupper()
        and entity[-1].text not in ABBREVIATED  # "Thales UK"
        and any(
            token.text[:1].isupper()
            and not marks_a_speaker(words.text, token.i)
            and token.lower_.rstrip(".") not in _PARTS
            for token in entity[:-1]
        )  # not "retook Kadugli", "Co Kerry"
        and not any(token.text == "/" for token in entity)  # "al-Arab/Kobani" names a town twice
        and not (entity.start and words.lower[entity.start - 1] in LOCATIVE)
    }
    places = {
        words.text[at]
        for at in range(1, len(words.text))
        if words.text[at] in people
        and (_placed(words.lower, at) or words.lower[_before_list(words, at)] in LOCATIVE)
    }
    return frozenset(people - places)


_INITIAL: Final = 2  # N. Korea


def given_names(words: _Words, families: frozenset[str]) -> frozenset[str]:
    """What stands in an article before surnames alone, and both: the Vladimir of *Vladimir Lanov*.

    A town's name stands elsewhere, too, and a surname without the given name: not *Aleppo Death*,
    which the parse takes for a person. Nor is it a person's that the parse mostly takes for
    something else: *North Korea*, though *N. Korea* once passed for somebody.

    Args:
        words: The article's.
        families: What `surnames` gave for it.
    """
    people = Counter(
        (entity[-2].text, entity[-1].text)
        for entity in words.doc.ents
        if entity.label_ == "PERSON" and len(entity) > 1
    )
    alone: set[str] = set()
    before: Counter[tuple[str, str]] = Counter()
    elsewhere: set[str] = set()
    for at, word in enumerate(words.text):
        if word in families and at and not words.capital[at - 1]:
            alone.add(word)
        if words.capital[at]:
            after = words.text[at + 1] if at + 1 < len(words.text) else ""
            placed = at > 0 and words.lower[at - 1] in LOCATIVE
            initial = len(word) <= _INITIAL
            if after in families and not (placed or initial or kind_of(after.lower())):
                before[word, after] += 1
            else:
                elsewhere.add(word)
    given = {
        (name, family)
        for (name, family), count in before.items()
        if family in alone and 2 * people[name, family] >= count
    }
    full = {f"{name} {family}" for name, family in given}
    return frozenset(full | ({name for name, _ in given} - elsewhere))


def _before_list(words: _Words, at: int) -> int:
    """The token before the names to which *and* joins the last one; the one before that without."""
    at -= 1
    if words.lower[at] not in ("and", "or"):
        return at
    while at > 0 and (words.capital[at] or words.lower[at] in ("and", "or", ",")):
        at -= 1
    return at


def _placed(lower: list[str], at: int) -> bool:
    before, after = lower[at - 1], lower[at + 1] if at + 1 < len(lower) else ""
    return (
        before in LOCATIVE
        or names_a_settlement(after)
        or (at > 1 and before == "of" and names_a_settlement(lower[at - 2]))
    )


def abbreviations(article: str, is_known: Callable[[str], bool]) -> frozenset[str]:
    """What an article spells out as the initials of something that is no place.

    *ALMA* after *the African Leaders Malaria Alliance (ALMA)*, but not *UAE* after its country's
    name: the rule of Schwartz and Hearst (2003, "A simple algorithm for identifying abbreviation
    definitions in biomedical text", Pacific Symposium on Biocomputing), of initials alone.

    Args:
        article: The whole text.
        is_known: Whether the gazetteer has a name exactly.
    """
    return frozenset(
        found[1]
        for found in _IN_BRACKETS.finditer(article)
        if (
            name := _spelled(
                article[max(0, found.start() - _SPELLED_WITHIN) : found.start()], found[1]
            )
        )
        and not is_known(" ".join(name))
        and _PARTS_OF_LANDS.isdisjoint(word.lower() for word in name)
    )


def _spelled(before: str, initials: str) -> list[str]:
    """The last words of a text, from the first whose initial is meant; none if others are there."""
    words, left = before.split(), len(initials)
    for at in range(len(words) - 1, -1, -1):
        if words[at][0] == initials[left - 1]:
            left -= 1
            if not left:
                return words[at:]
        elif words[at][0].isupper():
            break
    return []


def armed_groups(article: str) -> frozenset[str]:
    """Armed groups whose name a town elsewhere bears, where an article speaks of their land.

    Or where it says that they are armed: "Fano militiamen".

    Args:
        article: The whole text.
    """
    return frozenset(
        name
        for name, lands in _NAMESAKES.items()
        if any(land in article for land in lands) or re.search(rf"\b{name} {_ARMED}\b", article)
    )


def is_never_a_place(surface: str, others: frozenset[str]) -> bool:
    """Whether a span of text is one of these names, or no name at all for want of a capital.

    Args:
        surface: The span as printed.
        others: What `surnames`, `abbreviations` and `armed_groups` gave for the article.
    """
    lower = surface.lower().replace("’", "'")
    return (
        surface == lower
        or surface in _AS_PRINTED
        or lower in _IN_ANY_CASE
        or lower in _PHRASES
        or surface in others
    )


def is_numbered(surface: str) -> bool:
    """Whether a name is but letters and a number, as groups, weapons and roads have: M23, Tu-95MS.

    It is a place's only where the gazetteer has it, as it has the M5 of Syria.
    """
    return _NUMBERED.fullmatch(surface) is not None


def is_a_brand(surface: str) -> bool:
    """Whether a name is one word with a capital inside, as firms' and their wares' are: JetBlue.

    It is a place's only where the gazetteer has it, as it has DeKalb.
    """
    return _BRAND.fullmatch(surface) is not None
