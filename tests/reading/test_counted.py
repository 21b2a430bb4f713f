"""The words of a note agree with its number."""

from __future__ import annotations

import pytest

from dateline.reading.counted import counted


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 texts are cut."),
        (1, "1 text is cut."),
        (2, "2 texts are cut."),
        (12_345, "12,345 texts are cut."),
    ],
)
def test_noun_and_verb_agree_with_the_number(number: int, said: str) -> None:
    assert counted(number, "# [text is|texts are] cut.") == said
