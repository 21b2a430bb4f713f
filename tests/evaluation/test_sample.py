"""A sample: drawn by chance, the same with the same seed, and read back as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from dateline import store
from dateline.cli import main
from dateline.errors import ChoiceError
from dateline.evaluation import draw, read_annotated
from tests.corpora import ARTICLES, article, small_corpus, tables_of


def test_a_sample_has_no_copies_and_the_same_seed_draws_the_same() -> None:
    corpus = small_corpus()
    drawn = draw(corpus, 100)
    groups = corpus.articles["copy_group"].nunique()
    assert len(drawn) == groups < len(corpus.articles)
    assert draw(corpus, 3, seed=5) == draw(corpus, 3, seed=5)
    assert len({json.dumps(draw(corpus, 3, seed=seed)) for seed in range(6)}) > 1


def test_a_blank_sample_shows_nothing_of_what_was_found() -> None:
    assert all(record["mentions"] == [] and "focus" not in record
               for record in draw(small_corpus(), 4, blank=True))  # fmt: skip


def test_nothing_cannot_be_drawn() -> None:
    with pytest.raises(ChoiceError, match="one article or more"):
        draw(small_corpus(), 0)


@pytest.mark.parametrize("name", ["sample.json", "sample.jsonl"])
def test_a_sample_as_drawn_is_read_back_and_scored(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, file = tmp_path / "corpus", tmp_path / name
    tables = tables_of([article(*row) for row in ARTICLES])
    store.write(
        corpus,
        tables,
        name="Invented",
        provenance={},
        set_aside=pd.DataFrame(columns=list(store.SET_ASIDE)),
    )
    assert main(["sample", str(corpus), "--articles", "4", "--output", str(file)]) == 0
    annotated = read_annotated(file)
    assert len(annotated) == 4
    capsys.readouterr()
    mistakes = tmp_path / "mistakes.csv"
    assert main(["evaluate", str(file), "--mistakes", str(mistakes), "--processes", "1"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("4 articles, ")
    assert "gazetteer" in said  # the versions that were measured
    header = b"\xef\xbb\xbfarticle,kind,surface,wanted,given,context\r\n"
    assert mistakes.read_bytes().startswith(header)


def test_a_sample_in_which_nobody_annotated_anything_is_refused_before_it_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "blank.jsonl"
    file.write_text('{"text": "Two died in Homs.", "mentions": []}\n' * 2)
    assert main(["evaluate", str(file)]) == 2
    assert f"no mention is annotated in {file}; expected every" in capsys.readouterr().err
