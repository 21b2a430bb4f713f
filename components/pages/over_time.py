"""What the timeline shows, and the step that the playback of the map has come to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from components.choice import Choice
from components.pages.labels import day_of, value_label
from components.pages.shown import Shown
from components.plotview import Playback
from components.timeline import Stacked
from dateline.corpus import Corpus
from dateline.figures.days import (
    Bin,
    Days,
    bin_end,
    bin_for,
    bin_start,
    bins_between,
    readable_bins,
)
from dateline.plural import plural
from dateline.query import Query, by_day, narrow, spoken_by_day
from dateline.query.stacked import By, by_day_and

__all__ = ["Timeline", "days_of_step", "playback", "timeline_of"]


@dataclass(frozen=True)
class Timeline:
    """The two strips; each leaves its own filter out.

    Attributes:
        span: First and last day of the axis, those of the whole corpus.
        size: Days of a bar.
        sizes: Those that can be asked for.
        published, spoken: As `dateline.query.by_day` and `spoken_by_day` count.
        stacked: `published` by one thing more, if that is asked for.
        whole: As `published` of the whole corpus, if shares are asked for.
    """

    span: tuple[date, date]
    size: Bin
    sizes: tuple[Bin, ...]
    published: pd.DataFrame
    spoken: pd.DataFrame
    stacked: Stacked | None
    whole: pd.DataFrame | None


def timeline_of(shown: Shown) -> Timeline | None:
    """Counts by day for the two strips; None without any date."""
    corpus, choice = shown.corpus, shown.choice
    span = _span(corpus)
    if span is None:
        return None
    size = _size(choice, span)
    selection = narrow(corpus, choice.query, without="published")
    stacked = None
    if choice.by:
        stack = by_day_and(corpus, selection, size, choice.by)
        labels = tuple(_label(corpus, choice.by, value) for value in stack.values)
        stacked = Stacked(choice.by, stack.values, labels, stack.others, stack.counts)
    return Timeline(
        span,
        size,
        readable_bins(*span),
        by_day(corpus, selection, size),
        spoken_by_day(corpus, narrow(corpus, choice.query, without="spoken"), size),
        stacked,
        by_day(corpus, narrow(corpus, Query()), size) if choice.share else None,
    )


def _label(corpus: Corpus, by: By, value: str) -> str:
    return value if by == "role" else value_label(corpus, f"{by}s", value)


def _span(corpus: Corpus) -> tuple[date, date] | None:
    published = corpus.articles["published"].dropna()
    return (published.min().date(), published.max().date()) if len(published) else None


def _size(choice: Choice, span: tuple[date, date]) -> Bin:
    """The bin that was asked for, unless it gives more bars than can be told apart."""
    return choice.bin if choice.bin in readable_bins(*span) else bin_for(*span)


def days_of_step(shown: Shown) -> Days | None:
    """The days of the step that the playback has come to, within those that are chosen."""
    span, step = _span(shown.corpus), shown.choice.step
    if span is None or step is None:
        return None
    size, chosen = _size(shown.choice, span), _chosen(shown.choice, span)
    first, last = bin_start(step, size), bin_end(step, size) - timedelta(days=1)
    if last < chosen[0] or first > chosen[1]:
        return None
    return Days(max(first, chosen[0]), min(last, chosen[1]))


def playback(shown: Shown, articles: int) -> Playback | None:
    """The steps of time for the buttons under the map.

    Args:
        shown: What is shown.
        articles: How many articles are left within the step.
    """
    span = _span(shown.corpus)
    if span is None:
        return None
    size, days = _size(shown.choice, span), days_of_step(shown)
    starts = bins_between(*_chosen(shown.choice, span), size)
    steps = tuple(start.isoformat() for start in starts)
    if days is None or days.first is None or days.last is None:
        return Playback(steps)
    counted = plural(articles, "article")
    return Playback(
        steps,
        bin_start(days.first, size).isoformat(),
        f"{_between(days.first, days.last)} · {counted}",
    )


def _between(first: date, last: date) -> str:
    """`12 – 18 Sep 2016`: no longer than it must be, for the buttons beside it keep their line."""
    if first == last:
        return day_of(last)
    if first.year != last.year:
        return f"{day_of(first)} – {day_of(last)}"
    begun = f"{first.day} {first:%b}" if first.month != last.month else f"{first.day}"
    return f"{begun} – {day_of(last)}"


def _chosen(choice: Choice, span: tuple[date, date]) -> tuple[date, date]:
    """The days of publication that are chosen, within those there are."""
    first, last = choice.query.published
    begin = min(max(first, span[0]), span[1]) if first else span[0]
    end = min(max(last, span[0]), span[1]) if last else span[1]
    return begin, max(begin, end)
