from __future__ import annotations

import gc
from weakref import ref

import pandas as pd
import pytest

from components.pages import counted as module
from components.pages.counted import counted
from dateline.query import Query, by_place, narrow, totals
from tests.corpora import ARTICLES, article, corpus_of

ACTORS = Query(roles=("actor",))


def test_counts_are_those_of_the_query_and_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = corpus_of(*(article(*one) for one in ARTICLES))
    selection = narrow(corpus, ACTORS)
    counts, of = counted(corpus, ACTORS)
    pd.testing.assert_frame_equal(counts, by_place(corpus, selection))
    assert of == totals(corpus, selection)

    monkeypatch.setattr(module, "narrow", None)  # what is known needs no narrowing
    assert counted(corpus, Query(roles=("actor",)))[0] is counts


def test_another_corpus_has_counts_of_its_own() -> None:
    whole = corpus_of(*(article(*one) for one in ARTICLES))
    first = corpus_of(article(*ARTICLES[0]))
    assert counted(whole, ACTORS)[1].articles == len(ARTICLES)
    assert counted(first, ACTORS)[1].articles == 1


def test_old_queries_are_forgotten_and_so_is_a_corpus_that_is_let_go() -> None:
    corpus = corpus_of(article(*ARTICLES[0]))
    for words in map(str, range(module._KEPT + 5)):
        counted(corpus, Query(words=words))
    assert len(module._known[corpus]) <= module._KEPT
    gone = ref(corpus)
    del corpus
    gc.collect()
    assert gone() is None
