"""A remembered answer is the answer, asked for once, and memory stays bounded."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.remembered import Remembered


@given(st.lists(st.integers(0, 9)), st.integers(1, 5))
def test_every_answer_is_that_of_the_function(asked: list[int], limit: int) -> None:
    squares = Remembered(lambda number: number * number, limit)
    assert [squares[number] for number in asked] == [number * number for number in asked]
    assert len(squares) <= limit


def test_what_is_known_is_not_asked_for_again() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(length, 2)
    assert [lengths[word] for word in ("Homs", "Homs", "Hama", "Homs")] == [4, 4, 4, 4]
    assert asked == ["Homs", "Hama"]
    assert lengths["Idlib"] == 5
    assert list(lengths) == ["Idlib"]
