"""Texts with marked roles: what the role model learns from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from spacy.tokens import Doc

from benchmarks.development import parsed, records
from benchmarks.folds import fold_of
from benchmarks.marked_articles import Marked, MarkedArticle, meant, role_articles
from benchmarks.role_marks import RoleMark, role_marks
from dateline.findings import ROLES
from dateline.geoparsing.roles.training import ASSOCIATIVE, LITERAL
from dateline.language_model import load

__all__ = ["OWN", "SETS", "Labelled", "MarkedDoc", "marked", "own_articles"]

OWN: Final = "own invented articles"
SETS: Final = (
    *("conflict_articles", "geowebnews", "relocar", "event_location"),
    *("syria_press", "exports", "polnear", "timebank", "lgl", "geovirus"),
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
    "exports": 0.8,
    "polnear": 0.8,
    "timebank": 0.8,
    "lgl": 0.5,
    "geovirus": 0.5,
}
"""How much a mention of each set counts; the coarser labels are many, and count less each."""
_LEFT_OUT: Final = 0.2
"""Share of the weight for a place of an event that the set leaves out: with 0.5 lone sentences lost
every second such place; learned as events, they brought the set's own score from .65 to .63."""
_BESIDE: Final = 0.5
"""Share of the weight for the other names of an encyclopaedia's sentence, as we read them."""


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


_UNTAUGHT: Final = frozenset({"general_news"})
"""Files of our own that do not teach: of the names of business news .017 fewer had the right role
with it, of the conflict articles' .009, and .008 to .013 more in politics and local news; courts
and banks are names there, and governors actors, as no set has them."""


class MarkedDoc(NamedTuple):
    """A text with marked roles: its set, its number there, its fold, the parse, the names."""

    name: str
    number: int
    fold: int
    doc: Doc
    labels: list[Labelled]


def own_articles() -> list[MarkedArticle]:
    """Our own articles that teach roles."""
    return [article for article in role_articles() if article.file not in _UNTAUGHT]


def marked(model: str | None = None) -> Iterator[MarkedDoc]:
    """Every text with marked roles, parsed: our own first, then the sets in their order.

    Args:
        model: The spaCy model that parses; None for the best one installed.
    """
    articles = own_articles()
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
            fold = fold_of(name, record)
            yield MarkedDoc(name, number, fold, doc, _apart(_labels(name, record)))


def _apart(labels: Iterable[Labelled]) -> list[Labelled]:
    """In text order; an entity may fall on an annotated span it does not equal: the first stays."""
    kept: list[Labelled] = []
    for label in sorted(labels, key=lambda one: (one.start, one.end)):
        if not kept or label.start >= kept[-1].end:
            kept.append(label)
    return kept


def _labels(name: str, record: dict[str, Any]) -> Iterator[Labelled]:
    """The labelled mentions of one record."""
    weight = WEIGHTS[name]
    point: tuple[float, float] | None
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
    elif name == "relocar":
        yield from _encyclopaedic(record, weight)
    else:
        points = _points(record)
        for mark in _own_marks(name, record):
            point = points.get((mark.start, mark.end))
            allowed, share = _told(mark, record)
            yield Labelled(mark.start, mark.end, allowed, share * weight, point)


def _encyclopaedic(record: Mapping[str, Any], weight: float) -> Iterator[Labelled]:
    """The one name that the set has a reading of, and those beside it as we read them.

    What happened in 1993 is the report of an encyclopaedia's sentence, and history in the news: of
    the roles of a name that stands for the place itself, such a sentence does not tell which.
    """
    start, end = record["start"], record["end"]
    allowed = LITERAL if record["reading"] == "literal" else ASSOCIATIVE
    for mark in _own_marks("relocar", record):
        own = LITERAL if mark.role in LITERAL else frozenset([mark.role])
        if mark.start < end and start < mark.end:
            allowed = allowed & own or allowed
        else:
            yield Labelled(mark.start, mark.end, own, _BESIDE * weight)
    yield Labelled(start, end, allowed, weight)


def _told(mark: RoleMark, record: Mapping[str, Any]) -> tuple[frozenset[str], float]:
    """Roles that our reading and the set's leave open, and how much the mark counts.

    A set that says where an event took place leaves out the places around it and those of other
    events. What it leaves out is learned as well, for it is held against its own marks, but little.
    """
    own = frozenset([mark.role])
    if (places := record.get("event_locations")) is None:
        return own, 1.0
    if any(place["start"] < mark.end and mark.start < place["end"] for place in places):
        return own | {"event"}, 1.0
    if mark.role == "event":
        return frozenset(ROLES) - own, _LEFT_OUT
    return own, 1.0


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


def _point(text: str, mark: Marked) -> tuple[float, float] | None:
    place = meant(text[mark.start : mark.end], mark.where) if mark.where else None
    return None if place is None else (place.latitude, place.longitude)
