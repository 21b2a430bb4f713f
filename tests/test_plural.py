"""Counts with their nouns."""

from dateline.plural import plural


def test_a_count_agrees_with_its_noun_and_thousands_are_set_apart() -> None:
    said = [plural(count, "article") for count in (0, 1, 2, 1_204_000)]
    assert said == ["0 articles", "1 article", "2 articles", "1,204,000 articles"]
