"""Roles that a rule decides, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions, roles

RULED = [
    ("[HAMA:dateline], [Syria:dateline] (Wire) — The bridge is shut.", "dateline dateline"),
    ("[Syrian:demonym] troops reached the river.", "demonym"),
    ("The [Russia:country]-backed militia left.", "actor"),
    ("The [Qatar:country]-owned channel fell silent.", "actor"),
    ("A [Paris:capital]-based analyst doubted the figures.", "setting"),
    ("A [London:capital]-born surgeon treated the wounded.", "background"),
    ("It was a [Srebrenica]-style massacre, he said.", "comparison"),
    ("Under the [Dayton] Agreement the army withdrew.", "name"),
    ("The [Oslo:capital] accords are dead.", "name"),
    ("The [Gulf:region] War began in 1991.", "name"),
    ("The [Geneva:capital] Conventions protect hospitals.", "name"),
    ("The chancellor will speak to [Ramallah] this week.", "actor"),
    ("The [Bosnian:demonym] war lasted three years.", "name"),
    ("The [French:demonym] Consul left, and the [Syrian:demonym] Army stayed.", "demonym demonym"),
    ("TWENTY WERE HURT, [UKRAINIAN:demonym] OFFICIALS SAID ON MONDAY.", "demonym"),
    ("The [Malian:demonym] Armed Forces left the town.", "demonym"),
    ("The University of [Damascus:capital] stayed shut.", "name"),
    ("[Washington:capital] denied the report.", "actor"),
    ("[Moscow:capital] accused the rebels of lying.", "actor"),
    ("[Hamburg] refused the ship.", "actor"),
    ("The [US:country] envoy left on Monday.", "actor"),
    ("[France:country]'s foreign minister resigned.", "actor"),
    ("The rebels were armed by [Turkey:country].", "actor"),
    ("The ministers signed a deal with [Iran:country].", "actor"),
    ("The envoy described the situation in [Bria].", "event"),
    ("They argued about the future of [Kirkuk].", "event"),
    ("He knew little of [Yemen:country]'s war.", "event"),
    ("Buses took [Hama] civilians to the coast.", "event"),
    ("His policy on [Somalia:country] has failed.", "event"),
    ("Ministers held an emergency meeting on [East Timor:country].", "event"),
    ("He signed a decree of martial law for [Aceh:region].", "event"),
    ("She was born in [Basra] and grew up in [Leeds].", "background background"),
    ("The other hailed from [Jind].", "background"),
    ("The captain is a native of [Cork].", "background"),
    ("The [Tangier] process has produced three reports.", "name"),
    ("The [Valletta] deal gave both sides a port.", "name"),
    ("Two patients had [West Nile] virus.", "name"),
    ("A [Panama:country]-flagged tanker sank.", "background"),
    ("Two men of the [Visby] Brigade were hurt.", "name"),
    ("The [Lund:region] and [Arboga] regiments were disbanded.", "name name"),
    ("Police blamed the [Colima:region] cartel.", "name"),
    ("Paratroopers from [Visby] and [Lund] sealed the square.", "background background"),
    ("The bomber came from [Arboga].", "background"),
    ("A surgeon from [Visby] lost an arm.", "background"),
    ("The army sent jets from [Arboga].", "background"),
    ("The [Lagos]-bound tanker was freed.", "background"),
    ("Shells hit the [Jordan:country] Hospital on Monday.", "name"),
    ("The [Norwegian:demonym] Refugee Council sent tents.", "name"),
    ("Medics of the [Syrian:demonym] Arab Red Crescent came.", "name"),
    ("The [Hadramawt:region] Tribal Alliance withdrew.", "name"),
    ("The generals deployed marines from [Arboga].", "background"),
    ("Fighters of the [Arakan:region] Army took a bridge.", "name"),
    ("The [Tigray:region] People's Liberation Front met.", "name"),
    ("The [Sudan:country] People's Liberation Movement split.", "name"),
    ("The [South Sudan:country] People's Defence Forces left the town.", "actor"),
    ("The [Syria:country] Democratic Forces took a dam.", "name"),
    ("The Islamic State of [Iraq:country] and [al-Sham:region] took a dam.", "name name"),
    ("The Islamic State in [Iraq:country] and the [Levant:region] fled.", "name name"),
    ("The Islamic State in [Iraq:country] and [Syria:country] (ISIS) fled.", "name name"),
    ("Men of the Islamic State in [Khorasan:region] fled.", "name"),
    ("Al-Qaeda in the [Arabian Peninsula:region] claimed it.", "name"),
    ("Al-Qaida in the Islamic [Maghreb:region] claimed it.", "name"),
    ("The Front for the Liberation of the [Enclave:region] met.", "name"),
    ("Both hills were taken in the 1967 [Middle East:region] war.", "name"),
    ("The rails were lost in the first [Karabakh:region] war.", "name"),
    ("A [Gilgit Baltistan:region] Scouts officer closed the road.", "name"),
    ("The [Assam:region] Rifles closed the road.", "name"),
    ("The rebels of the [U.S.:country]-backed front left.", "actor"),
    ("The [Russian:demonym] war planes left.", "demonym"),
    ("The [Irish:demonym] Republican Army denied it.", "name"),
    ("They fought in the 1973 Arab-[Israeli:demonym] war.", "demonym"),
    ("The UN Mission in [Chad:country] lost nine lorries.", "name"),
    ("The Interim Force in [Lebanon:country] lost nine lorries.", "name"),
    ("Shares fell on the [Nairobi:capital] stock exchange.", "name"),
    ("A [French:demonym]-made lorry sank.", "demonym"),
    ("[SUDAN:country] Flash Update No. 12\n\nFood is scarce.", "event"),
    ("Northeast [Syria:country] situation report #7\n\nFood is scarce.", "event"),
    ("[Haiti:country]: Humanitarian Snapshot\n\nFood is scarce.", "event"),
    ("Updates\n\n10:15 [Reni]: two dead, says the head of the town.", "event"),
    ("[Izium]: 3 killed by a mine, says the mayor.", "event"),
    ("The army tells people in [Beersheba] to go to shelters.", "event"),
    ("Residents of [Katzrin] were told to stay at home.", "event"),
    ("They meant the town in the north, not [Tripoli], the capital.", "background"),
]


@pytest.mark.parametrize(("marked", "expected"), RULED)
def test_a_pattern_of_meaning_decides_the_role(marked: str, expected: str) -> None:
    assert roles(marked) == expected.split()


@pytest.mark.parametrize(("marked", "expected"), RULED)
def test_a_rule_that_decides_says_so_without_a_probability(marked: str, expected: str) -> None:
    for decision in decisions(marked):
        assert decision.rule
        assert "p=" not in decision.rule


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("[Washington:capital] denied the report.", "subject of 'denied'"),
        ("The [US:country] envoy left on Monday.", "modifier of 'envoy'"),
        ("[South Sudan:country] vice-president under house arrest", "modifier of 'vice'"),
        ("[HAMA:dateline] — The bridge is shut.", "in the dateline"),
    ],
)
def test_the_receipt_names_the_words_that_decided(marked: str, words: str) -> None:
    assert decisions(marked)[0].rule == words


def test_a_name_before_a_colon_is_a_label_only_where_a_count_follows_at_an_items_head() -> None:
    for marked in (
        "[Moscow:capital]: we did not shell the town.",
        "He wrote to [Moscow:capital]: three letters came back.",
    ):
        assert "before ':" not in decisions(marked)[0].rule


def test_who_is_only_told_or_asked_something_is_not_warned() -> None:
    for marked in (
        "The pamphlet told people in [Homs] that the war was over.",
        "Residents of [Katzrin] told us that it was quiet.",
    ):
        assert "warned" not in decisions(marked)[0].rule


def test_a_war_that_a_country_wages_elsewhere_is_not_laid_in_it() -> None:
    [decision, _] = decisions("It was [Britain:country]'s war in [Kenya:country].")
    assert "possessor of" not in decision.rule or "p=" in decision.rule


def test_what_is_said_according_to_someone_is_no_accord() -> None:
    [decision] = decisions("Nine people died in [Syria:country] according to a driver.")
    assert decision.role != "name"


@pytest.mark.parametrize(
    "marked",
    [
        "Jets bombed Islamic State in [Syria:country] and [Iraq:country].",
        "Police hunted al-Qaeda in [Karachi].",
        "The [Syrian:demonym] Arab Army denied it.",
        "They danced at the liberation of [Mosul].",
        "Islamic State was driven out of [Raqqa].",
        "In 1967 [Aden] was in flames, and war came.",
        "The Air Force in [Visby] lost nine lorries.",
        "His first mission in [Chad:country] was hard.",
        "The Army raid on [Visby] Hospital failed.",
    ],
)
def test_where_a_group_fights_is_no_part_of_its_name(marked: str) -> None:
    assert "name" not in roles(marked)


def test_a_border_between_two_countries_makes_no_actors() -> None:
    marked = "The soldiers died on the border between [Chad:country] and [Sudan:country]."
    assert not {d.rule for d in decisions(marked)} & {"'border between'"}


@pytest.mark.parametrize(
    "marked",
    [
        "[Kenya:country] told to pack again\n\nThe order came at dawn on Friday.",
        "[Bolivia:country] votes on Sunday.",
        "[Guinea:country] reported its first case of the season.",
        "[Haiti:country] gangs took the port.",
        "“[Vienna:capital], 1938,” says the owner of a bookshop.",
        "Two people were shot on the border with [Brazil:country].",
        "The airline added flights between [Peru:country] and [Chile:country].",
        "It cut power to villages as far as [Renk], residents and an electricity official said.",
        "They cut the supply lines between [Chad:country] and the camp.",
    ],
)
def test_no_rule_takes_a_place_that_undergoes_for_one_that_acts(marked: str) -> None:
    decision = decisions(marked)[0]
    assert decision.role != "actor" or "p=" in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "The general withdrew his troops from [Goma].",
        "Smoke came from [Aden].",
        "Two units came down from [Bsharri] into the valley.",
        "Rockets from [Sidon] hit a school.",
    ],
)
def test_no_rule_takes_a_place_that_is_left_or_fired_from_for_an_origin(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role != "background" or "p=" in decision.rule


def test_a_hyphen_at_the_end_of_the_text_is_no_compound() -> None:
    assert len(roles("They fled from [Homs]-")) == 1


@pytest.mark.parametrize(
    "marked",
    [
        "Shells hit the [Kursk] Army Depot on Monday.",
        "The [Rakhine:region] army of orphans begs on the ferries.",
        "Rain fell on [Sittwe], Arakan Army fighters said.",
    ],
)
def test_no_group_is_named_by_a_depot_a_crowd_or_the_town_beside_it(marked: str) -> None:
    assert decisions(marked)[0].rule != "part of a name ending in 'army'"


@pytest.mark.parametrize(
    "marked",
    [
        "A [US:country] intelligence report named no one.",
        "The [Geneva] report on wages came late.",
        "[France:country] update: a minister has resigned.",
    ],
)
def test_a_report_that_tells_of_no_situation_lays_nothing_in_a_place(marked: str) -> None:
    assert not decisions(marked)[0].rule.startswith("before ")
