"""What the words beside a toponym say of where it lies."""

from __future__ import annotations

import re

import pytest
from spacy.lang.en import English

from dateline.geoparsing.resolution.context import Group, group_mentions
from dateline.language_model import LanguageModel

DEMONYMS = {"Libyan", "Lebanese"}


def groups(marked: str) -> list[Group]:
    """Groups of a text whose mentions stand in square brackets."""
    text, spans = "", []
    for piece in re.split(r"(\[[^\]]+\])", marked):
        bare = piece.strip("[]")
        if piece.startswith("["):
            spans.append((len(text), len(text) + len(bare)))
        text += bare
    return group_mentions(English()(text), spans, DEMONYMS.__contains__)


@pytest.mark.parametrize(
    ("marked", "containers", "stated"),
    [
        ("In [Odessa], [Texas], a teacher wept.", ("Texas",), True),
        ("Near [Tripoli] ([Lebanon]) it rained.", ("Lebanon",), True),
        ("Not [Tripoli], the capital of [Libya].", ("Libya",), True),
        ("In [Douma], a spokesman in [Beirut] said.", (), False),
        ("Roads to [Mosul] in northern [Iraq] are shut.", ("Iraq",), False),
        ("They live in [Oregon], [Washington] and [Idaho].", ("Washington",), False),
        ("In [Washington], [Oregon], [Idaho] and [Utah] it snowed.", ("Oregon", "Idaho"), False),
        ("[Paris] and [London] agreed.", (), False),
        ("Nine died in the [Mukuru] slums in [Nairobi].", ("Nairobi",), True),
        ("A shop in the [Hodan] district of [Mogadishu] burned.", ("Mogadishu",), True),
        ("Rain fell on the [Maaser] oil refinery in northern [Iraq].", ("Iraq",), True),
        ("The [Kurt] said in [Ankara] that it rained.", (), False),
        ("[Goma]\n\n[Congo] voted.", (), False),
    ],
)
def test_what_follows_may_contain(marked: str, containers: tuple[str, ...], stated: bool) -> None:
    first = groups(marked)[0]
    assert (first.containers, first.stated) == (containers, stated)


@pytest.mark.parametrize(
    ("marked", "container"),
    [
        ("[Syria]'s northern [Idlib] burned.", "Syria"),
        ("The [Libyan] city of [Sebha] was calm.", "Libyan"),
        ("The [Lebanese] army entered [Tripoli].", None),
    ],
)
def test_what_comes_before_may_contain(marked: str, container: str | None) -> None:
    last = groups(marked)[-1]
    if container is None:
        assert not last.stated
    else:
        assert last.containers == (container,)


@pytest.mark.parametrize(
    ("marked", "unit"),
    [
        ("Villages in [Aleppo] province fell.", "province"),
        ("Villages in the province of [Aleppo] fell.", "province"),
        ("A barn in [Logan] County burned.", "county"),
        ("Floods cut off [Logan] and Mingo counties.", "county"),
        ("Villages in [Idlib], Hama and Deir Ezzor provinces fell.", "province"),
        ("Shells hit [Aleppo], and other cities waited.", ""),
        (f"Shells hit [Aleppo], {'A' * 60} and more.", ""),  # tried once, not in every division
        ("Shells hit [Aleppo].", ""),
    ],
)
def test_a_word_beside_says_what_division_is_meant(marked: str, unit: str) -> None:
    assert groups(marked)[0].unit == unit


@pytest.mark.parametrize(
    ("text", "definite"),
    [
        ("Shells fell on the left bank of the Dnipro.", True),
        ("Shells fell on Dnipro.", False),
        ("The Dnipro mayor spoke.", False),
    ],
)
def test_an_article_is_a_names_own_where_no_other_noun_takes_it(
    language: LanguageModel, text: str, definite: bool
) -> None:
    start = text.index("Dnipro")
    (group,) = group_mentions(language.nlp(text), [(start, start + 6)], DEMONYMS.__contains__)
    assert group.definite == definite


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


def test_a_government_in_a_town_is_not_a_place_there() -> None:
    assert groups("The [Fatah] government in [Ramallah] fell.")[0].containers == ()
