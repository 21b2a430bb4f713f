"""Putting right on the page, without a browser: the form, what it writes, and the way back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.choice import Choice, pick_mention
from components.pages.online import online
from dateline.corpus import Corpus
from dateline.corrections import NOT_A_PLACE, ledger, notes
from dateline.corrections.found_places import search
from dateline.gazetteer.online import OnlineGeocoder
from dateline.gazetteer.place import Place
from dateline.resources import app_folder
from tests.corpora import article, tables_of
from tests.page.ports import KEYS, LEBANON, LIBYA, PORTS, captions

pytestmark = pytest.mark.usefixtures("fresh")


def dashboard() -> Any:
    return AppTest.from_file(str(app_folder() / "dashboard.py"), default_timeout=60)


def dialog(nth: int = 0, test: Any = None) -> Any:
    """The page with the dialog open for a mention of the article on two ports."""
    test = test or dashboard().run()
    mention = PORTS[nth]
    place = "" if mention.place is None else mention.place.gazetteer_id
    visit = test.session_state["visit"]
    visit.choice = pick_mention(
        Choice(), article=KEYS[5], start=mention.start, place=place, role=mention.role
    )
    visit.moved = True
    test.session_state["dialog"] = "correct"
    return test.run()


def within(test: Any, changed: Any) -> None:
    """Run the page with the dialog still open: in the browser only the dialog runs again."""
    test.session_state["dialog"] = "correct"
    changed.run()


def last_said(test: Any) -> str:
    sentence: str = test.session_state["put_right"].sentence
    return sentence


def test_the_number_that_would_be_touched_stands_there_before(folder: Path) -> None:
    test = dialog()
    assert not test.exception
    assert test.radio(key="right_scope").options == [
        "this mention",
        "every “Tripoli” in this article: 2 mentions",
        "every “Tripoli” in the corpus: 3 mentions in 2 articles",
    ]
    assert test.button(key="right_done").disabled, "nothing was said yet"
    within(test, test.radio(key="right_scope").set_value("surface"))
    assert "Now\\: Tripoli\\, Lebanon 2 · Tripoli\\, Libya 1\\." in captions(test)
    assert not (folder / ledger.FILE).exists()


@pytest.mark.parametrize(
    ("sentence", "surface", "shown"),
    [
        ("1 - ساد الهدوء حلب.", "حلب", "\u20671 \\- ساد الهدوء **حلب**\\.\u2069"),
        ("In Aleppo (حلب) it was calm.", "Aleppo", "In **Aleppo** \\(حلب\\) it was calm\\."),
        ("2016!", "2016", "**2016**\\!"),
    ],
)
def test_a_sentence_read_from_the_right_ends_at_the_left(
    sentence: str, surface: str, shown: str
) -> None:
    def script(sentence: str, surface: str) -> None:
        from types import SimpleNamespace

        from components.pages import correcting

        start = sentence.index(surface)
        mention = {"start": start, "end": start + len(surface)}
        mention |= {"sentence_start": 0, "sentence_end": len(sentence)}
        correcting._quote(SimpleNamespace(text=sentence), mention)

    test = AppTest.from_function(script, args=(sentence, surface)).run()
    assert not test.exception
    assert test.markdown[0].value == shown


def test_another_place_by_name_for_the_whole_corpus_is_written_followed_and_undone(
    folder: Path,
) -> None:
    test = dialog()
    before = test.session_state["visit"].choice
    within(test, test.radio(key="right_place").set_value("another place, by name"))
    assert test.button(key="right_done").disabled
    within(test, test.text_input(key="right_name").set_value("Tripoli, Lebanon"))
    found = test.radio(key="right_found")
    assert 1 <= len(found.options) <= 8
    assert found.options[0].startswith("Tripoli\\, North Lebanon\\, Lebanon · city ·")
    within(test, found.set_value(LEBANON))
    within(test, test.radio(key="right_scope").set_value("surface"))
    assert "Touches 3 mentions\\; 1 of them changes\\." in captions(test)
    within(test, test.text_input(key="right_note").set_value("=1+1"))
    within(test, test.button(key="right_done").click())
    assert not test.exception
    (correction,) = ledger.read(folder).corrections
    assert (correction.scope, correction.place, correction.note) == ("surface", LEBANON, "=1+1")
    assert correction.at
    assert test.session_state["visit"].choice.query.places.include == (LEBANON,)
    assert last_said(test) == "“Tripoli” → Tripoli, Lebanon, 3 mentions"
    assert Corpus.open(folder).fingerprint[:8] in test.query_params["c"]
    assert test.session_state["put_right"].before == before
    test.session_state["put_right"].take_back()
    assert ledger.read(folder).corrections == ()


def test_the_only_place_of_a_name_need_not_be_chosen_and_one_of_several_must(folder: Path) -> None:
    test = dialog()
    within(test, test.radio(key="right_place").set_value("another place, by name"))
    within(test, test.text_input(key="right_name").set_value("Tripoli"))
    assert test.button(key="right_done").disabled
    within(test, test.text_input(key="right_name").set_value("Saraqib"))
    (only,) = search("Saraqib")
    assert test.radio(key="right_found").value == only.gazetteer_id
    within(test, test.text_input(key="right_name").set_value("Tripoli"))
    assert test.button(key="right_done").disabled
    within(test, test.text_input(key="right_name").set_value("Saraqib"))
    within(test, test.button(key="right_done").click())
    (correction,) = ledger.read(folder).corrections
    assert correction.place == only.gazetteer_id


def test_a_candidate_a_point_no_place_and_a_role_can_be_said(folder: Path) -> None:
    test = dialog(2)
    assert "Tripoli\\, Libya · city" in test.radio(key="right_place").options
    within(test, test.radio(key="right_place").set_value(LIBYA))
    within(test, test.button(key="right_done").click())
    test = dialog(0, test)
    within(test, test.radio(key="right_place").set_value("another place, by its coordinates"))
    within(test, test.text_input(key="right_point").set_value("95 12"))
    assert "no point on earth" in captions(test) and test.button(key="right_done").disabled
    within(test, test.text_input(key="right_point").set_value("32.9, 13.2"))
    within(test, test.selectbox(key="right_precision").set_value("neighbourhood"))
    within(test, test.button(key="right_done").click())
    test = dialog(1, test)
    within(test, test.selectbox(key="right_role").set_value("background"))
    within(test, test.radio(key="right_scope").set_value("article"))
    within(test, test.button(key="right_done").click())
    test = dialog(3, test)
    within(test, test.radio(key="right_place").set_value(NOT_A_PLACE))
    assert test.selectbox(key="right_role").disabled
    within(test, test.button(key="right_done").click())
    assert not test.exception
    said = [(one.scope, one.place, one.role) for one in ledger.read(folder).corrections]
    assert said == [
        ("mention", LIBYA, ""),
        ("mention", "32.9 13.2 neighbourhood", ""),
        ("article", "", "background"),
        ("mention", NOT_A_PLACE, ""),
    ]
    assert test.session_state["visit"].choice.mention == -1, "its mark is gone"


def test_what_the_gazetteer_does_not_know_is_said(folder: Path) -> None:
    test = dialog()
    within(test, test.radio(key="right_place").set_value("another place, by name"))
    for name in ("Xqzzyvw", " , ,", "\x00"):
        within(test, test.text_input(key="right_name").set_value(name))
        assert not test.exception
        assert test.button(key="right_done").disabled


def test_where_nothing_may_be_written_a_reader_leaves_a_note(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_READ_ONLY", "1")
    test = dialog()
    assert not test.exception and not test.radio
    assert "not change" in captions(test)
    within(test, test.button(key="wrong_done").click())
    assert "Nothing is written yet." in captions(test)
    within(test, test.text_area(key="wrong_note").set_value("=the other Tripoli"))
    within(test, test.button(key="wrong_done").click())
    assert not test.exception
    assert [one.value for one in test.text if "Thank you" in one.value] == [
        "Thank you. Whoever keeps the corpus will find: “=the other Tripoli”"
    ]
    assert not [one for one in test.button if one.key == "wrong_done"], "it is left once"
    (note,) = notes.read(folder)
    assert (note.key, note.surface, note.place) == (KEYS[5], "Tripoli", LIBYA)
    assert note.note == "=the other Tripoli" and note.at
    assert not (folder / ledger.FILE).exists()


def test_where_not_even_a_note_can_be_written_it_says_what_to_send(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    test = dialog()
    assert not test.exception
    assert KEYS[5] in test.code[0].value and "Tripoli" in test.code[0].value
    assert list(folder.glob("*.csv")) == []


def test_a_visitors_own_article_is_put_right_for_the_visit_only(folder: Path) -> None:
    own = article("2016-12-07", "My notes", "", "Mine", "Back in [Tripoli|event|tripoli libya].")
    key = Corpus.from_tables(tables_of([own])).column("articles", "key").iat[0]
    test = dashboard().run()
    test.session_state["own"].found[key] = own
    visit = test.session_state["visit"]
    start = own[1].mentions[0].start
    visit.choice = replace(Choice(), article=key, mention=start)
    visit.moved = True
    test.session_state["dialog"] = "correct"
    test.run()
    assert not test.exception
    assert "for this visit" in captions(test)
    assert test.radio(key="right_scope").options[2].startswith("every “Tripoli” in your articles")
    within(test, test.radio(key="right_place").set_value(NOT_A_PLACE))
    within(test, test.button(key="right_done").click())
    assert not test.exception
    assert [one.place for one in test.session_state["own"].corrections] == [NOT_A_PLACE]
    assert list(folder.glob("*.csv")) == []
    assert last_said(test) == "“Tripoli” → not a place, 1 mention"


def test_a_name_is_sent_to_a_service_at_a_click_and_not_before(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    mill = Place("osm:n7", "Old Mill", 36.2, 37.1, "SY", "Aleppo", "", "", "feature", 0)

    def answer(_: OnlineGeocoder, name: str) -> list[Place]:
        sent.append(name)
        return [mill]

    monkeypatch.setattr(OnlineGeocoder, "__call__", answer)
    test = dialog()
    within(test, test.radio(key="right_place").set_value("another place, by name"))
    within(test, test.text_input(key="right_name").set_value("Qwxyz Mill"))
    assert sent == []
    assert "are sent to nominatim" in captions(test)
    within(test, test.button(key="right_online").click())
    assert sent == ["Qwxyz Mill"]
    assert "OpenStreetMap" in test.radio(key="right_found").options[-1]
    within(test, test.radio(key="right_found").set_value("36.2 37.1 feature"))
    within(test, test.button(key="right_done").click())
    assert not test.exception
    (correction,) = ledger.read(folder).corrections
    assert correction.place == "36.2 37.1 feature"


def test_nothing_can_be_sent_from_a_page_that_is_read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_READ_ONLY", "1")
    assert online() is None
