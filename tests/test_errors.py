"""Errors speak in three parts and survive the way back from a worker process."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

import pytest

from dateline import errors

LEAVES = [
    (errors.ReadingError, ValueError),
    (errors.SchemaError, ValueError),
    (errors.GazetteerError, LookupError),
    (errors.ModelError, LookupError),
    (errors.CorpusError, OSError),
    (errors.ChoiceError, ValueError),
    (errors.CorrectionError, ValueError),
]


def fail() -> None:
    raise errors.CorpusError("a folder", "a corpus", "build one")


@pytest.mark.parametrize(("leaf", "builtin"), LEAVES)
def test_every_leaf_is_also_the_builtin_one_would_guess(
    leaf: type[errors.DatelineError], builtin: type[Exception]
) -> None:
    assert issubclass(leaf, errors.DatelineError)
    assert issubclass(leaf, builtin)
    assert str(leaf("1 came", "2", "do 3")) == "1 came; expected 2; do 3"


def test_the_tree_in_the_docstring_names_every_leaf() -> None:
    assert errors.__doc__ is not None
    assert all(leaf.__name__ in errors.__doc__ for leaf, _ in LEAVES)


def test_an_error_keeps_its_parts_between_processes() -> None:
    context = multiprocessing.get_context("spawn")
    with (
        ProcessPoolExecutor(1, mp_context=context) as pool,
        pytest.raises(errors.CorpusError) as caught,
    ):
        pool.submit(fail).result()
    assert (caught.value.came, caught.value.todo) == ("a folder", "build one")
