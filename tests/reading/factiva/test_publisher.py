"""The publisher's name under an article of Factiva, and what looks like one and is text."""

from __future__ import annotations

import pytest

from dateline.reading.factiva.publisher import is_publisher

RIGHTS = "Copyright 2016 The Northern Ledger Company. All Rights Reserved."


@pytest.mark.parametrize(
    "line",
    [
        "Northern Ledger Digital (Full Text)",
        "Harbour & Sons, Inc.",
        "Nordstädter Verlags-GmbH",
        "Gazette de la Baie S.A.",
        "Imprenta del Puerto, S.L.",
        "Harbour Monitoring (Markets) LLC",
        "LEDGER PUBLISHING LIMITED",
        "The Northern Ledger",
        "ООО",
    ],
)
def test_a_name_with_a_legal_form_or_of_those_who_have_the_rights_is_one(line: str) -> None:
    assert is_publisher(line, RIGHTS, "The Northern Ledger")


@pytest.mark.parametrize(
    "line",
    [
        "The bridge belongs to Harbour & Sons, says the mayor.",
        "He works for Harbour & Sons. The mayor does not.",
        "Who owns the Northern Ledger?",
        "Reuters",
        "Photo: a boat on the river",
        "and so it went on at the Northern Ledger",
        "The Northern Ledger could not reach him.",
        "ADA EXAMPLE Homs, Dec. 23, 2016",
        "",
    ],
)
def test_a_sentence_a_credit_or_a_signature_is_none(line: str) -> None:
    assert not is_publisher(line, RIGHTS, "The Northern Ledger")


def test_the_name_of_an_agency_is_the_publisher_of_its_own_news_only() -> None:
    assert is_publisher("Reuters", "(c) 2016 Reuters", "Reuters News")
    assert not is_publisher("Reuters", "(c) 2016 Reuters", "The Northern Ledger")
