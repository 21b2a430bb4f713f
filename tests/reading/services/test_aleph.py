"""Aleph: pages that become their document, and people who are no articles."""

from __future__ import annotations

import json
from typing import Any

from dateline.reading import read_bytes
from tests.reading.services.answers import read


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
