"""The places of somebody's life, in texts of our own about invented people."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions, roles

OBITUARY = """Obituary: the teacher who commanded a brigade

Tomas Abreha, who has died in [Asmara:capital] aged 71, was of the generation that won the war.

He was wounded at [Massawa] in 1977. In 1988 two brigades stormed [Afabet], where he lost an arm.

He went to school in [Decamere]. He will be buried in [Segheneyti] on Saturday."""


def test_what_those_did_whom_somebody_led_belongs_to_the_life() -> None:
    marked = (
        "Rebel dies\n\nThe rebel, who has died in [Cotonou] at the age of 58, was feared.\n\n"
        "Born in [Biltine], he led the column that reached [Abeche] in 2008."
    )
    assert roles(marked)[1:] == ["background", "background"]


def test_in_an_obituary_all_is_long_ago_but_the_funeral() -> None:
    assert roles(OBITUARY)[1:] == ["background", "background", "background", "event"]


def test_from_a_birth_on_a_paragraph_tells_what_happened_to_somebody() -> None:
    marked = (
        "She was born in [Ochamchire], trained in [Leningrad] and married a sailor. She was "
        "wounded at [Gagra] in 1992 and fled to [Sochi]."
    )
    assert set(roles(marked)) == {"background"}
    assert all("p=" not in decision.rule for decision in decisions(marked)[1:])


def test_a_career_told_beside_the_birth_is_a_life_whoevers_it_is() -> None:
    marked = (
        "Hasan Berg, who cuts the names, was born in [Bratunac], went to school in [Tuzla] and "
        "worked in [Ljubljana:capital]."
    )
    assert set(roles(marked)) == {"background"}


def test_news_of_somebody_whose_birth_is_told_too_is_news() -> None:
    marked = (
        "Anna Berg, who was born in [Homs], was killed in [Raqqa] on Monday. Shells fell on "
        "[Tabqa] too."
    )
    assert roles(marked) == ["background", "event", "event"]
    assert roles("He was born in [Homs] and was shot in [Raqqa] on Monday.")[1] == "event"
    assert roles("She was wounded in [Homs]. She was born in [Hama].")[0] == "event"


def test_a_new_paragraph_is_about_something_else_again() -> None:
    marked = (
        "War\n\nShe was born in [Hama] and taught in [Homs].\n\n"
        "She was wounded in [Raqqa] when shells hit the market."
    )
    assert roles(marked) == ["background", "background", "event"]


def test_a_report_of_deaths_is_no_obituary() -> None:
    marked = (
        "Shells hit school\n\nA boy who was born in [Sake] died on Monday.\n\n"
        "Two girls were killed in [Goma]."
    )
    assert roles(marked)[1] == "event"


def test_what_is_still_to_come_is_no_part_of_a_life_told() -> None:
    marked = (
        "He was born in [Gitega] and fled to [Uvira] in 1993. His body will be flown to [Muyinga]."
    )
    assert [decision.rule for decision in decisions(marked)][2].startswith("learned: ")
    assert roles(marked)[:2] == ["background", "background"]


def test_a_headline_says_how_old_somebody_died() -> None:
    marked = (
        "Tomas Abreha, dancer, dies at 71\n\nTomas Abreha, the dancer, died on Monday.\n\n"
        "He was born in [Asmara:capital].\n\nThe troupe moved to [Massawa] and was sent to "
        "[Keren]. He danced with the [Decamere] Ballet. He was decorated by [Chad:country]'s "
        "minister."
    )
    assert roles(marked) == ["background", "background", "background", "name", "actor"]


def test_a_headline_that_tells_where_somebody_died_heads_no_obituary() -> None:
    marked = (
        "Boy dies at school\n\nA boy who was born in [Sake] died on Monday.\n\n"
        "Two girls were killed in [Goma]."
    )
    assert roles(marked)[1] == "event"


@pytest.mark.parametrize(
    "marked",
    [
        "The family moved to [Arboga] when she was six.",
        "He was taken to [Arboga] as a child.",
        "“We have seen nothing like it,” says Anna Berg, who has worked in [Yemen:country].",
    ],
)
def test_a_life_may_be_told_in_a_clause(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role == "background"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "The crowd marched to [Arboga] when he was shot.",
        "Police took the man in [Arboga] as a suspect.",
        "“It is bad,” says Anna Berg, who works in [Yemen:country].",
        "Nine people have worked in [Arboga] since the blast.",
    ],
)
def test_no_rule_takes_what_somebody_does_now_for_a_life(marked: str) -> None:
    decision = decisions(marked)[-1]
    assert decision.role != "background" or "p=" in decision.rule
