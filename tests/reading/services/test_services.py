"""Answers of services: what they hold is read, what they hold back is said."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dateline.errors import ReadingError
from dateline.reading import Reading, read_bytes


def read(value: Any, name: str = "a.json") -> Reading:
    return read_bytes(name, json.dumps(value, ensure_ascii=False).encode())


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


def test_an_answer_without_bodies_says_what_to_ask_for() -> None:
    reading = read([{"response": {"results": [guardian(trailText="It was <b>closed</b>.")]}}])
    assert reading.articles[0].text == "Bridge closed\n\nIt was closed."
    assert any("ask for the field `body`" in note for note in reading.notes)


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


def entity(number: str, schema: str, **properties: str) -> dict[str, Any]:
    values = {name: [value] for name, value in properties.items()}
    return {"id": number, "schema": schema, "properties": values}


def test_pages_of_aleph_become_their_document_and_people_no_articles() -> None:
    entities = [
        entity("p2", "Page", bodyText="It rained.", document="d", index="2"),
        entity("p1", "Page", bodyText="The bridge was closed.", document="d", index="1"),
        entity("x", "Person", name="Ada Example"),
        entity("d", "Pages", title="Bridges", publishedAt="2016-12-16"),
        entity("o", "Page", bodyText="A page alone.", document="elsewhere", index="1"),
        entity("h", "HyperText", bodyHtml="<p>Market &amp; road</p><p>open</p>", title="Market"),
    ]
    data = "\n".join(map(json.dumps, entities)).encode()
    reading = read_bytes("a.ijson", data)
    texts = {article.title: article.text for article in reading.articles}
    assert texts == {
        "Bridges": "Bridges\n\nThe bridge was closed.\n\nIt rained.",
        "": "A page alone.",
        "Market": "Market & road\n\nopen",
    }
    assert len(reading.articles) == 3
    assert sorted(reading.set_aside["row"]) == ["1", "2", "3"]
    assert "Ada Example" in set(reading.set_aside["text"])


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


UCDP = (
    "id,year,type_of_violence,dyad_name,source_article,source_office,source_date,source_headline,"
    "where_prec,where_coordinates,adm_1,adm_2,country,date_prec,date_start,best\n"
)


def test_rows_of_ucdp_stand_with_the_headlines_behind_them() -> None:
    rows = UCDP + (
        "#event+id,#date+year,,,#meta,,,,,#loc+name,#adm1,#adm2,#country,,#date+start,#affected\n"
        '239,2016,1,A - B,"""The Ledger,2016-12-17,Bridge closed"";""The Herald,2016-12-16,'
        'No crossing""",The Ledger;The Herald,2016-12-17;2016-12-16,Bridge closed;No crossing,'
        "1,Homs town,Homs,Homs district,Syria,1,2016-12-15,0\n"
        "240,2016,1,A - B,,,,-,1,,Homs,,Syria,1,2016-12-15,0\n"
    )
    reading = read_bytes("a.csv", rows.encode())
    first, second = reading.articles
    assert first.text == "Bridge closed\n\nNo crossing\n\nHoms town, Homs district, Homs, Syria"
    assert (first.source, str(first.published)[:10]) == ("The Ledger; The Herald", "2016-12-16")
    assert first.further["date_start"] == "2016-12-15"
    assert (second.text, second.published) == ("Homs, Syria", None)
    assert any(
        "hold no texts" in note and "1 with the names alone" in note for note in reading.notes
    )
    assert any("HXL" in note for note in reading.notes)


def test_of_an_answer_that_breaks_off_what_is_whole_is_read_and_that_is_said() -> None:
    value = {"status": "ok", "articles": [newsapi(), newsapi(title="Market open"), newsapi()]}
    data = json.dumps(value).encode()
    reading = read_bytes("a.json", data[: len(data) - 150])
    assert [article.title for article in reading.articles] == ["Bridge closed", "Market open"]
    assert any("breaks off" in note for note in reading.notes)


@pytest.mark.parametrize("data", [b'{"webTitle": "x", "webPublicationDate": ', b"{" * 5000])
def test_json_without_a_whole_article_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError, match=r"a\.json"):
        read_bytes("a.json", data)


def test_ucdp_is_known_in_the_json_of_its_api() -> None:
    row = {
        **{"id": 1, "type_of_violence": 1, "dyad_name": "A - B", "where_prec": 1, "date_prec": 1},
        **{"source_headline": "Bridge closed", "source_date": "2016-12-17", "adm_1": "Homs"},
        **{"source_office": "The Ledger", "source_article": "", "country": "Syria"},
    }
    (article,) = read({"TotalCount": 1, "Result": [row]}).articles
    assert article.text == "Bridge closed\n\nHoms, Syria"
    assert (article.source, str(article.published)[:10]) == ("The Ledger", "2016-12-17")


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


def test_newsapi_is_known_without_pictures_and_its_headlines_lose_their_outlets() -> None:
    item = newsapi(content="It rained all night over the river… [+12 chars]")
    item["title"] = "Bridge closed - The Northtown Ledger"
    item["source"] = {"id": None, "name": "The Northtown Ledger"}
    del item["urlToImage"]
    reading = read([item])
    assert reading.articles[0].title == "Bridge closed"
    assert "a.json: An export of NewsAPI." in reading.notes


def test_the_name_of_a_file_is_no_headline_and_a_mail_of_aleph_has_its_sender() -> None:
    reading = read(
        [
            entity("a", "PlainText", fileName="bridge.txt", bodyText="It was closed."),
            entity("b", "Email", subject="Bridge", bodyText="Shut."),
            entity("c", "Email", bodyText="Open.", **{"from": "Ada Example <a@x.example>"}),
        ]
    )
    first, second, third = reading.articles
    assert (first.title, first.text) == ("", "It was closed.")
    assert second.title == "Bridge"
    assert third.author == "Ada Example"


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
