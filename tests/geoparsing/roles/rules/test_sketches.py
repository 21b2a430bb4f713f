"""Sketches of a land by who explains it, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    "marked",
    [
        "[Arboga] lies 12 kilometres from the border.",
        "The village is located about 90 km to the north of [Arboga].",
        "[Chad:country] covers 490 square miles and has two lakes.",
        "[Chad:country] became independent in 1960.",
        "[Peru:country] was ruled for thirty years by a general.",
        "[Visby], 40 km downstream, is known for its bridge.",
    ],
)
def test_who_explains_a_land_reports_nothing_there(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role == "background"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "The church, located five miles west of [Arboga], was shelled.",
        "[Arboga] lies in ruins after a week of shelling.",
        "Rebels were 12 kilometres from [Arboga] when the bombs fell.",
        "[Arboga] was hit by 70 percent of the shells.",
        "Smoke covers the square of [Arboga].",
        "A boy is known to have died in [Arboga].",
    ],
)
def test_no_rule_takes_news_for_a_sketch(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role != "background" or "p=" in decision.rule
