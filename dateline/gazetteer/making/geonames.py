"""GeoNames: countries, first- and second-order divisions, towns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from dateline.gazetteer.making.entry import ALTERNATE, MAIN, Entry, is_kept, rows
from dateline.gazetteer.spelling import normalise

__all__ = ["Points", "bare", "cities", "countries", "divisions", "iso3", "neighbours"]

Points = dict[str, tuple[float, float]]

_COUNTRY_INFO: Final = [
    "iso",
    "iso3",
    "numeric",
    "fips",
    "country",
    "capital",
    "area",
    "population",
    "continent",
    "tld",
    "currency",
    "currency_name",
    "phone",
    "postal",
    "postal_regex",
    "languages",
    "geonameid",
    "neighbours",
    "equivalent",
]
_CODES: Final = ("code", "name", "ascii", "geonameid")
_GONE: Final = frozenset({"PPLH", "PPLQ", "PPLW", "PPLCH"})
"""Historical, abandoned, destroyed."""

_FEATURE_OF_COUNTRY: Final = {"AQ": "TERR"}


def countries(folder: Path, points: Points) -> Iterator[Entry]:
    """One entry a country of `countryInfo.txt` that has a point.

    Args:
        folder: Where the sources lie.
        points: ISO code to latitude and longitude.
    """
    for row in rows(folder / "countryInfo.txt", header=_COUNTRY_INFO):
        code = row["iso"]
        if code in points and row["geonameid"] not in ("", "0"):
            latitude, longitude = points[code]
            yield Entry(
                f"geonames:{row['geonameid']}",
                row["country"],
                latitude,
                longitude,
                code,
                _FEATURE_OF_COUNTRY.get(code, "PCLI"),
                "country",
                int(row["population"] or 0),
            )


def neighbours(folder: Path) -> dict[str, list[str]]:
    """ISO code to the codes of the countries it borders."""
    table = rows(folder / "countryInfo.txt", header=_COUNTRY_INFO)
    return {row["iso"]: sorted(filter(None, row["neighbours"].split(","))) for row in table}


def iso3(folder: Path) -> dict[str, str]:
    """ISO 3166 alpha-3 to alpha-2."""
    table = rows(folder / "countryInfo.txt", header=_COUNTRY_INFO)
    return {row["iso3"]: row["iso"] for row in table if row["iso3"]}


def cities(folder: Path) -> Iterator[Entry]:
    """Populated places; what no longer exists is left out."""
    for row in rows(folder / "geonames_cities.csv.gz"):
        code = row["feature_code"] or "PPL"
        if code in _GONE:
            continue
        country, population = row["country"], int(row["population"] or 0)
        entry = Entry(
            f"geonames:{row['geonameid']}",
            row["name"],
            float(row["latitude"]),
            float(row["longitude"]),
            country,
            code,
            "neighbourhood" if code == "PPLX" else "city",
            population,
            f"{country}.{row['admin1']}" if row["admin1"] else "",
            f"{country}.{row['admin1']}.{row['admin2']}" if row["admin2"] else "",
        )
        entry.add([row["asciiname"]], MAIN)
        alternates = row["alternatenames"].split(",")
        entry.add((name for name in alternates if is_kept(name, country, population)), ALTERNATE)
        yield entry


def divisions(
    folder: Path, towns: Iterable[Entry], points: Points, label_points: Points
) -> Iterator[Entry]:
    """First- and second-order divisions.

    The point is GeoNames' own where it is known, else Who's On First's where the geonameid is among
    theirs, else Natural Earth's label point, else the mean of the towns in it, weighted by the
    square root of their population: a capital counts for more than a village, but does not swallow
    its province.

    Args:
        folder: Where the sources lie.
        towns: Entries with their `admin1` and `admin2`.
        points: GeoNames code, such as `US.TX`, to latitude and longitude.
        label_points: `ISO code, normal form` joined by a slash to latitude and longitude.
    """
    listed = _listed_points(folder)
    centres, people = _centres(towns)
    for level, file in ((1, "admin1CodesASCII.txt"), (2, "admin2Codes.txt.gz")):
        for row in rows(folder / file, header=_CODES):
            code, name = row["code"], row["name"]
            country = code[:2]
            point = (
                points.get(code)
                or listed.get(row["geonameid"])
                or (label_points.get(f"{country}/{normalise(name)}") if level == 1 else None)
                or centres.get(code)
            )
            if point is None or not name:
                continue
            entry = Entry(
                f"geonames:{row['geonameid']}",
                name,
                *point,
                country,
                f"ADM{level}",
                "region" if level == 1 else "district",
                people.get(code, 0),
                ".".join(code.split(".")[:2]),
                code if level == 2 else "",
            )
            entry.add([row["ascii"]], MAIN)
            yield entry


def _listed_points(folder: Path) -> Points:
    table = rows(folder / "admin1_admin2_points.csv.gz")
    return {
        row["geonameid"]: (float(row["latitude"]), float(row["longitude"]))
        for row in table
        if row["geonameid"]
    }


def _centres(towns: Iterable[Entry]) -> tuple[Points, dict[str, int]]:
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    people: dict[str, int] = defaultdict(int)
    for town in towns:
        weight = (town.population + 100) ** 0.5
        for code in filter(None, (town.admin1, town.admin2)):
            total = sums[code]
            total[0] += weight * town.latitude
            total[1] += weight * town.longitude
            total[2] += weight
            if town.precision == "city":
                people[code] += town.population
    return {code: (a / c, b / c) for code, (a, b, c) in sums.items()}, people


_KIND: Final = re.compile(
    # Province of Toledo, Provincia di Siracusa, Kabupaten Simalungun, Markaz Ziftá
    r"^(province|provincia|region|région|department|departamento|département|distrito|state"
    r"|estado|republic|daïra|cercle|préfecture|muhafazat|wilayat)"
    r"\s+(of the|of|del?|de la|du|des|di|do|da)\b"
    r"|^(kabupaten|huyện|amphoe|shahrestān-e|markaz|powiat|nohiyai|landkreis|muhafazat|wilayat)"
    r"\s(?=.{5})"  # Amphoe Long and Markaz Bush are words of English
    r"|\b(governorate|province|region|oblast'?|state|county|district|department|raion|rayon"
    r"|prefecture|municipality|voivodeship|parish|canton|emirate|division|kray|krai|okres|regency"
    r"|wilaya|zone|i̇lçesi|ilçesi)\b",
    re.IGNORECASE,
)


def bare(name: str) -> str:
    """A division's name without its word of kind: *Donetsk Oblast* to *Donetsk*."""
    return " ".join(_KIND.sub(" ", name).split())
