"""What a page states for machines: the hour stays, and when it was changed is not its date."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest

from dateline.reading import read_bytes
from dateline.reading.pages.markup import page_of
from dateline.reading.pages.metadata import stated_in, zone_of

STORY = "The bridge over the river at Homs was closed on Monday after a night of heavy rain. "


def page(head: str = "", above: str = "") -> str:
    return (
        f"<html><head><title>Bridge closed | The Ledger</title>{head}</head><body><main><article>"
        f"<h1>Bridge closed</h1>{above}<p>{STORY * 3}</p><p>{STORY * 2}</p></article></main></body>"
        "</html>"
    )


def ld(value: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Bridge closed",
    "datePublished": "2016-12-16T09:15:00+03:00",
    "dateModified": "2016-12-18T07:00:00+03:00",
    "author": [{"@type": "Person", "name": "Ada Example"}, "Ben Example"],
    "publisher": {"@type": "Organization", "name": "The Ledger"},
}

META = '<meta property="article:published_time" content="{}">'
MODIFIED = '<meta property="article:modified_time" content="2016-12-18T10:00:00Z">'


@pytest.mark.parametrize(
    ("head", "above", "zone"),
    [
        (META.format("2016-12-16T09:15:00+03:00"), "", "+03:00"),
        (META.format("2016-12-16 09:15:00 -0500"), "", "-0500"),
        ('<meta itemprop="datePublished" content="2016-12-16T09:15:00Z">', "", "UTC"),
        ('<meta name="pubdate" content="20161216T091500Z">', "", "UTC"),
        ('<meta name="DC.date.issued" content="2016-12-16T09:15:00+01:00">', "", "+01:00"),
        ('<meta name="date" content="2016-12-16"><meta name="dc.date" content="2016-12-16T09:15">',
         "", ""),
        ("", '<time datetime="2016-12-16T09:15:00+03:00" pubdate>16 December</time>', "+03:00"),
        ("", '<span itemprop="datePublished" content="2016-12-16T09:15:00Z">16.12.</span>', "UTC"),
        ("", '<time class="published" datetime="2016-12-16T09:15">16 December 2016</time>', ""),
        (ld(ARTICLE), "", "+03:00"),
        ("<!-- -->" + ld([ARTICLE]).replace(">[", "><!--[").replace("]<", "]--><"), "", "+03:00"),
    ],
)  # fmt: skip
def test_the_hour_of_publication_stays_and_its_zone_is_told(
    head: str, above: str, zone: str
) -> None:
    for changed in ("", MODIFIED):
        (article,) = read_bytes("a.html", page(changed + head, above).encode()).articles
        assert article.published == datetime(2016, 12, 16, 9, 15)
        assert article.further.get("time zone", "") == zone


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        {"@graph": [{"@type": "WebSite", "name": "Harbour"}, ARTICLE]},
        {"@type": "WebPage", "name": "A page", "mainEntity": ARTICLE},
        {
            "@graph": [
                {"@type": "Person", "@id": "#ada", "name": "Ada Example"},
                {"@type": "Person", "@id": "#ben", "name": "Ben Example"},
                {"@type": "Organization", "@id": "#us", "name": "The Ledger"},
                ARTICLE
                | {"author": [{"@id": "#ada"}, {"@id": "#ben"}], "publisher": {"@id": "#us"}},
            ]
        },
        [{"@type": "NewsArticle", "headline": "Another story", "author": "Cy Example"}, ARTICLE],
    ],
)
def test_the_article_that_json_ld_states_is_found_wherever_it_stands(value: Any) -> None:
    stated = stated_in(page_of(page(ld(value))))
    assert stated == {
        "title": "Bridge closed",
        "published": "2016-12-16T09:15:00+03:00",
        "author": "Ada Example; Ben Example",
        "source": "The Ledger",
    }


def test_a_stated_date_that_cannot_be_read_gives_way_to_one_that_can() -> None:
    head = '<meta name="pubdate" content="soon"><meta name="date" content="2016-12-16T09:15">'
    assert stated_in(page_of(page(head))) == {"published": "2016-12-16T09:15"}


def test_references_to_characters_are_resolved() -> None:
    stated = stated_in(page_of(page(ld(ARTICLE | {"headline": "Rain &amp; snow"}))))
    assert stated["title"] == "Rain & snow"


@pytest.mark.parametrize(
    ("date", "zone"),
    [("2016-12-16", ""), ("2016-12-16T09:15", ""), ("2016-12-16T09:15:00.000+0300", "+0300")],
)
def test_a_zone_is_told_only_after_a_time_of_day(date: str, zone: str) -> None:
    assert zone_of(date) == zone
