"""Web archives: the pages in them are articles, the rest is told."""

from __future__ import annotations

import gzip
import io

import pytest

from dateline.reading import read_bytes
from tests.reading.made_files import archive, page

warcio = pytest.importorskip("warcio", reason="the extra for web archives is not installed")


def archived(*answers: tuple[str, str, str, bytes], packed: bool = True) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    for url, status, kind, data in answers:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                url, "response", payload=io.BytesIO(data), http_headers=headers
            )
        )
    return stream.getvalue()


ANSWERS = (
    ("https://ledger.example/1", "200 OK", "text/html; charset=utf-8", page("Bridge").encode()),
    ("https://ledger.example/x.png", "200 OK", "image/png", b"\x89PNG"),
    ("https://ledger.example/old", "301 Moved", "text/html", b"<html>moved</html>"),
    ("https://ledger.example/2", "200 OK", "text/html", b"<html><body></body></html>"),
)


@pytest.mark.parametrize(("name", "packed"), [("a.warc.gz", True), ("a.warc", False)])
def test_pages_are_articles_and_what_has_none_is_told(name: str, packed: bool) -> None:
    reading = read_bytes(name, archived(*ANSWERS, packed=packed))
    (article,) = reading.articles
    assert article.url == "https://ledger.example/1"
    assert article.text.startswith("Bridge")
    assert reading.set_aside["text"].tolist() == ["https://ledger.example/2"]
    assert any("2 of its 4 records are no pages" in note for note in reading.notes)


def test_an_archive_that_is_cut_gives_what_came_before() -> None:
    data = archived(ANSWERS[0], ANSWERS[0])
    reading = read_bytes("a.warc.gz", data[: len(data) * 3 // 4])
    assert len(reading.articles) == 1


def test_an_archive_that_was_packed_as_a_whole_is_read_to_its_end() -> None:
    other = ("https://ledger.example/3", *ANSWERS[0][1:3], page("Market").encode())
    data = archived(ANSWERS[0], other, packed=False)
    reading = read_bytes("a.warc.gz", gzip.compress(data))
    assert [article.url for article in reading.articles] == [ANSWERS[0][0], other[0]]


def test_of_a_packed_collection_the_pages_are_read_and_no_list_or_log_of_them() -> None:
    data = archive(
        {
            "datapackage.json": '{"profile": "data-package", "resources": [{"name": "a"}]}',
            "pages/pages.jsonl": '{"id": "pages"}\n{"url": "https://x", "text": "b"}\n',
            "indexes/index.cdx": "example,ledger)/1 20161216103000 {}\n",
            "archive/data.warc.gz": archived(*ANSWERS[:2]),
            "logs/crawl.log": '{"logLevel": "info"}\n',
        }
    )
    reading = read_bytes("a.wacz", data)
    assert [article.url for article in reading.articles] == ["https://ledger.example/1"]
    assert len(reading.set_aside) == 0
