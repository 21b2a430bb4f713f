"""What closes an article is told from its last sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.credit_line import find_credit

BODY = "Cranes reached the mill\n\nThe first crane arrived on Monday."


@pytest.mark.parametrize(
    ("credit", "agency"),
    [
        (" — Reuters", "Reuters"),
        ("\n— Harbour News", "Harbour News"),
        ("\n– Northline", "Northline"),
        ("--AFP", "AFP"),
        ("-AFP", "AFP"),
        ("\n\n(AFP)", "AFP"),
        (" [Reuters]", "Reuters"),
        (" (Rana Haddad/PNA)", "PNA"),
        (" – Reuters/Staff", "Reuters"),
        (" — With agencies", "Agencies"),
        (" (With inputs from agencies)", "Agencies"),
        ("\nAFP/Reuters", "AFP/Reuters"),
        (" — AFP, Reuters and The Associated Press", "AFP/Reuters/AP"),
        ("\nReuters", "Reuters"),
        (" Source: AFP, AP", "AFP/AP"),
        (" © 2016 AFP", "AFP"),
        (" Copyright 2016 The Associated Press. All rights reserved.", "AP"),
        (" Additional reporting by AFP", "AFP"),
        ("\n(Reporting by Rana Haddad in Homs; Editing by Jan Novak)", ""),
        ("\nRana S. Haddad and Jan Novak contributed reporting.", ""),
        (" The Associated Press contributed to this report.", "AP"),
        ("\nRana S. Haddad reported from Homs, and Jan Novak from Tyre.", ""),
        ("\nRana Haddad reported from Homs. Jan Novak contributed reporting from Tyre.", ""),
        (" — Rana Haddad", ""),
        (" — ТАСС", "TASS"),
        (" (رويترز)", "Reuters"),
    ],
)
def test_a_closing_credit_is_found_with_its_agency(credit: str, agency: str) -> None:
    found = find_credit(f"{BODY}{credit}\n")
    assert found is not None
    assert f"{BODY}{credit}"[found.start : found.end] == credit.strip()
    assert found.agency == agency


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY} He spoke to Reuters",
        f"{BODY} Rana Haddad reported from Homs that the mill stood.",
        f"{BODY} Rana Haddad reported from Homs. The mill stood.",
        f"{BODY} It lies between Hama and Homs (Syria).",
        f"{BODY} The end — or not",
        f"{BODY} —",
        f"{BODY} It was over - he said.",
        "Reuters",
        "— Reuters",
        "",
    ],
)
def test_an_ordinary_end_is_no_credit(text: str) -> None:
    assert find_credit(text) is None


@given(
    st.lists(
        st.sampled_from(
            [
                "It fell.",
                " — ",
                "-",
                "AFP",
                "/",
                "(",
                ")",
                "Reuters",
                "\n",
                "©",
                "Source:",
                " ",
                "and",
            ]
        ),
        max_size=12,
    ).map("".join)
    | st.text(max_size=60)
)
def test_a_credit_reaches_to_the_end_of_the_text(text: str) -> None:
    found = find_credit(text)
    assert found is None or 0 <= found.start < found.end == len(text.rstrip())
