"""Exported files run nothing in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import (
    articles_csv,
    mentions_csv,
)
from dateline.export.cells import plain_csv
from dateline.formulas import harmless
from dateline.query import Query
from tests.corpora import article, corpus_of, small_corpus
from tests.export.read_again import ALL, read

SIGNS = "=+-@\t\r＝＋－＠"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\x00\r\n =1", "'=1"),
        ("＝1", "'＝1"),
        ('calm;"=1"', 'calm;"\'=1"'),
        ("Aleppo – east\nnew line", "Aleppo – east new line"),
        ("east-west = both", "east-west = both"),
        ("'=1", "'=1"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_run_has_an_apostrophe_before_it(text: str, cell: str) -> None:
    assert harmless(text) == cell
    assert harmless(cell) == cell


cells = st.lists(st.sampled_from([*SIGNS, *"a1;,\"' \n\x00\x85\u2028", "حلب"]), max_size=9)


@given(cells.map("".join))
def test_no_text_becomes_a_formula_whatever_separates_the_cells(text: str) -> None:
    cell = harmless(text)
    assert not cell.startswith(tuple(SIGNS))
    assert cell.isprintable()
    for part in re.split(";", cell):
        assert not part.lstrip(' "').startswith(tuple(SIGNS))


def test_hostile_fields_are_neutralised_in_every_column() -> None:
    evil = "=cmd|' /C calc'!A0"
    made, found = article("2016-12-05", evil, evil, evil, f"[{evil.replace('|', '')}|event|aleppo]")
    made.further["=1+1"] = evil
    corpus = corpus_of((made, found), name=evil)
    for data in (mentions_csv(corpus, ALL), articles_csv(corpus, ALL)):
        for row in csv.reader(io.StringIO(data.decode())):
            assert not [cell for cell in row if cell.startswith(tuple(SIGNS))]
    assert read(articles_csv(corpus, ALL))["title"].tolist() == ["'" + evil]


def test_numbers_below_zero_are_not_taken_for_formulas() -> None:
    rows = read(mentions_csv(small_corpus(), Query(roles=("actor",))))
    assert "-77.0364" in rows["longitude"].tolist()


def test_a_list_of_what_was_set_aside_runs_no_formula_either() -> None:
    frame = pd.DataFrame({"file": ["=a.csv"], "reason": ["no\ntext"]}, dtype="str")
    rows = pd.read_csv(io.BytesIO(plain_csv(frame)), dtype="str")
    assert rows.to_dict("list") == {"file": ["'=a.csv"], "reason": ["no text"]}
