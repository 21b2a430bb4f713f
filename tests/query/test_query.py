"""A question is a value: checked, canonical, and equal to itself put in another order."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import ChoiceError
from dateline.findings import ROLES
from dateline.query import Query, Values
from tests.query.random_corpora import queries


def test_the_same_question_in_another_order_is_the_same_value() -> None:
    one = Query(
        words="  bread   line ",
        roles=("setting", "event", "event"),
        sources=Values(include=("b", "a"), exclude=("c",)),
        further=(("tone", Values(("x",))), ("rubric", Values(("y",)))),
    )
    other = Query(
        words="bread line",
        roles=("event", "setting"),
        sources=Values(include=("a", "b", "a"), exclude=("c",)),
        further=(("rubric", Values(("y",))), ("tone", Values(("x",))), ("empty", Values())),
    )
    assert one == other
    assert hash(one) == hash(other)


def test_only_events_count_unless_more_is_asked_for() -> None:
    assert Query().roles == ("event",)
    assert Query().active() == ("roles",)
    assert Query(roles=()).active() == ()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"roles": ("attack",)}, "role 'attack'; expected one of event"),
        ({"roles": "event"}, "a tuple of texts"),
        ({"words": "a" * 1001}, "at most 1000 characters"),
        ({"words": None}, "at most 1000 characters"),
        ({"published": (date(2017, 1, 2), date(2017, 1, 1))}, "the earlier day first"),
        ({"published": (datetime(2017, 1, 2), None)}, "days without a time"),
        ({"spoken": ("2017-01-01", None)}, "days without a time"),
        ({"spoken": (None,)}, "give both, or None"),
        ({"sources": ("a",)}, "Values"),
        ({"speaker_kinds": Values(("politician",))}, "kind of speaker 'politician'"),
        ({"areas": (((0, 0), (1, 1)),)}, "three corners or more"),
        ({"areas": (((0, 0), (1, 91), (2, 0)),)}, "latitude within ±90"),
        ({"areas": (((0, 0), (float("nan"), 1), (2, 0)),)}, "longitude within ±540"),
        ({"areas": "here"}, "pairs of longitude and latitude"),
        ({"areas": ((0, 0), (1, 1), (2, 0))}, "pairs of longitude and latitude"),
        ({"areas": 7}, "a tuple of polygons"),
        ({"areas": tuple(((n, 0), (n, 1), (n + 1, 0)) for n in range(9))}, "at most 8"),
        ({"near": ("geonames:1", 0)}, "0 to 20,040 km"),
        ({"near": ("geonames:1", float("inf"))}, "0 to 20,040 km"),
        ({"near": ("geonames:1",)}, "give both"),
        ({"further": (("a", Values(("x",))), ("a", Values(("y",))))}, "stands twice"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_could(
    wrong: dict[str, Any], message: str
) -> None:
    with pytest.raises(ChoiceError, match=message):
        Query(**wrong)


def test_a_value_cannot_be_both_kept_and_left_out() -> None:
    with pytest.raises(ChoiceError, match="'SY' is both kept and left out"):
        Values(include=("SY",), exclude=("LB", "SY"))


@given(queries())
def test_taking_every_active_filter_back_leaves_none(query: Query) -> None:
    assert query.without(*query.active()) == Query(roles=())


@given(queries(), st.data())
def test_taking_one_filter_back_leaves_the_others(query: Query, data: st.DataObject) -> None:
    if query.active():
        name = data.draw(st.sampled_from(query.active()))
        assert set(query.without(name).active()) == set(query.active()) - {name}


def test_an_unknown_filter_is_said() -> None:
    with pytest.raises(ChoiceError, match="filter 'colour'"):
        Query().without("colour")
    with pytest.raises(ChoiceError, match="facet 'words'"):
        Query().values("words")


def test_values_of_a_facet_are_found_by_its_name() -> None:
    query = Query(sources=Values(("a",)), further=(("rubric", Values((), ("b",))),))
    assert query.values("sources") == Values(("a",))
    assert query.values("x.rubric") == Values(exclude=("b",))
    assert query.values("x.other") == Values()


def test_every_role_and_none_can_be_asked_for() -> None:
    assert Query(roles=("", *reversed(ROLES))).roles == (*ROLES, "")
