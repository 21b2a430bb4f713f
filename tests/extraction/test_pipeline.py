"""Extraction: pure, in order, and no article costs another."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import pytest

from dateline.errors import ChoiceError, DatelineError, ReadingError
from dateline.extraction import extractor
from dateline.extraction.extractor import Extractor, _pieces, shared_extractor
from dateline.extraction.pipeline import extract
from dateline.extraction.workers import read_all
from dateline.findings import Article, Findings
from dateline.tables import SCHEMAS, check

ARTICLES = [
    Article("Later\n\nShells fell on Idlib.", "Later", datetime(2016, 12, 2), source="Levant Desk"),
    Article("No date\n\nTalks were held in Geneva.", "No date"),
    Article("Early\n\nTwo people died in Homs.", "Early", datetime(2016, 12, 1)),
    Article("Обстрел\n\nВ Алеппо продолжался обстрел восточных кварталов города, сообщили жители."),
]


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return extract(ARTICLES, processes=1).tables


def test_every_table_is_as_its_schema_says(tables: dict[str, pd.DataFrame]) -> None:
    for schema in SCHEMAS:
        check(tables[schema.name], schema)


def test_articles_stand_in_time_order_with_undated_ones_last(
    tables: dict[str, pd.DataFrame],
) -> None:
    assert tables["articles"]["title"].tolist()[:2] == ["Early", "Later"]
    assert tables["articles"]["published"].isna().tolist() == [False, False, True, True]


def test_mentions_point_into_the_text_of_their_article(tables: dict[str, pd.DataFrame]) -> None:
    texts = tables["texts"].set_index("article_id")["text"]
    for row in tables["mentions"].itertuples():
        assert texts[row.article_id][row.start : row.end] == row.surface
        assert row.sentence_start <= row.start < row.end <= row.sentence_end


def test_mentions_are_sorted_by_article_and_place(tables: dict[str, pd.DataFrame]) -> None:
    keys = list(zip(tables["mentions"]["article_id"], tables["mentions"]["place_id"], strict=True))
    assert keys == sorted(keys)


def test_an_article_in_another_language_is_kept_but_not_mapped(
    tables: dict[str, pd.DataFrame],
) -> None:
    russian = tables["articles"].query("language == 'ru'")
    assert len(russian) == 1
    assert not tables["mentions"]["article_id"].isin(russian["article_id"]).any()


def test_two_processes_find_what_one_finds() -> None:
    articles = ARTICLES * 9
    alone, _ = read_all(articles, processes=1)
    together, versions = read_all(articles, processes=2)
    assert alone == together
    assert versions["language_model"].startswith("en_core_web")


def test_progress_counts_every_article() -> None:
    seen: list[tuple[int, int]] = []
    read_all(ARTICLES, processes=1, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_an_article_that_fails_is_set_aside_and_the_rest_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    find = Extractor._find

    def fail_on_idlib(self: Extractor, doc: object, article: Article) -> Findings:
        if "Idlib" in article.text:
            raise DatelineError("no luck")
        return find(self, doc, article)  # type: ignore[arg-type]

    monkeypatch.setattr(Extractor, "_find", fail_on_idlib)
    extraction = extract(ARTICLES, processes=1)
    assert len(extraction.tables["articles"]) == 3
    assert extraction.set_aside["reason"].tolist() == ["could not be read: no luck"]
    assert extraction.set_aside["text"][0].startswith("Later")


@pytest.mark.parametrize("given", ["Shells fell on Idlib.", [{"text": "Shells fell on Idlib."}]])
def test_what_is_no_list_of_articles_is_refused_with_what_to_do(given: Any) -> None:
    with pytest.raises(ReadingError, match=r"expected a list of `Article`; a text becomes one by"):
        extract(given)


@pytest.mark.parametrize(
    ("article", "said"),
    [
        (Article(None), "article 0: text None; expected a str"),  # type: ignore[arg-type]
        (Article(float("nan")), "article 0: text nan; expected a str"),  # type: ignore[arg-type]
        (Article("x", published="2016-11-22"), "published '2016-11-22'; expected a datetime"),  # type: ignore[arg-type]
        (Article("x", published=pd.NaT), "published NaT; expected a datetime"),
        (Article("x", published=datetime(2016, 1, 2, tzinfo=UTC)), "without a zone, or None; such"),
    ],
)
def test_what_does_not_belong_in_an_article_is_said_before_anything_is_read(
    article: Article, said: str
) -> None:
    with pytest.raises(ReadingError, match=re.escape(said)):
        extract([article])


def test_one_article_is_refused_and_whatever_yields_articles_is_taken() -> None:
    article = Article("Two died in Homs.")
    with pytest.raises(ReadingError, match="put it in brackets"):
        extract(article)  # type: ignore[arg-type]
    assert len(extract(iter([article]), processes=1).tables["articles"]) == 1


def test_no_process_is_refused() -> None:
    with pytest.raises(ChoiceError, match="0 processes; expected 1 or more"):
        extract([Article("Two died in Homs.")], processes=0)


def test_a_very_long_text_is_read_whole_and_its_offsets_hold() -> None:
    text = (
        "A long day\n\n"
        + "Nothing happened on that day, she said.\n" * 4000
        + "Shells fell on Idlib."
    )
    found = shared_extractor().read(Article(text))
    assert isinstance(found, Findings)
    assert [m.surface for m in found.mentions] == ["Idlib"]
    assert text[found.mentions[0].start : found.mentions[0].end] == "Idlib"


def test_of_a_text_beyond_all_measure_the_beginning_is_mapped_and_every_word_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(extractor, "_PIECE", 100)
    monkeypatch.setattr(extractor, "MAPPED", 300)
    text = "Shells fell on Idlib again. " * 40
    found = shared_extractor().read(Article(text))
    assert isinstance(found, Findings)
    assert found.mentions
    assert all(mention.end <= 300 for mention in found.mentions)
    assert found.words == pytest.approx(len(text.split()), abs=1)  # a word may be cut in two


@pytest.mark.parametrize("text", ["", " ", "\x00", "x" * 250_000, "word " * 50_000])
def test_pieces_of_a_text_make_the_text(text: str) -> None:
    pieces = list(_pieces(text))
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= 100_000


def test_extraction_is_pure() -> None:
    again = extract(ARTICLES, processes=1).tables
    once = extract(ARTICLES, processes=1).tables
    for name, frame in once.items():
        pd.testing.assert_frame_equal(frame, again[name])
