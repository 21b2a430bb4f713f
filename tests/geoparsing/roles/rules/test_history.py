"""What happened years ago, told beside the news, in sentences of our own."""

from __future__ import annotations

import pytest

from dateline.geoparsing.roles.reader import RoleReader
from dateline.language_model import load
from tests.geoparsing.marked import decisions, facts_of


@pytest.mark.parametrize(
    "marked",
    [
        "In 1994 raiders burned [Arboga].",
        "Nine pilgrims were killed near [Safaga] in November 1997.",
        "[Arboga] was shelled in 1993.",
        "In 1917 raiders blew up a bridge and took [Safaga].",
        "The ferry sank off [Visby] eleven years ago.",
        "A similar blast near [Safaga] two decades ago left the quay in ruins.",
        "The dam broke in 2021. Its predecessor at [Lofa] collapsed in 2013.",
        "They were beaten at [Safaga] on 4 March 1988.",
        "The army took [Safaga] in the 1967 border war.",
        "Bombers flattened [Arboga] in the Second World War.",
        "The fever spread to [Arboga] later that year.",
        "The mine, shut after an attack on [Safaga] in March 1998, will open again.",
    ],
)
def test_what_is_dated_long_before_the_news_is_no_news_of_a_place(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role == "background"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "The dam at [Lofa] broke in 2021.",
        "The dam broke in 2023. Another at [Lofa] collapsed in 2021.",
        "Rebels have held [Arboga] since 1994.",
        "Some 1998 people were killed in [Arboga].",
        "The camp of 1994 at [Arboga] burned down on Monday.",
        "“In 1994 they burned [Arboga],” she says.",
        "Two hours earlier a bus burned in [Arboga].",
        "A gunman fired on guests of the 1967 hotel in [Arboga].",
        "The World Bank opened a bureau in [Arboga].",
        "After the attack on [Safaga] in March, the mine was shut.",
        "The mayor, elected in 1998, was shot dead in [Arboga].",
    ],
)
def test_no_rule_puts_aside_what_is_recent_or_lasts(marked: str) -> None:
    [decision] = decisions(marked)
    assert "told of" not in decision.rule


@pytest.mark.parametrize(("year", "history"), [(2026, True), (2021, False), (1998, False)])
def test_what_is_history_is_reckoned_from_the_day_of_publication(year: int, history: bool) -> None:
    language = load()
    told = 1998 if year == 1998 else 2019
    text, facts = facts_of(f"In {told} a quake destroyed villages near [Arboga].")
    model = RoleReader.load(language.name)
    [decision] = model.decide_all(language.nlp(text), facts, year=year)
    assert (decision.rule == f"told of {told}") is history


def test_talks_of_long_ago_were_still_talks() -> None:
    [decision] = decisions("A truce was signed in [Geneva] in 1994.")
    assert decision.role == "setting"


def test_the_receipt_names_the_year() -> None:
    [decision] = decisions("In 1994 raiders burned [Arboga].")
    assert decision.rule == "told of 1994"


def test_in_a_history_the_years_long_past_are_its_story() -> None:
    essay = (
        "The siege began in 1992. In 1993 raiders burned [Arboga]. Later that year they took"
        " [Safaga]. In 1995 a truce ended it."
    )
    assert all("told of" not in one.rule for one in decisions(essay))
    assert decisions(f"{essay} A stone recalls it since 2021.")[0].rule == ("told of 1993")


@pytest.mark.parametrize(
    "marked",
    [
        "Serbs took a third of [Croatia:country] in 1991 after the vote.",
        "They drove the army from [Kuwait:country] in March 1991.",
        "[Vietnam:country] fought in [Laos:country] in the late 1970s.",
    ],
)
def test_a_year_or_a_decade_behind_a_place_dates_it(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role == "background"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "Serbs took a third of [Croatia:country] in May.",
        "The treaty was signed with [Kuwait:country] in 1991.",
        "The lorries had been bought in [Turin] in 1993.",
        "Raiders in their 1970s jeep burned [Arboga].",
    ],
)
def test_no_rule_takes_other_numbers_for_its_year(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role != "background" or "p=" in decision.rule
