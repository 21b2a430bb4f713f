"""The development sets, parsed once by spaCy and kept.

The sets lie in `../shared/evaluation` beside the checkout, or where DATELINE_EVALUATION says;
`exports` is no such set, see `benchmarks.exports`. None is ever copied into the project. Parsed
documents are kept in `benchmarks/out/parsed`, which git ignores, so that training and scoring read
them in seconds.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from spacy.tokens import Doc, DocBin

from benchmarks.exports import exported
from dateline.language_model import load

__all__ = ["EVALUATION", "OUT", "SETS", "parsed", "records"]

EVALUATION: Final = Path(
    os.environ.get("DATELINE_EVALUATION", Path(__file__).parents[2] / "shared" / "evaluation")
)
OUT: Final = Path(__file__).parent / "out"
SETS: Final = (
    "conflict_articles",
    "lgl",
    "geovirus",
    "geowebnews",
    "relocar",
    "event_location",
    "timebank",
    "polnear",
    "syria_press",
    "exports",
)


@cache
def records(name: str) -> list[dict[str, Any]]:
    """The records of one set.

    Returns:
        Each with `id` (the row number where it has none), `text` unless it holds names alone, and
        `first`, the `id` of the first record that has the same text: sets ask more than one thing
        of a sentence.
    """
    path = EVALUATION / f"{name}.dev.jsonl"
    rows: list[dict[str, Any]]
    if name == "exports":
        rows = [one._asdict() for one in exported(EVALUATION.parent / "formats")]
    elif path.exists():
        rows = [json.loads(line) for line in path.open(encoding="utf-8") if line.strip()]
    else:
        with (EVALUATION / f"{name}.dev.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            title, body = row["article_title"].strip(), row["article_content"].strip()
            row["text"] = body if body.startswith(title) else f"{title}\n\n{body}"
    firsts: dict[str, str] = {}
    for number, row in enumerate(rows):
        row["id"] = str(number if row.get("id") in (None, "") else row["id"])
        row["first"] = firsts.setdefault(row.get("text", row["id"]), row["id"])
    return rows


def parsed(name: str, model: str | None = None) -> list[Doc]:
    """One spaCy `Doc` a record, in order; parsed where the texts are others than those on disk."""
    language = load(model)
    path = OUT / "parsed" / f"{name}.{language.name}-{language.version}.spacy"
    texts = [row["text"] for row in records(name)]
    docs = list(_docs(path, language.nlp.vocab)) if path.exists() else []
    if [doc.text for doc in docs] == texts:
        return docs
    path.parent.mkdir(parents=True, exist_ok=True)
    docs = list(language.nlp.pipe(texts, batch_size=16))
    DocBin(store_user_data=False, docs=docs).to_disk(path)
    return docs


def _docs(path: Path, vocab: Any) -> Iterator[Doc]:
    return DocBin().from_disk(path).get_docs(vocab)
