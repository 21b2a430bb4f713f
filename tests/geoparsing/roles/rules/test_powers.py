"""Places that stand for the power that rules there, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    "marked",
    [
        "Pro-[Damascus:capital] media showed the ruins.",
        "Two anti-[Syria:country] groups were banned.",
        "The army seized the island from [Spain:country].",
        "The province declared independence from [Khartoum:capital].",
        "They learned of the surrender of [Japan:country] by radio.",
        "The arrest drew criticism from [Ottawa:capital].",
        "The bank is under pressure from [China:country].",
        "The junta has turned to [Russia:country] for help.",
        "Envoys urged [Chad:country] to open its border.",
        "The rule would require [Riyadh:capital] to pay.",
        "The government in [Oslo:capital] has sent two planes.",
        "The [European Union] on Friday froze the accounts.",
        "An envoy of the [EU:region] will come.",
        "The rebels recaptured the island from [Chad:country].",
        "It was [Chile:country]'s old line on the whales.",
        "They captured the heights from [Peru:country] in 1881.",
        "Chile captured the Atacama from [Peru:country] in the 1881 war.",
        "Chile captured it from [Peru:country] in the 1881 war.",
        "Rebels captured the strip from [Chad:country] in 1978 and held it.",
    ],
)
def test_what_only_rulers_can_lose_or_say_is_theirs(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role == "actor"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "Police seized nine rifles from [Libya:country].",
        "The army awaits the surrender of [Marawi].",
        "The news of their independence came from [Oslo:capital].",
        "The storm brings low pressure from [Bodo].",
        "The gang captured a bus from [Oslo:capital].",
        "They captured a general from [Peru:country] in 1881.",
        "Customs seized it from [Libya:country].",
        "[Arboga]'s bus line is closed.",
        "The ship turned to [Malta:country] at dawn.",
        "The heat pushed [Chad:country] into drought.",
        "Fishermen in the [European Union] catch less.",
        "Prices within the [EU:region] rose.",
        "Eels are sold all over the [European Union].",
        "Fees rose in the rest of the [EU:region].",
        "Eels may not enter the [EU:region].",
        "The [European Union] Bird Laboratory tested the swan.",
    ],
)
def test_no_rule_makes_a_power_of_where_things_or_a_besieged_town_are(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role != "actor" or "p=" in decision.rule


def test_an_adjective_after_anti_stays_one() -> None:
    [decision] = decisions("An anti-[Syrian:demonym] rally ended early.")
    assert decision.role == "demonym"


@pytest.mark.parametrize(
    "marked",
    [
        "We call on [Russia:country] to end such attacks.",
        "They appealed to [Chad:country] to open the road.",
        "The president sacked the governor of [Hama] on Friday.",
        "The mayor of [Arboga], Anna Berg, wept.",
    ],
)
def test_one_calls_on_who_rules(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role == "actor"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "He paid a call on [Chad:country].",
        "They appealed for calm in [Chad:country].",
        "She was elected mayor of [Arboga].",
        "A former governor of [Hama] wrote a book.",
        "The roofs of [Hama] were burning.",
    ],
)
def test_no_rule_makes_a_power_of_where_one_once_ruled(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role != "actor" or "p=" in decision.rule
