"""The number of a footnote hides no name and joins no sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extraction.extractor import Extractor
from dateline.findings import Article, Findings
from dateline.geoparsing.recognition.footnote_marks import without_footnote_marks


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("to the Republic of Niger.[8] Others", "to the Republic of Niger.    Others"),
        ("reached Sokoto.[7][12] Then", "reached Sokoto.        Then"),
        ("in Mosul[3, 4] and Erbil[10–12].", "in Mosul       and Erbil       ."),
        ("left Kosti.¹ It said “yes”,²³ and", "left Kosti.  It said “yes”,   and"),
        ("the gates of Sittwe⁴ were shut", "the gates of Sittwe  were shut"),
        ("ruled by nobody[citation needed].", "ruled by nobody                 ."),
        ("[8] Interview, Niamey, 25 July.", "[8] Interview, Niamey, 25 July."),  # the note itself
        ("some 30 km² near Hit", "some 30 km² near Hit"),
        ("he said [the town] is ours [sic]", "he said [the town] is ours [sic]"),
        ("see [4] and [5]", "see [4] and [5]"),
        ("x[i] = y[1000]", "x[i] = y[1000]"),
    ],
)
def test_the_number_of_a_footnote_is_a_gap(text: str, bare: str) -> None:
    assert without_footnote_marks(text) == bare


@given(st.text())
def test_no_offset_moves(text: str) -> None:
    assert len(without_footnote_marks(text)) == len(text)


def test_a_name_before_the_number_of_a_footnote_is_a_mention() -> None:
    text = "Some families went on to Maradi in the Republic of Niger.[8] Others stay in Gusau.[9]"
    (found,) = Extractor().read_many([Article(text)])
    assert isinstance(found, Findings)
    named = [text[m.start : m.end] for m in found.mentions]
    assert named == ["Maradi", "Republic of Niger", "Gusau"]
