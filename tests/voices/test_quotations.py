"""Where passages in quotation marks begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.voices.quotations import paragraphs, passages


def quoted(text: str) -> list[str]:
    return [text[p.start : p.end] for p in passages(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The mill is gone,” she said.", ["The mill is gone,"]),
        ('"The mill is gone," she said.', ["The mill is gone,"]),
        ("‘The mill is gone,’ she said.", ["The mill is gone,"]),
        ("'The mill is gone,' she said.", ["The mill is gone,"]),
        ("„Die Mühle ist fort“, sagte sie.", ["Die Mühle ist fort"]),
        ("« Le moulin est parti », dit-elle.", ["Le moulin est parti"]),
        ("«Le moulin est parti», dit-elle.", ["Le moulin est parti"]),
        ("»Die Mühle ist fort«, sagte sie.", ["Die Mühle ist fort"]),
        ("``The mill is gone,'' she said.", ["The mill is gone,"]),
        ("“Gone,” he said. “All of it.”", ["Gone,", "All of it."]),
        ("She called it “a disgrace” and left.", ["a disgrace"]),
        ('He said: "We left."', ["We left."]),
    ],
)
def test_every_kind_of_mark_is_read_and_stays_outside(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "“He told me ‘never again,’ and left,” she said.",
        "‘He told me “never again,” and left,’ she said.",
        "\"He told me 'never again,' and left,\" she said.",
    ],
)
def test_a_quotation_within_another_belongs_to_it(text: str) -> None:
    assert len(quoted(text)) == 1
    assert "never again" in quoted(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "The workers’ town and the baker’s shop don’t sleep.",
        "The workers' town and the baker's shop don't sleep.",
        "In the ’80s they built it, in the '90s they left.",
        "Rock ’n’ roll, they said.",
    ],
)
def test_an_apostrophe_opens_nothing(text: str) -> None:
    assert quoted(text) == []


def test_an_apostrophe_does_not_close_a_quotation() -> None:
    text = "‘The workers’ town isn’t theirs,’ said a miner."
    assert quoted(text) == ["The workers’ town isn’t theirs,"]


def test_a_quotation_over_paragraphs_is_one_a_paragraph() -> None:
    text = "“We left at dawn.\n\n“The bridge was down,” she said."
    first, second = passages(text, paragraphs(text))
    assert (first.goes_on, second.goes_on) == (True, False)
    assert quoted(text) == ["We left at dawn.", "The bridge was down,"]


def test_a_quotation_runs_across_the_line_ends_of_wrapped_text() -> None:
    assert quoted("“We left at\ndawn,” she said.") == ["We left at\ndawn,"]


def test_a_mark_never_closed_does_not_swallow_the_article() -> None:
    text = "A sign read “Keep out in red.\n\nThe road was empty.\n\n“Go,” he said."
    assert quoted(text) == ["Go,"]


def test_marks_around_nothing_are_no_quotation() -> None:
    assert quoted("He wrote “” and “—” and left.") == []


PIECES = st.sampled_from(
    [
        *"“”‘’„«»\"'`",
        "``",
        "''",
        "word",
        "said",
        "don’t",
        "\n",
        "\n\n",
        " ",
        ".",
        ",",
        "’80s",
        "\x00",
    ]
)


@settings(max_examples=300)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=24).map("".join)))
def test_passages_of_any_text_lie_in_order_and_never_overlap(text: str) -> None:
    reached = 0
    for passage in passages(text, paragraphs(text)):
        assert reached <= passage.opening < passage.start < passage.end <= passage.closing
        assert passage.closing <= len(text)
        reached = passage.closing
