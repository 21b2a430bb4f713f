"""Whether the confidence of a placement means what it says.

    python -m benchmarks.geoparsing      each document by models that have not seen it
    python -m benchmarks.calibration     figures go to benchmarks/calibration.txt

A placement is right within 161 km of the annotated point, or where the gazetteer's number is the
annotated one. Only names found count: what was not found has no confidence.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from geopy.distance import great_circle

from benchmarks.development import OUT, records
from dateline.evaluation.calibration import expected_error, reliability
from dateline.evaluation.matching import pairs
from dateline.evaluation.nearness import FIELD_KM
from dateline.extraction.interchange import read_records
from dateline.language_model import load

__all__ = ["main"]

SETS: Final = ("lgl", "geovirus", "geowebnews", "conflict_articles")
FIGURES: Final = Path(__file__).with_suffix(".txt")


class _Spanned(NamedTuple):
    start: int
    end: int
    record: dict[str, Any]


def _spanned(mentions: list[dict[str, Any]]) -> list[_Spanned]:
    return [_Spanned(mention["start"], mention["end"], mention) for mention in mentions]


def _placements(name: str, model: str) -> Iterator[tuple[float, bool]]:
    """Confidence and truth of each placement of an annotated name."""
    found = {
        r["id"]: r["mentions"] for r in read_records(OUT / model / f"{name}.jsonl", needed="id")
    }
    for record in records(name):
        gold = _spanned(record.get("toponyms") or record.get("mentions") or [])
        given = _spanned([m for m in found[record["id"]] if m["place"]])
        for i, j in pairs(gold, given):
            point = _point(gold[i].record)
            if point is not None:
                place = given[j].record["place"]
                near = great_circle(point, (place["latitude"], place["longitude"])).km <= FIELD_KM
                number = gold[i].record.get("geonames_id")
                same = number is not None and place["id"] == f"geonames:{number}"
                yield given[j].record["confidence"], near or same


def _point(toponym: dict[str, Any]) -> tuple[float, float] | None:
    latitude = toponym.get("lat", toponym.get("latitude"))
    longitude = toponym.get("lon", toponym.get("longitude"))
    return None if latitude is None or longitude is None else (float(latitude), float(longitude))


def main() -> None:
    """Print the curve of each set and of all together."""
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    model = load().name
    placed = {name: list(_placements(name, model)) for name in SETS}
    placed["all together"] = [each for name in SETS for each in placed[name]]
    lines = [f"{model}; confidence→right (placements); ECE: expected calibration error", ""]
    for name, placements in placed.items():
        curve = reliability([c for c, _ in placements], [right for _, right in placements])
        steps = "  ".join(f"{b.confidence:.2f}→{b.right:.2f} ({b.count})" for b in curve)
        lines += [
            f"{name}: {len(placements)} placements, ECE {expected_error(curve):.3f}",
            steps,
            "",
        ]
    text = "\n".join(lines)
    FIGURES.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
