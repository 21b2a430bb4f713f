"""Zotero: items as it writes and as it serves them."""

from __future__ import annotations

from tests.reading.services.answers import read


def test_items_of_zotero_are_abstracts_or_headlines() -> None:
    items = [
        {
            "itemType": "newspaperArticle",
            "title": "الجسر مغلق",
            "creators": [
                {"firstName": "Ada", "lastName": "Example", "creatorType": "author"},
                {"name": "Bridge Desk", "creatorType": "author"},
                {"firstName": "Ed", "lastName": "Itor", "creatorType": "editor"},
            ],
            "date": "2016-12-16",
            "abstractNote": "أغلق الجسر يوم الاثنين.",
            "publicationTitle": "صحيفة",
            "accessDate": "CURRENT_TIMESTAMP",
            "tags": [{"tag": "bridges"}, {"tag": "rain"}],
        },
        {"itemType": "podcast", "title": "On bridges", "date": "CURRENT_TIMESTAMP"},
        {"itemType": "attachment", "title": "Snapshot"},
    ]
    reading = read(items)
    first, second = reading.articles
    assert first.text == "الجسر مغلق\n\nأغلق الجسر يوم الاثنين."
    assert (first.author, first.source) == ("Ada Example; Bridge Desk", "صحيفة")
    assert first.further["tags"] == "bridges; rain"
    assert (second.text, second.published) == ("On bridges", None)
    assert list(reading.set_aside["row"]) == ["3"]
    assert any("notes stand for 1 of its items" in note for note in reading.notes)


def test_items_as_zotero_serves_them_are_read_too() -> None:
    served = [{"key": "A1", "data": {"key": "A1", "itemType": "report", "title": "Bridges"}}]
    assert read(served).articles[0].identifier == "A1"
