"""JSON Feed, with invented items."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from dateline.reading import Reading, read_bytes

ITEM = {
    "id": "1",
    "url": "https://harbour.example/1",
    "title": "Bridge closed",
    "content_html": "<p>The bridge is closed.</p><p>The ferry runs.</p>",
    "date_published": "2023-02-05T10:00:00+02:00",
    "authors": [{"name": "Ada Quill"}],
    "tags": ["flood", "bridge"],
}


def read(*items: dict[str, Any], version: str = "1.1", **feed: Any) -> Reading:
    whole = {
        "version": f"https://jsonfeed.org/version/{version}",
        "title": "Harbour Gazette - Latest",
        **feed,
        "items": items,
    }
    return read_bytes("download.json", json.dumps(whole, indent=1).encode())


def test_an_item_has_the_outlet_of_its_feed_and_its_paragraphs() -> None:
    (article,) = read(ITEM).articles
    assert article.source == "Harbour Gazette"
    assert article.text == "Bridge closed\n\nThe bridge is closed.\n\nThe ferry runs."
    assert article.published == datetime(2023, 2, 5, 10)
    assert article.author == "Ada Quill"
    assert article.further["tags"] == "flood; bridge"


def test_the_first_version_names_one_author_and_a_text_may_be_plain() -> None:
    item = {
        "id": "2",
        "content_text": "5 < 6, said the mayor.",
        "date_modified": "2023-02-06T10:00:00Z",
    }
    (article,) = read(item, version="1", author={"name": "Bo Ink"}).articles
    assert (article.text, article.author) == ("5 < 6, said the mayor.", "Bo Ink")
    assert article.published == datetime(2023, 2, 6, 10)


def test_an_item_without_a_text_is_its_headline_and_that_is_said() -> None:
    reading = read(ITEM, {"id": "3", "title": "Quay lit", "external_url": "https://o.example/3"})
    assert reading.articles[1].text == "Quay lit"
    assert reading.articles[1].url == "https://o.example/3"
    assert any("1 of 2 items is a headline alone" in note for note in reading.notes)


def test_a_list_that_is_no_feed_stays_json() -> None:
    reading = read_bytes("a.json", json.dumps([{"version": "1", "text": "Rain."}]).encode())
    assert reading.articles[0].text == "Rain."
