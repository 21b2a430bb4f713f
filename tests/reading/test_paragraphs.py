"""Lines broken to a width become whole again; lines that ended where they were meant to do not."""

from __future__ import annotations

import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reading.paragraphs import paragraphs, usual_width

LENGTHS = st.lists(st.integers(1, 9), min_size=30, max_size=60)


@settings(max_examples=40)
@given(st.lists(LENGTHS, min_size=2, max_size=4), st.integers(62, 90))
def test_wrapped_paragraphs_come_back_whole(texts: list[list[int]], width: int) -> None:
    whole = [" ".join("m" * length for length in lengths) for lengths in texts]
    lines = [line for text in whole for line in [*textwrap.wrap(text, width), ""]]
    assert paragraphs(lines, usual_width(lines)) == whole


@given(st.lists(st.text("ab \n", max_size=200), max_size=20))
def test_no_word_is_lost_or_made(texts: list[str]) -> None:
    lines = "\n".join(texts).split("\n")
    made = paragraphs(lines, usual_width(lines))
    assert " ".join(made).split() == " ".join(lines).split()


def test_lines_that_are_paragraphs_stay_paragraphs() -> None:
    lines = ["The bridge was closed. " * 9, "It rained. " * 20, "Short."]
    assert usual_width(lines) == 0
    assert len(paragraphs(lines, 0)) == 3


def test_a_list_within_wrapped_text_is_not_run_together() -> None:
    prose = textwrap.wrap(
        "The council met on Monday and spoke of the bridge until late in the evening. " * 9
    )
    lines = [*prose, "", "Bridge: closed", "Market: open", "", *prose]
    made = paragraphs(lines, usual_width(lines))
    assert made[1:3] == ["Bridge: closed", "Market: open"]
    assert len(made) == 4


def test_a_ragged_line_that_stops_in_a_sentence_goes_on() -> None:
    lines = [
        "The mayor of Northtown said on Monday that the bridge would stay",
        "closed until the river, which had risen for days, had fallen to",
        "where it was before the rain. He asked for patience, and he said",
        "that the market would open again on Tuesday. The",
        "council agreed.",
    ]
    assert len(paragraphs(lines, usual_width(lines))) == 1
