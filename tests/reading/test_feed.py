"""Feed files: an article an entry, whatever the feed looks like."""

from __future__ import annotations

from datetime import datetime

import pytest

from dateline.errors import ReadingError
from dateline.reading import read_bytes

ITEM = (
    "<item><title><![CDATA[Bridge &amp; road]]></title><link>https://example.org/1</link>"
    "<guid>tag:1</guid><pubDate>{date}</pubDate><dc:creator>Rana Haddad</dc:creator>"
    "<description>&lt;div&gt;&lt;img src='x'&gt;The bridge was closed.&lt;/div&gt;</description>"
    "<category>Rain</category></item>"
)


def rss(*dates: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    items = "".join(ITEM.format(date=date).replace("closed", f"closed {date}") for date in dates)
    return (
        f'{head}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>The Ledger - Latest news</title>{items}</channel></rss>"
    )


def test_an_entry_is_an_article_without_tags_dated_as_printed() -> None:
    reading = read_bytes("feed.xml", rss("Fri, 16 Dec 2016 10:30:00 +0600").encode())
    (article,) = reading.articles
    assert article.title == "Bridge & road"
    assert article.text.startswith("Bridge & road\n\nThe bridge was closed")
    assert "<" not in article.text
    assert article.published == datetime(2016, 12, 16, 10, 30)
    assert (article.source, article.author) == ("The Ledger", "Rana Haddad")
    assert (article.url, article.further["category"]) == ("https://example.org/1", "Rain")
    assert any("1 of 1 entry holds a few words only" in note for note in reading.notes)


def test_portuguese_days_and_bytes_that_are_latin_without_a_declaration() -> None:
    text = rss("Seg, 24 Set 2018 19:42:40 -0300", head="").replace("Rain", "Notícias de São Paulo")
    (article,) = read_bytes("feed.rss", text.encode("latin-1")).articles
    assert article.published == datetime(2018, 9, 24, 19, 42, 40)
    assert article.further["category"] == "Notícias de São Paulo"


def test_atom_and_rdf_and_a_declared_code_page() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Ледгер: новости</title><entry>'
        "<title>Мост закрыт</title><updated>2016-12-16T10:30:00Z</updated><id>tag:1</id>"
        '<link href="https://example.org/1"/>'
        '<content type="html">&lt;p&gt;Мост.&lt;/p&gt;</content>'
        "</entry></feed>"
    )
    data = ('<?xml version="1.0" encoding="windows-1251"?>' + atom).encode("cp1251")
    (article,) = read_bytes("a.atom", data).articles
    assert (article.source, article.text) == ("Ледгер", "Мост закрыт\n\nМост.")
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<channel rdf:about="x"><title>T</title></channel><item rdf:about="https://example.org/2">'
        "<title>Road</title><link>https://example.org/2</link><description>Open.</description>"
        "<dc:date>2016-12-17</dc:date></item></rdf:RDF>"
    )
    (second,) = read_bytes("b.xml", rdf.encode()).articles
    assert second.published == datetime(2016, 12, 17)


@pytest.mark.parametrize(
    ("entity", "reason"),
    [
        ('<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">', "declares entities"),
        ('<!ENTITY a SYSTEM "file:///etc/passwd">', "declares entities"),
    ],
)
def test_entities_are_refused(entity: str, reason: str) -> None:
    text = rss("16 Dec 2016", head=f'<?xml version="1.0"?><!DOCTYPE rss [{entity}]>')
    with pytest.raises(ReadingError, match=reason):
        read_bytes("feed.xml", text.replace("Rain", "&a;").encode())


def test_a_feed_without_entries_is_said_and_one_that_is_cut_gives_what_it_has() -> None:
    with pytest.raises(ReadingError, match="without an entry"):
        read_bytes("feed.xml", rss().encode())
    whole = rss("16 Dec 2016", "17 Dec 2016", "18 Dec 2016")
    assert len(read_bytes("feed.xml", whole[: len(whole) * 2 // 3].encode()).articles) >= 1


def test_a_feed_whose_tags_have_a_prefix_is_a_feed() -> None:
    feed = (
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Harbour Gazette</a:title>'
        "<a:entry><a:title>Bridge</a:title><a:updated>2024-03-01T08:00:00Z</a:updated>"
        "<a:summary>The bridge is closed.</a:summary></a:entry></a:feed>"
    )
    (article,) = read_bytes("a.xml", feed.encode()).articles
    assert (article.title, article.source) == ("Bridge", "Harbour Gazette")


def test_what_wordpress_writes_under_an_entry_is_not_its_text() -> None:
    body = (
        "&lt;p&gt;It rained in Homs.&lt;/p&gt;"
        "&lt;p&gt;The post Bridge appeared first on The Ledger.&lt;/p&gt;"
    )
    data = (
        "<rss version='2.0'><channel><title>The Ledger</title><item><title>Bridge</title>"
        f"<description>{body}</description></item></channel></rss>"
    )
    (article,) = read_bytes("a.xml", data.encode()).articles
    assert article.text == "Bridge\n\nIt rained in Homs."


def test_xhtml_of_atom_and_the_description_of_a_medium_are_texts() -> None:
    div = "<div xmlns='http://www.w3.org/1999/xhtml'><p>It rained.</p><p>It froze.</p></div>"
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>The Ledger - News</title><entry>"
        "<title type='html'>Bridge &amp;amp; road</title><id>urn:1</id>"
        "<published>2016-12-16T09:15:00+03:00</published><updated>2016-12-18T00:00:00Z</updated>"
        f"<content type='xhtml'>{div}</content></entry></feed>"
    )
    (article,) = read_bytes("a.xml", atom.encode()).articles
    assert article.text == "Bridge & road\n\nIt rained.\n\nIt froze."
    assert str(article.published) == "2016-12-16 09:15:00"
    media = (
        "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><title>TV</title>"
        "<item><title>Bridge</title><media:group><media:description>It rained in Homs."
        "</media:description></media:group></item></channel></rss>"
    )
    assert read_bytes("a.xml", media.encode()).articles[0].text == "Bridge\n\nIt rained in Homs."


def test_a_feed_that_gathers_others_names_their_outlets_and_not_itself() -> None:
    news = (
        "<rss version='2.0'><channel><title>\"bridge\" - Google News</title><link>https://news."
        "google.com/search?q=bridge</link><item><title>Bridge closed - The Ledger</title><link>"
        "https://news.google.com/rss/articles/C</link><description>&lt;a href='x'&gt;Bridge closed"
        "&lt;/a&gt;&amp;nbsp;&lt;font&gt;The Ledger&lt;/font&gt;</description><source url='https://"
        "ledger.example'>The Ledger</source></item></channel></rss>"
    )
    (article,) = read_bytes("a.xml", news.encode()).articles
    assert (article.title, article.source, article.text) == (
        "Bridge closed",
        "The Ledger",
        "Bridge closed",
    )
    alert = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Google Alert - bridge</title><entry>"
        "<title>Bridge closed</title><link href='https://www.google.com/url?rct=j&amp;url=https://www.ledger"
        ".example/1&amp;ct=ga'/><updated>2016-12-16T10:30:00Z</updated><content type='html'>It "
        "rained.</content></entry></feed>"
    )
    (article,) = read_bytes("b.xml", alert.encode()).articles
    assert (article.source, article.url) == ("ledger.example", "https://www.ledger.example/1")
