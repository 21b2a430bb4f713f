"""What a transformer reads at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.geoparsing.roles.windows import PIECES, windows

MARKS = (101, 102)
HEADLINE = 32


def pieces(count: int) -> tuple[list[int], list[tuple[int, int]]]:
    """Pieces of four signs with a space between: number, and where each stands."""
    return [1000 + at for at in range(count)], [(5 * at, 5 * at + 4) for at in range(count)]


@given(st.integers(1, 3000), st.data())
def test_every_span_stands_whole_in_one_window_between_its_own_neighbours(
    count: int, data: st.DataObject
) -> None:
    ids, offsets = pieces(count)
    firsts = sorted(data.draw(st.sets(st.integers(0, count - 1), max_size=20)))
    spans = [(5 * first, min(5 * first + 9, 5 * count)) for first in firsts]
    seen = []
    for window in windows(ids, offsets, spans, MARKS):
        assert len(window.ids) <= PIECES + HEADLINE + 3
        assert window.ids[0] == MARKS[0] and window.ids[-1] == MARKS[1]
        for number, first, end in zip(window.numbers, window.firsts, window.ends, strict=True):
            own = window.ids[first:end]
            assert own == ids[firsts[number] : firsts[number] + len(own)]
            assert len(own) == min(2, count - firsts[number])
            seen.append(number)
    assert sorted(seen) == list(range(len(spans)))


def test_a_later_window_begins_with_the_headline() -> None:
    ids, offsets = pieces(2000)
    (window,) = windows(ids, offsets, [(5 * 1500, 5 * 1500 + 4)], MARKS)
    assert window.ids[: HEADLINE + 2] == [MARKS[0], *ids[:HEADLINE], MARKS[1]]
    assert window.ids[window.firsts[0]] == ids[1500]


def test_words_around_a_name_are_read_on_either_side_of_it() -> None:
    ids, offsets = pieces(4000)
    for first in range(100, 3900):
        (window,) = windows(ids, offsets, [(5 * first, 5 * first + 4)], MARKS)
        here = window.firsts[0]
        assert ids[first - 30] in window.ids[:here] and ids[first + 30] in window.ids[here:]


def test_signs_without_a_piece_are_read_at_the_nearest() -> None:
    ids, offsets = pieces(3)
    (window,) = windows(ids, offsets, [(40, 44)], MARKS)
    assert window.ids[window.firsts[0]] == ids[-1]


def test_a_text_without_names_needs_no_reading() -> None:
    ids, offsets = pieces(500)
    assert windows(ids, offsets, [], MARKS) == []
