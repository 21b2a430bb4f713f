"""The line above an open article."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from components.pages.reading import _meta
from components.pages.shown import Opened, Shown
from tests.corpora import small_corpus

NOTE = "places are read in English only"


@pytest.mark.parametrize(
    ("language", "marked", "noted"),
    [
        ("ar", False, f"Arabic: {NOTE}"),
        ("ar", True, ""),  # built with every language
        ("en", False, ""),
        (float("nan"), False, ""),
    ],
)
def test_an_article_without_marks_says_when_its_language_is_why(
    language: Any, marked: bool, noted: str
) -> None:
    corpus = small_corpus()
    given = {"language": language, "source": "Harbour Post", "author": ""}
    row = corpus.articles.iloc[0].to_dict() | given
    mentions = corpus.mentions.iloc[: int(marked)]
    opened = cast(Opened, SimpleNamespace(row=row, mentions=mentions, own=False))
    said = _meta(cast(Shown, SimpleNamespace(corpus=corpus)), opened)
    assert "Harbour Post" in said
    assert (said[-1] == noted) if noted else (NOTE not in " ".join(said))
