"""Places to which another is likened, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions, roles


@pytest.mark.parametrize(
    "marked",
    [
        "Aid workers fear another [Aleppo].",
        "It was the deadliest siege since [Sarajevo:capital].",
        "It was worse than [Grozny], she said.",
        "The town could share the fate of [Guernica].",
        "The old quarter looks like [Dresden].",
        "He compared the ruins with [Warsaw:capital].",
        "Prosecutors compared the killings with those in [Prijedor].",
        "The battle echoes [Fallujah].",
        "“This is our [Stalingrad],” said a sergeant.",
        "The ruins invited comparisons with [Coventry].",
        "The flood was like the one in [Valencia].",
        "It was the worst attack since the bombings of [Coventry].",
        "The bombardment is the heaviest since that of [Tobruk].",
        "It was the deadliest since the missile attack on the station in [Kramatorsk].",
        "The killings recalled those of [Nyankunde].",
        "The clash was the worst since that at [Preah Vihear] in 2011.",
        "The clinic was hit more often than those of [Daraya].",
        "The port was once called the [Venice] of the Andes.",
        "The town has become what [Guernica] was.",
        "The better parallel is [Angola:country], where both sides were armed from abroad.",
        "The attack bore similarities to the murders at [Claudy].",
        "The smoke reminded him of [Sarajevo:capital].",
        "Her story reminded many of the boat people of [Vietnam:country].",
        "What [Bosnia:country] teaches the envoys",
        "The generals learned from [Grozny] that a city can be levelled.",
        "They fear a [Beirut:capital] on the Adriatic.",
        "Nobody wants a [Grozny].",
        "Not since [Biafra:region] has hunger been used so openly.",
        "Not since the burning of [Magdala] had so many fled.",
        "A second landing would repeat the mistakes of [Suez].",
        "They hope to avoid the chaos of [Tripoli:capital].",
        "After [Rwanda:country], the world said never again.",
        "“The village was our [Guernica],” said the mayor.",
        "“This is not [Vietnam:country],” said the general.",
        "The model is [Cyprus:country], where talks took decades.",
        "The sirens remind Viktor of [Kharkiv].",
        "The council must not look away, as it did in [Rwanda:country].",
        "They will wait for the snow, as they had at [Narvik].",
    ],
)
def test_what_another_place_is_likened_to_a_rule_knows_without_a_probability(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role == "comparison"
    assert decision.rule
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("Aid workers fear another [Aleppo].", "after 'another'"),
        ("It was the deadliest siege since [Sarajevo:capital].", "'deadliest … since'"),
    ],
)
def test_the_receipt_names_what_likens_them(marked: str, words: str) -> None:
    [decision] = decisions(marked)
    assert decision.rule == words


@pytest.mark.parametrize(
    "marked",
    [
        "Bakers in towns like [Brod] and [Gradac] sell by weight.",
        "The column was sent to [Olmo] rather than [Tarn].",
        "Oil was struck in the hills as well as in [Dorn].",
        "The office of a new [US:country]-formed militia burned.",
        "“It's [Russia:country],” he said.",
        "The capital is not [Lagos].",
        "She learned from [Moscow:capital] that her son was alive.",
        "He lived above a [Beirut:capital] bakery.",
        "A [Lagos]-based firm built it.",
        "They found a [Kyiv:capital] without power.",
        "He sued a [Midland], Michigan, newspaper.",
        "After [Goma] the road is never safe again.",
        "The town was his [Homs] base.",
        "She is not from [Homs] and never was.",
        "The closest ally is [Rwanda:country].",
        "He was reminded of it by a nun in [Goma].",
        "Talks about the murders at [Claudy] failed.",
        "They reminded the people of [Goma] that the school was shut.",
        "She reminded Joan of the bus to [Visby].",
        "The clinic burned as it stood in [Goma].",
    ],
)
def test_an_instance_is_no_parallel(marked: str) -> None:
    for decision in decisions(marked):
        assert decision.role != "comparison"


def test_all_places_of_a_list_are_what_another_is_likened_to() -> None:
    marked = "More people were shot here than in [Aden], [Marib] and [Dhamar] together."
    assert roles(marked) == ["comparison"] * 3


@pytest.mark.parametrize(
    "marked",
    [
        "It was the deadliest day since the war in [Gaza] began.",
        "Nothing has been heard since the burning of [Visby].",
        "The report lists the mistakes of the police in [Visby].",
        "He compared the prices and left with those in [Visby].",
        "The state recalled its envoy from [Amman].",
        "The mayor spoke of the [Goma] of his childhood.",
    ],
)
def test_no_rule_takes_what_is_told_of_a_place_for_a_parallel(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role != "comparison" or "p=" in decision.rule


def test_new_york_is_not_the_new_york_of_a_parallel() -> None:
    assert roles("The council met in [New York].") == ["setting"]


def test_a_nickname_is_a_parallel_and_a_name_is_none() -> None:
    marked = "The market street has been called the [Reeperbahn] by soldiers."
    assert roles(marked) == ["comparison"]
    [decision] = decisions("The town is called [Hit].")
    assert decision.role != "comparison"


@pytest.mark.parametrize(
    "marked",
    [
        "Why [Darfur:region] is not [Kosovo:country]",
        "[Ukraine:country] is not [Artsakh:region]; it has an army.",
        "The minister said that [Kosovo:country] was not [Cyprus:country].",
    ],
)
def test_a_place_that_another_is_told_from_is_likened_to_it(marked: str) -> None:
    likened = decisions(marked)[1]
    assert likened.role == "comparison"
    assert likened.rule.endswith(" not'")


@pytest.mark.parametrize(
    "marked",
    [
        "Unlike [Libya:country]'s rebels, they have no tanks.",
        "Not even in [Grozny] were ambulances hunted in this way.",
        "Each used a third of that in [Amman:capital].",
        "The price was twice that of [Visby].",
    ],
)
def test_what_another_place_has_is_its_measure(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role == "comparison"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "Even in [Grozny] two ambulances were hit.",
        "Sheep graze in what is now [Iraq:country].",
        "He did that in [Visby] on Monday.",
        "Like many, [Libya:country]'s rebels fled.",
    ],
)
def test_no_rule_measures_by_a_place_where_something_is_done(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role != "comparison" or "p=" in decision.rule
