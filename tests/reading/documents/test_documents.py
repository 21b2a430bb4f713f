"""Word documents, and what only looks like a document."""

from __future__ import annotations

import pytest

from dateline.errors import ReadingError
from dateline.reading import read_bytes
from tests.reading.made_files import BODY, archive, word


def test_a_word_document_keeps_its_order_and_never_who_made_it() -> None:
    data = word([("Title", "Bridge closed"), ("", BODY), ("", "It reopened.")], [["Homs", "2"]])
    (article,) = read_bytes("a.docx", data).articles
    assert article.title == "Bridge closed"
    assert article.text == f"Bridge closed\n\n{BODY}\n\nIt reopened.\n\nHoms\t2"
    assert "Exporter" not in repr(article)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (word([]), "empty"),
        (word([("", BODY)])[:-100], "damaged"),
        (b"", "empty"),
        (
            archive(
                {
                    "[Content_Types].xml": "<x/>",
                    "word/document.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>',
                }
            ),
            "declares entities",
        ),
    ],
)
def test_what_is_no_harmless_document_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason):
        read_bytes("a.docx", data)
