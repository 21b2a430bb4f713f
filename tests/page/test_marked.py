from __future__ import annotations

import gc
from dataclasses import replace
from weakref import ref

import pytest

from components.choice import Choice
from components.pages import marked as module
from components.pages.marked import marked
from components.pages.shown import Opened, look
from dateline.corpus import Corpus
from dateline.query import Query
from tests.corpora import ARTICLES, article, corpus_of


def opened(corpus: Corpus, words: str = "") -> Opened:
    found = look(corpus, replace(Choice(), query=Query(words=words))).opened()
    assert found is not None
    return found


def test_an_article_is_cut_once_for_all_who_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = corpus_of(*(article(*one) for one in ARTICLES))
    first = marked(corpus, opened(corpus))
    monkeypatch.setattr(module, "content", None)
    assert marked(corpus, opened(corpus)) is first


def test_searched_words_and_another_corpus_cut_it_anew() -> None:
    corpus = corpus_of(article(*ARTICLES[0]))
    word = corpus.text(0).split()[0].strip(".,")
    plain, searched = marked(corpus, opened(corpus)), marked(corpus, opened(corpus, word))
    pieces = [piece for line in (searched.title, *searched.paragraphs) for piece in line]
    assert searched != plain and any(is_searched for *_, is_searched in pieces)
    again = corpus_of(article(*ARTICLES[0]))
    assert marked(again, opened(again)) is not plain


def test_articles_read_long_ago_are_forgotten_and_so_is_a_corpus_that_is_let_go() -> None:
    corpus = corpus_of(article(*ARTICLES[0]))
    one = opened(corpus)
    for start in range(module._KEPT + 5):
        marked(corpus, replace(one, searched=[(start, start + 1)]))
    assert len(module._known[corpus]) <= module._KEPT
    gone = ref(corpus)
    del corpus
    gc.collect()
    assert gone() is None
