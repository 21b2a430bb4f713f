"""CSL-JSON: outlets are containers, not the catalogue; a month is no day."""

from __future__ import annotations

import json

from dateline.reading import read_bytes

ITEMS = [
    {
        "id": "http://zotero.org/users/123/items/ABC",
        "type": "article-newspaper",
        "abstract": "It was closed after rain.",
        "container-title": "The Northtown Ledger",
        "source": "Some Catalogue",
        "title": "Bridge closed",
        "URL": "https://ledger.example/1",
        "author": [{"family": "Example", "given": "Ada"}, {"literal": "Northline"}],
        "issued": {"date-parts": [["2016", 12, 6]]},
    },
    {"id": "b", "type": "webpage", "title": "Market", "issued": {"date-parts": [[2016, 12]]}},
    {"id": "c", "type": "webpage", "title": "Ferry", "issued": {"raw": "16 December 2016"}},
    {"id": "d", "type": "webpage", "issued": {"date-parts": [[]]}},
]


def test_references_are_abstracts_or_headlines_with_their_outlets_and_days() -> None:
    reading = read_bytes("a.json", json.dumps(ITEMS).encode())
    first, second, third = reading.articles
    assert first.text == "Bridge closed\n\nIt was closed after rain."
    assert (first.source, first.author) == ("The Northtown Ledger", "Ada Example; Northline")
    assert (str(first.published)[:10], first.identifier) == ("2016-12-06", "ABC")
    assert (second.published, second.further["date as printed"]) == (None, "2016-12")
    assert str(third.published)[:10] == "2016-12-16"
    assert list(reading.set_aside["reason"]) == ["no reference with a headline"]
    assert "a.json: An export of CSL-JSON." in reading.notes


def test_any_other_json_with_types_is_left_to_others() -> None:
    data = [{"type": "webpage", "title": "Bridge", "body": "It was closed after a night of rain."}]
    reading = read_bytes("a.json", json.dumps(data).encode())
    assert not any("CSL" in note for note in reading.notes)
