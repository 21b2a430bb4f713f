"""Languages are said in words wherever a reader meets them."""

from __future__ import annotations

import pandas as pd
import pytest

from dateline.assembly.notes import notes_of
from dateline.languages import language_name
from dateline.reading.language import LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES.split())
def test_every_language_that_can_be_found_has_a_name(code: str) -> None:
    assert language_name(code) != code


def test_a_code_that_nobody_knows_stays_as_it_is() -> None:
    assert language_name("xq") == "xq"


def test_a_corpus_says_in_words_what_is_not_in_english() -> None:
    languages = ["en", "ar", None, "ru", "ar", "en"]
    tables = {
        "articles": pd.DataFrame({"language": pd.Categorical(languages)}),
        "mentions": pd.DataFrame({"role": ["event"], "article_id": [0]}),
    }
    assert notes_of(tables) == (
        "Not in English, so kept and searchable but not mapped: 2 in Arabic, 1 in Russian.",
    )
