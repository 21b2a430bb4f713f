"""A corpus folder with invented articles, written and read to its last byte."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from dateline import store
from dateline.corpus import Corpus
from dateline.store import Manifest
from dateline.store.generation import open_generation
from dateline.tables import SCHEMAS
from tests.corpora import ARTICLES, article, tables_of

PROVENANCE = {"dateline": "test", "gazetteer": "abc"}

SET_ASIDE = pd.DataFrame(
    {
        "file": ["a.csv", "b.txt"],
        "row": ["3", ""],
        "reason": ["no text", "binary"],
        "text": ["", ""],
    }
)


def tables(count: int = len(ARTICLES)) -> dict[str, pd.DataFrame]:
    return tables_of([article(*row, rubric="front") for row in ARTICLES[:count]])


def write(folder: Path, count: int = len(ARTICLES), name: str = "Invented") -> Manifest:
    return store.write(folder, tables(count), name=name, provenance=PROVENANCE, set_aside=SET_ASIDE)


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def all_read(folder: Path) -> int:
    """Read every byte of the corpus; the number of articles."""
    generation = open_generation(folder)
    for schema in SCHEMAS:
        generation.table(schema, [column.name for column in schema.columns])
    return len(Corpus.open(folder).articles)
