"""What the page *Method* shows: the benchmark's figures by set, role and part of the world.

    python -m benchmarks.geoparsing     each document by models that have not seen it
    python -m benchmarks.quality        figures go to data/quality.json, which ships

Nothing in that file is typed by hand. The sets themselves are described in docs/quality.md.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import numpy as np
from scipy.spatial import cKDTree

from benchmarks.development import EVALUATION, OUT, records
from dateline.evaluation import AnnotatedArticle, AnnotatedMention, AnnotatedPlace, evaluate
from dateline.evaluation.matching import pairs
from dateline.evaluation.nearness import FIELD_KM, is_meant
from dateline.evaluation.scoring import Rates
from dateline.extraction.interchange import read_records
from dateline.findings import Article, Findings, Mention
from dateline.gazetteer import Gazetteer
from dateline.gazetteer.place import PRECISIONS, Place
from dateline.language_model import load
from dateline.resources import data_folder

__all__ = ["main"]

SETS: Final = {
    "conflict_articles": "articles on conflicts, 1995–2025",
    "lgl": "local news full of namesakes (LGL)",
    "geovirus": "articles on epidemics (GeoVirus)",
    "geowebnews": "news pages (GeoWebNews)",
}
_WITHOUT_DEMONYMS: Final = "geovirus"
_FIGURES: Final = Path(__file__).with_name("geoparsing.txt")
_SOURCES: Final = EVALUATION.parent / "sources" / "countryInfo.txt"

_CONTINENTS: Final = {
    "AF": "Africa", "AN": "Antarctica", "AS": "rest of Asia", "EU": "Europe",
    "NA": "North and Central America", "OC": "Oceania", "SA": "South America",
}  # fmt: skip
_WESTERN_ASIA: Final = frozenset(
    {"AE", "AM", "AZ", "BH", "CY", "GE", "IL", "IQ", "JO"}
    | {"KW", "LB", "OM", "PS", "QA", "SA", "SY", "TR", "YE"}
)
"""UN M49 region 145, without which Asia would be one row."""


def _annotated(name: str) -> list[AnnotatedArticle]:
    return [
        AnnotatedArticle(
            Article(record["text"], identifier=record["id"]),
            tuple(
                AnnotatedMention(t["start"], t["end"], t.get("role") or "", _meant(t))
                for t in record.get("toponyms") or record.get("mentions") or []
            ),
            tuple((span["start"], span["end"]) for span in record.get("ignore") or []),
        )
        for record in records(name)
    ]


def _meant(toponym: dict[str, Any]) -> AnnotatedPlace | None:
    latitude = toponym.get("lat", toponym.get("latitude"))
    longitude = toponym.get("lon", toponym.get("longitude"))
    if latitude is None or longitude is None:
        return None
    number = toponym.get("geonames_id")
    return AnnotatedPlace(
        toponym.get("name") or "", float(latitude), float(longitude),
        toponym.get("country") or "", toponym.get("precision") or "",
        f"geonames:{number}" if number else "",
    )  # fmt: skip


def _found(name: str, model: str) -> list[Findings]:
    by_id = {r["id"]: r for r in read_records(OUT / model / f"{name}.jsonl", needed="id")}
    return [
        Findings(
            tuple(
                Mention(m["start"], m["end"], m["text"], m["role"], m["confidence"], _place(m))
                for m in by_id[record["id"]]["mentions"]
                if name != _WITHOUT_DEMONYMS or m["role"] != "demonym"
            )
        )
        for record in records(name)
    ]


def _place(mention: dict[str, Any]) -> Place | None:
    place = mention["place"]
    if place is None:
        return None
    return Place(
        place["id"], place["name"], place["latitude"], place["longitude"], place["country"],
        place["admin1"], "", "", place["precision"], 0,
    )  # fmt: skip


class _Regions:
    """Part of the world by point: that of the nearest town."""

    def __init__(self) -> None:
        gazetteer = Gazetteer.open()
        towns = np.flatnonzero(gazetteer.precision == PRECISIONS.index("city"))
        self._tree = cKDTree(_on_sphere(gazetteer.latitude[towns], gazetteer.longitude[towns]))
        self._countries = [gazetteer.countries[code] for code in gazetteer.country[towns]]
        rows = [
            line.split("\t")
            for line in _SOURCES.read_text("utf-8").splitlines()
            if line and not line.startswith("#")
        ]
        self._continents = {row[0]: row[8] for row in rows}

    def __call__(self, latitude: float, longitude: float) -> str:
        _, nearest = self._tree.query(_on_sphere(latitude, longitude))
        country = self._countries[int(nearest)]
        if country in _WESTERN_ASIA:
            return "Western Asia"
        return _CONTINENTS[self._continents[country]]


def _on_sphere(latitude: Any, longitude: Any) -> Any:
    north, east = np.radians(latitude), np.radians(longitude)
    return np.stack(
        [np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)], axis=-1
    )


def _by_region(articles: list[AnnotatedArticle], findings: list[Findings]) -> dict[str, Rates]:
    """Placements by the part of the world they are in; a wrong one counts where it was put."""
    region = _Regions()
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for article, found in zip(articles, findings, strict=True):
        for mention in article.mentions:
            if mention.place:
                wanted[region(mention.place.latitude, mention.place.longitude)] += 1
        paired = {j: i for i, j in pairs(article.mentions, found.mentions)}
        for number, other in enumerate(found.mentions):
            meant = article.mentions[paired[number]].place if number in paired else None
            if other.place is None or (number in paired and meant is None):
                continue
            given[region(other.place.latitude, other.place.longitude)] += 1
            if meant and is_meant(meant, other.place, FIELD_KM):
                right[region(meant.latitude, meant.longitude)] += 1
    return {name: Rates(right[name], given[name], count) for name, count in wanted.most_common()}


def _row(label: str, rates: Rates) -> dict[str, Any]:
    return {
        "label": label,
        "precision": round(rates.precision, 3),
        "recall": round(rates.recall, 3),
        "f1": round(rates.f1, 3),
        "cases": rates.wanted,
    }


def _headlines() -> Iterator[dict[str, Any]]:
    """The scorer's own figures of the tasks that `evaluate` does not take."""
    text = _FIGURES.read_text("utf-8")
    for label, task, name, figure in (
        ("literal or associative, news pages", "literal", "geowebnews", "literal_accuracy"),
        ("literal or metonymic, encyclopedia", "literal", "relocar", "literal_accuracy"),
        ("words that say where an event took place, F1", "event", "event_location",
         "event_token_f1"),
        ("dates with the right days", "dates", "timebank", "date_exact"),
        ("quotations with the right speaker", "quotes", "polnear", "speaker"),
        ("what a conflict article is about", "focus", "conflict_articles", "focus"),
        ("province a press article is about", "focus", "syria_press", "focus"),
    ):  # fmt: skip
        section = text.split(f"## {task} {name}", 1)[1].split("\n## ", 1)[0]
        value = re.findall(rf"{figure}=([\d.]+)", section)[0]
        yield {"label": label, "value": round(float(value), 3)}


def main() -> None:
    """Write data/quality.json."""
    model = load().name
    read = {name: (_annotated(name), _found(name, model)) for name in SETS}
    measured = {name: evaluate(*both) for name, both in read.items()}
    conflict, path = measured["conflict_articles"], data_folder() / "quality.json"
    articles = [article for both in read.values() for article in both[0]]
    findings = [found for both in read.values() for found in both[1]]
    quality = {
        "measured": datetime.now(UTC).date().isoformat(),
        "model": load().label,
        "gazetteer": Gazetteer.open().version,
        "sets": [
            {
                "label": label,
                "articles": measured[name].articles,
                "mentions": measured[name].recognition.wanted,
                "names f1": round(measured[name].recognition.f1, 3),
                "places f1": round(measured[name].placed.f1, 3),
            }
            for name, label in SETS.items()
        ],
        "roles": [
            _row("any, with its role", conflict.roled),
            _row("event marks in the right spot", conflict.marks),
            *(_row(role, rates) for role, rates in conflict.roles.items()),
        ],
        "regions": [_row(name, rates) for name, rates in _by_region(articles, findings).items()],
        "others": list(_headlines()),
    }
    path.write_text(json.dumps(quality, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(path.read_text("utf-8"))


if __name__ == "__main__":
    main()
