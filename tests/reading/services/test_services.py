"""Answers of services: what they hold is read, what they hold back is said."""

from __future__ import annotations

import pytest

from dateline.errors import ReadingError
from dateline.reading import read_bytes
from tests.reading.services.answers import read


def test_sections_of_an_article_of_fundus_are_one_text_with_their_headlines() -> None:
    sections = [
        {"headline": [], "paragraphs": ["It was closed.", "It rained."]},
        {"headline": ["The old road"], "paragraphs": ["Flour came by way of Hama."]},
    ]
    value = {
        "V1": {
            "title": "Bridge closed",
            "authors": ["Ada Example", "Ben Example"],
            "body": {"summary": ["Homs waits."], "sections": sections},
            "images": [{"caption": None, "description": "A bridge", "authors": []}],
            "publishing_date": "2016-12-16 09:15:00+01:00",
            "topics": [],
        }
    }
    (article,) = read(value).articles
    assert article.text == (
        "Bridge closed\n\nHoms waits.\n\nIt was closed.\n\nIt rained.\n\nThe old road\n\n"
        "Flour came by way of Hama."
    )
    assert article.author == "Ada Example; Ben Example"
    assert str(article.published) == "2016-12-16 09:15:00"
    assert "topics" not in article.further


def test_a_list_with_nothing_in_it_is_an_empty_cell() -> None:
    (article,) = read([{"headline": [], "text": "Rain.", "tags": {}}]).articles
    assert (article.title, article.text) == ("", "Rain.")
    assert "tags" not in article.further


def test_a_list_of_media_cloud_is_headlines_and_says_so() -> None:
    rows = (
        "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
        'a1,2016-12-17 15:40:11,en,example.org,example.org,2016-12-16,"Bridge, closed",https://e.org/1\n'
        "a2,2016-12-17 15:40:11,en,example.com,example.com,2016-12-16,Market open,https://e.org/2\n"
    )
    reading = read_bytes("mc-export.csv", rows.encode())
    first, second = reading.articles
    assert (first.text, first.source, first.identifier) == ("Bridge, closed", "example.org", "a1")
    assert str(second.published)[:10] == "2016-12-16"
    assert any("each article is its headline alone" in note for note in reading.notes)


def test_a_story_of_media_cloud_from_which_sentences_are_missing_says_so() -> None:
    story = {
        "stories_id": 7,
        "title": "Bridge closed",
        "publish_date": "2016-12-16 04:05:00",
        "media_id": 1144,
        "story_text": "HOMS: It was closed. <SENTENCES SKIPPED BECAUSE OF SPACE REASONS> Rain.",
    }
    reading = read(story)
    assert "It was closed." in reading.articles[0].text
    assert any("left sentences out of 1 of 1 text" in note for note in reading.notes)


@pytest.mark.parametrize("data", [b'{"webTitle": "x", "webPublicationDate": ', b"{" * 5000])
def test_json_without_a_whole_article_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError, match=r"a\.json"):
        read_bytes("a.json", data)
