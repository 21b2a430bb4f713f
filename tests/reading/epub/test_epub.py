"""EPUB: what its contents list is an article; covers, titles and lists of pages are none."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import ReadingError
from dateline.reading import Reading, read_bytes
from tests.reading.made_files import archive

CONTAINER = (
    '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="O/a.opf"/></rootfiles></container>'
)


def page(body: str, head: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/'
        f'xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title>{head}</head>'
        f"<body>{body}</body></html>"
    )


def epub(
    pages: Mapping[str, str], metadata: str = "", others: str = "", guide: str = "", toc: str = ""
) -> dict[str, str]:
    items = "".join(
        f'<item id="i{at}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"'
        f"{' properties=' + chr(34) + 'nav' + chr(34) if name == 'nav.xhtml' else ''}/>"
        for at, name in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="i{at}"/>' for at in range(len(pages)))
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f"<dc:title>The Northtown Ledger</dc:title>{metadata}</metadata><manifest>{items}{others}"
        f"</manifest><spine{toc}>{spine}</spine>{guide}</package>"
    )
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER}
    return {**parts, "O/a.opf": package, **{f"O/{name}": text for name, text in pages.items()}}


def read(parts: Mapping[str, str], name: str = "a.epub") -> Reading:
    return read_bytes(name, archive(parts))


NAV = page(
    '<nav epub:type="toc"><ol><li><a href="world/list.xhtml">World</a><ol><li><a href="world/a%200'
    '.xhtml">Bridge closed</a></li><li><a href="world/b.xhtml#top">Market open</a></li></ol></li>'
    '<li><a href="both.xhtml#x">Race won</a></li><li><a href="both.xhtml#y">Race lost</a></li></ol>'
    '</nav><nav epub:type="landmarks"><ol><li><a href="cover.xhtml">Cover</a></li></ol></nav>'
)
NEWS = {
    "cover.xhtml": page("<img src='c.jpg'/>"),
    "title.xhtml": page("<h1>The Northtown Ledger</h1><p>Friday</p>"),
    "nav.xhtml": NAV,
    "world/list.xhtml": page(
        "<h2>World</h2><a href='a 0.xhtml'>Bridge closed</a> <a href='b'>M</a>"
    ),
    "world/a 0.xhtml": page(
        "<h1>Bridge closed</h1><p>It <b>rained</b>.</p>",
        "<meta property='article:published_time' content='2016-12-15T10:30:00'/>",
    ),
    "world/a1.xhtml": page("<p>It goes on.</p>"),
    "world/b.xhtml": page("<div id='top'/><h1>Market open</h1><p>It opened.</p>"),
    "both.xhtml": page(
        "<h2 id='x'>Race won</h2><p>It was.</p><h2 id='y'>Race lost</h2><p>Too.</p>"
    ),
}


@pytest.mark.parametrize("name", ["a.epub", "download"])
def test_what_the_contents_list_is_an_article_however_pages_are_cut(name: str) -> None:
    made = "<dc:creator>calibre</dc:creator><dc:date>2016-12-16T05:00:00+00:00</dc:date>"
    reading = read(epub(NEWS, made), name)
    assert [article.text for article in reading.articles] == [
        "Bridge closed\n\nIt rained.\n\nIt goes on.",
        "Market open\n\nIt opened.",
        "Race won\n\nIt was.",
        "Race lost\n\nToo.",
    ]
    first, second = reading.articles[:2]
    assert (first.source, first.author) == ("The Northtown Ledger", "")
    assert first.further["section"] == second.further["section"] == "World"
    assert str(first.published) == "2016-12-15 10:30:00"
    assert str(second.published)[:10] == "2016-12-16"
    assert any("stands for the outlet" in note for note in reading.notes)
    assert any("of its pages, such as titles" in note for note in reading.notes)


NCX = (
    '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/'
    'z3986/2005/ncx-2005-1.dtd"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint>'
    '<navLabel><text>One</text></navLabel><content src="1.xml"/><navPoint><navLabel><text>Section'
    '</text></navLabel><content src="1.xml#s"/></navPoint></navPoint><navPoint><navLabel><text>Two'
    '</text></navLabel><content src="2.xml"/></navPoint></navMap></ncx>'
)
BOOK = {
    "1.xml": page("<h1>One</h1><p>First.</p><h2 id='s'>Section</h2><p>More.</p>"),
    "2.xml": page("<h1>Two</h1><p>Second.</p>"),
}
OF_NCX = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'


@pytest.mark.parametrize("listed", [True, False])
def test_chapters_of_a_book_are_whole_with_their_author_and_the_day_of_no_making(
    listed: bool,
) -> None:
    made = (
        '<dc:creator opf:role="aut">Ada Example</dc:creator><dc:date opf:event="creation">2020-01-0'
        '1</dc:date><dc:date opf:event="publication">2016-12-16</dc:date>'
    )
    parts = epub(BOOK, made, OF_NCX if listed else "", toc=' toc="ncx"') | {"O/toc.ncx": NCX}
    first, second = read(parts).articles
    assert first.text == "One\n\nFirst.\n\nSection\n\nMore."
    assert (second.title, second.author) == ("Two", "Ada Example")
    assert str(second.published)[:10] == "2016-12-16"


def test_what_is_locked_cut_or_without_a_text_is_refused() -> None:
    lock = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="'
        'http://www.w3.org/2001/04/xmlenc#"><CipherData><CipherReference URI="O/1.xml"/>'
        "</CipherData></EncryptedData></encryption>"
    )
    with pytest.raises(ReadingError, match="pages are encrypted"):
        read(epub(BOOK) | {"META-INF/encryption.xml": lock})
    with pytest.raises(ReadingError, match="damaged"):
        read_bytes("a.epub", archive(epub(BOOK))[:-200])
    with pytest.raises(ReadingError, match="without a text"):
        read(epub({"1.xml": page("<img src='1.jpg'/>")}))
    missing = epub(BOOK)
    del missing["O/2.xml"]
    with pytest.raises(ReadingError, match=r"an EPUB without O/2\.xml"):
        read(missing)
    unknown = epub(BOOK)
    unknown["META-INF/container.xml"] = '<?xml version="1.0" encoding="nonesuch"?><container/>'
    with pytest.raises(ReadingError, match=r"without META-INF/container\.xml that can be read"):
        read(unknown)


@settings(max_examples=60)
@given(st.integers(0, 3000), st.integers(0, 60), st.binary(max_size=12))
def test_no_damage_to_an_e_book_stops_the_reading(at: int, length: int, instead: bytes) -> None:
    data = archive(epub(NEWS), zipfile.ZIP_STORED)
    try:
        reading = read_bytes("a.epub", data[:at] + instead + data[at + length :])
    except ReadingError:
        return
    assert all(article.text.strip() for article in reading.articles)
