"""Time counted from the day of publication: "two weeks ago", "last month", "in recent days"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from dateline.dates import intervals
from dateline.dates.intervals import Interval, unresolved
from dateline.dates.surroundings import Match, Rule, Surroundings, number, unit_name

__all__ = ["RULES"]


def ago(match: Match, around: Surroundings) -> Interval | None:
    """ "Two weeks ago" is the week that holds the day two weeks back."""
    return _away(match, around, -1)


def hence(match: Match, around: Surroundings) -> Interval | None:
    """ "In three months" is the month that holds the day three months on."""
    return _away(match, around, 1)


def _away(match: Match, around: Surroundings, step: int) -> Interval:
    """So many units from the day of publication, as exact as the unit; `step` is -1 or 1."""
    unit, count = unit_name(match), number(match)
    if unit == "century" or count is None:
        return unresolved("vague")
    whole = "week" if unit == "fortnight" else unit
    if around.published is None:
        return unresolved(whole)
    return intervals.unit_around(whole, intervals.shifted(around.published, unit, step * count))


_LASTING: Final = re.compile(
    r"\b(?:(?:is|are|was|were|be|due|set|expected|likely|meant|supposed)\s+to|will|would|can|could|may|might|shall|should|must|did|not|never)\s+\Z",
    re.IGNORECASE,
)
"""Before the verb: "it was to last 72 hours"."""


def stretch(match: Match, around: Surroundings) -> Interval | None:
    """ "The past five years" ends on the day of publication, "the next five" begins there."""
    unit, count = unit_name(match), number(match)
    if unit == "century" or _is_a_verb(match, around):
        return None
    ahead = match["which"].lower() in ("next", "coming")
    if count is None:
        return _open(around, ahead)
    if around.published is None:
        return unresolved("span")
    there = intervals.shifted(around.published, unit, count if ahead else -count)
    first, last = sorted((around.published, there))
    return intervals.days(first, last)


def hours(match: Match, around: Surroundings) -> Interval | None:
    """ "The past 48 hours" reach two days back."""
    if _is_a_verb(match, around):
        return None
    count, ahead = number(match), match["which"].lower() in ("next", "coming")
    if count is None:
        return _open(around, ahead)
    if around.published is None:
        return unresolved("span")
    there = around.published + timedelta(-(-count // 24) * (1 if ahead else -1))
    first, last = sorted((around.published, there))
    return intervals.days(first, last)


def _is_a_verb(match: Match, around: Surroundings) -> bool:
    return match[0].startswith("last") and _LASTING.search(around.before) is not None


def _open(around: Surroundings, ahead: bool) -> Interval:
    """Up to, or from, the day of publication: how far, the words do not say."""
    if around.published is None:
        return unresolved("vague")
    if ahead:
        return Interval(around.published, None, "vague")
    return Interval(None, around.published + timedelta(1), "vague")


def recent(match: Match, around: Surroundings) -> Interval | None:
    """ "In recent days" ends on the day of publication; "in the coming weeks" begins there."""
    return _open(around, match["which"].lower() in ("coming", "next"))


_FRIDAY: Final = 4
"""From Friday on "this weekend" is the one that nears, whatever the verb."""
_FINER: Final = {
    "week": ("day",),
    "month": ("day", "week"),
    "quarter": ("day", "month"),
    "year": ("day", "week", "month", "quarter", "season"),
    "decade": ("day", "month", "year"),
}
_STEPS: Final = {
    **dict.fromkeys(("last", "previous", "past", "this past"), -1),
    **dict.fromkeys(("next", "coming", "this coming"), 1),
}
"""Units from that of publication; 0 for "this"."""


def unit(match: Match, around: Surroundings) -> Interval | None:
    """ "Last month", "this week", "the same year"; no other "day" than that one."""
    which, name = match["which"].lower(), unit_name(match)
    if name == "century" or name == "fortnight":
        return None
    if name == "day" and which not in ("same", "that"):
        return None
    if which in ("same", "that"):
        if around.last is None or around.last.earliest is None:
            return None
        if around.last.precision != name and around.last.precision not in _FINER.get(name, ()):
            return None
        return intervals.unit_around(name, around.last.earliest)
    if which in ("following", "preceding"):
        return None  # counted from something else in the story
    if around.published is None:
        return unresolved("span" if name == "weekend" else name)
    if re.match(r"(?i)the\s+(?:past|last)\b", match[0]) and name != "weekend":
        # "over the past week" reaches to today, "last week" does not
        return intervals.days(
            intervals.shifted(around.published, name, -1), around.published, "span"
        )
    step = _STEPS.get(which, 0)
    nears = which == "this" and around.published.weekday() >= _FRIDAY
    if name == "weekend" and not nears and (step or around.tense(match.start())) <= 0:
        return _last_weekend(around.published)
    return intervals.unit_around(name, intervals.shifted(around.published, name, step))


def _last_weekend(published: date) -> Interval:
    """The weekend just over, or the one running."""
    return intervals.weekend(published if published.weekday() >= 5 else published - timedelta(7))


def weekend(match: Match, around: Surroundings) -> Interval | None:
    """ "At the weekend": the one just over or running; the next where the sentence looks ahead."""
    if around.published is None:
        return unresolved("span")
    if around.tense(match.start("span")) > 0:
        return intervals.weekend(around.published)
    return _last_weekend(around.published)


def the_year(match: Match, around: Surroundings) -> Interval | None:
    """ "The full year" is that of publication; "the month" may be any."""
    name = unit_name(match)
    if name == "month":
        return None
    if around.published is None:
        return unresolved(name)
    return intervals.unit_around(name, around.published)


RULES: Final[dict[str, Rule]] = {
    "ago": ago,
    "hence": hence,
    "hours": hours,
    "recent": recent,
    "stretch": stretch,
    "the_year": the_year,
    "unit": unit,
    "weekend": weekend,
}
