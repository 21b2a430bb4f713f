"""Places of whose troubles it is told, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    "marked",
    [
        "The [Nepal:country] earthquake left thousands without a roof.",
        "Insurers paid for the [Pakistan:country] floods.",
        "Nine families displaced from [Suruc] are in a school.",
        "Thousands have fled from [Drenica:region].",
        "Patients were evacuated from [Kostiantynivka] by bus.",
        "Some 900 families have been displaced, most of them from [Suruc].",
        "Thousands of people live in tents outside [Suruc].",
        "The families sleep in schools in [Suruc].",
        "[Eastern Ghouta:region] has endured years of hunger.",
        "[Fiji:country]'s first case was a sailor.",
        "[Fiji:country] has nine cases of cholera.",
        "[South Korea:country] will hold elections in May.",
        "Ministers condemned the recent attack on [Chad:country].",
        "The aggression against [Peru:country] must end.",
        "The conflict in [Chad:country] has lasted for weeks.",
        "Nine were hurt at a protest in [Visby].",
        "The package holds 9m in aid for [Chad:country].",
        "Shells fell on a suburb known as [Visby].",
        "The crackdown came with the campaign in [Libya:country].",
    ],
)
def test_where_a_disaster_was_or_whom_one_fled_from_is_where_it_happened(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role == "event"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "The [Chilean:demonym] earthquake office sent two men.",
        "The [Lund] flood of tourists has ended.",
        "He was born in [Visby], studied in [Lund] and fled from [Arboga] as a boy.",
        "A flood of letters from [Arboga] arrived.",
        "Nine men were arrested, most of them from [Arboga].",
        "The bishop lives in a church in [Arboga].",
        "[Fiji:country] has nine judges.",
        "[South Korea:country] holds nine sailors.",
        "She planned the 11 May attacks on [Lund].",
        "The attack from [Lund] on hunger failed.",
        "She had fought in the conflict in [Peru:country] in 1982.",
        "He is known as the baker of [Visby].",
        "The aid from [Visby] came late.",
        "A [Chilean:demonym] protest was held.",
    ],
)
def test_no_rule_lays_a_disaster_where_a_people_or_a_life_is_told(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role != "event" or "p=" in decision.rule
