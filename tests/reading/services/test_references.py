"""Lists of references in RIS and BibTeX: abstracts with their days and outlets."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.reading import Reading, read_bytes

RIS = """TY  - NEWS
TI  - Bridge closed
AU  - Doe, R.
AU  - Roe, J.
T2  - The Ledger
PY  - 2016
DA  - 2016/12/16/late edition
AB  - It was closed on Monday,
   after a night of rain.
UR  - https://example.org/1
ER  -{space}

TY  - NEWS
T1  - Bridge opened
JO  - The Courier
Y1  - 2016/12/17/
ER  -{space}
TY  - NEWS
AU  - Doe, R.
ER  -{space}
"""

BIBTEX = r"""% made by a program
@article{doe2016,
  title = {The {Homs} Bridge \& its Road},
  author = {Doe, R. and Roe, J.},
  journal = {The Ledger},
  date = {2016-12-16},
  abstract = {It was closed, "until further notice".

    It rained.},
}
@misc{roe,
  title = "Bridge {"}opened{"}",
  year = 2016
}
@online{none, url = {https://example.org/2}}
"""


def told(reading: Reading) -> list[tuple[object, ...]]:
    return [(a.title, a.published, a.source, a.author, a.text) for a in reading.articles]


@pytest.mark.parametrize("space", ["", " "])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_references_in_ris_are_read_whatever_they_are_saved_in(
    space: str, encoding: str, ends: str
) -> None:
    data = RIS.format(space=space).replace("\n", ends).encode(encoding)
    reading = read_bytes("export(2).txt", data)
    body = "It was closed on Monday,\nafter a night of rain."
    first = ("Bridge closed", datetime(2016, 12, 16), "The Ledger", "Doe, R.; Roe, J.")
    assert told(reading) == [
        (*first, f"Bridge closed\n\n{body}"),
        ("Bridge opened", datetime(2016, 12, 17), "The Courier", "", "Bridge opened"),
    ]
    assert reading.set_aside["row"].tolist() == ["3"]


def test_references_in_bibtex_lose_their_braces_and_no_paragraph() -> None:
    reading = read_bytes("a.bib", BIBTEX.encode())
    body = 'It was closed, "until further notice".\n\nIt rained.'
    title = "The Homs Bridge & its Road"
    assert told(reading) == [
        (title, datetime(2016, 12, 16), "The Ledger", "Doe, R.; Roe, J.", f"{title}\n\n{body}"),
        ('Bridge "opened"', None, "", "", 'Bridge "opened"'),
    ]
    assert reading.set_aside["reason"].tolist() == ["no reference with a headline"]
    assert any(
        "abstracts and notes stand for 1 of them, headlines alone for 1" in n for n in reading.notes
    )


@settings(max_examples=80)
@given(cut=st.floats(0, 1), noise=st.text('{}"@,=-\\ TYER', max_size=12))
def test_damaged_references_raise_nothing_else(cut: float, noise: str) -> None:
    for text in (RIS, BIBTEX):
        at = int(len(text) * cut)
        try:
            read_bytes("a.bib", f"{text[:at]}{noise}{text[at:]}".encode())
        except DatelineError:
            continue


def test_what_proquest_writes_into_notes_and_after_outlets_is_not_kept() -> None:
    lines = [
        *("TY  - NEWS", "T1  - Bridge closed", "T2  - The Ledger; Homs", "DA  - 2016 Dec 16"),
        *("AB  - It rained. [PUBLICATION ABSTRACT]", "N2  - It rained.", "DP  - ProQuest"),
        "UR  - https://search.proquest.com/docview/1?accountid=9",
        *("N1  - Copyright - Copyright The Ledger", "N1  - Last updated - 2016-12-18", "ER  - "),
    ]
    (article,) = read_bytes("a.ris", "\n".join(lines).encode()).articles
    assert article.text == "Bridge closed\n\nIt rained."
    assert (article.source, article.url) == ("The Ledger", "https://search.proquest.com/docview/1")


def test_letters_of_tex_parts_of_a_date_and_named_values_are_read() -> None:
    entries = r"""
@string{led = "The Northtown Ledger"}
@comment{jabref-meta: {databaseType:bibtex;}}
@article{a, title = {Br\"{u}cke in {\O}st \& Pi{\v s}t{\'e}}, journal = led,
  author = {Fran\c{c}ois, \'{E}tienne}, year = {2016}, month = dec, day = 6}
@online{b, title = {Stra{\ss}e}, date = {2016-12-16/2016-12-18}}
@misc{c, title = {Market}, year = 2016}
"""
    first, second, third = read_bytes("a.bib", entries.encode()).articles
    assert first.title == "Brücke in Øst & Pišté"
    assert (first.source, first.author) == ("The Northtown Ledger", "François, Étienne")
    assert str(first.published)[:10] == "2016-12-06"
    assert (second.title, str(second.published)[:10]) == ("Straße", "2016-12-16")
    assert third.published is None
