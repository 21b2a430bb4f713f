"""Roles that are learned, and what holds of every decision."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import ModelError
from dateline.findings import ROLES
from dateline.geoparsing.roles.facts import MentionFacts, mention_facts
from dateline.geoparsing.roles.model import RoleModel
from dateline.geoparsing.roles.reader import RoleReader
from dateline.language_model import load
from tests.geoparsing.marked import decisions, roles

HEADLINES = [
    ("[Kharkiv] shelled\n\nRockets hit a school in [Kharkiv] on Monday.", "event event"),
    ("Truce collapses in [Juba:capital]\n\nFighting broke out in [Juba:capital].", "event event"),
    (
        "[Kyiv:capital] denies losing [Bakhmut]\n\nThe army said it still held [Bakhmut].",
        "actor event event",
    ),
]


@pytest.mark.parametrize(("marked", "expected"), HEADLINES)
def test_a_headline_without_a_full_stop_is_not_read_into_the_first_paragraph(
    marked: str, expected: str
) -> None:
    assert roles(marked) == expected.split()


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Shells fell on eastern [Ghouta:region] on Monday.", "event"),
        ("Militants seized the town of [Palmyra].", "event"),
        ("Rockets hit a market in [Taiz], killing nine people.", "event"),
        ("The villages around [Kobani] were burned by militants.", "event"),
        ("The lorries had been bought in [Turin] in 1993.", "background"),
        ("The widow, who fled [Homs] in 2012, sells bread.", "background"),
    ],
)
def test_what_stands_around_a_name_decides_where_no_rule_does(marked: str, expected: str) -> None:
    [decision] = decisions(marked)
    assert decision.role == expected
    assert decision.rule.startswith("learned: ")
    assert "p=" in decision.rule


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The [Moldovan:demonym] Freedom Coalition called for talks.", "name"),
        ("The [Libyan:demonym] Red Crescent sent two lorries.", "name"),
        ("The [Turkish:demonym] Foreign Ministry denied it.", "demonym"),
        ("The [Ukrainian:demonym] Army said that it held the hill.", "demonym"),
        ("The [Polish:demonym] nurses went home.", "demonym"),
    ],
)
def test_an_adjective_is_part_of_a_name_unless_an_organ_of_the_state_follows(
    marked: str, expected: str
) -> None:
    assert roles(marked) == [expected]


def test_one_name_may_have_several_roles_in_one_article() -> None:
    marked = (
        "[WASHINGTON:dateline]: [Washington:capital] denied the report. "
        "A spokesman told reporters in [Washington:capital] that no order was given."
    )
    assert roles(marked) == ["dateline", "actor", "setting"]


def test_nothing_outside_a_dateline_is_called_one() -> None:
    assert "dateline" not in roles("[BEIRUT:capital] [Lebanon:country]")


def test_a_name_that_is_no_adjective_is_never_called_a_demonym() -> None:
    assert "demonym" not in roles("[Juba:capital] battles\n\n[Odesa] church burns.")


def test_an_unplaced_name_has_a_role_like_any_other() -> None:
    assert roles("Shells fell on [Kafr Nonesuch:unplaced] on Monday.") == ["event"]


def test_the_direction_before_the_name_is_kept() -> None:
    [decision] = decisions("Shells fell 20 km west of [Mosul] on Monday.")
    assert decision.direction == "20 km west of"


def test_the_same_article_has_the_same_roles_at_every_reading() -> None:
    marked = "Talks in [Geneva] failed and shells fell on [Hama]."
    first = decisions(marked)
    decisions.cache_clear()
    assert decisions(marked) == first


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "—"])
def test_an_article_without_mentions_has_no_roles(text: str) -> None:
    language = load()
    assert RoleReader.load(language.name).decide_all(language.nlp(text), []) == []


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            ["Hama", "—", "“", "”", "said", "in", "the", "\n\n", "'s", "-", "troops", "Сирия", "."]
        ),
        min_size=1,
        max_size=12,
    ),
    st.data(),
)
def test_any_span_of_any_text_gets_a_role_and_a_reason(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    language = load()
    model = RoleReader.load(language.name)
    facts = [MentionFacts(start, end, data.draw(st.sampled_from(["", "city", "country"])))]
    [decision] = model.decide_all(language.nlp(text), facts)
    assert decision.role in ROLES
    assert decision.rule


def test_a_file_trained_for_another_language_model_is_refused(tmp_path: Path) -> None:
    home = tmp_path / "en_core_web_md"
    home.mkdir()
    data = {"language_model": "en_core_web_sm", "roles": list(ROLES), "thousandths": {}}
    (home / "roles.json").write_text(json.dumps(data))
    with pytest.raises(ModelError, match="en_core_web_sm"):
        RoleModel.load("en_core_web_md", tmp_path)


def test_a_missing_file_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="make models"):
        RoleModel.load("en_core_web_md", tmp_path)


def test_facts_come_from_the_place_and_the_dateline() -> None:
    gazetteer = SimpleNamespace(
        precision=[5, 2, 2],
        features=("PCLI", "PPLC", "PPL"),
        feature=[0, 1, 2],
        country=[7, 7, 7],
        is_demonym=lambda surface: surface == "Syrian",
        candidates=lambda surface: [SimpleNamespace(row=1)] if surface == "Damascus" else [],
        place=lambda row: SimpleNamespace(name="Syria"),
    )
    doc = load().nlp("DAMASCUS — Syrian aircraft left Damascus for Nowhere.")
    spans = [SimpleNamespace(start=s, end=e) for s, e in ((0, 8), (11, 17), (32, 40), (45, 52))]
    rows = [SimpleNamespace(row=row) for row in (2, 0, 1, None)]
    facts = mention_facts(doc, spans, rows, (0, 10), gazetteer)  # type: ignore[arg-type]
    assert [fact.in_dateline for fact in facts] == [True, False, False, False]
    assert [fact.demonym for fact in facts] == [False, True, False, False]
    assert [fact.capital for fact in facts] == [False, False, True, False]
    assert [fact.precision for fact in facts] == ["city", "country", "city", ""]
    assert [fact.country for fact in facts] == [7, 7, 7, -1]


@pytest.mark.parametrize(("name", "demonym"), [("Abyan Governorate", False), ("Hadramaut", True)])
def test_the_first_word_of_a_regions_own_name_is_no_adjective(name: str, demonym: bool) -> None:
    text = "Soldiers of the Abyan battalion closed the road."
    gazetteer = SimpleNamespace(
        precision=[4],
        country=[7],
        is_demonym=lambda surface: False,
        candidates=lambda surface: [],
        place=lambda row: SimpleNamespace(name=name),
    )
    spans, rows = [SimpleNamespace(start=16, end=21)], [SimpleNamespace(row=0)]
    [fact] = mention_facts(load().nlp(text), spans, rows, None, gazetteer)  # type: ignore[arg-type]
    assert fact.demonym == demonym


def test_every_item_of_a_round_up_has_its_own_dateline() -> None:
    text = "BERLIN – Rain.\n\nOSLO, Norway – Snow in Oslo.\n\nHAMBURG STAR – Hail."
    gazetteer = SimpleNamespace(is_demonym=lambda surface: False)
    names = ("BERLIN", "OSLO", "Norway", "Oslo", "HAMBURG")
    spans = [
        SimpleNamespace(start=text.index(name), end=text.index(name) + len(name)) for name in names
    ]
    rows = [SimpleNamespace(row=None)] * len(spans)
    facts = mention_facts(load().nlp(text), spans, rows, None, gazetteer)  # type: ignore[arg-type]
    assert [fact.in_dateline for fact in facts] == [True, True, True, False, False]
