"""Where goods come from and go, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    "marked",
    [
        "Rifles made in [Izhevsk] lay on the ground.",
        "The drones were assembled at [Alabuga].",
        "Onions are shipped to [Lagos] in the dry months.",
        "Exports to [Japan:country] have doubled.",
        "The farmers want no imports from [Brazil:country].",
        "Shells bought from [Serbia:country] did not fit.",
        "A company registered in [Limassol] owns the pier.",
        "The audit names 48 ships, half of them registered in [Cameroon:country].",
        "The tanker, flying the flag of [Panama:country], drifted.",
        "The fair was to raise the image of [Chile:country]'s products.",
        "The tax falls on [Peru:country] beer.",
    ],
)
def test_where_goods_are_made_or_sold_nothing_is_said_to_happen(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role == "background"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "Nine arrests were made in [Izhevsk] overnight.",
        "Gains made in [Arboga] were lost within a day.",
        "Ninety new cases were registered in [Limassol].",
        "The airline registered a loss in [Limassol].",
        "Ninety cases broke out, half of them registered in [Limassol].",
        "A shipment of aid to [Arboga] was looted.",
        "Youths burned the flag of [Panama:country].",
        "Rebels made a stand in [Arboga].",
        "The ship to [Arboga] ran aground.",
        "[Arboga]'s beer hall burned down.",
    ],
)
def test_no_rule_takes_deeds_for_goods(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role != "background" or "p=" in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "They put a tax on [Peru:country] steel.",
        "The ships were laden with [Chad:country] wheat.",
    ],
)
def test_steel_goes_by_the_land_that_it_is_from(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role == "background"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "The [Arboga] steel workers walked out.",
        "Floods ruined the wheat in [Chad:country].",
    ],
)
def test_no_rule_takes_a_harvest_for_goods(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role != "background" or "p=" in decision.rule
