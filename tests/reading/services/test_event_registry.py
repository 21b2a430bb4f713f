"""Event Registry: articles by the day they were published; events are told from articles."""

from __future__ import annotations

import json

import pytest

from dateline.reading import read_bytes

ARTICLE = {
    "uri": "7000",
    "lang": "eng",
    "date": "2016-12-17",
    "dateTime": "2016-12-17T02:30:00Z",
    "dateTimePub": "2016-12-16T23:00:00Z",
    "dataType": "news",
    "url": "https://ledger.example/1",
    "title": "Bridge closed",
    "body": "It rained.\n\nThe bridge was closed.",
    "source": {"uri": "ledger.example", "title": "The Northtown Ledger"},
    "authors": [{"uri": "a@x.example", "name": "Ada Example"}],
    "concepts": [{"uri": "http://x.example/Homs", "label": {"eng": "Homs"}}],
    "location": {"type": "place", "label": {"eng": "Homs"}},
}
EVENT = {
    "uri": "deu-1",
    "eventDate": "2016-12-16",
    "totalArticleCount": 12,
    "title": {"deu": "Brücke gesperrt"},
    "summary": {"deu": "Es regnete.", "eng": "It rained."},
    "concepts": [],
}


@pytest.mark.parametrize("answer", [[ARTICLE], {"articles": {"results": [ARTICLE], "page": 1}}])
def test_articles_have_the_day_of_their_publication(answer: object) -> None:
    (article,) = read_bytes("a.json", json.dumps(answer).encode()).articles
    assert article.text == "Bridge closed\n\nIt rained.\n\nThe bridge was closed."
    assert (article.source, article.author) == ("The Northtown Ledger", "Ada Example")
    assert str(article.published) == "2016-12-16 23:00:00"
    assert (article.identifier, article.further["concepts"]) == ("7000", "Homs")


def test_events_stand_with_their_summaries_and_that_is_said() -> None:
    reading = read_bytes("a.json", json.dumps({"events": {"results": [EVENT]}}).encode())
    (event,) = reading.articles
    assert (event.title, event.text) == ("Brücke gesperrt", "Brücke gesperrt\n\nIt rained.")
    assert str(event.published)[:10] == "2016-12-16"
    assert any("events, not articles" in note for note in reading.notes)
