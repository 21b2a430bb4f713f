"""Train the role model, and measure it on annotated spans (recognition taken as given).

    python -m benchmarks.role_training [en_core_web_sm]

prints, cross-validated by document, the half of each set that was read while rules were written and
the half that was not.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from benchmarks.folds import FOLDS
from benchmarks.role_texts import OWN, SETS, Labelled, MarkedDoc, marked
from dateline.gazetteer import Gazetteer
from dateline.geoparsing.resolution.candidates import great_circle_km
from dateline.geoparsing.roles.facts import mention_facts
from dateline.geoparsing.roles.frames import Ruling
from dateline.geoparsing.roles.model import RoleModel, role_features
from dateline.geoparsing.roles.training import RoleExample, as_data, fit
from dateline.language_model import LanguageModel, load
from dateline.reading.dateline_line import find_dateline

__all__ = ["Example", "examples", "learned", "main", "train_roles"]

PARALLELS: Final = 3.0
"""How much more a parallel counts: in plain news they are too rare to be learned otherwise."""
RIDGE: Final = 12.0
LEAST: Final = 3.0
_NAMESAKES: Final = 40
_SAME_KM: Final = 161.0  # 100 miles, the field's usual bound


class _Row(NamedTuple):
    row: int | None


@dataclass(frozen=True)
class Example:
    """A mention ready to learn from, and where it comes from."""

    name: str
    number: int
    fold: int
    label: Labelled
    ruling: Ruling | None
    learn: RoleExample


def _examples_of(text: MarkedDoc, gazetteer: Gazetteer) -> Iterator[Example]:
    doc, labels = text.doc, text.labels
    line = find_dateline(doc.text)
    rows = [_Row(_row(gazetteer, doc.text[one.start : one.end], one.point)) for one in labels]
    span = (line.start, line.end) if line else None
    facts = mention_facts(doc, labels, rows, span, gazetteer)
    _, _, rulings, named = role_features(doc, facts, sure_too=True)
    for label, ruling, own in zip(labels, rulings, named, strict=True):
        weight = label.weight * (PARALLELS if label.allowed == {"comparison"} else 1.0)
        learn = RoleExample(own, label.allowed, weight)
        yield Example(text.name, text.number, text.fold, label, ruling, learn)


def _row(gazetteer: Gazetteer, name: str, point: tuple[float, float] | None) -> int | None:
    """The place that recognition and resolution would give: the marked one, else the likeliest."""
    rows = [candidate.row for candidate in gazetteer.candidates(name, _NAMESAKES)]
    if point is not None and rows:
        away = great_circle_km(
            gazetteer.latitude[rows].astype(float),
            gazetteer.longitude[rows].astype(float),
            np.array(point[0]),
            np.array(point[1]),
        )
        if away.min() <= _SAME_KM:
            return rows[int(away.argmin())]
    return rows[0] if rows else None


@lru_cache(maxsize=2)
def examples(model: str) -> list[Example]:
    """Every name with a marked role, ready to learn from."""
    gazetteer = Gazetteer.open()
    return [one for text in marked(model) for one in _examples_of(text, gazetteer)]


def learned(model: str, *, keep: Callable[[Example], bool]) -> dict[str, Any]:
    """What the role model learns from some of the examples, for `RoleModel.from_data`."""
    used = [one.learn for one in examples(model) if one.label.weight and keep(one)]
    return as_data(fit(used, ridge=RIDGE, least=LEAST), model, ", ".join((OWN, *SETS)))


def _fit(model: str, without: int | None) -> dict[str, Any]:
    return learned(model, keep=lambda one: without is None or one.fold != without)


def train_roles(language: LanguageModel, folder: Path, *, without: int | None = None) -> None:
    """Train the role model for one spaCy model and write it below `folder`.

    Args:
        language: The spaCy model that parses.
        folder: Where the trained files of all language models lie.
        without: A fold whose documents are kept out; None to learn from all.
    """
    path = folder / language.name / "roles.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    data = _fit(language.name, without)
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


def _decided(example: Example, model: RoleModel) -> str:
    role, _ = model.decide(example.ruling, example.learn.features)
    return role


def main() -> None:
    """Print the accuracy on annotated spans, set by set and half by half."""
    language = load(sys.argv[1] if len(sys.argv) > 1 else None)
    models = [
        RoleModel.from_data(_fit(language.name, fold), language.name) for fold in range(FOLDS)
    ]
    right: Counter[tuple[str, str]] = Counter()
    count: Counter[tuple[str, str]] = Counter()
    mistakes: Counter[tuple[str, str]] = Counter()
    for one in examples(language.name):
        if one.name == OWN or not one.label.weight:
            continue
        read = one.number < 16 if one.name == "conflict_articles" else one.number % 2
        key = (one.name, "read" if read else "unread")
        role = _decided(one, models[one.fold])
        count[key] += 1
        right[key] += role in one.label.allowed
        if one.name == "conflict_articles" and role not in one.label.allowed:
            mistakes[next(iter(one.label.allowed)), role] += 1
    print(language.label, "roles on annotated spans, cross-validated by document")
    for (name, half), number in sorted(count.items()):
        print(
            f"  {name:18s} {half:7s} {number:5d} mentions, right {right[name, half] / number:.3f}"
        )
    shown = ", ".join(
        f"{gold} as {got} {number}" for (gold, got), number in mistakes.most_common(12)
    )
    print("  mistakes in conflict_articles:", shown)


if __name__ == "__main__":
    main()
