"""Exported files, read again."""

from __future__ import annotations

import io

import pandas as pd

from dateline.export import PREAMBLE_LINES
from dateline.query import Query

ALL = Query(roles=())


def read(data: bytes) -> pd.DataFrame:
    """A CSV file as another program reads it, all of it text."""
    return pd.read_csv(
        io.BytesIO(data), skiprows=PREAMBLE_LINES, dtype="str", keep_default_na=False
    )


def preamble(data: bytes) -> str:
    return "\n".join(data.decode("utf-8-sig").splitlines()[:PREAMBLE_LINES])
