"""Each item of a digest may be filed from another town."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.findings import Mention
from dateline.geoparsing.roles.digests import digest_heads

ITEMS = ("A drone fell on the old market at noon.", "Two envoys met for the third day in a row.")


@pytest.mark.parametrize("bullet", ["", "- ", "• "])
def test_a_town_in_capitals_and_a_colon_open_an_item(bullet: str) -> None:
    text = f"In brief\n\n{bullet}BEIRUT: {ITEMS[0]}\n{bullet}SAN JOSE (Wire): {ITEMS[1]}"
    assert [text[start:end] for start, end in digest_heads(text)] == ["BEIRUT", "SAN JOSE"]


@pytest.mark.parametrize(
    "text",
    [
        f"BEIRUT: {ITEMS[0]}",  # one: the dateline of the article, or a heading
        f"PARIS: {ITEMS[0]}\nLOW: {ITEMS[1]}\nPARIS: {ITEMS[0]}",  # two who talk
        f"Beirut: {ITEMS[0]}\nHanoi: {ITEMS[1]}",
        "BEIRUT: 12\nHANOI: 14",  # a table
    ],
)
def test_neither_talk_nor_a_table_is_a_digest(text: str) -> None:
    assert not list(digest_heads(text))


def test_countries_head_an_item_as_what_it_is_about(
    mentions: Callable[[str], tuple[Mention, ...]],
) -> None:
    text = f"In brief\n\n- BEIRUT: {ITEMS[0]}\n- HANOI: {ITEMS[1]}\n- CHAD: {ITEMS[0]}"
    roles = {mention.surface: mention.role for mention in mentions(text)}
    assert roles["BEIRUT"] == roles["HANOI"] == "dateline"
    assert roles.get("CHAD") != "dateline"
