"""MHTML: the page itself, as a page; nobody sent it, and its frames are no part of it."""

from __future__ import annotations

import quopri

import pytest

from dateline.errors import ReadingError
from dateline.reading import read_bytes
from tests.reading.made_files import page

STATED = "<meta property='article:published_time' content='2016-12-16T10:30:00+02:00'>"
ADDRESS = "https://ledger.example/bridge"


def saved(*pages: str, head: str, address: str = "") -> bytes:
    parts = "".join(
        "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"{address}\r\n{quopri.encodestring(each.encode()).decode()}\r\n"
        for each in pages
    )
    return (
        f"{head}Subject: Bridge closed | The Ledger\r\nDate: Fri, 6 Jan 2017 12:00:00 -0000\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"; boundary="b"'
        f"\r\n\r\n{parts}--b--\r\n"
    ).encode()


@pytest.mark.parametrize(
    ("name", "head", "address"),
    [
        ("a.mhtml", f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\n", ""),
        ("a", 'From: "Saved by Internet Explorer 11"\r\n', f"Content-Location: {ADDRESS}\r\n"),
        ("a.mht", "X-Maker: Any\r\n", f"Content-Location: {ADDRESS}\r\n"),
    ],
)
def test_a_saved_page_is_read_as_the_page(name: str, head: str, address: str) -> None:
    frame = "<html><body><p>Buy a car, a red one, and drive it over the river.</p></body></html>"
    data = saved(page("Bridge closed", STATED), frame, head=head, address=address)
    (article,) = read_bytes(name, data).articles
    assert (article.title, article.url) == ("Bridge closed", ADDRESS)
    assert str(article.published) == "2016-12-16 10:30:00"
    assert "Home Sport" not in article.text
    assert "car" not in article.text
    assert "Saved by" not in repr(article)


def test_one_without_a_page_is_refused() -> None:
    with pytest.raises(ReadingError, match="without a page in it"):
        read_bytes("a.mhtml", saved(head="From: <Saved by Blink>\r\n"))
