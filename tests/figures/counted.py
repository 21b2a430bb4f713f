"""Tables of counts by place, of which a test says what matters to it."""

from __future__ import annotations

from typing import Any

import pandas as pd


def counts(*rows: dict[str, Any]) -> pd.DataFrame:
    """A table of counts: what a row leaves out is a town in Syria with one article."""
    common = {
        "name": "Somewhere",
        "country_code": "SY",
        "latitude": 36.0,
        "longitude": 37.0,
        "precision": "city",
        "articles": 1,
        "texts": 1,
        "mentions": 1,
        "confidence": 0.9,
    }
    table = [{"gazetteer_id": f"test:{number}"} | common | row for number, row in enumerate(rows)]
    return pd.DataFrame(table)
