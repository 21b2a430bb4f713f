"""Findings held against annotations: rates, and every mistake with its sentence.

All of what was annotated counts, also what was not found, so that silence never pays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from dateline.evaluation.annotated import AnnotatedArticle, AnnotatedMention
from dateline.evaluation.calibration import Bin, reliability
from dateline.evaluation.matching import pairs
from dateline.evaluation.nearness import FIELD_KM, SPOT_KM, distance_km, is_meant
from dateline.findings import Findings, Mention

__all__ = ["Evaluation", "Kind", "Mistake", "Rates", "evaluate"]

Kind = Literal["missed", "no place", "span", "place", "not placed", "role", "focus"]
"""What went wrong: a mention not found · found where none is · cut differently · put elsewhere ·
not put anywhere · given another role · another place taken for what the article is about."""

_Wrong = Callable[[Kind, int, int, str, str], None]

_AROUND: Final = 80
"""Characters of text shown on either side of a mistake."""


@dataclass(frozen=True, slots=True)
class Rates:
    """How many were right, of how many given and how many wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """Share of the given that is right, 0..1; 0 where nothing was given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Share of the wanted that was found, 0..1; 0 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two (van Rijsbergen 1979)."""
        both = self.given + self.wanted
        return 2 * self.right / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is not as annotated.

    Attributes:
        article: The article's identifier.
        kind: What went wrong.
        surface: The words, as annotated or as found.
        wanted: Place or role annotated; empty where there is none.
        given: Place or role found; empty where there is none.
        context: The text around it.
    """

    article: str
    kind: Kind
    surface: str
    wanted: str
    given: str
    context: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well extraction did.

    Attributes:
        articles: How many were scored.
        recognition: Mentions found with exactly the annotated span.
        overlap: Mentions found, also where cut differently.
        placed: Mentions put where they belong, a town within 161 km.
        roles: By role, mentions that have it; empty where no role was annotated.
        roled: Mentions found with the annotated role, whichever it is.
        marks: Mentions of role event on the map in the right spot, a town within 25 km.
        focus: Articles with the right focus, of those where it was annotated.
        reliability: The curve of confidence against truth, of mentions found and placed.
        mistakes: In the order of the articles and of their texts.
    """

    articles: int
    recognition: Rates
    overlap: Rates
    placed: Rates
    roles: dict[str, Rates]
    roled: Rates
    marks: Rates
    focus: Rates
    reliability: tuple[Bin, ...]
    mistakes: tuple[Mistake, ...]


@dataclass(slots=True)
class _Tally:
    right: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    confidences: list[float] = field(default_factory=list)
    hits: list[bool] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)

    def rates(self, name: str) -> Rates:
        return Rates(self.right[name], self.given[name], self.wanted[name])


def evaluate(articles: Sequence[AnnotatedArticle], findings: Sequence[Findings]) -> Evaluation:
    """Hold findings against annotations.

    Args:
        articles: What was annotated.
        findings: What was found, one an article, in the same order.

    Returns:
        The rates. Mentions whose role was not noted count for no role; mentions with place None
        count for recognition only, and so does what was found on them.
    """
    tally = _Tally()
    for article, found in zip(articles, findings, strict=True):
        _score(article, found, tally)
    names = {name.removeprefix("role ") for name in tally.wanted if name.startswith("role ")}
    return Evaluation(
        len(articles),
        tally.rates("recognition"),
        tally.rates("overlap"),
        tally.rates("placed"),
        {name: tally.rates(f"role {name}") for name in sorted(names)},
        tally.rates("roled"),
        tally.rates("marks"),
        tally.rates("focus"),
        reliability(tally.confidences, tally.hits),
        tuple(tally.mistakes),
    )


def _score(annotated: AnnotatedArticle, findings: Findings, tally: _Tally) -> None:
    text, wanted = annotated.article.text, annotated.mentions
    given = [m for m in findings.mentions if not _touches(m, annotated.ignored)]
    nowhere = [(m.start, m.end) for m in wanted if m.place is None]
    found = dict(pairs(wanted, given))
    strays = set(range(len(given))) - set(found.values())
    exact = pairs(wanted, given, exact=True)
    for name, right in (("recognition", len(exact)), ("overlap", len(found))):
        tally.right[name] += right
        tally.given[name] += len(given)
        tally.wanted[name] += len(wanted)
    tally.given["placed"] += sum(not _touches(mention, nowhere) for mention in given)
    tally.wanted["placed"] += sum(mention.place is not None for mention in wanted)
    _count_roles(wanted, given, tally)

    mistakes: list[tuple[int, Mistake]] = []

    def wrong(kind: Kind, start: int, end: int, meant: str, got: str) -> None:
        context = text[max(0, start - _AROUND) : end + _AROUND]
        surface = text[start:end]
        identifier = annotated.article.identifier
        mistakes.append((start, Mistake(identifier, kind, surface, meant, got, context)))

    for number, mention in enumerate(wanted):
        span = mention.start, mention.end
        if number not in found:
            wrong("missed", *span, mention.role, "")
            continue
        other = given[found[number]]
        if (other.start, other.end) != span:
            wrong("span", *span, text[slice(*span)], other.surface)
        _hold_place(mention, other, tally, wrong)
        if mention.role and mention.role == other.role:
            tally.right["roled"] += 1
            tally.right[f"role {mention.role}"] += 1
        elif mention.role:
            wrong("role", *span, mention.role, other.role or "")
    for number in strays:
        wrong("no place", given[number].start, given[number].end, "", _described(given[number]))
    tally.mistakes += [mistake for _, mistake in sorted(mistakes, key=lambda each: each[0])]
    _hold_focus(annotated, findings, tally)


def _count_roles(
    wanted: Sequence[AnnotatedMention], given: Sequence[Mention], tally: _Tally
) -> None:
    if not any(mention.role for mention in wanted):
        return
    for mention in wanted:
        if mention.role:
            tally.wanted["roled"] += 1
            tally.wanted[f"role {mention.role}"] += 1
    tally.wanted["marks"] += sum(mention.role == "event" for mention in wanted)
    tally.given["roled"] += len(given)
    tally.given["marks"] += sum(mention.role == "event" for mention in given)
    for other in given:
        tally.given[f"role {other.role}"] += 1


def _hold_place(mention: AnnotatedMention, other: Mention, tally: _Tally, wrong: _Wrong) -> None:
    meant = mention.place
    if meant is None:
        return
    span = mention.start, mention.end
    is_right = is_meant(meant, other.place, FIELD_KM)
    in_spot = is_meant(meant, other.place, SPOT_KM)
    tally.right["placed"] += is_right
    tally.right["marks"] += in_spot and mention.role == other.role == "event"
    if other.place is None:
        wrong("not placed", *span, meant.name, "")
        return
    if other.confidence is not None:
        tally.confidences.append(other.confidence)
        tally.hits.append(is_right)
    if not in_spot:
        apart = f"{distance_km(meant, other.place):,.0f} km off"
        wrong("place", *span, meant.name, f"{_described(other)}, {apart}")


def _hold_focus(annotated: AnnotatedArticle, findings: Findings, tally: _Tally) -> None:
    meant, focus = annotated.focus, findings.focus
    if meant is None:
        return
    tally.wanted["focus"] += 1
    tally.given["focus"] += focus is not None
    if is_meant(meant, focus, SPOT_KM):
        tally.right["focus"] += 1
        return
    given = "" if focus is None else focus.name
    title = annotated.article.text[: 2 * _AROUND]
    tally.mistakes.append(
        Mistake(annotated.article.identifier, "focus", "", meant.name, given, title)
    )


def _described(mention: Mention) -> str:
    place = mention.place
    return mention.role or "" if place is None else f"{place.name} ({place.country_code or '–'})"


def _touches(mention: Mention, spans: Sequence[tuple[int, int]]) -> bool:
    return any(mention.start < end and start < mention.end for start, end in spans)
