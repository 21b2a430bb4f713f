"""Zotero's RDF: an item with its notes; attached files are none, and their paths are not kept."""

from __future__ import annotations

import pytest

from dateline.errors import ReadingError
from dateline.reading import read_bytes

HEAD = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.'
    'org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/'
    'dc/elements/1.1/" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:bib="http://purl.org/net/'
    'biblio#" xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:prism="http://prismstandard.'
    'org/namespaces/1.2/basic/">'
)
ITEM = """
<bib:Article rdf:about="https://ledger.example/1"><z:itemType>newspaperArticle</z:itemType>
<dcterms:isPartOf><bib:Newspaper><dc:identifier>ISSN 0</dc:identifier><dc:title>The Northtown Ledger
</dc:title></bib:Newspaper></dcterms:isPartOf><bib:authors><rdf:Seq><rdf:li><foaf:Person>
<foaf:surname>Example</foaf:surname><foaf:givenName>Ada</foaf:givenName></foaf:Person></rdf:li>
<rdf:li><foaf:Person><foaf:surname>Northline</foaf:surname></foaf:Person></rdf:li></rdf:Seq>
</bib:authors><dcterms:isReferencedBy rdf:resource="#item_2"/><link:link rdf:resource="#item_3"/>
<dc:subject>Rivers</dc:subject><dc:subject><z:AutomaticTag><rdf:value>Rain</rdf:value>
</z:AutomaticTag></dc:subject><dc:title>Bridge closed</dc:title><dcterms:abstract>It rained.
</dcterms:abstract><dc:date>2016-12-16</dc:date><prism:section>World</prism:section></bib:Article>
<bib:Memo rdf:about="#item_2"><rdf:value>&lt;p&gt;See page 3.&lt;/p&gt;</rdf:value></bib:Memo>
<z:Attachment rdf:about="#item_3"><z:itemType>attachment</z:itemType><rdf:resource
 rdf:resource="files/home-of-pat/a.pdf"/><dc:title>Snapshot</dc:title></z:Attachment>
<bib:Document rdf:about="#item_4"><z:itemType>webpage</z:itemType><dc:title>Market open</dc:title>
<dcterms:isPartOf><z:Website><dc:title>Gazette</dc:title></z:Website></dcterms:isPartOf>
<dc:identifier><dcterms:URI><rdf:value>https://gazette.example/2</rdf:value></dcterms:URI>
</dc:identifier></bib:Document>
"""


def test_an_item_is_its_abstract_and_its_notes() -> None:
    reading = read_bytes("My Library.rdf", f"{HEAD}{ITEM}</rdf:RDF>".encode())
    first, second = reading.articles
    assert first.text == "Bridge closed\n\nIt rained.\n\nSee page 3."
    assert (first.source, first.author) == ("The Northtown Ledger", "Ada Example; Northline")
    assert (str(first.published)[:10], first.url) == ("2016-12-16", "https://ledger.example/1")
    assert (first.further["tags"], first.further["section"]) == ("Rivers; Rain", "World")
    assert (second.text, second.source) == ("Market open", "Gazette")
    assert second.url == "https://gazette.example/2"
    assert "home-of-pat" not in repr(reading)


def test_one_that_breaks_off_is_refused() -> None:
    with pytest.raises(ReadingError, match="no XML that can be read"):
        read_bytes("a.rdf", f"{HEAD}{ITEM}".encode())
