"""Words that a column parts at the ends of its lines become whole; tags and signs left in it go."""

from __future__ import annotations

import json

import pytest

from dateline.reading import Settings, read, read_bytes
from dateline.reading.cleaning.cells import Cleaning
from dateline.reading.cleaning.hypertext import words_of

SCAN = (
    "Heavy guns were heard in the neigh-\nbourhood of Gi-\nvenchy, and at Zee-\nbrugge.\n"
    "Nothing is known of the Anglo-\nFrench squadron."
)


def test_words_of_a_scan_become_whole() -> None:
    cleaning = Cleaning()
    assert cleaning.clean(SCAN) == (
        "Heavy guns were heard in the neighbourhood\nof Givenchy,\nand at Zeebrugge.\n"
        "Nothing is known of the Anglo-\nFrench squadron."
    )
    assert [*cleaning.notes()] == ["3 words parted at the end of a line were joined."]


@pytest.mark.parametrize(
    "text",
    [
        "A well-\nknown man. He left.",  # once: it may be a compound
        "Items:\n-\none\n-\ntwo\n-\nthree\n-\nfour",
        "1914-\nto 1915-\nto 1916-\nto",
    ],
)
def test_other_hyphens_stay(text: str) -> None:
    cleaning = Cleaning()
    assert cleaning.clean(text) == text
    assert not [*cleaning.notes()]


def test_a_whole_text_that_somebody_counted_in_stays_as_it_is() -> None:
    assert Cleaning(as_it_is=True).clean(SCAN) == SCAN


WRAPPED = """\
Fighters of an unnamed group shelled the camp near the port on Monday, and Khan
Younis was hit as well, residents said. In the north, planes struck villages near
Ras al-Ayn, while nothing of the kind was heard of by those who had come to Port
Sudan.

- bread
- water"""


def test_lines_broken_to_fit_a_width_become_paragraphs_so_that_no_name_is_parted() -> None:
    cleaning = Cleaning()
    first, *rest = cleaning.clean(WRAPPED).split("\n")
    assert "Khan Younis" in first and "Port Sudan." in first
    assert rest == ["", "- bread", "- water"]
    assert [*cleaning.notes()] == [
        "1 text had lines broken to fit a width; they were joined to paragraphs."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Minister leaves after long talks about the port and people in\nThe talks lasted a day.",
        "A first paragraph that ends in its own time.\nA second one, just as long as it is.\n" * 3,
        "bread\nwater\nsalt\nsugar\noil",
        "Minister leaves after long talks about the port and people in\nThey go on.\n \n \n \nEnd.",
    ],
)
def test_headings_lists_and_paragraphs_stay_as_they_are(text: str) -> None:
    cleaning = Cleaning()
    assert cleaning.clean(text) == text.strip()
    assert [*cleaning.notes()] == []


def test_records_that_have_their_text_keep_its_lines() -> None:
    assert Cleaning(as_it_is=True).clean(WRAPPED) == WRAPPED


def test_html_left_in_a_cell_goes_and_is_told() -> None:
    text = "It rained.<br><br>The <a href='x'>bridge</a> was closed &amp; the road&nbsp;too."
    reading = read_bytes("a.json", json.dumps([{"title": "A <b>b</b>", "text": text}]).encode())
    (article,) = reading.articles
    assert article.text == "A b\n\nIt rained.\n\nThe bridge was closed & the road too."
    assert "a.json: 1 text held HTML; its tags are gone." in reading.notes


def test_signs_that_are_no_tags_stay() -> None:
    text = "5 < 7 and a<b>c in <Homs> AT&T; it said <3"
    assert words_of("x <br> y") == "x\ny"
    (article,) = read_bytes(
        "a.csv", f"title,text\nA,{text.replace('<b>', '<bb>')}\n".encode()
    ).articles
    assert article.text.endswith(text.replace("<b>", "<bb>"))


def test_words_decoded_wrongly_are_told_and_mended_only_when_asked(tmp_path: object) -> None:
    wrong = "The bridge isnâ€™t open, said the mayor of AlÃ©p."
    data = f'title,text\nBridge,"{wrong}"\n'
    reading = read_bytes("a.csv", data.encode())
    assert reading.articles[0].text == f"Bridge\n\n{wrong}"
    assert any(
        "1 text seems to have been decoded wrongly" in note and "--mend" in note
        for note in reading.notes
    )
    path = tmp_path / "a.csv"  # type: ignore[operator]
    path.write_text(data, encoding="utf-8")
    mended = read([path], settings=Settings(mend=True))
    assert mended.articles[0].text == "Bridge\n\nThe bridge isn’t open, said the mayor of Alép."


def test_soft_hyphens_are_left_out_so_that_the_word_is_found() -> None:
    reading = read_bytes("a.csv", "title,text\nIs\u00adrael,In Is\u00adrael it rained.\n".encode())
    assert reading.articles[0].text == "Israel\n\nIn Israel it rained."
    assert "a.csv: 2 soft hyphens within words were left out." in reading.notes


def test_what_was_made_html_more_than_once_is_text_again() -> None:
    table = 'title,text\nA &amp;amp; B,"&amp;lt;p&amp;gt;Tom &amp;quot;said&amp;quot; it rained."\n'
    (article,) = read_bytes("a.csv", table.encode()).articles
    assert article.text == 'A & B\n\nTom "said" it rained.'
