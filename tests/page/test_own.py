"""A visitor's own articles on the page: set aside, matched by hand, added, taken away."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from weakref import ref

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import bring, place_map
from components.bring import matching, workers
from components.pages import own
from dateline import hosting, store
from dateline.assembly import article_key, tables_of
from dateline.build import Built
from dateline.corrections import Correction
from dateline.reading.preview import preview
from dateline.resources import app_folder
from dateline.worker import Progress
from tests.corpora import article, written

TABLE = b"kopf;rumpf;datum\nA road;In Aleppo.;2016-12-05\n;;\n"


class Here:
    """Looks at tables in this process."""

    def submit(self, work: Any, *args: Any) -> Any:
        return self

    def result(self) -> Any:
        return preview("odd.csv", TABLE)


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The dashboard for a visitor who brought one article and a table that was not understood."""
    st.cache_resource.clear()
    st.cache_data.clear()
    yield visited(tmp_path, monkeypatch)
    st.cache_resource.clear()
    st.cache_data.clear()


def visited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """One visit to the dashboard, before its first run."""
    monkeypatch.setenv("DATELINE_CORPUS", str(written(tmp_path / "corpus")))
    monkeypatch.setattr(workers, "reading", Here)
    test = AppTest.from_file(str(app_folder() / "dashboard.py"), default_timeout=60)
    found = article("2016-12-05", "My notes", "", "Seen", "Lights over [Aleppo|event|aleppo].")
    aside = pd.DataFrame(
        [("odd.csv", "", "no column is known to hold the text", "")],
        columns=["file", "row", "reason", "text"],
    )
    test.session_state["own"] = own._Own(
        found={article_key(found[0]): found},
        set_aside=aside,
        notes=("odd.csv: read as UTF-8.",),
        tables={"odd.csv": TABLE},
    )
    return test


def keys(test: Any) -> set[str]:
    return {button.key for button in test.button}


def said(test: Any) -> str:
    return "\n".join(one.value for one in (*test.text, *test.caption, *test.markdown))


def test_what_was_read_and_what_was_not_is_said_with_reasons(page: AppTest) -> None:
    test = page.run()
    assert not test.exception
    assert "1 article of yours is shown to you alone." in said(test)
    assert "odd.csv: no column is known to hold the text" in said(test)
    assert "read as UTF-8" in said(test)
    assert {"bring_match_0", "bring_add", "bring_forget"} <= keys(test)
    assert test.button(key="bring_match_0").label == r"Match the columns of odd\.csv"
    assert any(one.proto.label == "Download the list" for one in test.get("download_button"))


@pytest.mark.parametrize("found", [True, False])
def test_what_came_of_it_is_small_print_and_stays_text(page: AppTest, found: bool) -> None:
    mine = page.session_state["own"]
    mine.outcome = "![y](https://example.org/y.png) is no folder."
    if not found:
        page.session_state["own"] = own._Own(notes=mine.notes, outcome=mine.outcome)
    test = page.run()
    assert not test.exception
    assert r"\!\[y\]\(https\:\/\/example\.org\/y\.png\) is no folder\." in [
        one.value for one in test.caption
    ]


def test_a_table_is_matched_by_hand_with_its_first_rows_in_sight(page: AppTest) -> None:
    test = page.run()
    test.button(key="bring_match_0").click().run()
    assert not test.exception
    assert "odd.csv begins with:" in said(test)
    assert "A road" in test.dataframe[0].value.to_string()
    assert test.selectbox(key="match_text_odd.csv").value is None
    assert test.selectbox(key="match_published_odd.csv").value == "datum"
    assert test.button(key="match_read").disabled


def test_a_wrong_guess_can_be_answered_with_no_such_column(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def script() -> None:
        from components import bring

        table = b"kopf;rumpf;datum\nA road;In Aleppo.;2016-12-05\n;;\n"
        bring.match(("odd.csv", table), lambda job, files: None)

    told: list[Any] = []
    st.cache_data.clear()
    monkeypatch.setattr(workers, "reading", Here)
    monkeypatch.setattr(matching, "Job", lambda *args, columns: told.append(columns))
    test = AppTest.from_function(script, default_timeout=60).run()
    published = test.selectbox(key="match_published_odd.csv")
    assert published.options == ["no such column", "kopf", "rumpf", "datum"]
    assert "no such column" not in test.selectbox(key="match_text_odd.csv").options
    published.set_value("")
    test.selectbox(key="match_text_odd.csv").set_value("rumpf").run()
    test.button(key="match_read").click().run()
    assert not test.exception
    fields = told[0]["odd.csv"]
    assert (fields["text"], fields["published"], fields["title"]) == ("rumpf", "", "")


def test_what_is_read_again_takes_the_place_of_what_was_read_before() -> None:
    first = article("2016-12-05", "", "", "Seen", "In [Aleppo|event|aleppo].")
    wrong = article("2016-12-06", "", "", "?", "In [Aleppo|event|aleppo].", file="odd.csv")
    right = article("2016-12-06", "", "", "A road", "In [Aleppo|event|aleppo].", file="odd.csv")
    rows = pd.DataFrame(
        [("odd.csv", "1", "no date", ""), ("b.csv", "1", "no text", "")],
        columns=["file", "row", "reason", "text"],
    )
    mine = own._Own(found={"1": first, "2": wrong}, set_aside=rows, again=frozenset({"odd.csv"}))
    mine.files = (("odd.csv", TABLE),)
    job = SimpleNamespace(
        found=[right], set_aside=rows.iloc[:0], notes=("by hand",), tables=("odd.csv",)
    )
    assert mine.take(job) == [article_key(right[0])]  # type: ignore[arg-type]
    assert [found.title for found, _ in mine.found.values()] == ["Seen", "A road"]
    assert mine.set_aside["file"].tolist() == ["b.csv"]
    assert (mine.notes, mine.tables, mine.files) == (("by hand",), {"odd.csv": TABLE}, ())


def test_adding_is_asked_about_before_it_is_done(page: AppTest) -> None:
    test = page.run()
    test.button(key="bring_add").click().run()
    assert not test.exception
    assert (
        "1 article of yours will be added to Invented, and whoever opens that corpus sees it. "
        "It cannot be taken out again here."
    ) in said(test)
    assert test.button(key="bring_add_them").label == "Add it"
    assert "bring_add_them" in keys(test)


def test_what_was_put_right_and_what_was_set_aside_goes_with_them(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[Any] = []
    ask = bring.add
    monkeypatch.setattr(bring, "add", lambda *args: handed.append(args) or ask(*args))
    mine = page.session_state["own"]
    (key,) = mine.found
    everywhere = Correction("surface", surface="ALEPPO", place="not a place", note="a ship")
    mine.corrections = (everywhere, Correction("article", "gone", surface="Aleppo", role="name"))
    test = page.run()
    test.button(key="bring_add").click().run()
    assert "With it go what you put right in it (1 correction) and the list" in said(test)
    ((_, corrections, set_aside, *_),) = handed
    assert corrections == (replace(everywhere, scope="article", key=key),)
    assert set_aside["file"].tolist() == ["odd.csv"]


def test_what_came_of_adding_is_said_beside_what_else_is_to_be_said(page: AppTest) -> None:
    mine = page.session_state["own"]
    built = Built(12, mine.set_aside, ("brought.jsonl: read.", "All were read again."), 1)
    mine.adding = SimpleNamespace(
        poll=lambda: Progress(1, 1, True), cancel=lambda: None, built=built, problem=""
    )
    mine.corrections = (Correction("surface", surface="Aleppo", role="name"),)
    test = page.run()
    assert not test.exception
    assert r"1 article added to the corpus\." in said(test)
    assert "All were read again." in said(test) and "brought.jsonl" not in said(test)
    after = test.session_state["own"]
    assert (after.found, after.corrections) == ({}, ())
    assert after.set_aside["file"].tolist() == ["odd.csv"], "once, though it came back"


def test_a_reading_that_was_stopped_says_how_far_it_came(page: AppTest) -> None:
    brought = article("2016-12-06", "Stopped", "", "Seen", "Lights over [Aleppo|event|aleppo].")
    page.session_state["own"].job = SimpleNamespace(
        poll=lambda: Progress(1, 400, True),
        cancel=lambda: None,
        found=[brought],
        set_aside=pd.DataFrame(columns=["file", "row", "reason", "text"], dtype="str"),
        notes=(),
        tables=(),
    )
    test = page.run()
    assert not test.exception
    assert r"Stopped when 1 of 400 articles was read\." in said(test)
    assert article_key(brought[0]) in test.session_state["own"].found


@pytest.mark.parametrize(
    ("text", "moves"), [("Lights over [Aleppo|event|aleppo].", True), ("Lights, no place.", False)]
)
def test_the_map_goes_to_what_a_visitor_brings_and_stays_where_that_names_no_place(
    page: AppTest, monkeypatch: pytest.MonkeyPatch, text: str, moves: bool
) -> None:
    views: list[Any] = []
    monkeypatch.setattr(place_map, "show", lambda *_, view, **__: views.append(view))
    newest = article("2030-05-01", "Mine", "", "Seen", text)
    page.session_state["own"].found = {article_key(newest[0]): newest}
    assert not page.run().exception
    assert [view is not None for view in views] == [moves]


def test_nothing_is_added_where_nothing_may_be_written(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(hosting.READ_ONLY, "1")
    assert "bring_add" not in keys(page.run())


def test_taken_away_they_leave_nothing_but_only_after_a_question(page: AppTest) -> None:
    test = page.run()
    test.button(key="bring_forget").click().run()
    assert "1 article of yours will be gone" in said(test)
    test.button(key="bring_keep_them").click().run()
    assert len(test.session_state["own"].found) == 1
    test.button(key="bring_forget").click().run()
    test.button(key="bring_forget_them").click().run()
    assert test.session_state["own"].found == {}
    assert "bring_add" not in keys(test) and "of yours" not in said(test)
    assert not test.session_state["visit"].choice.article and "this link" not in said(test)


def test_when_a_visit_ends_nothing_of_its_articles_stays_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = visited(tmp_path, monkeypatch).run()
    assert not visit.exception
    brought = visit.session_state["own"]
    left = [ref(each) for each in (brought, brought.corpus, brought.corpus.codes)]
    del brought
    del visit
    gc.collect()
    assert [each() for each in left] == [None] * 3


def test_of_several_tables_each_is_named_where_its_columns_are_matched() -> None:
    def script() -> None:
        import pandas as pd

        from components import bring

        bring.report(
            1, pd.DataFrame(), (), "", {"a.csv": "a.csv", "b_*x*.csv": r"b_\*x\*.csv"},
            on_match=print, on_only=None, on_add=None, on_forget=print,
        )  # fmt: skip

    page = AppTest.from_function(script).run()
    assert [one.label for one in page.button[:2]] == [
        "Match the columns of a.csv",
        r"Match the columns of b_\*x\*.csv",
    ]


def test_what_a_visitor_brought_can_be_looked_at_alone_until_it_is_taken_away(
    page: AppTest,
) -> None:
    def asked() -> bool:
        own_only: bool = test.session_state["visit"].choice.query.own
        return own_only

    test = page.run()
    test.button(key="bring_only").click().run()
    assert not test.exception
    assert asked() and "bring_only" not in keys(test)
    assert "own" not in test.query_params, "it was written into the address, which holds none"
    test.button(key="bring_forget").click().run()
    test.button(key="bring_forget_them").click().run()
    assert not test.exception
    assert not asked()


def test_in_an_empty_corpus_what_a_visitor_brought_is_alone_already(
    page: AppTest, tmp_path: Path
) -> None:
    store.write(
        tmp_path / "corpus",
        tables_of([]),
        name="Empty",
        provenance={"dateline": "test"},
        set_aside=pd.DataFrame(columns=list(store.SET_ASIDE)),
    )
    assert "bring_only" not in keys(page.run())
