"""A town that opens a report before a colon says where it was written, not where it happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.findings import Mention
from dateline.geoparsing.filed_from import filed_from
from dateline.geoparsing.name_facts import NameBook

TITLE = "Two hurt as bus is stopped\n\n"
REPORT = (
    "Two passengers were hurt on Monday when gunmen stopped a bus on the road to the district town."
)


def places(text: str, book: NameBook) -> list[str] | None:
    line = filed_from(text, book)
    return None if line is None else [text[start:end] for start, end in line.places]


@pytest.mark.parametrize(
    ("opening", "named"),
    [
        ("Srinagar: ", ["Srinagar"]),
        ("New Delhi: ", ["New Delhi"]),
        ("Loikaw, Myanmar: ", ["Loikaw", "Myanmar"]),
        ("Dera Ismail Khan : ", ["Dera Ismail Khan"]),
        ("Attachments ... Geneva - ", ["Geneva"]),
        ("SRINAGAR: ", ["SRINAGAR"]),  # a dateline by its shape
    ],
)
def test_a_town_and_a_colon_before_a_report_are_a_dateline(
    opening: str, named: list[str], book: NameBook
) -> None:
    assert places(opening + REPORT, book) == named
    assert places(TITLE + opening + REPORT, book) == named


def test_neither_a_headline_nor_who_may_reprint_makes_an_interview(book: NameBook) -> None:
    title = "Ban on buses to stay: Minister\n\n"
    rights = "\n\nFor reprints: example.com"
    assert places(f"{title}Kochi: {REPORT}{rights}", book) == ["Kochi"]
    talk = "\n\nMinister: The buses will run again.\n\nReporter: When will they run?"
    assert places(f"{title}Kochi: {REPORT}{talk}", book) is None


@pytest.mark.parametrize(
    ("opening", "named"),
    [
        ("BANGKOK The ", ["BANGKOK"]),
        ("BANGKOK Mr Low of the ", ["BANGKOK"]),
        ("New Delhi In the ", ["New Delhi"]),
        ("New Delhi On Monday, Low Sen Ban and Co. Ltd. of Rania said that ", ["New Delhi"]),
        ("Tyre, Lebanon Israeli jets and the ", ["Tyre", "Lebanon"]),
        ("BANGKOK the ", None),  # the first word in capitals
        ("BANGKOK Post and the ", None),
        ("Tyre, Lebanon and the ", None),
        ("Lebanon The ", None),
        ("Haddad The ", None),
        ("Tyre, Lancaster Israeli jets and the ", None),
        ("Paris In Ruins After Storm As Mayor Asks All To Help Now And Then Leave For Lyon ", None),
    ],
)
def test_a_sentence_begins_behind_a_town_whose_dash_is_lost(
    opening: str, named: list[str] | None, book: NameBook
) -> None:
    report = f"{REPORT[0].lower()}{REPORT[1:]}"
    assert places(f"{TITLE}{opening}{report}", book) == named
    assert places(f"{opening}{report}", book) is None  # rather a title


@pytest.mark.parametrize(
    ("opening", "named"),
    [
        ("COX'S BAZAR. ", ["COX'S BAZAR"]),
        ("PORT-AU-PRINCE. ", ["PORT-AU-PRINCE"]),
        ("Quetta. ", None),
        ("LEBANON. ", None),
        ("TRAFFIC. ", None),
    ],
)
def test_a_town_in_capitals_and_a_full_stop_before_a_report_are_a_dateline(
    opening: str, named: list[str] | None, book: NameBook
) -> None:
    assert places(TITLE + opening + REPORT, book) == named
    assert places(f"{TITLE}{opening}Three Villages Burn", book) is None  # a heading


def test_below_a_byline_a_dash_does_as_well(book: NameBook) -> None:
    assert places(f"{TITLE}By Ann Low\n3 May 2021\n\nGusau — {REPORT}", book) == ["Gusau"]


@pytest.mark.parametrize(
    "text",
    [
        "Srinagar: Bus stopped by gunmen on Monday\n\nTwo passengers were hurt.",  # a headline
        f"Syria: {REPORT}",  # a country opens a headline or a digest
        f"Analysis: {REPORT}",
        f"{TITLE}By Ann Low\n\nHaddad — {REPORT}",
        f"{TITLE}By Ann Low\n\nGusau — Zamfara's capital — was calm on Monday, police said.",
        f"Zelensky: {REPORT}",
        f"Srinagar: {REPORT[0].lower()}{REPORT[1:]}",
        "Paris: We heard on Monday that the buses would run again from the border to the capital.",
        "Mariupol: The city that stood for years on its port and its steel has neither now.",
        f"Paris: {REPORT}\nLyon: {REPORT}\nLille: {REPORT}",  # a digest, or speakers
    ],
)
def test_headlines_labels_and_speakers_are_none(text: str, book: NameBook) -> None:
    assert filed_from(text, book) is None


@pytest.mark.parametrize(
    ("byline", "named"),
    [
        ("From Musa T. Danjuma, Maiduguri", ["Maiduguri"]),
        ("By Musa Danjuma, Jos.", ["Jos"]),
        ("FROM MUSA DANJUMA, MAIDUGURI", ["MAIDUGURI"]),
        ("Our Reporter, Gusau", ["Gusau"]),
        ("By Staff Correspondent, Quetta", ["Quetta"]),
        ("From Kyiv Station, Families Leave", None),
        ("By Musa Danjuma, Senior Reporter", None),
        ("From Musa Danjuma, Nigeria", None),
    ],
)
def test_a_byline_before_all_names_the_town(
    byline: str, named: list[str] | None, book: NameBook
) -> None:
    assert places(f"{byline}\n\n{REPORT}", book) == named
    assert places(f"{TITLE}{byline}\n\n{REPORT}", book) == named
    assert places(byline, book) is None


def test_such_a_town_is_drawn_as_a_dateline(mentions: Callable[[str], tuple[Mention, ...]]) -> None:
    text = (
        "Srinagar: Militants attacked a police post in Pulwama on Monday, killing two constables, "
        "officials said."
    )
    assert [(m.surface, m.role) for m in mentions(text)] == [
        ("Srinagar", "dateline"),
        ("Pulwama", "event"),
    ]
