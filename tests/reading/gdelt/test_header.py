"""Tables of GDELT with a header, as BigQuery and the first knowledge graph have it."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import pytest

from dateline.reading import Reading, read_bytes

HOMS = "4#Homs, Hims, Syria#SY#SY11#34.7268#36.7234#-2541331"
HOMS_PLACED = "4#Homs, Hims, Syria#SY#SY11#12345#34.7268#36.7234#-2541331#57"

KNOWLEDGE = {
    "DocumentIdentifier": "https://ledger.example/1",
    "GKGRECORDID": "20161216103000-1",
    "DATE": "20161216103000",
    "SourceCommonName": "ledger.example",
    "V2Locations": HOMS_PLACED,
    "V2Themes": "REBELS,12;REBELS,90;RAIN,7",
}


def table(separator: str, *rows: dict[str, str]) -> Reading:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return read_bytes("results.csv", stream.getvalue().encode())


def places(reading: Reading) -> list[list[str]]:
    return [
        [m.place.name for m in article.findings.mentions if m.place] if article.findings else []
        for article in reading.articles
    ]


@pytest.mark.parametrize("separator", ["\t", ",", ";"])
def test_columns_are_found_by_their_names_in_any_order(separator: str) -> None:
    reading = table(separator, KNOWLEDGE)
    (article,) = reading.articles
    assert article.url == "https://ledger.example/1"
    assert article.published == datetime(2016, 12, 16, 10, 30)
    assert article.source == "ledger.example"
    assert article.further["themes"] == "REBELS; RAIN"
    assert places(reading) == [["Homs"]]


def test_names_of_the_codebook_are_known_too() -> None:
    renamed = {
        "V2DOCUMENTIDENTIFIER": KNOWLEDGE["DocumentIdentifier"],
        "GKGRECORDID": KNOWLEDGE["GKGRECORDID"],
        "V2.1DATE": KNOWLEDGE["DATE"],
        "V2SOURCECOMMONNAME": "ledger.example",
        "V1LOCATIONS": HOMS,
        "V2EXTRASXML": "<PAGE_TITLE>Rain</PAGE_TITLE>",
    }
    reading = table("\t", renamed)
    assert reading.articles[0].title == "Rain"
    assert places(reading) == [["Homs"]]


def test_every_document_of_a_row_of_the_first_knowledge_graph_is_one() -> None:
    reading = table(
        "\t",
        {
            **{"DATE": "20130401", "NUMARTS": "2", "COUNTS": "", "THEMES": "RAIN;"},
            **{"LOCATIONS": HOMS, "PERSONS": "", "ORGANIZATIONS": "", "TONE": "1,2"},
            **{"CAMEOEVENTIDS": "", "SOURCES": "ledger.example;Northline Monitoring"},
            "SOURCEURLS": "https://ledger.example/1<UDIV>Northline Monitoring",
        },
    )
    assert [a.source for a in reading.articles] == ["ledger.example", "Northline Monitoring"]
    assert [a.url for a in reading.articles] == ["https://ledger.example/1", ""]
    assert places(reading) == [["Homs"], ["Homs"]]
    assert {a.published for a in reading.articles} == {datetime(2013, 4, 1)}


def test_a_few_columns_of_events_are_enough() -> None:
    kind, name, country, division, latitude, longitude, number = HOMS.split("#")
    reading = table(
        ",",
        {
            **{"GLOBALEVENTID": "7", "SQLDATE": "20151216", "DATEADDED": "20161216103000"},
            **{"ActionGeo_Type": kind, "ActionGeo_FullName": name},
            **{"ActionGeo_CountryCode": country, "ActionGeo_ADM1Code": division},
            **{"ActionGeo_Lat": latitude, "ActionGeo_Long": longitude},
            **{"ActionGeo_FeatureID": number, "SOURCEURL": "https://ledger.example/7"},
        },
    )
    assert places(reading) == [["Homs"]]
    assert reading.articles[0].published == datetime(2016, 12, 16, 10, 30)


def _event(**cells: str) -> dict[str, str]:
    kind, name, country, division, latitude, longitude, number = HOMS.split("#")
    return {
        **{"GLOBALEVENTID": "7", **cells, "ActionGeo_Type": kind, "ActionGeo_FullName": name},
        **{"ActionGeo_CountryCode": country, "ActionGeo_ADM1Code": division},
        **{"ActionGeo_Lat": latitude, "ActionGeo_Long": longitude},
        "ActionGeo_FeatureID": number,
    }


@pytest.mark.parametrize(
    ("cells", "published"),
    [
        ({"SQLDATE": "20151216"}, datetime(2015, 12, 16)),
        ({"Day": "2015-12-16"}, datetime(2015, 12, 16)),
        (
            {"SQLDATE": "20151216.0", "DATEADDED": "20161216103000.0"},
            datetime(2016, 12, 16, 10, 30),
        ),
        ({"DATEADDED": "20161216"}, datetime(2016, 12, 16)),
    ],
)
def test_events_are_dated_by_what_their_rows_hold(
    cells: dict[str, str], published: datetime
) -> None:
    reading = table(",", _event(**cells, SOURCEURL="https://ledger.example/7"))
    assert [a.published for a in reading.articles] == [published]
    told = any("latest day of its events" in note for note in reading.notes)
    assert told == ("DATEADDED" not in cells)


def test_of_the_days_of_the_events_in_a_document_the_latest_dates_it() -> None:
    url = "https://ledger.example/7"
    rows = [_event(SQLDATE=day, SOURCEURL=url) for day in ("20151216", "20151217", "20141217")]
    reading = table(",", *rows)
    assert [a.published for a in reading.articles] == [datetime(2015, 12, 17)]
    assert "(day)" not in reading.articles[0].further


def test_events_without_addresses_are_kept_one_by_one() -> None:
    rows = [_event(SQLDATE="20151216") | {"GLOBALEVENTID": number} for number in ("7", "8")]
    assert places(table(",", *rows)) == [["Homs"], ["Homs"]]


def test_a_table_of_events_that_somebody_added_texts_to_is_read_for_the_texts() -> None:
    row = _event(SQLDATE="20151216", SOURCEURL="https://ledger.example/7")
    reading = table(",", row | {"article_text": "Rain closed the bridge in Homs."})
    (article,) = reading.articles
    assert article.text == "Rain closed the bridge in Homs."
    assert article.findings is None


def test_a_row_that_is_none_is_set_aside_below_a_header() -> None:
    reading = table(",", KNOWLEDGE, {**KNOWLEDGE, "GKGRECORDID": "", "DATE": "soon"})
    assert len(reading.articles) == 1
    assert list(reading.set_aside["row"]) == ["2"]


def test_the_knowledge_graph_needs_no_number_of_its_rows() -> None:
    reading = table(",", {name: cell for name, cell in KNOWLEDGE.items() if name != "GKGRECORDID"})
    assert reading.articles[0].url == "https://ledger.example/1"
    assert places(reading) == [["Homs"]]
