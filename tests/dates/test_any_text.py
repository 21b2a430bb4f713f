"""No text makes `find_dates` fail."""

from __future__ import annotations

from datetime import date

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.dates import find_dates

BLANK = spacy.blank("en")


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_stumbling_block(published: date) -> None:
    text = "Today, tomorrow, last week, 40 years ago, next month, in 2000 years, on 31 December."
    for mention in find_dates(BLANK(text), published):
        assert (
            mention.earliest is None or mention.latest is None or mention.earliest < mention.latest
        )


PIECES = st.sampled_from(
    [
        *(
            "Monday",
            "May",
            "March",
            "13",
            "2016",
            "’80s",
            "1941-42",
            "3/4/17",
            "the",
            "last",
            "next",
        ),
        *("week", "years", "ago", "quarter", "third", "summer", "of", "to", "and", "between", "\n"),
        *("Sept.", "-", "–", "yesterday", "past", "five", "century", "20th", ".", "İ", "\x00", "٣"),
    ]
)


@settings(max_examples=300)
@given(
    st.one_of(st.text(), st.lists(PIECES, max_size=14).map(" ".join)),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_gives_ordered_spans_and_intervals_the_right_way_round(
    text: str, published: date | None
) -> None:
    reached = 0
    for mention in find_dates(BLANK(text), published):
        assert reached <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface
        reached = mention.end
        if mention.earliest and mention.latest:
            assert mention.earliest < mention.latest
