"""What matches is what plain Python finds; the best come first; marks stand where the words do."""

from __future__ import annotations

import gc
import re
import weakref

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.corpus import Corpus
from dateline.joined import joined
from dateline.query import Query, narrow, ordered
from dateline.query.search import explanation, matching, ranked, spans
from dateline.query.words import And, Node, Not, Or, Term, read
from tests.corpora import article, corpus_of, own_corpus, small_corpus

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
        ("convoy", [0, 2]),
        ('"CONVOYS"', [2]),  # between quotation marks no other form
        ("war", []),  # not in "warnings" or "forward"
        ("bread line", [0, 1]),
        ('"bread line"', [0]),
        ('"line stood" convoy', [0]),
        ('"bread   LINE', [0]),  # the closing mark forgotten
        ("bread -convoy", [1]),
        ("bread AND line AND NOT convoy", [1]),
        ("NOT bread", [2, 3, 4, 5, 6]),
        ("convoy OR харків", [0, 2, 3]),
        ("bread (convoy OR sold)", [0, 1]),
        ("warn*", [2]),
        ("Харк*", [3]),
        ("saint-ét*", [5]),
        ("conovy~", [0, 2]),
        ("bread~ NOT line", []),
        ("харків", [3]),
        ("ХАРКОВІ тихо", [3]),
        ("الحافلات", [4]),
        ("الحاف*", [4]),
        ("étienne", [5]),
        ("saint-étienne", [5]),
        ("1,500", [5]),
        ("(100%)", [5]),
        ("c++", [5]),
        (r"\d", [5]),  # its only letter is d, a word there
        (".*", []),
        ("[a-z]", [5]),
        ("nowhere", []),
        ("–", []),
        ('""', []),
        ("source:levant", []),
    ],
)
def test_words_phrases_and_what_joins_them(corpus: Corpus, words: str, wanted: list[int]) -> None:
    assert found(corpus, words) == wanted
    assert sorted(ranked(corpus, words).tolist()) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ('source:"levant desk"', [0, 1, 6]),
        ("source:levant title:convoy", [1]),
        ("source:(quayside OR річка) -title:nothing", [3, 7]),
        ("title:buses", [3]),
        ("title:library", []),  # in texts only
        ("morning", [0]),
    ],
)
def test_title_and_source_are_searched_by_name(words: str, wanted: list[int]) -> None:
    assert found(small_corpus(), words) == wanted


def test_the_best_come_first_a_title_counts_twice_and_of_equals_the_newest() -> None:
    corpus = corpus_of(
        article("2016-01-01", "", "", "One day", "Bread, and a long line of other things to say."),
        article("2016-01-02", "", "", "Bread", "A long line of other things to say today."),
        article("2016-01-03", "", "", "One day", "Bread, and a long line of other things to say."),
        article(None, "", "", "One day", "Bread, and a long line of other things to say."),
    )
    assert ranked(corpus, "bread").tolist() == [1, 2, 0, 3]
    for limit in range(6):
        assert ranked(corpus, "bread", limit=limit).tolist() == [1, 2, 0, 3][:limit]
    mask = np.array([True, False, True, False])
    assert ranked(corpus, "bread", mask=mask, limit=1).tolist() == [2]
    selection = narrow(corpus, Query(words="bread"))
    assert ordered(corpus, selection, "relevance", "bread").tolist() == [1, 2, 0, 3]
    assert ordered(corpus, selection, "relevance").tolist() == [2, 1, 0, 3]


def test_a_visitors_own_articles_are_found_among_the_others() -> None:
    both = joined(small_corpus(), own_corpus())
    assert both.own[ranked(both, "ridge")].tolist() == [True]
    for words in ("suva", "aleppo", "title:convoys OR guide", "-aleppo", "nowhere"):
        order = ranked(both, words)
        assert np.array_equal(np.sort(order), np.flatnonzero(matching(both, words)))
        assert ranked(both, words, limit=2).tolist() == order[:2].tolist()
        texts = {both.text(int(number)) for number in order}
        assert texts == {
            part.text(int(number))
            for part in (small_corpus(), own_corpus())
            for number in ranked(part, words)
        }


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


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ('convoy "bread line"', ["convoy", "Convoys", "bread\nline"]),
        ('"convoy" -bread', ["convoy"]),
        ("conv*", ["convoy", "Convoys"]),
        ("cnovoy~", ["convoy", "Convoys"]),
        ("title:convoy OR title:bread", ["convoy"]),
        ("ΣΑΣ", ["ΣΑΣ"]),
        ("source:convoy", []),
        ("–", []),
    ],
)
def test_spans_point_to_what_was_found_in_the_text_as_it_is(words: str, marked: list[str]) -> None:
    text = "İzmir: a convoy\n\nanother: Convoys; bread\nline. ΣΑΣ"
    assert [text[begin:end] for begin, end in spans(text, words)] == marked


_FORMS = {"convoy": "convoy", "convoys": "convoy", "shelling": "shell", "shelled": "shell"}
"""Words with their stem, written down here and not asked of the index."""

_WORDS = (*_FORMS, "bus", "харків", "الحافلات", "x1")
_SIGNS = st.sampled_from((" ", " ", ", ", ".\n", " – ", "-"))
_texts = st.lists(st.tuples(st.sampled_from(_WORDS), _SIGNS), max_size=6).map(
    lambda pairs: "".join(word + sign for word, sign in pairs)
)
_articles = st.tuples(_texts, _texts, st.sampled_from(("", "Bus Convoys", "харків")))
_wheres = st.sampled_from(("", "", "title", "source"))
_leaves = st.one_of(
    st.builds(lambda w, at: Term((w,), "word", at), st.sampled_from(_WORDS), _wheres),
    st.builds(
        lambda ws, at: Term(tuple(ws), "exact", at),
        st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3),
        _wheres,
    ),
    st.builds(
        lambda w, length, at: Term((w[:length],), "prefix", at),
        st.sampled_from(_WORDS),
        st.integers(1, 7),
        _wheres,
    ),
)
_nodes: st.SearchStrategy[Node] = st.recursive(
    _leaves,
    lambda parts: st.one_of(
        st.builds(Not, parts),
        st.builds(And, st.lists(parts, min_size=2, max_size=3).map(tuple)),
        st.builds(Or, st.lists(parts, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)


def typed(node: Node) -> str:
    """A way to type a query."""
    if isinstance(node, Term):
        words = " ".join(node.words)
        shown = {"word": words, "exact": f'"{words}"', "prefix": f"{words}*"}[node.how]
        return f"{node.where}:{shown}" if node.where else shown
    if isinstance(node, Not):
        return f"-({typed(node.part)})"
    sign = " " if isinstance(node, And) else " OR "
    return "(" + sign.join(map(typed, node.parts)) + ")"


def holds(node: Node, title: str, text: str, source: str) -> bool:
    """Whether an article matches, by Python alone."""
    if isinstance(node, Not):
        return not holds(node.part, title, text, source)
    if isinstance(node, And | Or):
        each = [holds(part, title, text, source) for part in node.parts]
        return all(each) if isinstance(node, And) else any(each)
    fields = {"": (title, text), "title": (title,), "source": (source,)}[node.where]
    for field in fields:
        words = re.findall(r"\w+", field.lower())
        sought = list(node.words)
        if node.how == "prefix" and any(word.startswith(sought[0]) for word in words):
            return True
        if node.how == "word":
            same = [word if node.where == "source" else _FORMS.get(word, word) for word in words]
            if (sought[0] if node.where == "source" else _FORMS.get(sought[0], sought[0])) in same:
                return True
        length = len(sought)
        if node.how == "exact" and sought in [
            words[at : at + length] for at in range(len(words) - length + 1)
        ]:
            return True
    return False


@settings(max_examples=150)
@given(st.lists(_articles, max_size=6), st.lists(_nodes, min_size=1, max_size=6))
def test_what_matches_is_what_plain_python_finds(
    articles: list[tuple[str, str, str]], nodes: list[Node]
) -> None:
    corpus = corpus_of(
        *(article(None, source, "", title, text) for title, text, source in articles)
    )
    listed = corpus.listing(range(len(corpus.articles)))
    for node in nodes:
        words = typed(node)
        assert explanation(words) == ""
        wanted = [
            holds(node, row["title"], corpus.text(number), str(row["source"] or ""))
            for number, row in enumerate(listed.to_dict("records"))
        ]
        assert matching(corpus, words).tolist() == wanted, words
        assert sorted(ranked(corpus, words).tolist()) == np.flatnonzero(wanted).tolist()


@settings(max_examples=50)
@given(st.text(max_size=30))
def test_nothing_typed_is_an_error(words: str) -> None:
    corpus = small_corpus()
    assert matching(corpus, words).shape == (len(corpus.articles),)
    for begin, end in spans("A bus.", words):
        assert 0 <= begin < end <= 6


@settings(max_examples=50)
@given(st.text(alphabet="abcß ĲİЖжÉé12_Σσς", min_size=1, max_size=12))
def test_a_text_holds_each_of_its_own_words_and_they_are_marked(text: str) -> None:
    corpus = corpus_of(article(None, "", "", "", text))
    for word in re.findall(r"\w+", text):
        if read(word).node is not None:
            assert matching(corpus, word).all(), word
            assert spans(text, word), word
