"""The quick lemmatizer finds what spaCy's finds, token by token, however often it is asked."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dateline import language_model
from dateline.language_model.lemmatizer import QuickLemmatizer, quicken

WORDS = (
    "Saw",
    "saw",
    "better",
    "dogs",
    "LEAVES",
    "leaves",
    " ",
    "\n\n",
    "’s",
    "Aleppo",
    "shelling",
)
KINDS = ("NOUN", "VERB", "ADJ", "PROPN", "SPACE", "AUX", "X")
FORMS = ("", "Number=Sing", "Number=Plur", "VerbForm=Inf", "Tense=Past|VerbForm=Fin", "Degree=Pos")

tokens = st.lists(st.tuples(*map(st.sampled_from, (WORDS, KINDS, FORMS))), max_size=8)


@pytest.fixture(scope="module")
def lemmatizers() -> tuple[Any, EnglishLemmatizer]:
    quick: Any = language_model.load().nlp.get_pipe("lemmatizer")
    plain = EnglishLemmatizer(quick.vocab, None, mode="rule")
    plain.lookups = quick.lookups
    return quick, plain


def doc_of(vocab: Vocab, told: list[tuple[str, str, str]], lemmas: list[str] | None = None) -> Doc:
    words, kinds, forms = ([one[column] for one in told] for column in range(3))
    return Doc(vocab, words=words, pos=kinds, morphs=forms, lemmas=lemmas)


@given(tokens)
def test_any_words_have_the_lemmas_that_spacy_gives_them(
    lemmatizers: tuple[Any, EnglishLemmatizer], told: list[tuple[str, str, str]]
) -> None:
    quick, plain = lemmatizers
    expected = [token.lemma_ for token in plain(doc_of(plain.vocab, told))]
    for _ in range(2):  # worked out, and remembered
        assert [token.lemma_ for token in quick(doc_of(quick.vocab, told))] == expected


def test_one_word_has_the_lemma_of_each_of_its_kinds(
    lemmatizers: tuple[Any, EnglishLemmatizer],
) -> None:
    told = [("saw", "VERB", "Tense=Past|VerbForm=Fin"), ("saw", "NOUN", "Number=Sing")] * 2
    doc = lemmatizers[0](doc_of(lemmatizers[0].vocab, told))
    assert [token.lemma_ for token in doc] == ["see", "saw"] * 2


def test_a_lemma_that_is_there_stays(lemmatizers: tuple[Any, EnglishLemmatizer]) -> None:
    told = [("leaves", "NOUN", "Number=Plur"), ("leaves", "NOUN", "Number=Plur")]
    doc = lemmatizers[0](doc_of(lemmatizers[0].vocab, told, ["leave", ""]))
    assert [token.lemma_ for token in doc] == ["leave", "leaf"]


@pytest.mark.parametrize("name", ["en_core_web_md", "en_core_web_sm"])
def test_the_models_have_it(name: str) -> None:
    assert isinstance(language_model.load(name).nlp.get_pipe("lemmatizer"), QuickLemmatizer)


def test_a_pipeline_without_one_or_with_another_stays_as_it_is() -> None:
    assert quicken(spacy.blank("en")).pipe_names == []
    nlp = spacy.blank("en")
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    assert type(quicken(nlp).get_pipe("lemmatizer")) is EnglishLemmatizer
