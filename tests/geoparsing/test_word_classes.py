"""Classes of words: what is known of a word is known of its kin."""

from __future__ import annotations

from dateline.geoparsing.word_classes import widened, word_classes


def test_words_of_like_meaning_share_a_class() -> None:
    classes = word_classes()
    assert classes["rifle"].fine == classes["pistol"].fine
    assert classes["rifle"].coarse != classes["parliament"].coarse


def test_an_indicator_of_a_word_tells_its_classes_and_keeps_the_relation() -> None:
    rifle = word_classes()["rifle"]
    assert widened(["govlemma=rifle", "rel+govlemma=in:on+rifle", "next=rifle"]) == [
        f"govlemma~{rifle.coarse}",
        f"govlemma~~{rifle.fine}",
        f"rel+govlemma~in:on+{rifle.coarse}",
        f"rel+govlemma~~in:on+{rifle.fine}",
        f"next~{rifle.coarse}",
    ]


def test_a_word_of_no_class_and_other_indicators_tell_nothing_more() -> None:
    assert widened(["govlemma=zxqv", "rel=in:on", "precision=city", "next=#", "listed"]) == []
