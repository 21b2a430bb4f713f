"""XML: a list of elements is a table, with its paragraphs, attributes and elements within."""

from __future__ import annotations

import pytest

from dateline.errors import ReadingError
from dateline.reading import read_bytes

LIST = """\
<?xml version="1.0" encoding="UTF-8"?>
<export made="2017-01-02"><about><user>Pat</user></about><articles>
<article id="7"><title>Bridge closed</title><meta><date>2016-12-16</date>
<source>The Ledger</source></meta><text><p>It <b>rained</b>.</p><p>It was closed.</p></text>
</article><article id="8"><title>Market open</title><meta><date>2016-12-17</date><source>Gazette
</source></meta><text>&lt;p&gt;It opened.&lt;/p&gt;&lt;p&gt;All came.&lt;/p&gt;</text></article>
</articles></export>
"""


def test_a_list_of_elements_is_read_wherever_it_stands() -> None:
    first, second = read_bytes("a.xml", LIST.encode()).articles
    assert first.text == "Bridge closed\n\nIt rained.\n\nIt was closed."
    assert (first.source, str(first.published)[:10]) == ("The Ledger", "2016-12-16")
    assert first.identifier == "7"
    assert second.text == "Market open\n\nIt opened.\n\nAll came."
    assert "Pat" not in repr((first, second))


def test_a_document_without_a_list_is_one_article() -> None:
    data = (
        "<?xml version='1.0'?><nitf><head><title>Bridge closed</title><pubdata date.publication="
        "'20161216T103000'/></head><body><body.head><byline>By Ada Example</byline></body.head>"
        "<body.content><block><p>It rained.</p><p>It was closed.</p></block></body.content></body>"
        "</nitf>"
    )
    (article,) = read_bytes("a.xml", data.encode()).articles
    assert article.text == "Bridge closed\n\nIt rained.\n\nIt was closed."
    assert (article.author, str(article.published)[:10]) == ("Ada Example", "2016-12-16")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (
            "<?xml version='1.0'?><a><b><c>1</c></b><b><c>2</c></b></a>",
            "without a list of articles",
        ),
        ("<?xml version='1.0'?><a><b>", "no XML that can be read"),
        (
            "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
            "no XML that can be read",
        ),
    ],
)
def test_what_holds_no_articles_is_refused(data: str, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason):
        read_bytes("a.xml", data.encode())
