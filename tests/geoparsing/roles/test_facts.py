"""What is known of a mention before its role: whether it stands in a dateline, or is a people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.findings import Article, Mention
from dateline.geoparsing import Geoparser
from dateline.language_model import LanguageModel

Read = Callable[[str], tuple[Mention, ...]]

BODY = "Two bridges near Tal Abyad in northern Syria were hit by rockets, the ministry said.\n"


def datelines(mentions: Read, text: str) -> list[str]:
    return [mention.surface for mention in mentions(text) if mention.role == "dateline"]


@pytest.mark.parametrize("above", ["", "By Rana Haddad\n\n"])
def test_a_town_in_capitals_on_a_line_of_its_own_is_the_dateline(
    mentions: Read, above: str
) -> None:
    assert datelines(mentions, f"Bridges hit in the north\n\n{above}ANKARA\n\n{BODY}") == ["ANKARA"]


@pytest.mark.parametrize(
    ("text", "filed"),
    [
        (f"Erbil, Iraq     {BODY}", ["Erbil", "Iraq"]),
        (f"Bridges hit in the north\n\nANKARA     {BODY}", ["ANKARA"]),
        (f"Bridges hit in the north. MOSCOW (Sputnik) {BODY}", ["MOSCOW"]),
        (f"It rained. DALLAS, Texas (AP) {BODY}", ["DALLAS", "Texas"]),
        (f"BEIRUT, LEBANON (1:45 P.M.) {BODY}", ["BEIRUT", "LEBANON"]),
    ],
)
def test_a_gap_or_an_agency_in_brackets_ends_a_dateline(
    mentions: Read, text: str, filed: list[str]
) -> None:
    assert datelines(mentions, text) == filed


@pytest.mark.parametrize(
    "text",
    [
        "Aleppo     Rubble     Nine dead     Two hundred and nine hurt     Four bridges     None",
        f"It rained. Rubble in Aleppo (AFP) {BODY}",
        f"It rained in Aleppo     {BODY}",
    ],
)
def test_a_cell_of_a_table_or_a_caption_is_none(mentions: Read, text: str) -> None:
    assert datelines(mentions, text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"Bridges hit in the north\n\nSYRIA\n\n{BODY}",
        f"Two towns at war\n\nALEPPO\n\n{BODY}\nRAQQA\n\n{BODY}",
        "Two towns at war\n\nALEPPO\n\nCold.",
    ],
)
def test_a_heading_is_none(mentions: Read, text: str) -> None:
    assert datelines(mentions, text) == []


def test_an_article_is_filed_from_there(geoparser: Geoparser, language: LanguageModel) -> None:
    text = f"Bridges hit in the north\n\nANKARA\n\n{BODY}"
    _, filed, _ = geoparser.read(language.nlp(text), Article(text))
    assert filed is not None and filed.name == "Ankara"


def test_an_area_is_no_people_though_the_parse_takes_its_name_for_one(mentions: Read) -> None:
    text = (
        "SRINAGAR: Two men were killed in an encounter in Lolab area of north Kashmir's Kupwara "
        "district on Wednesday, police said."
    )
    roles = {mention.surface: mention.role for mention in mentions(text)}
    assert roles["Lolab"] == "event"
    syrian = {m.surface: m.role for m in mentions("Shells fell on Syrian areas near Afrin.")}
    assert syrian["Syrian"] == "demonym"
