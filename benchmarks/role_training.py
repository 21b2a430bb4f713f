"""Train the role model, and measure it on annotated spans (recognition taken as given).

    python -m benchmarks.role_training [en_core_web_sm]

prints, cross-validated by document, the half of each set that was read while rules were written and
the half that was not: names heard alone, with the others of their list, and with all the article's.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.folds import FOLDS
from benchmarks.role_texts import OWN, SETS, Labelled, MarkedDoc, marked
from dateline.distance import great_circle_km
from dateline.findings import ROLES
from dateline.gazetteer import Gazetteer
from dateline.geoparsing.roles.facts import mention_facts
from dateline.geoparsing.roles.model import RoleModel, role_features
from dateline.geoparsing.roles.reader import REREADING_FILE, settled
from dateline.geoparsing.roles.rereading import Surroundings, rereading_rows, surroundings
from dateline.geoparsing.roles.rereading_training import RereadingExample, fit_rereading
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.training import RoleExample, as_data, fit_roles
from dateline.geoparsing.trees import Trees
from dateline.language_model import LanguageModel, load
from dateline.reading.dateline_line import find_dateline

__all__ = ["Example", "MarkedArticle", "articles", "examples", "learned", "main", "train_roles"]

PARALLELS: Final = 3.0
"""How much more a parallel counts: in plain news they are too rare to be learned otherwise."""
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


class MarkedArticle(NamedTuple):
    """A text's mentions, and what they share."""

    examples: list[Example]
    shared: Surroundings


def _marked_article(text: MarkedDoc, gazetteer: Gazetteer) -> MarkedArticle:
    doc, labels = text.doc, text.labels
    line = find_dateline(doc.text)
    rows = [_Row(_row(gazetteer, doc.text[one.start : one.end], one.point)) for one in labels]
    span = (line.start, line.end) if line else None
    facts = mention_facts(doc, labels, rows, span, gazetteer)
    syntax, frames, rulings, named = role_features(doc, facts, sure_too=True)
    examples = []
    for label, ruling, own in zip(labels, rulings, named, strict=True):
        weight = label.weight * (PARALLELS if label.allowed == {"comparison"} else 1.0)
        learn = RoleExample(own, label.allowed, weight)
        examples.append(Example(text.name, text.number, text.fold, label, ruling, learn))
    return MarkedArticle(examples, surroundings(doc.text, syntax, facts, frames, rulings))


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
def articles(model: str) -> list[MarkedArticle]:
    """Every text with marked roles, ready to learn from."""
    gazetteer = Gazetteer.open()
    return [_marked_article(text, gazetteer) for text in marked(model) if text.labels]


def examples(model: str) -> list[Example]:
    """Every name with a marked role, ready to learn from."""
    return [one for article in articles(model) for one in article.examples]


def learned(model: str, *, keep: Callable[[Example], bool]) -> dict[str, Any]:
    """What the role model learns from some of the examples, for `RoleModel.from_data`."""
    used = [one.learn for one in examples(model) if one.label.weight and keep(one)]
    return as_data(fit_roles(used), model, ", ".join((OWN, *SETS)))


@cache
def _fitted(model: str, without: frozenset[int]) -> RoleModel:
    """The role model that has not seen some folds, nor as many parts of our own texts."""
    data = learned(model, keep=lambda one: _part(one) not in without)
    return RoleModel.from_data(data, model)


def _part(one: Example) -> int:
    return one.number % FOLDS if one.name == OWN else one.fold


def _rereading(model: str, without: int | None) -> Trees:
    """The trees learn from each text as a role model hears its names that had not seen it."""
    unseen = frozenset() if without is None else frozenset({without})
    return fit_rereading(
        [
            _rereading_example(article, _fitted(model, unseen | {_part(article.examples[0])}))
            for article in articles(model)
            if article.shared.article and _part(article.examples[0]) not in unseen
        ]
    )


def _alone(article: MarkedArticle, model: RoleModel) -> list[NDArray[np.float64]]:
    return [model.weighed(one.ruling, one.learn.features) for one in article.examples]


def _rereading_example(article: MarkedArticle, model: RoleModel) -> RereadingExample:
    alone, own = _alone(article, model), article.examples
    sure = [one.ruling is not None and one.ruling.sure for one in own]
    return RereadingExample(
        rereading_rows(article.shared, alone),
        np.array(alone),
        np.array([[role in one.label.allowed for role in ROLES] for one in own]),
        np.where(sure, 0.0, [one.label.weight for one in own]),
    )


def train_roles(language: LanguageModel, folder: Path, *, without: int | None = None) -> None:
    """Train the role model for one spaCy model and write it below `folder`.

    Args:
        language: The spaCy model that parses.
        folder: Where the trained files of all language models lie.
        without: A fold whose documents are kept out; None to learn from all.
    """
    home = folder / language.name
    home.mkdir(parents=True, exist_ok=True)
    data = learned(language.name, keep=lambda one: without is None or one.fold != without)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
    (home / "roles.json").write_text(text, "utf-8")
    _rereading(language.name, without).write(home / REREADING_FILE)


def main() -> None:
    """Print the accuracy on annotated spans, set by set and half by half."""
    language = load(sys.argv[1] if len(sys.argv) > 1 else None)
    models = [_fitted(language.name, frozenset({fold})) for fold in range(FOLDS)]
    trees = [_rereading(language.name, fold) for fold in range(FOLDS)]
    right: Counter[tuple[str, str, str]] = Counter()
    count: Counter[tuple[str, str]] = Counter()
    mistakes: Counter[tuple[str, str]] = Counter()
    for article in articles(language.name):
        fold = _part(article.examples[0])
        alone = _alone(article, models[fold])
        told = {
            "alone": alone,
            "with its list": settled(None, article.shared, alone),
            "right": settled(trees[fold], article.shared, alone),
        }
        for at, one in enumerate(article.examples):
            read = one.number < 16 if one.name == "conflict_articles" else one.number % 2
            key = (one.name, "read" if read else "unread")
            count[key] += 1
            for how, chances in told.items():
                role = ROLES[chances[at].argmax()]
                right[(*key, how)] += role in one.label.allowed
            if one.name == "conflict_articles" and role not in one.label.allowed:
                mistakes[next(iter(one.label.allowed)), role] += 1
    print(language.label, "roles on annotated spans, cross-validated by document")
    for (name, half), number in sorted(count.items()):
        shares = (f"{how} {right[name, half, how] / number:.3f}" for how in told)
        print(f"  {name:18s} {half:7s} {number:5d} mentions, {', '.join(shares)}")
    shown = ", ".join(
        f"{gold} as {got} {number}" for (gold, got), number in mistakes.most_common(12)
    )
    print("  mistakes in conflict_articles:", shown)


if __name__ == "__main__":
    main()
