"""The places of a selection with their counts, as a table."""

from __future__ import annotations

import pandas as pd

from dateline.corpus import Corpus
from dateline.export.coordinates import Coordinates, coarsened
from dateline.gazetteer.countries import country_names
from dateline.query import Selection, by_place

__all__ = ["places_table"]


def places_table(
    corpus: Corpus, selection: Selection, coordinates: Coordinates = "exact"
) -> pd.DataFrame:
    """One row a place that is mentioned, most articles first.

    Args:
        corpus: The corpus.
        selection: What is left of it.
        coordinates: How exact; see `dateline.export.coordinates`.

    Returns:
        `name`, `gazetteer_id`, `country`, `country_code` (ISO 3166 alpha-2), `admin1`, `precision`,
        `latitude`, `longitude` (degrees, WGS 84), `articles_mentioning`, `texts_mentioning` (copies
        counted once), `mentions` (int64), `confidence` (mean, 0..1, NaN where unknown), `role` (the
        first in `dateline.findings.ROLES` in which it is mentioned, or empty).
    """
    counts = by_place(corpus, selection)
    places = corpus.places.iloc[counts["place_id"]].reset_index(drop=True)
    order = (
        counts.assign(gazetteer_id=places["gazetteer_id"])
        .sort_values(["articles", "gazetteer_id"], ascending=[False, True])
        .index
    )
    counts = counts.loc[order].reset_index(drop=True)
    places = coarsened(places.loc[order].reset_index(drop=True), coordinates)
    code = places["country_code"].astype("str").fillna("")
    return pd.DataFrame(
        {
            "name": places["name"],
            "gazetteer_id": places["gazetteer_id"],
            "country": pd.Series([country_names().get(one, "") for one in code], dtype="str"),
            "country_code": code,
            "admin1": places["admin1"],
            "precision": places["precision"].astype("str"),
            "latitude": places["latitude"].round(5),
            "longitude": places["longitude"].round(5),
            "articles_mentioning": counts["articles"].astype("int64"),
            "texts_mentioning": counts["texts"].astype("int64"),
            "mentions": counts["mentions"].astype("int64"),
            "confidence": counts["confidence"].astype("float64").round(3),
            "role": counts["role"].astype("str").fillna(""),
        }
    )
