"""Every item of a roundup has a dateline of its own."""

from __future__ import annotations

from dateline.reading.dateline_line import find_items


def test_every_item_of_a_roundup_has_its_own_dateline() -> None:
    text = (
        "World in brief\n\nOSLO — Snow.\n\nTYRE, Lebanon (AP) — Rain.\n\n"
        "Sittwe, Myanmar – Hail.\n\nHaddad – He left.\n\nHAMBURG STAR – Wind.\n\n"
        "TIKRIT: Dust.\n\nIn HOMS — Fog."
    )
    found = [[text[start:end] for start, end in item.places] for item in find_items(text)]
    assert found == [["OSLO"], ["TYRE", "Lebanon"], ["Sittwe", "Myanmar"]]
