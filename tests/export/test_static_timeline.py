"""The still timeline says days and counts in letters that keep their size, and again in a table."""

from __future__ import annotations

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.corpus import Corpus
from dateline.export.static_timeline import static_timeline
from dateline.query import Query, narrow
from tests.corpora import article, corpus_of, small_corpus


def drawn(corpus: Corpus, query: Query = Query(roles=())) -> str:  # noqa: B008  # a frozen value
    return static_timeline(corpus, narrow(corpus, query))


def labels(markup: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", markup)


def rows(markup: str) -> list[list[str]]:
    return [re.findall(r"<t[hd][^>]*>([^<]*)", row) for row in re.findall(r"<tr>.*?</tr>", markup)]


def published_on(*days: date) -> Corpus:
    return corpus_of(*(article(f"{day}", "A", "", f"{day}", "It snowed.") for day in days))


def test_the_axes_have_days_and_counts_and_each_strip_says_what_it_counts() -> None:
    found = labels(drawn(small_corpus()))
    assert found[0] == "Published · articles a month" and "2 undated" in found
    assert "Days the texts speak of" in found
    assert {"2", "4", "2017", "2022"} <= set(found)


def test_letters_are_not_scaled_with_the_picture() -> None:
    svg = drawn(small_corpus()).partition(">")[0]
    assert "viewBox" not in svg and 'width="100%"' in svg


def test_it_is_told_in_words_and_as_a_table() -> None:
    markup = drawn(small_corpus())
    assert "20 Sep 2016 – 2 Mar 2022: most, 5, in December 2016; 2 undated" in markup
    head, *body = rows(markup)
    assert head == ["Month", "Articles", "Texts, copies once", "Articles that speak of it"]
    assert ["December 2016", "5", "3", "4"] in body
    assert ["March 2022", "2", "2", "0"] in body


def test_one_day_is_a_bar_among_days_and_no_wall() -> None:
    markup = drawn(published_on(date(2016, 12, 5)))
    widths = [float(one) for one in re.findall(r'width="([\d.]+)%" height="[\d.]+"><title', markup)]
    assert len(widths) == 1 and widths[0] < 20
    assert "5 Dec 2016: most" in markup


@settings(deadline=None, max_examples=15)
@given(st.dates(date(1800, 1, 1), date(2100, 1, 1)), st.integers(0, 40_000))
def test_days_under_the_axis_are_few_and_rise(first: date, length: int) -> None:
    markup = drawn(published_on(first, first + timedelta(length)))
    at = [float(x) for x in re.findall(r'<text(?: class="wide")? x="([\d.]+)%" y="149"', markup)]
    assert 0 < len(at) <= 8 and at == sorted(set(at)) and at[-1] <= 100
