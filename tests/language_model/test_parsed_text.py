"""Columns of a parsed article are what spaCy says of its tokens one by one."""

from __future__ import annotations

import pytest
import spacy
from spacy.attrs import DEP, ENT_TYPE, LEMMA, LOWER, ORTH, POS, TAG

from dateline import language_model
from dateline.language_model.parsed_text import strings_of, text_of

TEXT = "Shells fell on Ma'arat al-Nu'man.\n\nIn Київ, “nothing” moved\x00. 😀"


def test_columns_are_those_of_the_tokens() -> None:
    doc = language_model.load().nlp(TEXT)
    for attribute, name in (
        (ORTH, "orth_"), (LOWER, "lower_"), (LEMMA, "lemma_"), (POS, "pos_"), (TAG, "tag_"),
        (DEP, "dep_"), (ENT_TYPE, "ent_type_"),
    ):  # fmt: skip
        assert strings_of(doc, attribute) == [getattr(token, name) for token in doc]


def test_each_vocabulary_has_its_own_strings() -> None:
    one, other = spacy.blank("en"), spacy.blank("en")
    assert strings_of(one("Zarqa burned."), ORTH) == ["Zarqa", "burned", "."]
    assert strings_of(other("Zarqa burned."), ORTH) == ["Zarqa", "burned", "."]


@pytest.mark.parametrize("text", [TEXT, "", " ", "One line\n"])
def test_the_text_is_that_of_the_document_asked_for(text: str) -> None:
    nlp = spacy.blank("en")
    first, second = nlp(text), nlp("Another.")
    assert [text_of(doc) for doc in (first, second, first)] == [text, "Another.", text]
    assert strings_of(nlp(""), ORTH) == []
