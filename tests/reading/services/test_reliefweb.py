"""ReliefWeb: reports with and without a body."""

from __future__ import annotations

from tests.reading.services.answers import read


def test_reports_of_reliefweb_without_a_body_are_their_headlines() -> None:
    bare = {
        "id": "3670885",
        "fields": {
            "title": "Bridges of Homs",
            "date": {"original": "2016-12-16T00:00:00+00:00"},
            "source": [{"name": "Bridge Fund", "shortname": "BF"}, {"name": "River Trust"}],
            "country": [{"name": "Syria"}, {"name": "Lebanon"}],
            "url_alias": "https://reliefweb.int/report/bridges",
        },
    }
    whole = {"id": "2", "fields": {"title": "Roads", "body": "The road is **open**.", "date": {}}}
    reading = read({"took": 1, "totalCount": 2, "count": 2, "data": [bare, whole]})
    first, second = reading.articles
    assert (first.text, first.source) == ("Bridges of Homs", "BF; River Trust")
    assert first.further["country"] == "Syria; Lebanon"
    assert str(first.published)[:10] == "2016-12-16"
    assert second.text == "Roads\n\nThe road is open."
    assert any("1 of 2 reports came without a body" in note for note in reading.notes)


def test_reports_of_reliefweb_lose_their_marks_and_keep_all_their_sources() -> None:
    fields = {
        "title": "Bridge closed",
        "body": "# It rained\n\n**HOMS** - The [bridge](https://x.example) was closed.",
        "source": [{"name": "Northline Relief", "shortname": "NR"}, {"name": "Example Office"}],
        "url": "https://reliefweb.int/node/1",
    }
    (report,) = read({"totalCount": 1, "data": [{"id": "1", "fields": fields}]}).articles
    assert report.text == "Bridge closed\n\nIt rained\n\nHOMS - The bridge was closed."
    assert report.source == "NR; Example Office"
