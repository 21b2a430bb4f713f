"""An article becomes pieces, each under the mark that matters most, with nothing lost."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest

from components.choice import Choice, read_article
from components.pages.shown import Opened, look
from components.reading_pane import Content, Gesture, content, understood
from components.receipt import Candidate, receipt
from tests.corpora import small_corpus


def opened(title: str) -> Opened:
    corpus = small_corpus()
    titles = corpus.listing(range(len(corpus.articles)))
    key = titles.loc[titles["title"] == title, "key"].iat[0]
    found = look(corpus, read_article(Choice(), key)).opened()
    assert found is not None
    return found


def cut(title: str, **changes: Any) -> Content:
    one = opened(title)
    given = {"text": one.text, "searched": (), **changes}
    return content(
        given["text"],
        title,
        one.mentions,
        one.dates,
        one.quotes,
        one.names,
        searched=given["searched"],
    )


def words(paragraph: list[list[Any]]) -> str:
    return "".join(piece[0] for piece in paragraph)


def test_title_and_paragraphs_are_the_whole_text() -> None:
    one, found = opened("A warning, and an old name"), cut("A warning, and an old name")
    assert words(found.title) == "A warning, and an old name"
    assert "\n\n".join([words(found.title), *map(words, found.paragraphs)]) == one.text


def test_what_is_sent_is_the_whole_article_under_a_name_that_changes_with_it() -> None:
    title = "A warning, and an old name"
    found, searched = cut(title), cut(title, searched=[(0, 1)])
    sent = json.loads(found.sent)
    assert (sent["title"], sent["paragraphs"]) == (found.title, found.paragraphs)
    assert [tuple(mark) for mark in sent["marks"]] == [mark[2:] for mark in found.marks]
    assert cut(title).name == found.name != searched.name


def test_each_place_mark_knows_its_role_and_its_place() -> None:
    found = cut("A warning, and an old name")
    marks = [(found.marks[mark].role, text) for text, mark, *_ in found.paragraphs[0] if mark >= 0]
    assert marks[:3] == [("actor", "Washington"), ("event", "Aleppo"), ("comparison", "Srebrenica")]
    srebrenica = next(mark for mark in found.marks if mark.role == "comparison")
    assert srebrenica.place == "geonames:3190189"
    assert srebrenica.note.startswith("Srebrenica, Bosnia")


def test_a_quotation_lies_under_its_words_and_says_who_speaks() -> None:
    found = cut("A warning, and an old name")
    quoted = [
        (text, found.quotes[quote]) for text, _, quote, _ in found.paragraphs[0] if quote >= 0
    ]
    assert quoted == [("Not again", "Mira Osgood")]


def test_searched_words_lie_over_a_place_without_tearing_its_mark() -> None:
    one = opened("A warning, and an old name")
    start = one.text.index("Aleppo") + 2
    found = cut("A warning, and an old name", searched=[(start, start + 2)])
    inside = [
        (text, is_searched)
        for text, mark, _, is_searched in found.paragraphs[0]
        if mark >= 0 and found.marks[mark].note.startswith("Aleppo, Syria")
    ]
    assert inside == [("Al", 0), ("ep", 1), ("po", 0)]


def test_a_mention_without_place_and_one_in_doubt_say_so() -> None:
    notes = [mark.note for mark in cut("Two ports, one name").marks]
    assert "not placed · event" in notes
    assert any(note.endswith("not sure") and note.startswith("Tripoli, Libya") for note in notes)


def test_a_text_without_title_has_one_all_the_same() -> None:
    empty = pd.DataFrame({"start": [], "end": []})
    names = empty.assign(kind=[], canonical=[])
    found = content("", "", empty.assign(role=[]), empty, empty.assign(speaker=[]), names)
    assert words(found.title) == "Without a title" and found.paragraphs == []


def test_nul_and_cyrillic_keep_their_places() -> None:
    assert "\x00" in words(cut("Undated, unsigned").paragraphs[0])
    found = cut("Ранок у Харкові")
    kharkiv = next(text for text, mark, *_ in found.paragraphs[0] if mark >= 0)
    assert kharkiv == "Харкові"


@pytest.mark.parametrize(
    "gesture",
    [
        {},
        {"kind": "mark"},
        {"kind": "mark", "mark": 10_000},
        {"kind": "mark", "mark": -1},
        {"kind": "mark", "mark": "0"},
        {"kind": "step", "by": 7},
        {"kind": "eval", "mark": 0},
        {"kind": ["mark"]},
    ],
)
def test_a_gesture_that_makes_no_sense_is_ignored(gesture: dict[str, Any]) -> None:
    assert understood(gesture, cut("Buses at last")) is None


def test_a_click_on_a_mark_is_told_with_its_place() -> None:
    found = cut("Two ports, one name")
    index = next(i for i, mark in enumerate(found.marks) if mark.place == "geonames:2210247")
    assert understood({"kind": "mark", "mark": index, "add": True}, found) == Gesture(
        "mark", found.marks[index].start, "geonames:2210247", "event", add=True
    )


def test_a_receipt_says_place_precision_rule_doubt_and_who_came_second() -> None:
    one = opened("Two ports, one name")
    mention = one.mentions.iloc[0].to_dict()
    places = small_corpus().places.set_index("gazetteer_id", drop=False)
    other = Candidate(places.loc["geonames:2210247"], "Tripoli, Libya", 0.2)
    here = mention | {"label": "Tripoli, Lebanon"}
    found = receipt(one.text, here, places.loc["geonames:266826"], [other], mark=3)
    facts = dict(found.facts)
    assert facts["place"] == "Tripoli, Lebanon (Liban-Nord), 40% sure"
    assert facts["point"] == "city at 34.437° N 35.850° E"
    assert found.gazetteer == ("geonames:266826", "https://www.geonames.org/266826")
    assert found.map is not None
    assert [(dot.number, dot.name) for dot in found.map.dots] == [(1, "Tripoli"), (0, "Tripoli")]
    assert facts["because"] == "marked"
    assert found.others == [("Tripoli, Libya", "20%")]
    assert words(found.sentence).strip() in one.text


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            "learned: 'street in', p=0.87",
            "role judged by a trained model, 87% sure; in the sentence: 'street in'",
        ),
        (
            "learned, with the transformer: subject of 'deny', with the article's other names, "
            "p=1.00",
            "role judged by a trained model, 99% sure; in the sentence: subject of 'deny', with "
            "the article's other names",
        ),
        ("put right by a reader", "put right by a reader"),
        ("what was learned: nothing", "what was learned: nothing"),
    ],
)
def test_a_receipt_says_of_a_models_judgement_that_it_is_one(rule: str, said: str) -> None:
    one = opened("Two ports, one name")
    mention = one.mentions.iloc[0].to_dict() | {"rule": rule}
    assert dict(receipt(one.text, mention, None, [], mark=0).facts)["because"] == said


def test_a_receipt_of_a_name_in_the_title_has_the_title_and_no_dateline_run_into_it() -> None:
    text = "Shells fall in Aleppo\n\nDAMASCUS (Agency) – Snow fell."
    whole = {"start": 15, "end": 21, "sentence_start": 0, "sentence_end": len(text)}
    mention = opened("Two ports, one name").mentions.iloc[-1].to_dict() | whole
    assert words(receipt(text, mention, None, [], mark=0).sentence) == "Shells fall in Aleppo"


def test_a_receipt_of_what_is_not_placed_has_no_coordinates() -> None:
    one = opened("Two ports, one name")
    mention = one.mentions[one.mentions["gazetteer_id"] == ""].iloc[0].to_dict()
    found = receipt(one.text, mention, None, [], mark=0)
    assert found.facts[0] == ("place", "not placed")
    assert "point" not in dict(found.facts)
    assert found.gazetteer == ("", "") and found.map is None


def test_an_id_of_no_public_gazetteer_has_no_page_and_none_leads_astray() -> None:
    one = opened("Two ports, one name")
    mention = one.mentions.iloc[0].to_dict()
    place = small_corpus().places.iloc[0]
    for given, page in (
        ("own:1_2_city", ""),
        ("wof:1/../x?y#z", "https://spelunker.whosonfirst.org/id/1/../x%3Fy%23z"),
    ):
        found = receipt(one.text, mention, place.replace(place["gazetteer_id"], given), [], mark=0)
        assert found.gazetteer == (given, page)
