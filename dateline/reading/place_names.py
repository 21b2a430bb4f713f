"""Whether the words before a dash or a colon can be names of places, by their looks alone.

No gazetteer is asked: a dateline is told by its shape, and the small places of a war stand in none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.reading.dates.month_names import WEEKDAYS, month_of

__all__ = ["JOINED_COUNTRIES", "PlaceNames", "is_country", "place_names"]


def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


JOINED_COUNTRIES: Final = (
    *("Bosnia and Herzegovina", "Trinidad and Tobago", "Antigua and Barbuda"),
    *("Sao Tome and Principe", "São Tomé and Príncipe", "Saint Kitts and Nevis"),
    *("St. Kitts and Nevis", "Saint Vincent and the Grenadines", "Turks and Caicos"),
)
"""Countries with two names, which an "and" joins."""
_COUNTRIES: Final = _words_of(
    "afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain "
    "bangladesh belarus belgium bolivia bosnia brazil bulgaria burundi cambodia cameroon canada "
    "chad chile china colombia congo croatia cuba cyprus czechia denmark egypt eritrea estonia "
    "ethiopia finland france gabon gaza georgia germany ghana greece guatemala guinea haiti "
    "honduras hungary india indonesia iran iraq ireland israel italy japan jordan kazakhstan "
    "kenya kosovo kuwait kyrgyzstan latvia lebanon liberia libya lithuania macedonia malawi "
    "mali malta mauritania mexico moldova mongolia montenegro morocco mozambique myanmar nepal "
    "netherlands nicaragua niger nigeria norway oman pakistan palestine panama peru philippines "
    "poland portugal qatar romania russia rwanda senegal serbia slovakia slovenia somalia spain "
    "sudan sweden switzerland syria taiwan tajikistan thailand tunisia turkey türkiye "
    "turkmenistan uganda ukraine usa uzbekistan venezuela vietnam yemen zambia zimbabwe syrie "
    "irak liban jordanie égypte libye turquie russie allemagne yémen soudan tchad algérie maroc "
    "tunisie somalie éthiopie cameroun israël espagne italie suisse syrien libanon jordanien "
    "ägypten libyen türkei russland jemen äthiopien schweiz siria líbano jordania egipto libia "
    "turquía rusia ucrania alemania suiza francia сирия ливан россия украина турция سوريا لبنان "
    "العراق اليمن ليبيا السودان "
    "burkina_faso central_african_republic costa_rica côte_d'ivoire dominican_republic dr_congo "
    "democratic_republic_of_congo democratic_republic_of_the_congo el_salvador equatorial_guinea "
    "gaza_strip ivory_coast new_zealand north_korea north_macedonia papua_new_guinea saudi_arabia "
    "republic_of_congo sierra_leone south_africa south_korea south_sudan sri_lanka "
    "united_arab_emirates united_kingdom united_states west_bank"
).union("_".join(name.casefold().split()) for name in JOINED_COUNTRIES)

_LABELS: Final = _words_of(
    "update updates updated correction corrections corrected clarification warning note notice "
    "breaking exclusive analysis opinion comment commentary editorial feature profile interview "
    "explainer explained factbox timeline text live watch video videos photo photos picture "
    "pictures gallery read listen summary abstract lead recap focus insight highlights "
    "background context question questions answer answers faq part chapter letter letters "
    "review urgent alert flash news newsletter report wire embargoed attention disclaimer "
    "developing fact facts key press statement transcript quote quotes editor's editors special "
    "latest more related source sources advertisement sponsored podcast column blog essay "
    "obituary provinces governorates results score scores poll map graphic infographic image "
    "caption published posted by from topics tags category section page day week month year "
    "morning evening today yesterday tomorrow weekend world business sport sports politics "
    "culture technology health science travel weather traffic full story stories headline title "
    "date location where when who what why how us u.s u.s. usa uk u.k u.k. un u.n u.n. eu nato "
    "isis isil is daesh ypg pkk idf uae q a vidéo direct infographie actualisation entretien "
    "portrait reportage analyse срочно видео фото обновлено молния عاجل فيديو تحديث"
)

_SENTENCE_WORDS: Final = _words_of(
    "a an the this that these those it he she they we you i there here but and or yet so "
    "however meanwhile now then in at on for with as if after before while when although though "
    "because since from to of under over into during not no yes is are was were be been has "
    "have had will would could should can may might must do does did vs versus against amid mr "
    "mrs ms sir president minister prime king queen general gen. col. colonel maj. major "
    "captain capt. lt. sgt. sen. rep. gov. secretary foreign defence defense chief chairman "
    "pope sheikh ayatollah prince princess professor prof."
)

_LINKS: Final = _words_of(
    "de del da do dos das du des di la le les los las el al of on upon sur am an der den im bei "
    "sous the and y"
)

_BESIDE: Final = _words_of("near outside inside around off aboard of")
_TOWARDS: Final = _words_of(
    "north south east west northern southern eastern western central northeast northwest southeast "
    "southwest in at on the"
)

_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ`´.-](?=[^\W\d_])|\.(?!\.))*", re.UNICODE)
_ARTICLE: Final = re.compile(
    r"(?:al|el|as|ash|at|ad|ar|az|an|ez|es|ed|et|us|ul|d|l)[-’'ʼ]\w", re.UNICODE
)
_BETWEEN: Final = re.compile(
    r"\s*(?:[,،/;&()\[\]]|\s(?:and|et|und|y|и)\s)[\s,،/;&()\[\]]*", re.IGNORECASE
)

_JOINED_PROVINCES: Final = (
    *("Newfoundland and Labrador", "Jammu and Kashmir", "Andaman and Nicobar", "Tyne and Wear"),
    *("Sistan and Baluchestan", "Sistan and Baluchistan", "Castile and León"),
)
_ONE_NAME: Final = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, (*JOINED_COUNTRIES, *_JOINED_PROVINCES)))})\b", re.IGNORECASE
)
"""Countries and provinces whose one name joins two."""
_BORDER: Final = re.compile(
    r"(?P<first>[^\W\d_][^,،;()\n]*?)\s?[-–/]\s?(?P<second>[^\W\d_][^,،;()\n]*?)\s+"
    r"(?:border|frontier)\Z",
    re.IGNORECASE,
)
"""The frontier of two countries, in place of the country: Jordan–Syria border."""


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Names of places one after another.

    Attributes:
        spans: Half-open span of each name, without words such as "near".
        capitals: The first name is printed in capitals.
        caseless: It is in a script without capitals.
    """

    spans: tuple[tuple[int, int], ...]
    capitals: bool
    caseless: bool


def is_country(name: str) -> bool:
    """Whether this is the short name of a country or territory that is often in the news."""
    return "_".join(name.casefold().replace("’", "'").split()) in _COUNTRIES


def place_names(text: str, start: int, end: int) -> PlaceNames | None:
    """Read all of a stretch of text as names of places; None if part of it cannot be one.

    Args:
        text: Any text.
        start, end: The stretch, with separators such as commas between the names.
    """
    spans = []
    for first, last in _parts(text, start, end):
        span = _name(text, first, last)
        if span is None:
            return None
        spans.append(span)
    if not 0 < len(spans) <= 4:
        return None
    name = text[slice(*spans[0])]
    letters = "".join(filter(str.isalpha, name))
    if len(letters) < 2:
        return None
    caseless = letters.lower() == letters.upper()
    return PlaceNames(tuple(spans), _in_capitals(name) and not caseless, caseless)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    border = _BORDER.search(text, start, end)
    if border:
        yield from _parts(text, start, border.start())
        yield border.span("first")
        yield border.span("second")
        return
    at, whole = start, [found.span() for found in _ONE_NAME.finditer(text, start, end)]
    for between in _BETWEEN.finditer(text, start, end):
        if any(first < between.start() < last for first, last in whole):
            continue
        if between.start() > at:
            yield at, between.start()
        at = between.end()
    if at < end:
        yield at, end


def _name(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = [(at, text[at:to]) for at, to in _words(text, start, end)]
    words = words[_towards([word for _, word in words]) :]
    carrying = sum(word.casefold() not in _LINKS for _, word in words)
    if not 0 < carrying <= 4 or " ".join(w for _, w in words) != " ".join(
        text[words[0][0] : end].split()
    ):
        return None
    plain = [word.casefold() for _, word in words]
    if plain[0] in _LABELS or " ".join(plain) in _LABELS:
        return None
    if plain[0] != "the" and plain[0] in _SENTENCE_WORDS:
        return None
    if any(word in _SENTENCE_WORDS and word not in _LINKS for word in plain):
        return None
    if len(plain) == 1 and (plain[0] in WEEKDAYS or month_of(plain[0])):
        return None
    if not all(_is_name_word(word, number) for number, (_, word) in enumerate(words)):
        return None
    return words[0][0], words[-1][0] + len(words[-1][1])


def _towards(words: list[str]) -> int:
    """How many words before the name say how it lies: "near", "eastern", "NORTH OF".

    Those in capitals belong to it (South Sudan, WEST BANK, The Hague) unless "of" follows.
    """
    plain = [word.casefold() for word in words]
    count = 0
    while count < len(words) - 1 and (
        plain[count] in _BESIDE
        or (plain[count] in _TOWARDS and (words[count].islower() or plain[count + 1] == "of"))
    ):
        count += 1
    return count


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for word in _WORD.finditer(text, start, end):
        yield word.span()


def _is_name_word(word: str, number: int) -> bool:
    if word.casefold() in _LINKS and number:
        return True
    return not word[0].islower() or _ARTICLE.match(word) is not None


def _in_capitals(name: str) -> bool:
    """MARJ AL-ZOHOUR, DEIR ez-ZOR and MOSUL are in capitals."""
    words = [word for word in re.split(r"[\s-]+", name) if word.casefold() not in _LINKS]
    words = [word for word in words if not re.fullmatch(r"[a-z]{2,3}", word)]
    return bool(words) and all(map(str.isupper, words))
