"""Identifiers lead to their rows and rows to their identifiers."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.gazetteer.identifiers import Identifiers

NAMES = ("geonames:170063", "dateline:sukkari", "geonames:1", "wof:170063", "dateline:a:b")
ROWS = Identifiers(
    ("geonames", "dateline", "wof"),
    ("a:b", "sukkari"),
    np.array([0, 1, 0, 2, 1], dtype=np.uint8),
    np.array([170063, 1, 1, 170063, 0], dtype=np.int32),
)


@pytest.mark.parametrize(("row", "identifier"), list(enumerate(NAMES)))
def test_a_row_has_one_identifier_and_is_found_by_it(row: int, identifier: str) -> None:
    assert ROWS.of(row) == identifier
    assert ROWS.row(identifier) == row


@pytest.mark.parametrize(
    "unknown",
    [
        *(
            "",
            "geonames",
            "geonames:",
            "geonames:0",
            "geonames:-1",
            "geonames:x",
            "geonames:170064",
        ),
        *("wof:1", "osm:1", "dateline:1", "dateline:170063", "sukkari", ":sukkari"),
    ],
)
def test_what_is_nobodys_identifier_has_no_row(unknown: str) -> None:
    assert ROWS.row(unknown) is None
