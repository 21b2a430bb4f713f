"""Copies of one text are one group; texts that only share a phrase are not."""

from __future__ import annotations

import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.assembly.copies import copy_groups

_draw = random.Random(11)  # noqa: S311
_WORDS = ["".join(_draw.choices("abcdefgh", k=4)) for _ in range(400)]


def text(seed: int, words: int = 300) -> str:
    return " ".join(random.Random(seed).choices(_WORDS, k=words))  # noqa: S311


def cut(whole: str, first: int, last: int) -> str:
    return " ".join(whole.split()[first:last])


def test_the_same_text_under_other_titles_and_credits_is_one_text() -> None:
    report = text(1)
    groups = copy_groups([report, text(2), f"Another title\n\n{report} (Northline)", text(3)])
    assert groups.tolist() == [0, 1, 0, 2]
    assert groups.dtype == np.int32


def test_a_shortened_report_is_a_copy_whichever_comes_first() -> None:
    report = text(1, 600)
    assert copy_groups([report, cut(report, 0, 90)]).tolist() == [0, 0]
    assert copy_groups([cut(report, 0, 90), report]).tolist() == [0, 0]


def test_case_signs_and_line_breaks_make_no_other_text() -> None:
    report = text(1)
    assert copy_groups([report, report.upper().replace(" ", ",\n")]).tolist() == [0, 0]


def test_half_of_the_words_rewritten_is_another_text() -> None:
    report = text(1)
    mixed = cut(report, 0, 130) + " " + text(5, 170)
    assert copy_groups([report, mixed]).tolist() == [0, 1]


def test_a_phrase_under_every_text_joins_none() -> None:
    phrase = " all rights are with the invented gazette of this town and its readers"
    assert copy_groups([text(n) + phrase for n in range(30)]).tolist() == list(range(30))


def test_a_round_up_does_not_make_one_text_of_two_reports() -> None:
    first, second = text(1), text(2)
    groups = copy_groups([first, second, f"{first} {second}"])
    assert groups[0] != groups[1]


def test_empty_texts_are_no_copies_and_short_ones_only_if_the_same() -> None:
    assert copy_groups([]).tolist() == []
    assert copy_groups(["", "", "…"]).tolist() == [0, 1, 2]
    assert copy_groups(["Snow fell.", "snow fell", "Snow", "Rain fell"]).tolist() == [0, 0, 1, 2]


def test_cyrillic_and_arabic_copies_are_found() -> None:
    cyrillic = "вранці у місті було тихо а ввечері почався сніг і трамваї не ходили"
    arabic = "تساقط الثلج على المدينة في الصباح وتوقفت الحافلات قرب المدرسة القديمة"
    assert copy_groups([cyrillic, arabic, cyrillic + " знову", arabic]).tolist() == [0, 1, 0, 1]


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 8)), max_size=12))
def test_groups_are_dense_in_order_and_copies_always_found(found: list[tuple[int, int]]) -> None:
    texts = [cut(text(seed, 120), dropped, 120) for seed, dropped in found]
    groups = copy_groups(texts)
    assert groups.tolist() == sorted_by_first([seed for seed, _ in found])


def sorted_by_first(seeds: list[int]) -> list[int]:
    numbers: dict[int, int] = {}
    return [numbers.setdefault(seed, len(numbers)) for seed in seeds]
