"""Places of which it is told only what they are, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    "marked",
    [
        "[Comoros:country] is a country of three islands.",
        "[Arboga] is a small town in the west.",
        "[Nauru:country] is the smallest republic in the world.",
        "The special envoy for [Libya:country] resigned.",
        "She was named ambassador to [Chile:country] in May.",
        "[Arboga] has a population of 9,000.",
        "It was the worst fire in [Peru:country]'s history.",
        "The call came at 3am ([Lima:capital] time).",
        "He had homes in [Visby] and [Lund].",
        "She won the riding of [Arboga].",
    ],
)
def test_what_a_place_is_or_who_is_charged_with_it_makes_no_news_there(marked: str) -> None:
    for decision in decisions(marked):
        assert decision.role == "background"
        assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "[Gabon:country] is the third country to close its border.",
        "[Visby] is the town that the storm hit worst.",
        "[Peru:country] is a country with 900 cases of cholera.",
        "[Lebanon:country] is not a state any more, she said.",
        "The envoy appealed for [Libya:country] in vain.",
        "[Arboga] has nine wounded.",
        "[Peru:country]'s history museum burned down.",
        "For the third [Visby] time ran out.",
        "The storm hit homes in [Visby].",
        "The councillor left [Arboga].",
        "“[Chad:country] is a country in mourning,” he said.",
    ],
)
def test_no_rule_takes_news_of_a_place_for_its_description(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role != "background" or "p=" in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "The seals were found in what is now [Iraq:country].",
        "He served in what was then western [Zaire:country].",
        "A former envoy in [Lima:capital] wrote the book.",
    ],
)
def test_where_somebody_was_once_is_past(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role == "background"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "An envoy was shot in [Lima:capital].",
        "What was left of [Arboga] burned.",
        "Former rebels fought in [Arboga].",
        "A commander was killed in [Arboga].",
    ],
)
def test_no_rule_takes_who_is_there_for_one_who_was(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role != "background" or "p=" in decision.rule
