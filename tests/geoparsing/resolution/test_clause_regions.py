"""What a clause names lies in the region that opens it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.findings import Mention

Read = Callable[[str], tuple[Mention, ...]]


@pytest.mark.parametrize(
    ("text", "surface", "region"),
    [
        (
            "Bandits attacked Kankara in Katsina. In Niger State, troops repelled an attack on "
            "Kagara.",
            "Kagara",
            "Niger State",
        ),
        (
            "Fighting was heard at Oicha and Eringeti. In Ituri, shelter kits were handed out in "
            "Mambasa.",
            "Mambasa",
            "Ituri",
        ),
        ("In Texas, a jury heard a man from London, and two of Leeds.", "London", "England"),
    ],
)
def test_the_namesake_is_meant_in_the_region_unless_another_is_great(
    mentions: Read, text: str, surface: str, region: str
) -> None:
    place = next(m.place for m in mentions(text) if m.surface == surface)
    assert place is not None and place.admin1 == region
