"""How names are compared: one normal form, and looser forms for names written by ear.

`normalise` makes spellings of one name equal that differ only in case, accents, dashes,
apostrophes, a leading *the* or a spelled-out *Saint*. `variants` drops or adds what writers drop or
add: the Arabic article, a word of kind (*camp*, *province*), a direction. `sound_keys` goes
furthest, for names that reached Latin script by ear: *Shujaiya*, *Shuja'iyya* and *ash-Shujaiyah*
share a key.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dateline.gazetteer.kinds import reworded

__all__ = [
    "ARTICLES",
    "abbreviation_keys",
    "facility_town",
    "near_form",
    "normalise",
    "parted",
    "sound_keys",
    "variants",
]

# Letters that Unicode does not take apart into a base and an accent, and the Persian and Urdu forms
# of Arabic letters.
_LETTERS: Final = {
    **{"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i", "ə": "a"},
    **{"ħ": "h", "ŋ": "n", "ß": "ss"},
    **{"ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ھ": "ه", "ہ": "ه"},
}
_DROPPED: Final = "'’‘`´ʿʾʻʼʹʺ′″.·ـ\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\ufeff\u00ad"
_TABLE: Final = str.maketrans({**_LETTERS, **dict.fromkeys(_DROPPED, "")})
_ASCII_TABLE: Final = str.maketrans(
    {c: " " for c in map(chr, range(128)) if not c.isalnum()}
    | {c.upper(): c for c in "abcdefghijklmnopqrstuvwxyz"}
    | dict.fromkeys("'`.")  # None, and single characters throughout: str.translate has a fast way
)
_SHORT: Final = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


@lru_cache(maxsize=65_536)
def normalise(name: str) -> str:
    """Bring a name into the form in which names are compared.

    Lower case; without accents, short vowels of Arabic and Hebrew, apostrophes and dots; any other
    sign a space; one form for the variants of Arabic letters; `saint`, `mount`, `fort` before
    another word as `st`, `mt`, `ft`; without a leading `the`. Twice does no more than once.

    Args:
        name: Any text, in any script.

    Returns:
        The normal form, its words joined by single spaces; empty if there is no letter or digit.
    """
    if "&" in name:
        name = name.replace("&", " and ")
    normal = " ".join((name.translate(_ASCII_TABLE) if name.isascii() else _plain(name)).split())
    while normal.startswith("the "):
        normal = normal[4:]
    # Asked a thousand times an article: only what may hold a long form is taken apart again.
    if " " in normal and ("saint" in normal or "mount" in normal or "fort" in normal):
        *others, last = normal.split()
        return " ".join([*(_SHORT.get(word, word) for word in others), last])
    return normal


def _plain(name: str) -> str:
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    bare = "".join(c for c in apart if not unicodedata.combining(c)).translate(_TABLE)
    # Vowel signs of Indic scripts are marks without being accents: they stay.
    return "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in bare)


_JOIN: Final = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_NO_PART: Final = frozenset(("Mc", "Mac", "De", "Di", "Da", "Du", "La", "Le", "Van", "Von", "O"))


def parted(surface: str) -> str:
    """A name whose words were written as one, as behind a # sign, word by word: *WestKordofan*.

    Args:
        surface: The name as it stands in the text.

    Returns:
        The words with spaces between them; empty where it is not made so, as *McAllen* is not.
    """
    words = _JOIN.split(surface) if surface.isalpha() and not surface.isupper() else ()
    if not 2 <= len(words) <= 4 or words[0] in _NO_PART or min(map(len, words)) < 2:
        return ""
    return " ".join(words)


def abbreviation_keys(surface: str) -> tuple[str, ...]:
    """The keys under which an abbreviation is kept, which a plain word must not match.

    `US`, `U.S.` and `IN` are found only in capitals, `Miss.` and `Ore.` only with their dot: *us*,
    *In* and *miss* are words.

    Args:
        surface: The name as it stands in the text.

    Returns:
        None, one or two keys, none of which `normalise` can return.
    """
    if not (surface.isupper() or surface.endswith(".")):
        return ()
    letters = surface.replace(".", "").replace(" ", "")
    keys = []
    if 2 <= len(letters) <= 5 and letters.isalpha() and letters.isupper() and letters.isascii():
        keys.append(letters)
    if surface.endswith(".") and len(letters) > 1:
        keys.append(normalise(surface) + ".")
    return tuple(keys)


ARTICLES: Final = frozenset(
    (
        *("al", "el", "ul", "il", "as", "es", "ash", "esh", "ad", "ed", "adh", "edh", "ar", "er"),
        *("at", "et", "ath", "an", "en", "az", "ez"),
    )
)
"""The Arabic article in Latin script, assimilated forms included."""

_ADDED: Final = ("al", "el", "ash", "as", "ar", "az", "ad", "an", "at")
_KINDS: Final = (
    r"refugee camp|camp|city|town|village|province|governorate|oblast|region|state|county|district"
    r"|prefecture|municipality|subdistrict|raion|rayon|department|division|area|neighbou?rhood"
    r"|quarter|suburbs?|countryside|metropolitan area|islands?|peninsula|valley|river|lake|basin"
    r"|desert|(?:international |military )?airport|air ?base|airfield|(?:border )?crossing"
    r"|checkpoint|proper|metro|township|twp|borough|parish|zone|woreda|agency|tehsil|upazila"
    r"|lga|local government area"
)
_KINDS_FIRST: Final = (
    r"(?:city|town|village|port|port city|province|state|region|district|governorate|county"
    r"|republic|kingdom|island|gulf) of|lake|river|camp|barangay|sitio|kibbutz|moshav|khirbet"
    r"|tell?|tal|jabal"
    r"|jebel|wadi"
)
_DIRECTIONS: Final = (
    r"(?:(?:north|south) ?)?(?:east|west)(?:ern)?|(?:north|south)(?:ern)?|central|inner|outer"
    r"|greater|mainland|upper|lower|old|downtown|rural|besieged|occupied"
)
_FIRST: Final = re.compile(rf"(?:{_KINDS_FIRST}) (?=.{{3}})")
_LAST: Final = re.compile(rf"(.{{3,}}?) ({_KINDS})")
_DIRECTION: Final = re.compile(rf"(?:{_DIRECTIONS}) (?=.{{3}})")


def variants(normal: str, *, exact: bool) -> Iterator[tuple[str, int]]:
    """Other normal forms to ask for, with the least quality a hit by them can have.

    Args:
        normal: A normal form.
        exact: Whether `normal` itself is a name; then only the article is added or dropped, since
            *al-Bab* is written *Bab*, and a village called *Bab* must not hide it.

    Yields:
        Pairs of a normal form and 1 (another romanisation), 2 (a word of kind dropped), 3 (article,
        plural or possessive) or 4 (direction dropped).
    """
    first, _, rest = normal.partition(" ")
    if rest and first in ARTICLES:
        yield rest, 3
        yield from ((f"{article} {rest}", 1) for article in _articles(rest) if article != first)
    else:
        yield from ((f"{article} {normal}", 3) for article in _ADDED)
    if (other := _romanised_otherwise(normal)) != normal:
        yield other, 1
    if exact:
        return
    yield from ((other, 1) for other in reworded(normal))
    if last := _LAST.fullmatch(normal):
        yield last[1], 2
    if kind := _FIRST.match(normal):
        yield normal[kind.end() :], 2
    if direction := _DIRECTION.match(normal):
        yield normal[direction.end() :], 4
    if normal.endswith("s") and len(normal) > 4:
        yield normal[:-1].removesuffix(" "), 3  # "Alawites' Latakias", "Aleppo s"


_SUN_LETTER: Final = re.compile("[sdt]h|[tdrzsn]")


def _articles(noun: str) -> tuple[str, ...]:
    """The article as written and as spoken before a noun: *al-Turbah* is *At Turbah* on maps."""
    sun = _SUN_LETTER.match(noun)
    return ("al", "el", f"a{sun[0]}", f"e{sun[0]}") if sun else ("al", "el")


# Kostiantynivka and Andriivka, as Ukraine writes them, are Kostyantynivka and Andriyivka on maps.
_SLAVIC: Final = re.compile(r"[a-z]{3,}(?:vka|sk|ske|ky|tsi|[oe]ve|[oe]vo)\b")
_NATIONAL: Final = re.compile(r"(?<=[bcdfghklmnprstvz])i(?=[aeu])|(?<=i)(?=i[^i])")
_ON_MAPS: Final = re.compile(r"(?<=[bcdfghklmnprstvz])y(?=[aeu])|(?<=i)y(?=i)")


def _romanised_otherwise(normal: str) -> str:
    """A Slavic name as the other of the two usual romanisations has it; or the name itself."""
    if not _SLAVIC.search(normal):
        return normal
    if _ON_MAPS.search(normal):
        return _ON_MAPS.sub(lambda y: "" if normal[y.start() - 1] == "i" else "i", normal)
    return _NATIONAL.sub("y", normal)


_FACILITY: Final = re.compile(
    r"(.{4,}?) (?:general |central |main |children s |childrens |military |university |teaching "
    r"|nuclear |thermal |international |high |grand |state )*(?:hospital|medical cent(?:er|re)"
    r"|clinic|university|college|academy|school|mosque|cathedral|church|stadium|theat(?:re|er)"
    r"|museum|market|square|bridge|dam|station|power plant|power station|plant|refinery|port"
    r"|harbou?r|prison|jail|base|barracks|mall|hotel|cemetery|court|courthouse|town hall|city hall)"
    r"|(?:university|port|battle|siege|bishop|mayor) of (.{4,})"
)


def facility_town(normal: str) -> str | None:
    """The name of the town in that of a facility: *Kunduz hospital*, *University of Gaza*.

    Args:
        normal: A normal form.

    Returns:
        The normal form of what may be a town; None where `normal` is not made that way.
    """
    made = _FACILITY.fullmatch(normal)
    return (made[1] or made[2]) if made else None


# *Ezzor*, *Assalam*: the article written as one with its noun, whose first letter it doubles.
_JOINED_ARTICLE: Final = re.compile(r"[ae](?=(sh|[zsdrtn])\1)(?:sh|.)|[ae]l(?=[a-z]{5})")
_CONSONANTS: Final = re.compile(r"sch|tch|[cdgkpstz]h|dj|ck|[cgqvx]")
_SOUNDS: Final = {
    **dict.fromkeys(("sch", "tch", "ch", "sh"), "c"),
    **dict.fromkeys(("gh", "ck", "c", "g", "q"), "k"),
    **{"kh": "h", "dh": "d", "th": "t", "ph": "f", "zh": "j", "dj": "j", "v": "w", "x": "ks"},
}
_VOWELS: Final = re.compile(r"(?:[aeiou]|(?<=.)y)(?:[aeiouy]|w(?![aeiouy]))*(?:h$)?")
_DOUBLED: Final = re.compile(r"(.)\1+")
_ONE_VOWEL: Final = (
    (re.compile("(?<=[^aeiou])y(?=[aeou])|y[iy]+$"), "i"),  # Starytsya, -skyy
    (re.compile("(?<=.)[ae]h?$"), "a"),  # Qardahah, Jableh
    (re.compile("[ou]+"), "u"),
    (re.compile("[ae][iy]+"), "ay"),
    (re.compile("[ei]+"), "i"),
)


@lru_cache(maxsize=8_192)
def sound_keys(normal: str) -> tuple[str, ...]:
    """Keys that spellings of one name by ear share, the closer one first.

    Both drop the Arabic article and spaces and make one letter of q/k/g/gh, kh/h, dh/d, th/t,
    ch/sh, v/w and of doubled letters. The first keeps where vowels stand but not which: *Shujaiya*
    and *Shejaeya* are one. The second drops vowels but an initial one, for *Jabalia* and *Jablia*.

    Args:
        normal: A normal form in Latin or Arabic script.

    Returns:
        Two keys, or one where it has fewer than three consonants, or in Arabic, where the key is
        the words without article; none for other scripts and for very short names.
    """
    words = normal.split()
    if not normal.isascii():
        bare = "".join(word.removeprefix("ال") if len(word) > 4 else word for word in words)
        return (bare,) if "\u0620" <= bare[:1] <= "\u06d3" and len(bare) > 2 else ()
    kept = [word for word in words if word not in ARTICLES] or words
    whole = "".join(_VOWELS.sub("a", _consonants(word)) for word in kept)
    whole = _DOUBLED.sub(r"\1", whole)
    bones = _DOUBLED.sub(r"\1", whole[:1] + whole[1:].replace("a", ""))
    if len(whole) < 4 or not whole.isalpha():
        return ()
    return (whole, f"-{bones}") if len(bones) > 2 else (whole,)


def near_form(normal: str) -> str:
    """One form for spellings that differ but in article, doubled letters, vowels alike or ending.

    Much closer than `sound_keys`: *Raqa* is Raqqa, *Deir el-Zour* Deir ez-Zor, *Starytsya*
    Starytsia and *Jableh* Jabla; *Ruqi* is none of them.

    Args:
        normal: A normal form.
    """
    kept = "".join(word for word in normal.split() if word not in ARTICLES)
    for vowels, one in _ONE_VOWEL:
        kept = vowels.sub(one, kept)
    return _DOUBLED.sub(r"\1", kept)


def _consonants(word: str) -> str:
    bare = _JOINED_ARTICLE.sub("", word, count=1) if word[:1] in "ae" else word
    return _CONSONANTS.sub(lambda match: _SOUNDS[match[0]], bare)
