"""Exports are recognised by what stands in them, never by their names; nothing else is taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.development import EVALUATION
from dateline.errors import ReadingError
from dateline.reading import read, read_bytes
from dateline.reading.databases import DATABASES
from dateline.reading.files import File
from dateline.reading.formats import format_of

NAMES = [name for name, _, _, _ in DATABASES]
EXPORTS = EVALUATION.parent / "formats"

NEXIS = (
    "Bridge closed\nThe Ledger\nDecember 16, 2016 Friday\n\nLength: 104 words\nBody\n\n"
    "It was closed.\n\nLoad-Date: December 17, 2016\n\nEnd of Document\n"
)


def kind(name: str, text: str) -> str:
    data = text.encode()
    return format_of(File(name, len(data), data)).name


@pytest.mark.parametrize("name", ["export.txt", "export", "Bridge closed(2).TXT", "a.dat"])
def test_the_name_of_an_export_does_not_matter(name: str) -> None:
    assert kind(name, NEXIS) == "Nexis, text"
    assert len(read_bytes(name, NEXIS.encode()).articles) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "Bridge closed\n\nThe report ends with:\nEnd of Document\n"),
        ("a.txt", "Bridge closed\n\n2 of 3 documents\n\nwere found by the mayor."),
        ("a.txt", f"Bridge closed\n\n{'_' * 60}\n\nIt was closed."),
        ("a.txt", "From: the mayor\n\nBridge closed.\n\nSubject: bridges"),
        ("a.txt", '"The Ledger" vom 23.10.2016 Seite: 2\n\nIt was closed.'),
        ("a.csv", "title,url,publish_date,media_name,text\nBridge,e.org,2016-12-16,E,It closed.\n"),
        ("a.json", '[{"title": "Bridge", "text": "It was closed."}]'),
        ("a.html", "<html><body><p>Factiva and ProQuest are databases.</p></body></html>"),
        ("a.jsonl", '{"text": "It was closed.", "id": "1"}\n'),
        ("a.md", "# Bridge\n\nLength: 5 words\n\nIt was closed."),
    ],
)
def test_what_no_database_wrote_is_taken_for_no_export(name: str, text: str) -> None:
    assert kind(name, text) not in NAMES


SAMPLES = {
    "a.txt": NEXIS,
    "b.txt": f"{'1 of 2 DOCUMENTS':^80}\n\n{'The Ledger':^80}\n\n{'December 16, 2016':^80}\n\n"
    "Bridge closed\n\nBYLINE: Ada Example\n\nLENGTH: 3 words\n\nIt was closed.\n\n"
    "LOAD-DATE: December 17, 2016\n",
    "c.txt": f"{'_' * 60}\n\nBridge\n\nPublication info: Star ; X [X]. 09 Mar 2016: A.1.\n\n"
    "Full text: It was closed.\n\nProQuest document ID: 1\n",
    "d.html": '<html><title>Factiva</title><div class="article enArticle"><div id="hd">Bridge</div>'
    '<div>9 words</div><div>9 January 2016</div><div>Ledger</div><p class="articleParagraph">Shut.'
    "</p></div></html>",
    "e.html": "<html><td><span class='DocPublicationName'>G</span><span class='DocHeader'>jeudi 5 "
    "mai 2016</span><br><span class='TitreArticleVisu'>Pont</span><br>Fermé.<br></td></html>",
    "f.html": "<html><!-- <DOC NUMBER=1><DOCFULL> --><p>1 of 1 DOCUMENTS</p><p>Ledger</p><p>Bridge"
    "</p><p>LENGTH: 2 words</p><p>It was closed.</p></html>",
    "g.rtf": '{\\rtf1 "Das Blatt" vom 23.10.2016 Seite: 2\\par Ressort: X\\par\\b Pont\\b0'
    "\\par zu\\par}",
    "h.json": '[{"webTitle": "Bridge", "webPublicationDate": "2016-12-16", "fields": '
    '{"body": "<p>It was closed."}}]',
    "i.json": '[{"itemType": "report", "title": "Bridge", "creators": [{"name": "A"}]}]',
    "j.ijson": '{"id": "1", "schema": "Page", "properties": {"bodyText": ["x"], "index": ["2"]}}',
    "k.csv": "id,media_name,publish_date,title,url\n1,e.org,2016-12-16,Bridge,https://e.org\n",
    "m.txt": "1. Brug\n\nBlad, dinsdag 29 november 2011, p. 13, 678w.\n\nGesloten.\n",
    "n.html": "<html><title>Report 12.05.2021 15:50:05</title><td>^ИС: Река<br>^ДТ: 09.02.1994"
    "<br>^ЗГ: Мост</td><pre>Закрыт.</pre></html>",
    "o.html": "<html><table class='topic-list'><td>1<td>2018年3月4日<td>a</table><table class="
    "'topic-detail'><td class='font002'>橋<div class='detail001'>雨。</div></table></html>",
    "p.xml": "<RECORD><GOID>1</GOID><Obj><TitleAtt><Title>Bridge</Title></TitleAtt></Obj><TextInfo>"
    "<Text>It was closed.</Text></TextInfo></RECORD>",
    "l.eml": "From: a\nSubject: b\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
    '<a name="DocID_1"></a><p>Bridge</p><p><strong>Full text: </strong>It was closed.</p>',
}


def test_each_sample_is_taken_for_an_export() -> None:
    for name, text in SAMPLES.items():
        assert kind(name, text) in NAMES, name


@settings(max_examples=150)
@given(
    st.sampled_from(sorted(SAMPLES)),
    st.integers(0, 600),
    st.integers(0, 80),
    st.binary(max_size=12) | st.sampled_from([b"<", b'"', b"}", b"\0", b":", b"\n\n", b"</div>"]),
)
@example("e.html", 51, 0, b"\x01")  # of which XML has none
@example("e.html", 51, 0, b"&#x1f;")
def test_no_damage_to_an_export_stops_the_reading(
    name: str, at: int, length: int, instead: bytes
) -> None:
    data = SAMPLES[name].encode()
    try:
        reading = read_bytes(name, data[:at] + instead + data[at + length :])
    except ReadingError:
        return
    assert all(article.text.strip() for article in reading.articles)


# What a plain count of each file gives, and how many of them are articles.
COUNTED = {
    "nexis/lnt_sample_nexisuni.docx": (10, 10),
    "nexis/lnt_sample_oldlexis.txt": (10, 10),
    "nexis/gaza_straitstimes_6docs.txt": (6, 6),
    "nexis/gaza_timesofindia.txt": (51, 48),
    "nexis/afp_syria_2013.html": (30, 30),
    "nexis/usatoday_7docs_cover.docx": (7, 7),
    "nexis/guardian_2docs_nocover.docx": (2, 2),
    "nexis/tmplugin_fr.html": (3, 3),
    "nexis/amcat_german_dutch.txt": (27, 25),
    "factiva/tmplugin_factiva.html": (2, 2),
    "factiva/tmplugin_factiva.xml": (3, 3),
    "factiva/clemm_example_de.html": (2, 2),
    "factiva/nyt_bosnia_1993_german-ui.html": (12, 12),
    "proquest/proquest_sample1.html": (1, 1),
    "proquest/proquest_mail_malformed.eml": (2, 2),
    "proquest/proquest_star.txt": (12, 11),
    "europresse/europresse_old_layout.html": (3, 3),
    "otherdb/integrum_channel1_ru.xlsx": (59, 59),
    "otherdb/apa_onlinemanager_de.rtf": (20, 19),
    "mediacloud/mc-onlinenews-export.csv": (250, 244),
    "mediacloud/mc_apiv2_story.json": (1, 1),
    "newsapi/newsapi_netanyahu_2024.json": (100, 94),
    "newsapi/guardian_api_2017.json": (3, 3),
    "reliefweb/reliefweb_api_v1_p1.json": (4, 4),
    "zotero/zotero_items_Haaretz.json": (9, 9),
    "aleph/ftm_samples.ijson": (18, 5),
    "ucdp/ucdp_ged_ukraine_hxl_v19.csv": (139, 136),
}


@pytest.mark.skipif(not EXPORTS.exists(), reason="the sample exports are not on this machine")
@pytest.mark.parametrize("file", COUNTED)
def test_every_document_of_a_real_export_is_an_article_or_set_aside(file: str) -> None:
    reading = read([Path(EXPORTS, file)])
    count, articles = COUNTED[file]
    assert (len(reading.articles) + len(reading.set_aside), len(reading.articles)) == (
        count,
        articles,
    )
    assert any("An export of" in note for note in reading.notes)
