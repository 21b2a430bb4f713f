"""Matrices are numpy's, by one thread while an article is parsed, as many as before afterwards."""

from __future__ import annotations

from threadpoolctl import threadpool_info

from dateline import language_model
from dateline.language_model.blas import one_thread


def threads() -> list[int]:
    return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]


def test_one_thread_multiplies_while_an_article_is_parsed_and_as_many_as_before_afterwards() -> (
    None
):
    before = threads()
    assert before, "numpy came without a BLAS whose threads can be told"
    with one_thread():
        assert set(threads()) == {1}
    assert threads() == before


def test_matrices_of_the_pipeline_are_multiplied_by_numpy() -> None:
    pipes = dict(language_model.load().nlp.pipeline)
    layers = [layer for name in ("tok2vec", "ner") for layer in pipes[name].model.walk()]
    heavy = [layer for layer in layers if layer.name == "maxout"]
    assert heavy
    assert not any(layer.ops.use_blis for layer in heavy)
