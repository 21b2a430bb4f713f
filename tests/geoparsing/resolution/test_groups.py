"""Mentions alike are one group; headlines and lists lend them what the text says elsewhere."""

from __future__ import annotations

import re

import pytest

from tests.geoparsing.resolution.bracketed import groups


def test_mentions_alike_are_one_group_and_each_is_in_one() -> None:
    found = groups("[Hama] fell. [Hama] burned. [Hama] province is large. [Homs] waited.")
    assert sorted(member for group in found for member in group.members) == [0, 1, 2, 3]
    assert [group.members for group in found] == [(0, 1), (2,), (3,)]


@pytest.mark.parametrize(
    ("marked", "unit", "containers"),
    [
        (
            "[Idlib] spared\n\nA truce in [Idlib] province held. [Idlib] city was calm.",
            "province",
            (),
        ),
        ("Fire in [Odessa]\n\nA barn in [Odessa], [Texas], burned.", "", ("Texas",)),
        ("[Idlib] spared\n\nRain fell. In [Idlib] city it was calm.", "", ()),
        ("[Idlib] city spared\n\nA truce in [Hama] province held.", "", ()),
    ],
)
def test_a_bare_name_in_a_headline_means_what_the_body_says_first(
    marked: str, unit: str, containers: tuple[str, ...]
) -> None:
    first = groups(marked)[0]
    assert 0 in first.members
    assert (first.unit, first.containers) == (unit, containers)


def test_a_headline_that_says_what_it_means_keeps_its_own_context() -> None:
    above, *_ = groups("[Odessa], [Texas], mourns\n\nA barn in [Odessa] County burned.")
    assert above.containers == ("Texas",)


@pytest.mark.parametrize(
    ("marked", "beside"),
    [
        ("[Oregon], [Washington] and [Idaho] voted.", {"Washington", "Idaho"}),
        ("[Paris] and the [Bronx] slept; [Rome] woke.", {"Bronx"}),
        ("[Odessa], [Texas], was calm.", set()),
        ("[Odessa], [Texas], and [Boise] were calm.", {"Texas", "Boise"}),
        ("[Paris] slept. [Rome] and [Oslo] woke.", set()),
        ("[A], [B], [C], [D], [E] and [F] voted.", {"B", "C", "D", "E"}),
    ],
)
def test_names_in_a_list_stand_beside_one_another(marked: str, beside: set[str]) -> None:
    names = re.findall(r"\[([^\]]+)\]", marked)
    assert {names[number] for number in groups(marked)[0].listed} == beside


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("They were buried in [Norway], a township north of [Elkader].", True),
        ("[Peru], a quiet little village of 400, has no church.", True),
        ("In [Lebanon], a village elder said no.", False),
        ("[Chad], a land of towns, sent men.", False),
        ("[Niger], the city says, is far.", False),
    ],
)
def test_what_is_told_to_be_a_town_is_one(text: str, town: bool) -> None:
    assert groups(text)[0].town == town


@pytest.mark.parametrize(
    ("text", "village"),
    [
        ("In the village of\n[Nairobi] they burned nine huts.", True),
        ("A hamlet of [Lima], [Ohio], flooded.", True),
        ("The villages of [Lower Silesia] are old.", False),
        ("In the village [Nairobi] was far.", False),
        ("Men of the village of tents fled to [Nairobi].", False),
    ],
)
def test_what_is_called_a_village_before_its_name_is_one(text: str, village: bool) -> None:
    assert groups(text)[0].village == village


def test_what_contains_a_town_is_none() -> None:
    town, state = groups("The tents came from [Elmora], [Georgia], a city that makes them.")
    assert not town.town and not state.town
