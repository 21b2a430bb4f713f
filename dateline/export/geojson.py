"""The places of a selection with their counts, as GeoJSON (RFC 7946)."""

from __future__ import annotations

import json
from typing import Any

from dateline.corpus import Corpus
from dateline.export.coordinates import Coordinates
from dateline.export.places import places_table
from dateline.export.statement import statement
from dateline.query import Query, narrow

__all__ = ["places_geojson"]

_POINTS = (
    "A point stands for what its precision says: a country or region is an area, and its point is "
    "no town. Counts are of articles mentioning a place, not of events."
)


def places_geojson(corpus: Corpus, query: Query, *, coordinates: Coordinates = "exact") -> bytes:
    """A FeatureCollection of one point a place that is mentioned, most articles first.

    Args:
        corpus: What is asked.
        query: Which mentions count.
        coordinates: How exact; see `dateline.export.coordinates`.

    Returns:
        UTF-8, one feature a line. Properties of a feature: the columns of
        `dateline.export.places.places_table` without coordinates; `confidence` and `role` are null
        where there is none. The collection itself has `name`, `counts`, `filters`, `data`, `note`,
        `credits`.

    Raises:
        ChoiceError: The query has a column that the corpus has not.
    """
    selection = narrow(corpus, query)
    about = statement(corpus, query, selection, coordinates)
    rows = places_table(corpus, selection, coordinates)
    features = [_feature(row) for row in rows.to_dict("records")]
    head: dict[str, Any] = {
        "type": "FeatureCollection",
        "name": about.corpus,
        "counts": about.counts,
        "filters": about.filters,
        "data": about.data,
        "note": f"{_POINTS} {about.coordinates}.".removesuffix(" ."),
        "credits": about.credits,
    }
    opening = json.dumps(head, ensure_ascii=False).removesuffix("}")
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, allow_nan=False) for one in features)
    return f'{opening}, "features": [\n{lines}\n]}}\n'.encode()


def _feature(row: dict[Any, Any]) -> dict[str, Any]:
    point = [row.pop("longitude"), row.pop("latitude")]
    confidence = row["confidence"]
    properties = {
        **row,
        "confidence": None if confidence != confidence else confidence,
        "role": row["role"] or None,
    }
    identity = {"id": row["gazetteer_id"]} if row["gazetteer_id"] else {}
    return {
        "type": "Feature",
        **identity,
        "geometry": {"type": "Point", "coordinates": point},
        "properties": properties,
    }
