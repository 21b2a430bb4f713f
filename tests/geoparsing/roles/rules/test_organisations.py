"""Places in the names of firms, universities and clubs, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions, roles


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Phoenix] Construction won the contract.", "name"),
        ("The Tour de [France:country] ended.", "name"),
        ("The Royal Bank of [Visby] cut jobs.", "name"),
        ("The [Visby] Scorchers fly home on Friday.", "name"),
        ("[Bath] are top of the table.", "actor"),
        ("[Visby] Rovers were held to a draw.", "name"),
        ("The [Suez Canal:feature] Authority denied it.", "name"),
        ("He wrote to the [Arboga] Police Department.", "name"),
        ("The [US:country] Food and Drug Administration is slow.", "name"),
        ("The [Lund] Ports Authority reopened the quay.", "name"),
        ("Researchers at [Lund University] have measured it.", "name"),
        ("[Arboga University] owns the land.", "name"),
        ("[Lund] scientists have measured it.", "actor"),
        ("The [Arboga] striker limped off.", "actor"),
        ("[Burnley] have signed a winger.", "actor"),
        ("[Arboga] thrashed the visitors.", "actor"),
        ("[China:country] is ready to work with its neighbours.", "actor"),
        ("[Iran:country] stands ready to help.", "actor"),
        ("[Delhi:capital] is silent.", "actor"),
        ("[Arboga] has had to sell its harbour.", "actor"),
        ("[Gabon:country] has a plan for the coast.", "actor"),
        ("[Beijing:capital] is unlikely to yield to threats.", "actor"),
        ("[Paris:capital] is unlikely to recognise the vote.", "actor"),
        ("Shares of [London:capital]-listed miners fell.", "background"),
    ],
)
def test_an_organisation_goes_by_a_place(marked: str, expected: str) -> None:
    assert roles(marked) == [expected]
    assert "p=" not in decisions(marked)[0].rule


def test_in_an_article_on_sport_towns_play_each_other() -> None:
    sport = "The season was long. A late penalty sent the striker home before the cup."
    assert roles(f"{sport} [Visby] lost, and [Arboga] defeated [Lund].") == ["actor"] * 3
    siege = "The season was long. A shell sent the farmers home before the harvest."
    ruled = decisions(f"{siege} [Visby] lost two bakeries, and [Arboga] one.")
    assert not any(decision.rule.startswith("plays") for decision in ruled)


@pytest.mark.parametrize(
    "marked",
    [
        "Two students were killed at [Kabul University] on Monday.",
        "Fire destroyed the library of [Mosul University].",
        "[Aleppo] construction sites were hit.",
        "Markets in [Homs] have closed.",
        "Shells fell on the West Bank of [Visby] and the left bank of [Arboga].",
        "Flooded [Visby] Quarters\n\nThe [Arboga] Heights were cut off.",
        "[Visby] Rebels Retreat At Dawn\n\nIt rained.",
        "In [Homs] are many such houses.",
        "Pupils from the school in [Visby], [Gotland:region] have fallen ill.",
        "[Niagara Falls] have frozen over.",
        "[Visby] and [Arboga] have lost power.",
        "[Arboga] is ready for the flood.",
        "[Arboga] is silent at night.",
        "Tags: [Arboga] United States Russia",
        "[Arboga] Army units destroyed two lorries.",
        "Rebels shelled [Arboga] Scorchers. The army said troops fled the fighting.",
        "The rebels in [Arboga] are ready.",
        "Fire swept [Oise:region] Department.",
        "[Kabul:capital] is likely to lose power tonight.",
        "[Kabul:capital] is likely to flood.",
        "[Arboga] has nine bridges.",
        "[Visby] has had to suffer storms again.",
        "Weather\n\nStorm Hits [Visby] Kills 16 In Harbour",
        "In [Lund] the Authority shut the quay.",
    ],
)
def test_where_something_happens_no_organisation_is_meant(marked: str) -> None:
    ruled = {d.role for d in decisions(marked) if "p=" not in d.rule}
    assert not ruled & {"name", "actor"}
