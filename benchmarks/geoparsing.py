"""Read every development set by models that have not seen the document, and score what they find.

    python -m benchmarks.geoparsing            figures go to benchmarks/geoparsing.txt
    python -m benchmarks.geoparsing --model en_core_web_sm

Five folds over all sets at once: a document of any set is read by models trained on the other folds
of all sets. What is read lies in `benchmarks/out/<model>/<set>.jsonl`, in the format of
`dateline extract`; the scorer is `score.py` beside the sets.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from spacy.tokens import Doc

from benchmarks.development import EVALUATION, OUT, SETS, parsed, records
from benchmarks.folds import FOLDS, fold_of
from benchmarks.train_models import train
from dateline.dates import find_dates
from dateline.extraction.interchange import article_from_record, findings_record, write_records
from dateline.findings import Findings
from dateline.gazetteer import Gazetteer
from dateline.geoparsing import Geoparser
from dateline.language_model import LanguageModel, load
from dateline.voices import find_quotes

__all__ = ["main", "read_all"]

TASKS: Final = (
    ("geoparsing", "lgl", ()),
    ("geoparsing", "geovirus", ("--no-demonyms",)),
    ("geoparsing", "geowebnews", ()),
    ("geoparsing", "conflict_articles", ()),
    ("roles", "conflict_articles", ()),
    ("literal", "geowebnews", ()),
    ("literal", "relocar", ()),
    ("event", "event_location", ()),
    ("dates", "timebank", ()),
    ("dates", "conflict_articles", ()),
    ("quotes", "polnear", ()),
    ("quotes", "conflict_articles", ()),
    ("focus", "conflict_articles", ()),
    ("focus", "syria_press", ()),
)
FIGURES: Final = Path(__file__).with_suffix(".txt")


def read_all(language: LanguageModel) -> None:
    """Train fold by fold and write what each set's documents are found to say."""
    gazetteer = Gazetteer.open()
    geoparsers = []
    for fold in range(FOLDS):
        folder = OUT / "folds" / str(fold)
        train(language, folder, without=fold)
        geoparsers.append(Geoparser(gazetteer, language, folder))
    for name in SETS:
        rows = zip(records(name), parsed(name, language.name), strict=True)
        path = _out(language, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_records(
            (
                findings_record(record["id"], _read(record, doc, geoparsers[fold_of(name, record)]))
                for record, doc in rows
            ),
            path,
        )


def _read(record: dict[str, Any], doc: Doc, geoparser: Geoparser) -> Findings:
    article = article_from_record(record)
    published = article.published.date() if article.published else None
    mentions, dateline, focus = geoparser.read(doc, article)
    return Findings(
        mentions=mentions,
        dates=find_dates(doc, published),
        quotes=find_quotes(doc),
        focus=focus,
        dateline=dateline,
    )


def _out(language: LanguageModel, name: str) -> Path:
    return OUT / language.name / f"{name}.jsonl"


def _gold(name: str) -> Path:
    return next(p for s in ("jsonl", "csv") if (p := EVALUATION / f"{name}.dev.{s}").exists())


def score(language: LanguageModel) -> Iterator[str]:
    """The scorer's own words, task by task."""
    for task, name, options in TASKS:
        command = [sys.executable, str(EVALUATION / "score.py"), task, str(_gold(name)),
                   str(_out(language, name)), *options]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        yield f"## {task} {name} {' '.join(options)}".rstrip()
        yield done.stdout.strip() + "\n"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--model", default=None, help="spaCy model; the best one installed")
    language = load(options.parse_args().model)
    read_all(language)
    head = f"{language.label}, gazetteer {Gazetteer.open().version}, {FOLDS} folds by document\n"
    text = "\n".join([head, *score(language)])
    suffix = "" if language.name == "en_core_web_md" else f".{language.name}"
    FIGURES.with_name(f"geoparsing{suffix}.txt").write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
