"""Texts that LibreOffice saved: what is read of them, and what is refused."""

from __future__ import annotations

import pytest

from dateline.errors import ReadingError
from dateline.reading import read_bytes
from tests.reading.made_files import BODY, archive

NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def document(inside: str, before: str = "") -> bytes:
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{before}<office:document-content {NAMES}><office:body><office:text>"
            f"{inside}</office:text></office:body></office:document-content>",
            "meta.xml": "<a>Somebody</a>",
        },
        0,
    )


def test_headings_paragraphs_lists_and_tables_are_read_and_what_is_beside_the_text_is_not() -> None:
    data = document(
        "<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>"
        "<text:h>Bridge <text:span>closed</text:span></text:h>"
        f"<text:p>{BODY}<text:note><text:p>A footnote.</text:p></text:note> It rained."
        "<office:annotation><text:p>A comment.</text:p></office:annotation></text:p><text:p/>"
        "<text:list><text:list-item><text:p>One<text:s/>item<text:tab/>more</text:p>"
        "</text:list-item></text:list><table:table><table:table-row><table:table-cell>"
        "<text:p>A cell</text:p></table:table-cell></table:table-row></table:table>"
    )
    (article,) = read_bytes("a.odt", data).articles
    assert article.title == "Bridge closed"
    assert article.text == f"Bridge closed\n\n{BODY} It rained.\n\nOne item\tmore\n\nA cell"
    assert "Somebody" not in str(article)


@pytest.mark.parametrize(
    "data",
    [
        document(""),
        document("<text:p>Not closed"),
        document(f"<text:p>{'<text:span>' * 500}deep{'</text:span>' * 500}</text:p>"),
        document("<text:p>&a;</text:p>", '<!DOCTYPE a [<!ENTITY a "b">]>'),
        document("<text:p>A</text:p>")[:300],
        document("<text:p>A road</text:p>", '<?xml version="1.0" encoding="nonesuch"?>'),
    ],
)
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError):
        read_bytes("a.odt", data)
