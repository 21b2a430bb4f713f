"""What is found in an article comes back from Arrow as it went."""

from __future__ import annotations

import pyarrow as pa
import pytest

from dateline.findings import Findings, Mention
from dateline.nested import arrow_type, from_nested, to_nested
from tests.corpora import ARTICLES, PLACES, article


def back(found: Findings) -> object:
    array = pa.array([to_nested(found, Findings)], type=arrow_type(Findings))
    return from_nested(array.to_pylist()[0], Findings)


@pytest.mark.parametrize("row", ARTICLES, ids=lambda row: row[3])
def test_findings_come_back_as_they_went(row: tuple[str, ...]) -> None:
    _, found = article(*row)
    assert back(found) == found


def test_nothing_found_and_no_place_come_back() -> None:
    mention = Mention(0, 2, "\x00ё", "event", None, None)
    assert back(Findings()) == Findings()
    assert back(Findings(mentions=(mention,))) == Findings(mentions=(mention,))


def test_a_confidence_keeps_every_bit() -> None:
    aleppo = PLACES["aleppo"]
    mention = Mention(0, 6, "Aleppo", "event", 1 / 3, aleppo, runners_up=((aleppo, 0.1 + 0.2),))
    assert back(Findings(mentions=(mention,))) == Findings(mentions=(mention,))
