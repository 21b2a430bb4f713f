"""Words that tell what kind of thing a toponym names: `Street`, `County`, `River`, `Hospital`.

Closed lists of English common nouns as they follow, or come before, proper names in news. They only
make candidates and features; what counts as a toponym is decided by the trained classifier.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "ABBREVIATED",
    "ARTICLES",
    "CONNECTORS",
    "DIRECTIONS",
    "GIVEN_NAMES",
    "KINDS",
    "LOCATIVE",
    "PERSONAL_TITLES",
    "TITLES",
    "is_bearing",
    "is_generic",
    "kind_of",
    "names_a_settlement",
    "word_set",
]

_LISTS: Final[dict[str, str]] = {
    "street": "street st road rd avenue ave av boulevard blvd drive dr lane ln highway hwy route "
    "parkway pkwy pike turnpike freeway interstate expressway terrace crossing roundabout square "
    "corridor bypass motorway",
    "division": "county counties co parish province provinces governorate region district state "
    "oblast raion municipality township twp prefecture department territory territories canton "
    "shire voivodeship emirate republic kingdom",
    "settlement": "city town village borough suburb neighborhood neighbourhood quarter settlement "
    "kibbutz camp hamlet slum barangay sitio",
    "water": "river creek lake bay sea ocean gulf strait straits canal falls reservoir channel "
    "harbor harbour delta basin inlet lagoon banks shore shores",
    "land": "mountain mountains mount mt hill hills hilltop valley desert island islands isle "
    "peninsula forest park plains wilderness ridge cape trail canyon plateau coast beach strip "
    "heights highlands range gorge pass crater",
    "building": "hospital school university college airport church cathedral mosque stadium arena "
    "center centre museum hotel prison jail bridge station library theater theatre hall mall plant "
    "base barracks embassy consulate palace cemetery clinic courthouse tower chapel temple "
    "synagogue basilica monastery shrine market factory dam port gate checkpoint crossing refinery "
    "academy institute airbase airfield house building farm",
    "organisation": "council police government army ministry party association company cartel "
    "militia corporation corp inc ltd league club team times post news bank agency committee "
    "commission "
    "organization organisation front force forces movement brigade union group society foundation "
    "festival conference competition cup championship accord accords agreement treaty act war",
}
KINDS: Final = tuple(_LISTS)


def word_set(words: str) -> frozenset[str]:
    """The words of a list written in one string."""
    return frozenset(words.split())


_KIND: Final = {word: kind for kind, words in _LISTS.items() for word in words.split()}

_LIVED_IN: Final = word_set(f"{_LISTS['settlement']} {_LISTS['division']} area")
_SETTLED: Final = (
    (_LIVED_IN - word_set("department state co republic kingdom"))  # the fire department
    | {f"{word}s" for word in _LIVED_IN}
    | {"outskirts", "vicinity"}
)


def names_a_settlement(word: str) -> bool:
    """Whether a lower-case word says of a name beside it that it is a town's or a district's."""
    return word in _SETTLED


DIRECTIONS: Final = word_set(
    "north south east west northern southern eastern western central northeast northwest "
    "southeast southwest northeastern northwestern southeastern southwestern north-east "
    "north-west south-east south-west upper lower downtown greater inner outer mid"
)

_BEARINGS: Final = word_set(
    "north south east west northeast northwest southeast southwest north-east north-west "
    "south-east south-west centre center"
)

TITLES: Final = word_set(
    "mr mrs ms dr miss sir lord lady president senator sen rep representative gov governor mayor "
    "gen general col colonel capt captain lt lieutenant sgt sergeant maj major officer judge "
    "justice minister secretary prof professor coach rev king queen prince princess pope sheikh "
    "ayatollah saint chief chairman director detective sheriff admiral adm commodore commander "
    "cmdr brigadier brig marshal corporal cpl bishop archbishop cardinal rabbi imam"
)

GIVEN_NAMES: Final = word_set(
    "Adelaide Alexandria Asia Austin Brandon Brooklyn Camden Carolina Chad Charlotte Chelsea "
    "Chester Clinton Dakota Devon Douglas Florence Francis Georgia Isla Jackson Jordan Kerry "
    "Lincoln Logan Lorraine Madison Marion Preston Regina Savannah Sharon Sofia Sydney Troy Tyler "
    "Valencia Victoria Virginia Vladimir Warren Wayne"
)
"""Place names that people bear as given names, most of them oftener than a team or a firm does."""

PERSONAL_TITLES: Final = word_set(
    "mr mrs ms miss dr prof sir dame cllr councillor councilor councilman councilwoman"
)
"""Titles that only a person's name follows."""

ARTICLES: Final = word_set("al el ar as ash an at ad az ed es er en ul il de la le los las el- s")
"""Lower-case first parts of a name, as in al-Bab or as-Suwayda."""

CONNECTORS: Final = word_set(
    "of the and de del della des du da das do dos au aux en la le les los las al el ez es ash as "
    "ar an sur sous upon on der den van von und kwa ibn bin bint e i es- en & - – ' ’ 's ’s . /"
)
"""What may stand within a name between two capitalised words."""

LOCATIVE: Final = frozenset({"in", "near", "at", "outside", "around", "across", "inside"})
"""Prepositions after which a place is named, and no person."""

ABBREVIATED: Final = frozenset({"US", "UK", "EU", "UN", "UAE", "DC", "NY", "LA", "KC", "NZ", "WA"})
"""Two-letter names read as such although they are also words or initials."""


_COMMON: Final = word_set(
    "old new grand great big small main national public municipal general military iron golden "
    "green red white black blue high long second third fourth fifth youth opera security "
    "victory independence freedom peace first research"
)


def is_bearing(name: str) -> bool:
    """Whether a name is but a direction, as regions of many lands are called: *West*."""
    return name.lower() in _BEARINGS


def is_generic(name: str) -> bool:
    """Whether a name is made of common nouns and what qualifies them: *Old City*, *Iron Gate*.

    There is one in every town, and a hamlet somewhere that is called so.
    """
    words = name.lower().replace("-", " ").split()
    return len(words) > 1 and all(
        kind_of(word) or word in _COMMON or word in DIRECTIONS for word in words
    )


def kind_of(word: str) -> str:
    """The kind a common noun stands for, one of `KINDS`, or an empty string."""
    return _KIND.get(word.lower().rstrip("."), "")
