"""Words are found whole, in any case and script, and nothing typed is an error."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.corpus import Corpus
from dateline.query.search import matching, spans, terms
from tests.corpora import article, corpus_of

TEXTS = (
    "The bread line stood; a Convoy left.",
    "Bread was sold in one line.",
    "Convoys, warnings, a forward post.",
    "Війна: у Харкові тихо. ХАРКІВ спить.",
    "توقفت الحافلات قرب المدرسة",
    "A café in Saint-Étienne, C++ and 1,500 loaves (100%) \\d [a-z].",
    "",
)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return corpus_of(*(article(None, "", "", "", text) for text in TEXTS))


def found(corpus: Corpus, words: str) -> list[int]:
    return np.flatnonzero(matching(corpus, words)).tolist()


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("convoy", [0]),
        ("CONVOYS", [2]),
        ("war", []),  # not in "warnings" or "forward"
        ("bread line", [0, 1]),
        ('"bread line"', [0]),
        ('"line stood" convoy', [0]),
        ('"bread   LINE', [0]),  # the closing mark forgotten
        ("харків", [3]),
        ("ХАРКОВІ тихо", [3]),
        ("الحافلات", [4]),
        ("étienne", [5]),
        ("saint-étienne", [5]),
        ("1,500", [5]),
        ("(100%)", [5]),
        ("c++", [5]),
        (r"\d", [5]),  # its only letter is d, a word there
        ("d", [5]),
        (".*", []),
        ("[a-z]", [5]),
        ("nowhere", []),
        ("–", []),
        ('""', []),
    ],
)
def test_whole_words_and_phrases_all_must_occur(
    corpus: Corpus, words: str, wanted: list[int]
) -> None:
    assert found(corpus, words) == wanted


def test_asked_terms_are_words_without_signs() -> None:
    assert terms('Convoy "Bread  Line" – convoy') == ("convoy", "bread line")
    assert terms(' "" ! ') == ()


def test_the_answer_is_remembered_and_cannot_be_changed(corpus: Corpus) -> None:
    first = matching(corpus, "bread")
    assert matching(corpus, "BREAD") is first
    with pytest.raises(ValueError, match="read-only"):
        first[0] = False
    for number in range(40):
        matching(corpus, f"word{number}")
    assert found(corpus, "bread") == [0, 1]


def test_a_corpus_that_is_gone_is_forgotten() -> None:
    corpus = corpus_of(article(None, "", "", "", "A bus."))
    matching(corpus, "bus")
    gone = weakref.ref(corpus)
    del corpus
    gc.collect()
    assert gone() is None


def test_spans_point_to_the_words_in_the_text_as_it_is() -> None:
    text = "İzmir: a convoy, another CONVOY; bread\nline."
    assert [text[a:b] for a, b in spans(text, 'convoy "bread line"')] == [
        "convoy",
        "CONVOY",
        "bread\nline",
    ]
    assert spans(text, "–") == []


@given(st.text(max_size=30))
def test_nothing_typed_is_an_error(words: str) -> None:
    corpus = corpus_of(article(None, "", "", "", "A bus."))
    assert matching(corpus, words).shape == (1,)
    for begin, end in spans("A bus.", words):
        assert 0 <= begin < end <= 6


@given(st.text(alphabet="abcß ĲİЖжÉé12_", min_size=1, max_size=12))
def test_a_text_holds_each_of_its_own_words(text: str) -> None:
    corpus = corpus_of(article(None, "", "", "", text))
    for word in terms(text):
        assert matching(corpus, word).all(), word
