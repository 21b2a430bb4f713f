"""Marks that nobody sees hide no name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.extraction.extractor import Extractor
from dateline.findings import Article, Findings
from dateline.geoparsing.recognition.unseen_marks import without_unseen_marks


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("⚡\ufe0fKharkiv: two arrivals", "⚡ Kharkiv: two arrivals"),
        ("in \u200bHoms\u200b.", "in  Homs ."),
        ("\ufeffShells fell", " Shells fell"),
        ("\u200eالحمص\u200f", " الحمص "),
        ("می\u200cشود", "می\u200cشود"),  # within a word it is spelling
        ("⚡\ufe0f Kharkiv", "⚡\ufe0f Kharkiv"),
        ("Shells fell on Homs.", "Shells fell on Homs."),
    ],
)
def test_an_unseen_mark_at_the_edge_of_a_word_is_a_space(text: str, bare: str) -> None:
    assert without_unseen_marks(text) == bare


@given(st.text())
def test_no_offset_moves(text: str) -> None:
    assert len(without_unseen_marks(text)) == len(text)


def test_a_name_behind_the_sign_of_a_post_is_a_mention() -> None:
    text = "⚡\ufe0fKharkiv – two arrivals in Saltivka. ❗\ufe0fKherson: shells hit the market."
    (found,) = Extractor().read_many([Article(text)])
    assert isinstance(found, Findings)
    named = [(m.surface, text[m.start : m.end]) for m in found.mentions]
    assert named == [(name, name) for name in ("Kharkiv", "Saltivka", "Kherson")]
