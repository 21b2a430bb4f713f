"""Marked text is cut into pieces without losing or doubling a letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.segments import foremost, paragraphs

TEXTS = st.text(alphabet=st.sampled_from("aб漢 \n\r\u2028\0'<é"), max_size=60)
SPANS = st.lists(st.tuples(st.integers(-3, 65), st.integers(-3, 65)), max_size=12)


@given(TEXTS, SPANS)
def test_pieces_joined_are_the_lines_of_the_text(text: str, marks: list[tuple[int, int]]) -> None:
    joined = ["".join(piece.text for piece in line) for line in paragraphs(text, marks)]
    separated = text.replace("\r", "\n").replace("\u2028", "\n").split("\n")
    assert joined == [line for line in separated if line.strip()]


@given(TEXTS, SPANS)
def test_a_piece_carries_exactly_the_marks_that_cover_it(
    text: str, marks: list[tuple[int, int]]
) -> None:
    for line in paragraphs(text, marks):
        for piece in line:
            assert piece.text == text[piece.start : piece.end]
            for at in range(piece.start, piece.end):
                covering = tuple(i for i, (start, end) in enumerate(marks) if start <= at < end)
                assert piece.marks == covering


@given(SPANS)
def test_foremost_marks_never_overlap_and_none_is_left_out_without_need(
    marks: list[tuple[int, int]],
) -> None:
    kept = [marks[i] for i in foremost(marks)]
    taken = [at for start, end in kept for at in range(start, end)]
    assert len(taken) == len(set(taken))
    for start, end in set(marks) - set(kept):
        assert start < 0 or end <= start or set(range(start, end)) & set(taken)


def test_a_quotation_that_runs_over_a_paragraph_marks_both() -> None:
    lines = paragraphs("He said: we left.\n\nThen we came back.", [(9, 36)])
    assert [[piece.marks for piece in line] for line in lines] == [[(), (0,)], [(0,), ()]]


def test_the_first_of_two_overlapping_marks_wins_whole() -> None:
    assert foremost([(0, 6), (4, 10), (6, 8)]) == (0, 2)


def test_nothing_gives_nothing() -> None:
    assert paragraphs("", [(0, 3)]) == ()
    assert foremost([]) == ()
