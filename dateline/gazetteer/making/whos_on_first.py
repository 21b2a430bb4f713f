"""Who's On First: villages, counties and neighbourhoods of countries with armed conflict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from dateline.gazetteer.making.entry import ALTERNATE, MAIN, Entry, is_kept, rows, script
from dateline.gazetteer.place import Precision
from dateline.gazetteer.spelling import normalise

__all__ = ["places", "romanise"]

_PRECISION: Final[Mapping[str, Precision]] = {
    "county": "district",
    "localadmin": "district",
    "locality": "city",
    "neighbourhood": "neighbourhood",
}
_FEATURE: Final = {
    "county": "ADM2",
    "localadmin": "ADM3",
    "locality": "PPL",
    "neighbourhood": "PPLX",
}
_LANGUAGES: Final = frozenset(
    ["eng", "fra", "kur", "ara", "fas", "pus", "ckb", "urd", "heb", "rus", "ukr"]
)


def places(folder: Path, known: Mapping[str, Entry]) -> Iterator[Entry]:
    """Places that GeoNames' lists do not have; to those that they have, their names are added.

    Args:
        folder: Where the sources lie.
        known: Entries so far, by gazetteer id; those that are here too gain names.

    Yields:
        New entries. `admin2` is left empty and `admin1` where the source gives no code.
    """
    for path in sorted(folder.glob("wof_*.csv.gz")):
        for row in rows(path):
            numbers = [n for n in row["geonameid"].split(",") if n]
            same = next((known[g] for g in (f"geonames:{n}" for n in numbers) if g in known), None)
            if same is not None:
                _add_names(same, row)
            elif row["placetype"] in _PRECISION and not row["name"].endswith(" Airport"):
                yield _entry(row, numbers)


def _entry(row: Mapping[str, str], numbers: list[str]) -> Entry:
    country, kind = row["country"], row["placetype"]
    code = row["gn_admin1_code"]
    names = [row["name"], *row["alternatenames"].split("|")]
    entry = Entry(
        f"geonames:{numbers[0]}" if numbers else f"wof:{row['wof_id']}",
        next((n for n in names if script(n) == "LATIN" and not n.isupper()), romanise(row["name"])),
        float(row["latitude"]),
        float(row["longitude"]),
        country,
        row["feature_code"] or _FEATURE[kind],
        _PRECISION[kind],
        int(float(row["population"] or 0)),
        f"{country}.{code}" if code else "",
    )
    entry.add([row["name"]], MAIN)
    entry.add((name for name in names[1:] if is_kept(name, country)), ALTERNATE)
    entry.add((name for _, name in _preferred(row) if is_kept(name, country)), ALTERNATE)
    return entry


def _add_names(entry: Entry, row: Mapping[str, str]) -> None:
    """Add the names in scripts that `entry` lacks, unless the row bears another place's names.

    Some rows do (a village with the names of the next town): where both have names in one script,
    at least one must be shared.
    """
    mine: dict[str, set[str]] = {}
    for name in entry.names:
        mine.setdefault(script(name), set()).add(normalise(name))
    theirs: dict[str, list[str]] = {}
    for language, name in [("", row["name"]), *_preferred(row)]:
        if language in ("", "eng") or script(name) != "LATIN":
            theirs.setdefault(script(name), []).append(name)
    if entry.precision != "city":  # divisions come with one name only
        theirs["LATIN"] = [row["name"], *row["alternatenames"].split("|")]
    for kind, names in theirs.items():
        if kind in mine and len(mine[kind]) > 2 and mine[kind].isdisjoint(map(normalise, names)):
            return
    for kind, names in theirs.items():
        if kind not in mine or entry.precision != "city":
            good = (n for n in names if is_kept(n, row["country"], entry.population))
            entry.add(good, ALTERNATE)


def _preferred(row: Mapping[str, str]) -> list[tuple[str, str]]:
    pairs = (part.partition("=") for part in row["names_preferred"].split("|"))
    return [(language, name) for language, _, name in pairs if language in _LANGUAGES]


# The Ukrainian national romanisation of 2010 (Cabinet of Ministers, resolution 55).
_UKRAINIAN: Final = dict(
    zip(
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’ыэъё",
        [
            "a",
            "b",
            "v",
            "h",
            "g",
            "d",
            "e",
            "ie",
            "zh",
            "z",
            "y",
            "i",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "iu",
            "ia",
            "",
            "",
            "y",
            "e",
            "",
            "io",
        ],
        strict=True,
    )
)
_AT_START: Final = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


def romanise(name: str) -> str:
    """A Ukrainian name in Latin letters; other scripts are left as they are.

    >>> romanise("Сіверськ")
    'Siversk'
    """
    words = []
    for word in name.split(" "):
        lower = word.lower().replace("зг", "zgh")
        latin = "".join(
            (_AT_START if i == 0 else {}).get(c) or _UKRAINIAN.get(c, c)
            for i, c in enumerate(lower)
        )
        latin = "-".join(part[:1].upper() + part[1:] for part in latin.split("-"))
        words.append(latin if script(word) == "CYRILLIC" else word)
    return " ".join(words)
