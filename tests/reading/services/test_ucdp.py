"""UCDP: rows beside the headlines they were coded from."""

from __future__ import annotations

from dateline.reading import read_bytes
from tests.reading.services.answers import read

UCDP = (
    "id,year,type_of_violence,dyad_name,source_article,source_office,source_date,source_headline,"
    "where_prec,where_coordinates,adm_1,adm_2,country,date_prec,date_start,best\n"
)


def test_rows_of_ucdp_stand_with_the_headlines_behind_them() -> None:
    rows = UCDP + (
        "#event+id,#date+year,,,#meta,,,,,#loc+name,#adm1,#adm2,#country,,#date+start,#affected\n"
        '239,2016,1,A - B,"""The Ledger,2016-12-17,Bridge closed"";""The Herald,2016-12-16,'
        'No crossing""",The Ledger;The Herald,2016-12-17;2016-12-16,Bridge closed;No crossing,'
        "1,Homs town,Homs,Homs district,Syria,1,2016-12-15,0\n"
        "240,2016,1,A - B,,,,-,1,,Homs,,Syria,1,2016-12-15,0\n"
    )
    reading = read_bytes("a.csv", rows.encode())
    first, second = reading.articles
    assert first.text == "Bridge closed\n\nNo crossing\n\nHoms town, Homs district, Homs, Syria"
    assert (first.source, str(first.published)[:10]) == ("The Ledger; The Herald", "2016-12-16")
    assert first.further["date_start"] == "2016-12-15"
    assert (second.text, second.published) == ("Homs, Syria", None)
    assert any(
        "hold no texts" in note and "1 with the names alone" in note for note in reading.notes
    )
    assert any("HXL" in note for note in reading.notes)


def test_ucdp_is_known_in_the_json_of_its_api() -> None:
    row = {
        **{"id": 1, "type_of_violence": 1, "dyad_name": "A - B", "where_prec": 1, "date_prec": 1},
        **{"source_headline": "Bridge closed", "source_date": "2016-12-17", "adm_1": "Homs"},
        **{"source_office": "The Ledger", "source_article": "", "country": "Syria"},
    }
    (article,) = read({"TotalCount": 1, "Result": [row]}).articles
    assert article.text == "Bridge closed\n\nHoms, Syria"
    assert (article.source, str(article.published)[:10]) == ("The Ledger", "2016-12-17")
