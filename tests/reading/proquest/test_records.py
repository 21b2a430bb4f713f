"""ProQuest: records in XML, of either kind."""

from __future__ import annotations

import pytest

from dateline.reading import read_bytes

RECORDS = {
    "studio": (
        "<RECORD><GOID>11</GOID><DFS><PubFrosting><SourceType>Newspapers</SourceType><Title>The "
        "Northtown Ledger</Title><Qualifier>Northtown, N.Y.</Qualifier></PubFrosting></DFS><Obj>"
        "<TitleAtt IsHeadline='true'><Title>Bridge &lt;i&gt;closed&lt;/i&gt;</Title></TitleAtt>"
        "<NumericDate>2016-12-16</NumericDate><Contributors><Contributor Role='Author'><Author>"
        "<LastName>Example</LastName><NormalizedDisplayForm>Example, Ada</NormalizedDisplayForm>"
        "</Author></Contributor></Contributors></Obj><TextInfo><Text HTMLContent='true'>&lt;html"
        "&gt;&lt;body&gt;&lt;p&gt;It rained.&lt;/p&gt;&lt;p&gt;It was closed.&lt;/p&gt;&lt;/body"
        "&gt;&lt;/html&gt;</Text></TextInfo></RECORD>"
    ),
    "historical": (
        "<Record><RecordID>11</RecordID><RecordTitle>Bridge closed</RecordTitle><Publication>"
        "<Title>The Northtown Ledger</Title><Qualifier>Northtown, N.Y.</Qualifier></Publication>"
        "<AlphaPubDate>Dec 16, 2016</AlphaPubDate><NumericPubDate>20161216</NumericPubDate>"
        "<Contributor><ContribRole>Author</ContribRole><OriginalForm>Example, Ada</OriginalForm>"
        "</Contributor><Contributor><ContribRole>Subject</ContribRole><OriginalForm>Ben Muster"
        "</OriginalForm></Contributor><FullText>It rained.\n\nIt was closed.</FullText></Record>"
    ),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_records_in_xml(kind: str) -> None:
    data = f"<?xml version='1.0' encoding='UTF-8'?>\n{RECORDS[kind]}".encode()
    (article,) = read_bytes("11.xml", data).articles
    assert article.text == "Bridge closed\n\nIt rained.\n\nIt was closed."
    assert (article.source, article.author) == ("The Northtown Ledger", "Example, Ada")
    assert (str(article.published)[:10], article.identifier) == ("2016-12-16", "11")
    assert article.further["place"] == "Northtown, N.Y."
