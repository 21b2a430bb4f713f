"""The page as a program: what an address, a search and a corpus do to it, without a browser."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from components.choice import Choice, read_article
from components.pages import explore
from dateline import store
from dateline.assembly import article_key, tables_of
from dateline.findings import Article, Findings
from dateline.query import Query, Values
from dateline.resources import app_folder
from tests.corpora import ARTICLES, article, small_corpus

Page = Callable[..., Any]

pytestmark = pytest.mark.usefixtures("fresh")


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    """`page(articles, q=…)` runs the dashboard once, with an address."""

    def run(articles: Any = None, *, roles: bool = True, **address: Any) -> Any:
        tables = tables_of([article(*row) for row in ARTICLES] if articles is None else articles)
        if not roles:
            mentions = tables["mentions"]
            mentions["role"] = pd.Categorical(
                [None] * len(mentions), mentions["role"].cat.categories
            )
        folder = tmp_path / "corpus"
        store.write(
            folder,
            tables,
            name="Invented",
            provenance={"dateline": "test", "notes": "![x](https://example.org/x.png)"},
            set_aside=pd.DataFrame(
                [("broken.csv", 3, "no text", "<b>")], columns=list(store.SET_ASIDE)
            ),
        )
        monkeypatch.setenv("DATELINE_CORPUS", str(folder))
        test = AppTest.from_file(str(app_folder() / "dashboard.py"), default_timeout=60)
        for name, value in address.items():
            test.query_params[name] = value
        return test.run()

    return run


def choice(test: Any) -> Choice:
    found: Choice = test.session_state["visit"].choice
    return found


def address(test: Any) -> dict[str, list[str]]:
    params = test.query_params
    return {name: [value] if isinstance(value, str) else value for name, value in params.items()}


def captions(test: Any) -> str:
    return "\n".join(caption.value for caption in test.caption)


def test_the_first_view_asks_for_events_and_leaves_the_address_bare(page: Page) -> None:
    test = page()
    assert not test.exception
    assert choice(test) == Choice()
    assert address(test) == {}


def test_an_address_is_the_choice(page: Page) -> None:
    test = page(q="snow", role=["event", "setting"], source="!Levant Desk", unit="texts")
    assert not test.exception
    assert choice(test) == Choice(
        query=Query(
            words="snow", roles=("event", "setting"), sources=Values(exclude=("Levant Desk",))
        ),
        unit="texts",
    )
    assert test.text_input(key="search").value == "snow"
    assert address(test)["v"] == ["1"] and len(address(test)["c"][0]) == 8


def test_a_bad_address_is_harmless_and_named(page: Page) -> None:
    test = page(q="snow", role="victim", area="1,2", z="x", **{"from": "soon", "![a](b)": "1"})
    assert not test.exception
    assert choice(test) == Choice(query=Query(words="snow"))
    said = captions(test)
    assert "could not be read" in said and "role\\=victim" in said
    assert "![a]" not in said
    assert set(test.query_params) == {"v", "c", "q"}


def test_a_link_made_on_other_data_says_so(page: Page) -> None:
    assert "made on other data" in captions(page(c="00000000", q="snow"))


def test_a_column_that_this_corpus_has_not_gives_way(page: Page) -> None:
    test = page(**{"x.desk": "foreign", "q": "snow", "c": "00000000"})
    assert not test.exception
    assert choice(test).query == Query(words="snow")
    assert "left out: x\\.desk" in captions(test)
    assert "made on other data" in captions(test)
    assert not test.session_state["visit"].before, "there is nothing that could be undone"


def test_a_search_narrows_and_can_be_taken_back(page: Page) -> None:
    test = page()
    test.text_input(key="search").set_value('  "left the east" ').run()
    assert choice(test).query.words == '"left the east"'
    assert address(test)["q"] == ['"left the east"']
    test.text_input(key="search").set_value("").run()
    assert choice(test) == Choice() and address(test) == {}


def test_days_outside_the_corpus_in_a_link_are_taken_as_asked(page: Page) -> None:
    test = page(**{"from": "1999-01-01", "to": "2099-01-01"})
    assert not test.exception
    assert choice(test).query.published == (date(1999, 1, 1), date(2099, 1, 1))


def test_the_best_come_first_while_words_are_searched_for(page: Page) -> None:
    test = page()
    test.text_input(key="search").set_value("aleppo OR srebrenica").run()
    assert address(test)["sort"] == ["relevance"]
    test.text_input(key="search").set_value("").run()
    assert choice(test) == Choice() and not test.exception


def test_a_search_that_cannot_be_read_is_explained_and_runs_no_markup(page: Page) -> None:
    test = page(q='(snow OR *[a](b) "')
    assert not test.exception
    assert [text.value for text in test.sidebar.text] == [
        "A star stands only at the end of a word. Searched instead: snow OR (a AND b)"
    ]
    assert not page(q="snow -suva").sidebar.text


def test_where_nothing_matches_the_best_way_out_is_offered(page: Page) -> None:
    test = page(q="library", country="LY")
    assert [text.value for text in test.text][:1] == ["“library” · role: event · country: Libya"]
    offer = test.button(key="offer")
    assert offer.label == "Without country\\: Libya: 3 articles"
    offer.click().run()
    assert choice(test).query == Query(words="library")
    assert not test.exception


def test_where_no_single_filter_is_to_blame_all_can_be_taken_off(page: Page) -> None:
    test = page(q="nowhereatall", source="No Such Gazette")
    offer = test.button(key="offer")
    assert offer.label == "Reset all filters"
    offer.click().run()
    assert not test.query_params and "offer" not in {button.key for button in test.button}


def test_an_article_that_is_asked_for_is_opened(page: Page) -> None:
    keys = small_corpus().listing(range(11))["key"]
    test = page(a=keys.iat[0])
    assert choice(test) == read_article(Choice(), keys.iat[0])
    assert address(test)["a"] == [keys.iat[0]]


def test_an_article_or_a_mention_that_is_not_here_is_left_out_and_named(page: Page) -> None:
    key = small_corpus().listing(range(11))["key"].iat[0]
    test = page(a="0123456789abcdef", m="4")
    assert choice(test) == Choice() and "left out: a\\=0123456789abcdef" in captions(test)
    test = page(a=key, m="99999")
    assert choice(test) == read_article(Choice(), key) and "left out: m\\=99999" in captions(test)
    assert "m" not in test.query_params


@pytest.mark.parametrize(
    ("title", "articles"),
    [
        ("no articles", []),
        ("one article", [article("2016-12-05", "Desk", "", "One", "In [Aleppo|event|aleppo].")]),
        ("no dates", [article(None, "", "", "None", "In [Aleppo|event|aleppo].")]),
        ("no places", [article("2016-12-05", "", "", "Nowhere", "Nothing is named.")]),
        ("nothing at all", [(Article("\x00"), Findings())]),
        ("only other roles", [article(None, "", "", "", "[Aleppo|actor|aleppo] said no.")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_meagre_corpus_has_a_page(page: Page, title: str, articles: Any) -> None:
    test = page(articles)
    assert not test.exception
    if title == "no dates":
        assert "no timeline" in captions(test)


def test_a_corpus_without_roles_shows_all_mentions_and_says_so(page: Page) -> None:
    test = page(roles=False)
    assert not test.exception
    assert "carry no roles" in captions(test)


def test_a_map_without_a_place_says_so_at_once(page: Page) -> None:
    def over_the_map(test: Any) -> str:
        sent = [json.loads(one.proto.json) for one in test.get("bidi_component") if one.proto.json]
        return str(next(data["empty"] for data in sent if data.get("tools")))

    bread = article("2016-12-20", "Quayside Post", "", "Bread", "Flour and water are mixed.")
    assert "mentions no place" in over_the_map(page([bread]))
    assert over_the_map(page()) == ""
    assert "No article matches" in over_the_map(page(q="unheard-of"))
    assert "holds no articles yet" in over_the_map(page([]))


def test_a_name_that_is_not_placed_leads_to_the_articles_it_stands_in(page: Page) -> None:
    lost = article("2016-12-20", "Quayside Post", "", "Lost", 'They came by [Old "Mill"|event|].')
    test = page([lost])
    test.session_state["dialog"] = "tray"
    test.run()
    assert test.dataframe[0].value.iloc[0].tolist() == ['Old "Mill"', 1, 1]
    test.session_state["dialog"] = "tray"
    test.session_state["tray"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    test.run()
    assert not test.exception
    assert choice(test).query.words == '"Old Mill "'


def test_a_corpus_that_cannot_be_opened_is_told_in_plain_words(
    page: Page, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATELINE_CORPUS", str(tmp_path / "nowhere"))
    test = AppTest.from_file(str(app_folder() / "dashboard.py"), default_timeout=60).run()
    assert not test.exception
    assert [one.value for one in test.markdown] == ["**This cannot be shown.**"]
    assert "nowhere" in test.text[0].value


def test_the_corpus_page_shows_notes_as_they_are_and_what_was_set_aside() -> None:
    def script() -> None:
        from pathlib import Path

        import pandas as pd

        from components.pages import corpus
        from components.pages.shelf import Shelf
        from dateline.assembly import tables_of
        from dateline.corpus import Corpus
        from tests.corpora import ARTICLES, article

        aside = pd.DataFrame(
            [("broken.csv", 3, "no text", "![z](https://example.org/z.png)")] * 203,
            columns=["file", "row", "reason", "text"],
        )
        corpus.show(
            Corpus.from_tables(
                tables_of([article(*row) for row in ARTICLES]),
                name="![x](https://example.org/x.png)",
                provenance={"notes": "![y](https://example.org/y.png)"},
                set_aside=aside,
            ),
            Shelf(Path("nowhere")),
        )

    test = AppTest.from_function(script, default_timeout=60).run()
    assert not test.exception
    assert test.title[0].value.startswith("\\!\\[x\\]")
    assert [text.value for text in test.text] == ["![y](https://example.org/y.png)"]
    aside = test.table[-1].value
    assert aside["Where"].iat[0] == r"broken\.csv\, row 3" and aside["Reason"].iat[0] == "no text"
    assert aside["Begins"].iat[0].startswith("\\!\\[z\\]"), "a cell is Markdown"
    assert len(aside) == 200 and any("200 of 203" in one.value for one in test.caption)


def test_what_was_asked_for_is_sent_first(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[str] = []
    monkeypatch.setattr(explore.reading, "show", lambda *_, **__: sent.append("text"))
    monkeypatch.setattr(explore.coverage, "show", lambda *_, **__: sent.append("figures"))
    test = page()
    assert sent == ["text", "figures"], "at the first visit"

    def asked(choice: Choice) -> list[str]:
        sent.clear()
        test.session_state["visit"].choice, test.session_state["visit"].moved = choice, True
        test.run()
        return list(sent)

    opened = read_article(choice(test), article_key(article(*ARTICLES[1])[0]))
    assert asked(opened) == ["text", "figures"]
    narrowed = replace(opened, query=Query(roles=()))
    assert asked(narrowed) == ["figures", "text"]
    assert asked(replace(narrowed, page=1)) == ["text", "figures"]
    assert asked(replace(narrowed, unit="texts")) == ["figures", "text"]
