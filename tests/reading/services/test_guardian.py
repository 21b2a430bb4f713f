"""The Guardian: bodies without their tags, and what stands among their paragraphs."""

from __future__ import annotations

from typing import Any

from tests.reading.services.answers import read


def guardian(**fields: str) -> dict[str, Any]:
    return {
        "id": "world/2016/dec/16/bridge",
        "type": "article",
        "sectionName": "World news",
        "webPublicationDate": "2016-12-16T05:41:46Z",
        "webTitle": "Bridge closed",
        "webUrl": "https://example.org/bridge",
        "fields": fields,
    }


def test_bodies_of_the_guardian_lose_their_tags_and_keep_their_paragraphs() -> None:
    body = "<h2>HOMS</h2> <p>It was <a href='x'>closed </a>on Monday &amp; rained.</p><p>Open?</p>"
    value = {"response": {"status": "ok", "results": [guardian(body=body, byline="Ada Example")]}}
    (article,) = read(value).articles
    assert article.text == "Bridge closed\n\nHOMS\n\nIt was closed on Monday & rained.\n\nOpen?"
    assert (article.source, article.author) == ("The Guardian", "Ada Example")
    assert str(article.published) == "2016-12-16 05:41:46"
    assert article.further["section"] == "World news"


def test_an_answer_without_bodies_says_what_to_ask_for() -> None:
    reading = read([{"response": {"results": [guardian(trailText="It was <b>closed</b>.")]}}])
    assert reading.articles[0].text == "Bridge closed\n\nIt was closed."
    assert any("ask for the field `body`" in note for note in reading.notes)


def test_what_the_guardian_puts_between_paragraphs_is_not_its_text() -> None:
    body = (
        "<p>It rained.</p><aside><p>Related: <a href='x'>Market open</a></p></aside>"
        "<figure><img src='x'><figcaption>The bridge. Photograph: Ada Example</figcaption></figure>"
        "<p>The bridge was closed.</p>"
    )
    item = guardian(body=body, byline="Ada Example in Homs")
    item["tags"] = [
        {"type": "keyword", "webTitle": "Rivers"},
        {"type": "contributor", "webTitle": "Ada Example"},
    ]
    (article,) = read([item]).articles
    assert article.text.endswith("\n\nIt rained.\n\nThe bridge was closed.")
    assert "Related" not in article.text
    assert article.author == "Ada Example"
    assert article.further["caption"] == "The bridge. Photograph: Ada Example"
