"""NewsAPI: contents that it cuts, and what is no content."""

from __future__ import annotations

import json
from typing import Any

from dateline.reading import read_bytes
from tests.reading.services.answers import read


def newsapi(**values: Any) -> dict[str, Any]:
    article = {
        "source": {"id": None, "name": "Northtown News"},
        "author": None,
        "title": "Bridge closed",
        "description": "The mayor speaks.",
        "url": "https://example.org/bridge",
        "urlToImage": None,
        "publishedAt": "2016-12-16T05:41:46Z",
        "content": "HOMS: It was closed on Monday.\r\nIt rained… [+4748 chars]",
    }
    return article | values


def test_contents_that_newsapi_cuts_are_kept_and_said() -> None:
    reading = read({"status": "ok", "totalResults": 9, "articles": [newsapi(), newsapi(title="B")]})
    first, _ = reading.articles
    assert first.text == (
        "Bridge closed\n\nThe mayor speaks.\n\nHOMS: It was closed on Monday.\nIt rained…"
    )
    assert first.further["characters cut"] == "4748"
    assert any("Of 2 articles, the service cut the text of 2" in n for n in reading.notes)


def test_a_description_that_begins_the_content_is_not_printed_twice() -> None:
    item = newsapi(description="HOMS: It was closed on Monday.")
    assert read({"articles": [item]}).articles[0].text.count("HOMS") == 1


def test_a_page_that_asks_for_consent_is_no_text_and_what_was_removed_no_article() -> None:
    wall = newsapi(url="https://consent.example.com/v2", description=None, content="Accept all")
    reading = read({"articles": [wall, newsapi(title="[Removed]")]})
    (article,) = reading.articles
    assert "Accept all" not in article.text
    assert list(reading.set_aside["reason"]) == ["removed by its publisher"]
    assert any("asks for consent" in note for note in reading.notes)


def test_of_an_answer_that_breaks_off_what_is_whole_is_read_and_that_is_said() -> None:
    value = {"status": "ok", "articles": [newsapi(), newsapi(title="Market open"), newsapi()]}
    data = json.dumps(value).encode()
    reading = read_bytes("a.json", data[: len(data) - 150])
    assert [article.title for article in reading.articles] == ["Bridge closed", "Market open"]
    assert any("breaks off" in note for note in reading.notes)


def test_newsapi_is_known_without_pictures_and_its_headlines_lose_their_outlets() -> None:
    item = newsapi(content="It rained all night over the river… [+12 chars]")
    item["title"] = "Bridge closed - The Northtown Ledger"
    item["source"] = {"id": None, "name": "The Northtown Ledger"}
    del item["urlToImage"]
    reading = read([item])
    assert reading.articles[0].title == "Bridge closed"
    assert "a.json: An export of NewsAPI." in reading.notes
