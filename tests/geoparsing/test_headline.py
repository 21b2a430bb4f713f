"""A headline is what stands above the first blank line, if it is as short as headlines are."""

from __future__ import annotations

from dateline.geoparsing.headline import LONGEST_HEADLINE, headline_end


def test_a_headline_ends_at_the_blank_line() -> None:
    assert headline_end("Shells fall on Нікополь\n\nTwo people died.\n\nMore.") == 23


def test_a_text_without_a_blank_line_has_none() -> None:
    assert headline_end("Two people died.\nMore followed.") == -1
    assert headline_end("") == -1


def test_a_long_first_paragraph_is_no_headline() -> None:
    assert headline_end("x" * LONGEST_HEADLINE + "\n\nbody") == LONGEST_HEADLINE
    assert headline_end("x" * (LONGEST_HEADLINE + 1) + "\n\nbody") == -1
