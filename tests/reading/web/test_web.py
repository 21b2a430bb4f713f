"""Feeds, pages and lists of addresses, from a server of our own on this machine."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest

from dateline.errors import ReadingError
from dateline.reading import Settings, read
from dateline.reading.web import Web, connection

BODY = (
    "The bridge over the river was closed on Monday after a night of rain, the mayor said. "
    "Traffic was sent over the old ford, where two carts stood in the water until noon. "
)


def page(title: str) -> str:
    story = "".join(f"<p>{BODY} Part {part} of the story of {title}.</p>" for part in range(4))
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>"
        '<meta property="og:site_name" content="The Ledger"></head>'
        f"<body><nav>Home Sport</nav><article><h1>{title}</h1>{story}</article></body></html>"
    )


class Site(ThreadingHTTPServer):
    """What it serves: path → (status, headers, body); and what it was asked, in order."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.asked: list[tuple[str, float]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def put(self, path: str, body: str | bytes, status: int = 200, **headers: str) -> str:
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = (status, headers, data)
        return self.url + path

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append((self.path, time.monotonic()))
        status, headers, data = self.server.pages.get(self.path, (404, {}, b"none"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing: what was asked for is counted, not printed."""


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(private_addresses=True, pause=0.0, cache=tmp_path / "cache")


def test_a_feed_named_as_a_source_is_read_with_the_articles_it_links_to(
    site: Site, settings: Settings
) -> None:
    whole = site.put("/bridge", page("Bridge closed"))
    gone = site.url + "/gone"
    feed = site.put(
        "/feed",
        "<rss version='2.0'><channel><title>The Ledger - Latest</title>"
        f"<item><title>Bridge closed</title><link>{whole}</link><description>Rain.</description>"
        "<pubDate>Fri, 16 Dec 2016 10:00:00 GMT</pubDate></item>"
        f"<item><title>Road open</title><link>{gone}</link><description>It is open.</description>"
        "</item></channel></rss>",
    )
    reading = read([feed], settings=settings)
    first, second = reading.articles
    assert first.text.startswith("Bridge closed\n\nThe bridge over the river")
    assert (first.source, str(first.published)) == ("The Ledger", "2016-12-16 10:00:00")
    assert second.text == "Road open\n\nIt is open."
    assert any(
        "1 article could not be fetched (the server answered 404" in n for n in reading.notes
    )


def test_a_list_of_addresses_is_fetched_once_and_goes_on_where_it_was(
    site: Site, settings: Settings, tmp_path: Path
) -> None:
    one, two = site.put("/one", page("First")), site.put("/two", "busy", status=503)
    listed = tmp_path / "urls.txt"
    listed.write_text(f"# clippings\n{one}\n\n{two}\n{one}\n", encoding="utf-8")
    reading = read([listed], settings=settings)
    assert [article.title for article in reading.articles] == ["First"]
    assert reading.articles[0].url == one
    assert reading.set_aside["row"].tolist() == ["2"]
    assert "the server answered 503" in reading.set_aside["reason"][0]
    site.put("/two", page("Second"))
    again = read([listed], settings=settings)
    assert [article.title for article in again.articles] == ["First", "Second"]
    assert site.paths().count("/one") == 1


def test_a_list_within_a_folder_is_not_fetched(
    site: Site, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "urls.txt").write_text(site.url + "/one\n" + site.url + "/two\n")
    (tmp_path / "in" / "a.txt").write_text("Bridge closed\n\nIt rained.")
    reading = read([tmp_path / "in"], settings=settings)
    assert "no text but addresses of the web" in reading.set_aside["reason"][0]
    assert site.asked == []


def test_private_addresses_are_refused_unless_allowed(site: Site, tmp_path: Path) -> None:
    url = site.put("/one", page("First"))
    port = site.server_port
    web = Web(Settings(pause=0.0, cache=tmp_path))
    for address in (
        url,
        f"http://localhost:{port}/one",
        f"http://[::ffff:127.0.0.1]:{port}/one",
        f"http://0x7f000001:{port}/one",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://0.0.0.0/",
    ):
        with pytest.raises(ReadingError, match=r"private network|no host|does not answer"):
            web.page(address)
    assert site.asked == []


def test_a_redirect_is_held_against_the_same_rules(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = site.put("/start", "", status=302, Location="http://localhost/secret")
    checked = connection._checked

    def public_but_localhost(host: str, port: int, private: bool) -> str:
        return "127.0.0.1" if host == "127.0.0.1" else checked(host, port, private)

    monkeypatch.setattr(connection, "_checked", public_but_localhost)
    with pytest.raises(ReadingError, match=r"localhost is .* an address of a private network"):
        Web(Settings(pause=0.0, cache=tmp_path)).now(start)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.org/a", "gopher://x", "http://", "http://a:b/"]
)
def test_only_http_and_https_are_fetched(url: str, settings: Settings) -> None:
    with pytest.raises(ReadingError):
        Web(settings).page(url)


def test_what_robots_txt_forbids_is_not_fetched(site: Site, settings: Settings) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /archive\n")
    open_page, closed = site.put("/open", page("Open")), site.put("/archive/1", page("Closed"))
    web = Web(settings)
    assert web.page(open_page).data
    with pytest.raises(ReadingError, match=r"robots\.txt forbids"):
        web.page(closed)
    assert site.paths() == ["/open"]
    assert [path for path, _ in site.asked].count("/robots.txt") == 1


def test_a_host_whose_robots_txt_fails_is_left_alone(site: Site, settings: Settings) -> None:
    site.put("/robots.txt", "", status=500)
    with pytest.raises(ReadingError, match=r"robots\.txt forbids"):
        Web(settings).page(site.put("/open", page("Open")))


def test_one_host_is_asked_once_a_pause(site: Site, settings: Settings, tmp_path: Path) -> None:
    web = Web(Settings(private_addresses=True, pause=0.05, cache=tmp_path))
    for path in ("/one", "/two", "/three"):
        web.page(site.put(path, page(path)))
    moments = [moment for _, moment in site.asked]
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert len(gaps) == 3
    assert min(gaps) >= 0.045


def test_a_circle_of_redirects_ends(site: Site, settings: Settings) -> None:
    url = site.put("/circle", "", status=301, Location="/circle")
    with pytest.raises(ReadingError, match="redirects"):
        Web(settings).now(url)


def test_an_answer_without_end_or_unpacked_without_end_is_cut(
    site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "LARGEST", 100_000)
    web = Web(settings)
    plain = site.put("/large", b"x" * 200_000)
    packed = site.put("/bomb", gzip.compress(b"x" * 5_000_000), Content_Encoding="gzip")
    for url in (plain, packed):
        with pytest.raises(ReadingError, match="more than 100,000 bytes"):
            web.now(url)
    small = site.put("/small", gzip.compress(b"small"), Content_Encoding="gzip")
    assert web.now(small).data == b"small"
