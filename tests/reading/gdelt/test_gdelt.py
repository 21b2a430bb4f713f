"""Tables of GDELT: documents with places, without text, spans and roles."""

from __future__ import annotations

from datetime import datetime

import pytest

from dateline.assembly import tables_of
from dateline.corpus import Corpus
from dateline.query import Query, narrow, totals
from dateline.reading import Reading, read_bytes

HOMS = "4#Homs, Hims, Syria#SY#SY11#34.7268#36.7234#-2541331"
GERMANY = "1#Germany#RS#GM#51#9#GM"
NOWHERE = "4#Nowhere On Sea, Hims, Syria#SY#SY11#34.9#36.8#-99"


def knowledge(number: int, url: str, places: str, title: str = "") -> str:
    cells = [""] * 27
    cells[0], cells[1] = f"20161216103000-{number}", "20161216103000"
    cells[2], cells[3], cells[4] = "1", "ledger.example", url
    cells[7], cells[9] = "REBELS;TERROR;", places
    cells[26] = f"<PAGE_TITLE>{title}</PAGE_TITLE>" if title else ""
    return "\t".join(cells)


def event(number: int, url: str, width: int = 61) -> str:
    geo = HOMS.split("#")
    step = 8 if width == 61 else 7
    block = [*geo[:4], *([""] if step == 8 else []), *geo[4:]]
    cells = [str(number), "20151216", *[""] * 33, *[""] * step, *[""] * step, *block]
    cells.append("20161216103000" if width == 61 else "20161216")
    return "\t".join([*cells, *([] if width == 57 else [url])])


def read(*lines: str) -> Reading:
    return read_bytes("a.csv", "\n".join(lines).encode())


def test_a_document_has_its_places_by_iso_code_and_its_page_title() -> None:
    (article,) = read(
        knowledge(1, "https://ledger.example/1", f"{HOMS};{GERMANY};{NOWHERE}", "Rain &amp; snow")
    ).articles
    assert (article.title, article.text) == ("Rain & snow", "Rain & snow")
    assert article.published == datetime(2016, 12, 16, 10, 30)
    assert article.further["themes"] == "REBELS; TERROR"
    assert article.findings is not None
    places = {m.place.name: m.place for m in article.findings.mentions if m.place}
    assert places["Germany"].country_code == "DE"
    assert places["Homs"].gazetteer_id.startswith("geonames:")
    assert places["Nowhere On Sea"].gazetteer_id == "gdelt:-99"
    assert {m.role for m in article.findings.mentions} == {None}
    assert {(m.start, m.end) for m in article.findings.mentions} == {(0, 0)}
    assert {m.rule for m in article.findings.mentions} == {
        "coded by GDELT as a city or landmark",
        "coded by GDELT as a country",
    }


@pytest.mark.parametrize("width", [58, 61])
def test_rows_of_events_that_name_one_document_are_one_article(width: int) -> None:
    reading = read(event(1, "https://a.example/1", width), event(2, "https://a.example/1", width))
    (article,) = reading.articles
    assert article.source == "a.example"
    assert article.published is not None
    assert article.published.year == 2016
    assert article.findings is not None
    assert [m.rule for m in article.findings.mentions] == [
        "coded by GDELT as a city or landmark, place of the action"
    ]
    assert any("2 rows name 1 document." in note for note in reading.notes)


def test_events_without_an_address_and_rows_that_are_none_are_not_lost() -> None:
    reading = read(event(1, "", 57), event(2, "", 57), "broken\trow")
    assert len(reading.articles) == 2
    assert reading.set_aside["reason"].tolist() == ["2 cells, not a row of a GDELT table"]


def test_a_corpus_of_them_shows_all_mentions() -> None:
    articles = read(
        knowledge(1, "https://ledger.example/1", HOMS), knowledge(2, "https://ledger.example/2", "")
    ).articles
    tables = tables_of([(article, article.findings) for article in articles])  # type: ignore[misc]
    corpus = Corpus.from_tables(tables, name="coded", provenance={})
    assert not corpus.has_roles
    assert corpus.articles["copy_group"].nunique() == 2
    assert tables["articles"]["key"].nunique() == 2
    assert totals(corpus, narrow(corpus, Query())).mentions == 1


@pytest.mark.parametrize("width", [57, 58, 61])
def test_an_event_that_does_not_say_when_it_was_seen_has_its_own_day(width: int) -> None:
    cells = event(1, "https://ledger.example/1", width).split("\t")
    cells[width - 1 if width == 57 else width - 2] = ""
    reading = read("\t".join(cells))
    assert [a.published for a in reading.articles] == [datetime(2015, 12, 16)]
    assert any("1 document has the latest day of its events" in n for n in reading.notes)
