"""Places where somebody only speaks or meets, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Talks in [Geneva] ended without a truce.", "setting"),
        ("The [Geneva] talks ended without a truce.", "setting"),
        ("He told reporters in [Amman:capital] that the road was open.", "setting"),
        ("A medic in [Taiz] said that two children had died.", "setting"),
        ("Officials in [Brussels:capital] called on both sides to stop.", "setting"),
        ("“We hid in the cellar,” said a baker in [Maaloula].", "setting"),
        ("The group is based in [Istanbul].", "setting"),
        ("“It is quiet,” said a gunner resting in [Lyman].", "setting"),
        ("Negotiations stalled in [Doha].", "setting"),
        ("Talks between the two sides are due to go on in [Lima:capital].", "setting"),
        ("In [Pale], a spokesman denied the attack.", "setting"),
        ("In [Turin], deputies compared it with a flood.", "setting"),
        ("In [Strasbourg], a court ruled that the men be freed.", "setting"),
        ("“The road is cut,” said Anna Berg, who heads a charity in [Oicha].", "setting"),
        ("It was quiet, said a nurse reached by phone in [Zinder].", "setting"),
        ("Two elders contacted via radio from [Zinder] denied it.", "setting"),
        ("Troops on the left bank, based in [Oleshky], shelled a street.", "background"),
        ("Hassan, a medic in [Saraqeb], said: “It smelt of chlorine.”", "setting"),
        ("“I saw smoke,” said Nurdin, a fisherman in [Samalanga].", "setting"),
        ("It rests on 87 interviews held in [Malmo] with former detainees.", "setting"),
        ("A peace was signed at [Khasavyurt].", "setting"),
        ("The cease-fire was negotiated in [Geneva] by an envoy.", "setting"),
        ("He tried to torpedo the talks due in [Maryland:region].", "setting"),
        ("In [Washington:capital], the White House froze the assets.", "setting"),
        ("Two farmers in [Cork] said that the river rose at night.", "setting"),
        ("Advisers based in [Zinder] trained the recruits.", "background"),
        ("The soldiers are based at [Agadez].", "background"),
        ("Samples were sent to a laboratory in [Weybridge].", "setting"),
        ("The envoy travelled to [Arboga] for talks with the elders.", "setting"),
        ("She flew to [Lima:capital] to meet her counterpart.", "setting"),
        ("The bureau has a network of contacts inside [Lofa:region].", "setting"),
        ("The toll reached 51 people a source in [Bata] told the paper.", "setting"),
    ],
)
def test_where_it_is_said_a_rule_knows_without_a_probability(marked: str, expected: str) -> None:
    [decision] = decisions(marked)
    assert decision.role == expected
    assert decision.rule
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "Nine more cases have been reported in [Bata].",
        "Water costs twice the price asked in [Zabid].",
        "In [Osh] they say it began with whistling.",
        "My grandmother in [Windhoek:capital] will want to see it.",
        "The talks failed to end the fighting in [Gao].",
        "Officials condemned the attack in [Beni].",
        "In [Juba:capital], the army shelled a camp.",
        "The truce in [Hodeidah] has collapsed.",
        "Hostages held in [Beirut:capital] were freed.",
        "The election due in [Lofa:region] was put off.",
        "“I saw smoke,” said Anna Berg, a trader at Example First [Boston].",
        "A nurse who worked in [Goma] told me about that night.",
        "In [Visby], firemen said that a crane had fallen on a bus.",
        "Officials reported nine people dead in [Lund].",
        "The premier has declared a day of mourning in [Arboga].",
        "Some 90 farmers in [Cork] protested on Friday.",
        "A jet bombed a gathering in [Visby].",
        "The band ended its tour in [Lund].",
        "No group in [Basilan:region] has claimed the blast.",
        "Second case confirmed in [Bata]\n\nA woman of 40 has fallen ill.",
        "A laboratory in [Weybridge] burned down.",
        "He travelled to [Arboga] for work.",
        "Troops inside [Bata] fired on the crowd.",
        "Activists in [Bata] demonstrated on Friday.",
        "A doctor in [Bata] was killed on Friday, the radio said.",
        "Some 90 families returned to [Arboga] to rebuild their houses.",
        "In [Taiz] mortar rounds killed a family of six.",
        "Rockets reported in [Visby] and the hills around it.",
        "Measles confirmed in [Visby] (31 cases) and the hills around it.",
    ],
)
def test_no_rule_takes_a_place_for_a_speakers_where_nobody_speaks(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role != "setting" or "p=" in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "Good morning from [London:capital].",
    ],
)
def test_words_are_spoken_where_one_greets(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role == "setting"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "Good news from [London:capital] cheered them.",
    ],
)
def test_no_rule_takes_news_for_a_greeting(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role != "setting" or "p=" in decision.rule
