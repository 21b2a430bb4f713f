"""Words that name a speaker, and words that cannot: on sentences of our own."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dateline import language_model
from dateline.voices import find_quotes
from dateline.voices.noun_phrases import noun_phrase


@pytest.fixture(scope="module")
def nlp() -> Language:
    return language_model.load().nlp


@pytest.mark.parametrize(
    ("sentence", "words", "phrase"),
    [
        ("The ministry was still burning.", "The ministry was still", "The ministry"),
        ("The Red Cross and a baker left.", "The Red Cross and", "The Red Cross"),
        ("They came to describe the plan.", "to describe the plan", ""),
        ("He has said that they left.", "has said", ""),
        ("Another fell.", "Another", "Another"),
        ("About fifty bakers waved.", "About fifty bakers", "About fifty bakers"),
    ],
)
def test_a_phrase_ends_before_its_clause_goes_on(
    nlp: Language, sentence: str, words: str, phrase: str
) -> None:
    start = sentence.index(words)
    span = nlp(sentence).char_span(start, start + len(words))
    assert span is not None
    found = noun_phrase(list(span))
    assert " ".join(token.text for token in found) == phrase


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A mill is “the heart of any town,” it was written there.", ""),
        ("“We go,” he was saying, “because the mill is gone.”", ""),
        ("“The mill,” it further said, “is gone for good.”", ""),
        ("It was “one long winter,” was how the baker told it.", "the baker"),
    ],
)
def test_no_speaker_is_a_clause(nlp: Language, text: str, speaker: str) -> None:
    assert {quote.speaker for quote in find_quotes(nlp(text))} == {speaker}


def test_one_of_a_kind_is_a_speaker(nlp: Language) -> None:
    [quote] = find_quotes(nlp("“The mill is gone,” one baker said."))
    assert quote.speaker == "one baker"
