"""What is typed is understood as far as it can be, and what cannot be is said in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.query.words import And, Node, Not, Or, Term, read, terms


def word(text: str, where: str = "") -> Term:
    return Term((text,), where=where)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "node"),
    [
        ("Bread", word("bread")),
        ("bread  line", And((word("bread"), word("line")))),
        ("bread AND line", And((word("bread"), word("line")))),
        ("bread and line", And((word("bread"), word("and"), word("line")))),
        ("a b OR c", Or((And((word("a"), word("b"))), word("c")))),
        ("a (b OR c)", And((word("a"), Or((word("b"), word("c")))))),
        ("a AND b AND NOT c", And((word("a"), word("b"), Not(word("c"))))),
        ("a -b", And((word("a"), Not(word("b"))))),
        ("-(a OR b)", Not(Or((word("a"), word("b"))))),
        ("NOT NOT a", word("a")),
        ('"bread line"', Term(("bread", "line"), "exact")),
        ("“bread line”", Term(("bread", "line"), "exact")),
        ('"convoys"', Term(("convoys",), "exact")),
        ("saint-étienne", Term(("saint", "étienne"), "exact")),
        ("evacu*", Term(("evacu",), "prefix")),
        ("al-suk*", And((Term(("al",), "exact"), Term(("suk",), "prefix")))),
        ("alepo~", Term(("alepo",), "fuzzy")),
        ("title:bread", word("bread", "title")),
        ("Source: “Levant Desk”", Term(("levant", "desk"), "exact", "source")),
        ("-title:(a OR b)", Not(Or((word("a", "title"), word("b", "title"))))),
        ("10:30", Term(("10", "30"), "exact")),
        ("bread bread", word("bread")),
        ("bread – line &", And((word("bread"), word("line")))),
        ("الحافلات", word("الحافلات")),
        ("كَتَبَ ХАРКІВ", And((word("كَتَبَ"), word("харків")))),
        ("", None),
    ],
)
def test_a_query_that_can_be_read_has_one_meaning_and_no_problem(
    typed: str, node: Node | None
) -> None:
    assert read(typed).node == node
    assert read(typed).explanation == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ('"bread line', 'A quotation mark was never closed. Searched instead: "bread line"'),
        ("(bread OR line", "A bracket was never closed. Searched instead: bread OR line"),
        ("bread) -line", "A bracket is closed that was never opened. "
                         "Searched instead: bread AND NOT line"),
        ("bread OR", "OR needs words on both sides. Searched instead: bread"),
        ("AND bread", "AND needs words on both sides. Searched instead: bread"),
        ("bread AND", "AND needs words on both sides. Searched instead: bread"),
        ("bread NOT", "NOT needs a word after it. Searched instead: bread"),
        ("bread title:", "title: needs a word after it. Searched instead: bread"),
        ("*line", "A star stands only at the end of a word. Searched instead: line"),
        ("ev*ion", "A star stands only at the end of a word. Searched instead: ev*"),
        ("NOT", "NOT needs a word after it. "
                "There is no word to search for, so no article is shown."),
        ("–", "These are no words. There is no word to search for, so no article is shown."),
        ("a" * 61 + "~", "A word of more than 60 letters is searched as it is. "
                         "Searched instead: " + "a" * 61),
        (")source:a (b~ OR -title:c*)", "A bracket is closed that was never opened. "
                                        "Searched instead: source:a AND (b~ OR NOT title:c*)"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_with_what_is_searched_instead(typed: str, said: str) -> None:
    assert read(typed).explanation == said


@pytest.mark.parametrize("typed", ["(" * 1000, "-" * 1000, "(a " * 333, "NOT " * 250, '"' * 999])
def test_however_deep_it_is_no_error(typed: str) -> None:
    assert "\n" not in read(typed).explanation


_PIECES = ("(", ")", '"', "-", "*", "~", " ", "title:", "source:", " OR ", " AND ", " NOT ", "a")


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=40).map("".join))
def test_nothing_typed_is_an_error_and_what_is_searched_instead_can_be_typed(typed: str) -> None:
    reading = read(typed)
    assert "\n" not in reading.explanation
    assert all(term.words and all(term.words) for term in terms(reading.node))
    if reading.node is not None and reading.problem:
        instead = reading.explanation.split("Searched instead: ")[1]
        assert read(instead).problem == ""
