"""The places of a selection with their counts, as GeoJSON (RFC 7946)."""

from __future__ import annotations

import json
from typing import Any

from dateline.corpus import Corpus
from dateline.export.statement import statement
from dateline.gazetteer.countries import country_names
from dateline.query import Query, by_place, narrow

__all__ = ["places_geojson"]

_POINTS = (
    "A point stands for what its precision says: a country or region is an area, and its point is "
    "no town. Counts are of articles mentioning a place, not of events."
)


def places_geojson(corpus: Corpus, query: Query) -> bytes:
    """A FeatureCollection of one point a place that is mentioned, most articles first.

    Args:
        corpus: What is asked.
        query: Which mentions count.

    Returns:
        UTF-8, one feature a line. Properties of a feature: `name`, `gazetteer_id`, `country`,
        `country_code`, `admin1`, `precision`, `articles_mentioning`, `texts_mentioning` (copies
        counted once), `mentions`, `confidence` (mean, 0..1, or null), `role` (the first in
        `dateline.findings.ROLES` in which it is mentioned, or null). The collection itself has
        `name`, `counts`, `filters`, `data`, `note`, `credits`.

    Raises:
        ChoiceError: The query has a column that the corpus has not.
    """
    selection = narrow(corpus, query)
    about = statement(corpus, query, selection)
    counts = by_place(corpus, selection)
    places = corpus.places.iloc[counts["place_id"]].reset_index(drop=True)
    counts = counts.assign(**{name: places[name] for name in ("gazetteer_id", "country_code")})
    rows = counts.join(places.drop(columns=[*counts.columns.intersection(places.columns)]))
    rows = rows.sort_values(["articles", "gazetteer_id"], ascending=[False, True])
    features = [_feature(row) for row in rows.to_dict("records")]
    head: dict[str, Any] = {
        "type": "FeatureCollection",
        "name": about.corpus,
        "counts": about.counts,
        "filters": about.filters,
        "data": about.data,
        "note": _POINTS,
        "credits": about.credits,
    }
    opening = json.dumps(head, ensure_ascii=False).removesuffix("}")
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, allow_nan=False) for one in features)
    return f'{opening}, "features": [\n{lines}\n]}}\n'.encode()


def _feature(row: dict[Any, Any]) -> dict[str, Any]:
    code = row["country_code"] if isinstance(row["country_code"], str) else ""
    confidence = float(row["confidence"])
    return {
        "type": "Feature",
        "id": row["gazetteer_id"],
        "geometry": {
            "type": "Point",
            "coordinates": [round(row["longitude"], 5), round(row["latitude"], 5)],
        },
        "properties": {
            "name": row["name"],
            "gazetteer_id": row["gazetteer_id"],
            "country": country_names().get(code, ""),
            "country_code": code,
            "admin1": row["admin1"],
            "precision": row["precision"],
            "articles_mentioning": int(row["articles"]),
            "texts_mentioning": int(row["texts"]),
            "mentions": int(row["mentions"]),
            "confidence": None if confidence != confidence else round(confidence, 3),
            "role": row["role"] if isinstance(row["role"], str) else None,
        },
    }
