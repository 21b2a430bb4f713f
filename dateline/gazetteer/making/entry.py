"""One place while the gazetteer is being built, and how names are chosen to be kept."""

from __future__ import annotations

import csv
import gzip
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

from dateline.gazetteer.place import Precision

__all__ = [
    "ALTERNATE",
    "DEMONYM",
    "MAIN",
    "OTHER",
    "Entry",
    "is_kept",
    "open_text",
    "rows",
    "script",
]

MAIN: Final = 0
OTHER: Final = 1
ALTERNATE: Final = 2
DEMONYM: Final = 3
"""Quality of a name, as `Gazetteer.candidates` reports it."""

# Names in these scripts are kept where people, or their neighbours at war, write so.
_ARABIC: Final = frozenset(
    [
        "SY",
        "IQ",
        "PS",
        "LB",
        "JO",
        "YE",
        "EG",
        "LY",
        "SD",
        "SA",
        "IR",
        "AF",
        "PK",
        "TN",
        "DZ",
        "MA",
        "MR",
        "KW",
        "BH",
        "QA",
        "AE",
        "OM",
        "SO",
        "DJ",
        "TD",
        "ER",
    ]
)
_CYRILLIC: Final = frozenset(
    ["UA", "RU", "BY", "MD", "KZ", "KG", "TJ", "UZ", "MN", "BG", "RS", "MK", "BA", "ME", "XK"]
)
_HEBREW: Final = frozenset(["IL", "PS"])
_ROMANISED: Final = (_ARABIC | _CYRILLIC | frozenset(["IL", "ET", "IN", "GE", "AM"])) - frozenset(
    ["TR", "BA", "ME", "XK", "RS", "MK", "MD", "BG", "TD", "DJ"]
)
_LARGE: Final = 100_000


@dataclass(slots=True)
class Entry:
    """A place with its names, filled in by the sources one after the other.

    Attributes:
        admin1, admin2: GeoNames codes with their country, as `SY.09` and `SY.09.173`, or empty.
        names: Name to the best quality it has.
        sizes: How prominent it is where no population is known, as a population that would be.
    """

    gazetteer_id: str
    name: str
    latitude: float
    longitude: float
    country_code: str
    feature_code: str
    precision: Precision
    population: int = 0
    admin1: str = ""
    admin2: str = ""
    prominence: float = 0.0
    names: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.add([self.name], MAIN)

    def add(self, names: Iterable[str], quality: int) -> None:
        """Give it further names; one that it has keeps the better quality."""
        for name in names:
            if name and quality < self.names.get(name, 9):
                self.names[name] = quality

    def rate(self, names: Iterable[str], quality: int) -> None:
        """Give it names of this quality, whatever another source said of them."""
        self.names.update(dict.fromkeys(filter(None, names), quality))


def script(name: str) -> str:
    """`LATIN`, `ARABIC`, `CYRILLIC`, … of the first letter; empty where there is none."""
    if name.isascii():
        return "LATIN" if any(map(str.isalpha, name)) else ""
    for character in name:
        if character.isalpha():
            first = unicodedata.name(character, "").partition(" ")[0]
            if first != "MODIFIER":
                return first
    return ""


def is_kept(name: str, country_code: str, population: int = 0) -> bool:
    """Whether an alternate name of a place is worth its room.

    Dropped are the codes of airports and markets (three capitals), GeoNames' machine-made letters
    for other scripts (all lower case), and scripts that are not read where the place lies.
    """
    kind = script(name)
    if kind == "LATIN":
        capitals = name.isupper() and len(name) <= 4
        return not (capitals or name.islower() or len(name) < 3 or len(name) > 60)
    if kind == "ARABIC":
        return len(name) > 1 and (country_code in _ARABIC or population >= _LARGE)
    if kind == "CYRILLIC":
        return len(name) > 1 and (country_code in _CYRILLIC or population >= _LARGE)
    if kind == "HEBREW":
        return len(name) > 1 and (country_code in _HEBREW or population >= _LARGE)
    return False


def plain_name(name: str, country_code: str) -> str:
    """The name to show: without the signs of scientific transliteration where that is the source.

    *Khān Yūnis* and *`Ayn al `Arab* become *Khan Yunis* and *Ayn al Arab*; *São Paulo*, in a
    country that writes so itself, stays.
    """
    if country_code not in _ROMANISED or script(name) != "LATIN":
        return name
    apart = unicodedata.normalize("NFKD", name)
    bare = "".join(c for c in apart if not unicodedata.combining(c) and c not in "`‘’ʻʼʿʾ")
    return bare.lstrip("'")


def rows(path: Path, *, header: Sequence[str] = ()) -> Iterator[dict[str, str]]:
    """Rows of a CSV file, or of one by tabs without header if `header` names its columns.

    Files that end in `.gz` are unpacked; lines that begin with `#` are left out.
    """
    with open_text(path) as file:
        lines = (line for line in file if not line.startswith("#"))
        if header:
            reader = csv.DictReader(lines, header, delimiter="\t", quoting=csv.QUOTE_NONE)
        else:
            reader = csv.DictReader(lines)
        yield from reader


def open_text(path: Path) -> IO[str]:
    """Open a UTF-8 file for reading, unpacking it if it ends in `.gz`."""
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", newline="")
    return path.open(encoding="utf-8", newline="")
