"""A corpus as one file that `dateline build` reads back as it was: Parquet or JSON Lines."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from dateline.assembly import articles_of
from dateline.assembly.taking_apart import findings_of
from dateline.corpus import Corpus
from dateline.query import Query, narrow
from dateline.reading.own import LAYOUT, SCHEMA, row_of
from dateline.store.generation import open_generation
from dateline.tables import SCHEMAS

__all__ = ["WHOLE", "whole"]

WHOLE: Final = (".parquet", ".jsonl")
"""Endings of its names."""


def whole(folder: Path, corpus: Corpus, query: Query, ending: str) -> tuple[bytes, dict[str, int]]:
    """The articles a query leaves, each with its text and all that was found in it.

    Args:
        folder: The corpus folder.
        corpus: The same, opened.
        query: Which articles; of those, mentions in every role are written.
        ending: One of `WHOLE`.

    Returns:
        The file, in the layout of `dateline.reading.own`; and how many `mentions` and `places` are
        in it, and `unplaced` mentions.
    """
    kept = set(np.arange(len(corpus.articles))[narrow(corpus, query).ids].tolist())
    held = dict.fromkeys(("mentions", "places", "unplaced"), 0)
    rows = _counted((row for number, row in enumerate(_rows(folder)) if number in kept), held)
    if ending == ".jsonl":
        lines = (
            json.dumps({"dateline": LAYOUT, **row}, ensure_ascii=False, default=_iso)
            for row in rows
        )
        data = "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")
        return data, held
    file = io.BytesIO()
    pq.write_table(
        pa.Table.from_pylist(list(rows), schema=SCHEMA),
        file,
        compression="zstd",
        row_group_size=512,
    )
    return file.getvalue(), held


def _counted(rows: Iterable[dict[str, Any]], held: dict[str, int]) -> Iterator[dict[str, Any]]:
    """The rows as they are; when the last is taken, `held` says what is in them."""
    places: set[str] = set()
    for row in rows:
        found = [mention["place"] for mention in row["findings"]["mentions"]]
        held["mentions"] += len(found)
        held["unplaced"] += found.count(None)
        places.update(place["gazetteer_id"] for place in found if place is not None)
        held["places"] = len(places)
        yield row


def _iso(value: date) -> str:
    return value.isoformat()  # of a moment with its time


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    generation = open_generation(folder)
    tables = {
        schema.name: generation.table(
            schema,
            [
                *(column.name for column in schema.columns),
                *(generation.further if schema.further else ()),
            ],
        )
        for schema in SCHEMAS
    }
    articles = articles_of(tables["articles"], tables["texts"])
    for article, findings in zip(articles, findings_of(tables), strict=True):
        yield row_of(article, findings)
