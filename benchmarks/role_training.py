"""Train the role model, and measure it on annotated spans (recognition taken as given).

    python -m benchmarks.role_training [en_core_web_sm]

prints, cross-validated by document, the half of each set that was read while rules were written and
the half that was not.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from spacy.tokens import Doc

from benchmarks.development import parsed, records
from benchmarks.folds import FOLDS, fold_of
from benchmarks.marked_articles import Marked, meant, role_articles
from benchmarks.role_marks import ROLE_SETS, RoleMark, role_marks
from dateline.findings import ROLES
from dateline.gazetteer import Gazetteer
from dateline.geoparsing.resolution.candidates import great_circle_km
from dateline.geoparsing.roles.facts import mention_facts
from dateline.geoparsing.roles.frames import Ruling
from dateline.geoparsing.roles.model import RoleModel, role_features
from dateline.geoparsing.roles.training import ASSOCIATIVE, LITERAL, RoleExample, as_data, fit
from dateline.language_model import LanguageModel, load
from dateline.reading.dateline_line import find_dateline

__all__ = [
    "OWN",
    "SETS",
    "Example",
    "MarkedDoc",
    "examples",
    "learned",
    "main",
    "marked",
    "train_roles",
]

OWN: Final = "own invented articles"
SETS: Final = (
    *("conflict_articles", "geowebnews", "relocar", "event_location"),
    *("syria_press", "polnear", "timebank", "lgl", "geovirus"),
)
LITERAL_KINDS: Final = frozenset(
    ("Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal")
)
NO_TOPONYM: Final = frozenset(("Homonym", "Language"))
WEIGHTS: Final = {
    OWN: 0.8,
    "conflict_articles": 1.5,
    "geowebnews": 0.8,
    "relocar": 0.8,
    "event_location": 0.9,
    "syria_press": 0.8,
    "polnear": 0.8,
    "timebank": 0.8,
    "lgl": 0.5,
    "geovirus": 0.5,
}
"""How much a mention of each set counts; the coarser labels are many, and count less each."""
UNMARKED: Final = 0.5
"""Of that, for a place beside a marked one: the set marks only the finest place of an event."""
PARALLELS: Final = 3.0
"""How much more a parallel counts: in plain news they are too rare to be learned otherwise."""
RIDGE: Final = 12.0
LEAST: Final = 3.0
_NAMESAKES: Final = 40
_SAME_KM: Final = 161.0  # 100 miles, the field's usual bound
_PLACE_LABELS: Final = frozenset(("GPE", "LOC", "FAC", "NORP"))


class Labelled(NamedTuple):
    """One annotated mention: span, the roles its label allows, how much it counts, and where it is.

    A weight of 0 is that of a name that nobody marked and that only stands beside a marked one.
    `point` is a latitude and a longitude, or None where the set does not say.
    """

    start: int
    end: int
    allowed: frozenset[str]
    weight: float
    point: tuple[float, float] | None = None


class MarkedDoc(NamedTuple):
    """A text with marked roles: its set, its number there, its fold, the parse, the names."""

    name: str
    number: int
    fold: int
    doc: Doc
    labels: list[Labelled]


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


def _labels(name: str, record: dict[str, Any], doc: Doc) -> Iterator[Labelled]:
    """The labelled mentions of one record."""
    weight = WEIGHTS[name]
    if name == "conflict_articles":
        for mention in record["mentions"]:
            role = frozenset([mention["role"]])
            point = (mention["latitude"], mention["longitude"])
            yield Labelled(mention["start"], mention["end"], role, weight, point)
    elif name == "geowebnews":
        ours = {(mark.start, mark.end): mark.role for mark in _own_marks(name, record)}
        for toponym in record["toponyms"]:
            if toponym["kind"] not in NO_TOPONYM:
                allowed = LITERAL if toponym["kind"] in LITERAL_KINDS else ASSOCIATIVE
                point = (toponym["lat"], toponym["lon"]) if "lat" in toponym else None
                span = toponym["start"], toponym["end"]
                # Our reading says which of the roles that the set's own kind allows.
                allowed = allowed & {ours.get(span, "")} or allowed
                yield Labelled(*span, allowed, weight, point)
    elif name in ROLE_SETS:
        points = _points(record)
        for mark in _own_marks(name, record):
            point = points.get((mark.start, mark.end))
            yield Labelled(mark.start, mark.end, frozenset([mark.role]), weight, point)
    elif name == "relocar":
        allowed = LITERAL if record["reading"] == "literal" else ASSOCIATIVE
        yield Labelled(record["start"], record["end"], allowed, weight)
        for start, end in _beside([record], doc):
            yield Labelled(start, end, frozenset(ROLES), 0.0)
    else:
        gold = record["event_locations"]
        for place in gold:
            yield Labelled(place["start"], place["end"], frozenset(["event"]), weight)
        share = weight * (UNMARKED if gold else 1.0)
        for start, end in _beside(gold, doc):
            yield Labelled(start, end, frozenset(ROLES) - {"event"}, share)


def _own_marks(name: str, record: Mapping[str, Any]) -> tuple[RoleMark, ...]:
    marked = role_marks(name).get(record["id"])
    return marked.marks if marked else ()


def _points(record: Mapping[str, Any]) -> dict[tuple[int, int], tuple[float, float]]:
    """Where the toponyms of a set lie that gives it."""
    return {
        (toponym["start"], toponym["end"]): (toponym["lat"], toponym["lon"])
        for toponym in record.get("toponyms", ())
        if "lat" in toponym
    }


def _beside(marked: Sequence[Mapping[str, int]], doc: Doc) -> Iterator[tuple[int, int]]:
    """The other places of a sentence in which only some are marked: a role depends on them too."""
    for start, end in _entities(doc):
        if not any(start < one["end"] and one["start"] < end for one in marked):
            yield start, end


def _entities(doc: Doc) -> Iterator[tuple[int, int]]:
    for entity in doc.ents:
        first = entity.start + (entity[0].lower_ == "the" and len(entity) > 1)
        if entity.label_ in _PLACE_LABELS and not doc[first].is_space:
            yield doc[first].idx, entity.end_char


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


def _point(text: str, mark: Marked) -> tuple[float, float] | None:
    place = meant(text[mark.start : mark.end], mark.where) if mark.where else None
    return None if place is None else (place.latitude, place.longitude)


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


def marked(model: str | None = None) -> Iterator[MarkedDoc]:
    """Every text with marked roles, parsed: our own first, then the sets in their order.

    Args:
        model: The spaCy model that parses; None for the best one installed.
    """
    articles = role_articles()
    docs = load(model).nlp.pipe([article.text for article in articles])
    for number, (article, doc) in enumerate(zip(articles, docs, strict=True)):
        labels = [
            Labelled(
                mark.start,
                mark.end,
                frozenset([mark.role]),
                WEIGHTS[OWN],
                _point(article.text, mark),
            )
            for mark in article.mentions
        ]
        yield MarkedDoc(OWN, number, -1, doc, _apart(labels))
    for name in SETS:
        for number, (record, doc) in enumerate(
            zip(records(name), parsed(name, model), strict=True)
        ):
            fold = fold_of(name, record["id"])
            yield MarkedDoc(name, number, fold, doc, _apart(_labels(name, record, doc)))


def _apart(labels: Iterable[Labelled]) -> list[Labelled]:
    """In text order; an entity may fall on an annotated span it does not equal: the first stays."""
    kept: list[Labelled] = []
    for label in sorted(labels, key=lambda one: (one.start, one.end)):
        if not kept or label.start >= kept[-1].end:
            kept.append(label)
    return kept


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
