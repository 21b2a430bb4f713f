"""Selection of spans, and recognition on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.findings import Mention
from dateline.geoparsing.recognition.recogniser import Span, clue_scores, select

Read = Callable[[str], tuple[Mention, ...]]

spans = st.builds(
    lambda start, length, chance: Span(start, start + length, chance),
    st.integers(0, 60),
    st.integers(1, 20),
    st.floats(0, 1),
)


@given(st.lists(spans, max_size=20), st.floats(0.05, 0.95))
def test_selected_spans_are_likely_enough_and_never_overlap(
    candidates: list[Span], threshold: float
) -> None:
    taken = select(candidates, threshold)
    assert all(span.probability >= threshold for span in taken)
    assert all(a.end <= b.start for a, b in pairwise(taken))
    left_out = [s for s in candidates if s.probability >= threshold and s not in taken]
    assert all(any(s.start < t.end and t.start < s.end for t in taken) for s in left_out)


def test_a_longer_name_stands_against_a_slightly_likelier_part_of_it() -> None:
    whole, part = Span(0, 12, 0.80), Span(0, 4, 0.84)
    assert select([part, whole], 0.5) == [whole]
    assert select([Span(0, 4, 0.99), Span(0, 12, 0.60)], 0.5) == [Span(0, 4, 0.99)]


def test_unknown_clues_weigh_nothing() -> None:
    assert clue_scores([("a", "b"), ()], {"a": 1.5}, -1.0).tolist() == [0.5, -1.0]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells fell on Hama in Syria.", ["Hama", "Syria"]),
        ("Georgia Tallow said that Georgia's army had left Abkhazia.", ["Georgia", "Abkhazia"]),
        ("Mr Jordan flew from Amman to Beirut.", ["Amman", "Beirut"]),
        (
            "Sailors from Trinidad and Tobago saw Bosnia and Herzegovina's short coast.",
            ["Trinidad and Tobago", "Bosnia and Herzegovina"],
        ),
        ("The U.S.-led coalition struck Raqqa.", ["U.S.", "Raqqa"]),
        ("Refugees left the DRC for the UAE and the UK.", ["DRC", "UAE", "UK"]),
        ("Syrian officers met Iraqis in Baghdad.", ["Syrian", "Iraqis", "Baghdad"]),
    ],
)
def test_toponyms_are_found_bare(mentions: Read, text: str, names: list[str]) -> None:
    assert [mention.surface for mention in mentions(text)] == names


def test_a_headline_in_capitals_is_read(mentions: Read) -> None:
    text = "REBELS ENTER GOMA AS KINSHASA CALLS FOR TALKS\n\nRebels entered Goma on Monday."
    assert [m.surface for m in mentions(text)] == ["GOMA", "KINSHASA", "Goma"]


@pytest.mark.parametrize("text", ["", "\x00", "12 34", "no names in here at all", "\n\n\n", "A"])
def test_a_text_without_places_has_no_mentions(mentions: Read, text: str) -> None:
    assert mentions(text) == ()
