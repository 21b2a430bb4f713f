"""Places in bylines, of reporters of our own invention."""

from __future__ import annotations

import pytest

from dateline.geoparsing.roles.bylines import filed_by

BODY = "\n\nShells fell on the southern market on Monday, killing nine."


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("By Ann Low in Nairobi", ["Nairobi"]),
        ("By Ann Low in Nairobi and Sam Obi in Port Sudan", ["Nairobi", "Port Sudan"]),
        ("By Ann Low, Sam Obi and Eva al Tarek in Aden", ["Aden"]),
        ("By ANN LOW in KYIV, SAM OBI in LVIV and EVA REVE in ODESA", ["KYIV", "LVIV", "ODESA"]),
        ("By Ann Low in Dar es Salaam", ["Dar es Salaam"]),
        ("By Ann Low in Nairobi and staff in Port Sudan", ["Nairobi", "Port Sudan"]),
        ("By Ann Low in Nairobi, and our own correspondent in Goma", ["Nairobi", "Goma"]),
        ("By Ann Low and local reporters in Goma", ["Goma"]),
        ("From our staff correspondent in Quetta", ["Quetta"]),
        ("Our correspondent in Quetta", ["Quetta"]),
        ("BY ANN LOW IN NAIROBI AND STAFF IN GOMA", ["NAIROBI", "GOMA"]),
        ("By Rail in India", []),
        ("By Ann Low in Nairobi, who was there when it fell", []),
        ("By noon in Goma the shops were shut", []),
    ],
)
def test_a_byline_says_where_its_reporters_are(line: str, places: list[str]) -> None:
    for text in (line + BODY, f"Nine die as market is hit\n\n{line}{BODY}"):
        assert [text[start:end] for start, end in filed_by(text)] == places


def test_a_byline_stands_at_the_head_above_a_text() -> None:
    line = "By Ann Low in Nairobi"
    assert not list(filed_by(line))
    assert not list(filed_by(f"{BODY}\n\n{BODY}\n\n{BODY}\n\n{BODY}\n\n{line}{BODY}"))
