"""Trained files are read for their own language model only."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from dateline.errors import ModelError
from dateline.gazetteer import Gazetteer
from dateline.geoparsing import Geoparser, models
from dateline.language_model import LanguageModel
from dateline.resources import data_folder

PARTS = (
    *("spans.json", "spans.txt", "places.json", "places_first.txt", "places_second.txt"),
    *("acceptance.json", "acceptance.txt"),
)


@pytest.fixture
def folder(tmp_path: Path, language: LanguageModel) -> Path:
    shutil.copytree(data_folder() / "models" / language.name, tmp_path / language.name)
    return tmp_path


def test_what_comes_with_the_program_can_be_read(language: LanguageModel) -> None:
    trained = models.load(language.name)
    assert 0 < trained.spans.threshold < trained.acceptance.least < 1
    assert 0 <= trained.places.least < 1
    assert np.isfinite(trained.places.confidence.weights).all()
    assert trained.version == models.load(language.name).version


@pytest.mark.parametrize("name", PARTS)
def test_a_missing_file_names_the_command(folder: Path, language: LanguageModel, name: str) -> None:
    (folder / language.name / name).unlink()
    with pytest.raises(ModelError, match="make models"):
        models.load(language.name, folder)


@pytest.mark.parametrize("name", ["spans.json", "places.json", "acceptance.json"])
def test_a_file_made_for_another_language_model_is_refused(
    folder: Path, language: LanguageModel, name: str
) -> None:
    path = folder / language.name / name
    facts = json.loads(path.read_text("utf-8")) | {"language_model": "en_core_web_lg"}
    path.write_text(json.dumps(facts), "utf-8")
    with pytest.raises(ModelError, match="en_core_web_lg"):
        models.load(language.name, folder)


def test_a_file_made_for_other_features_is_refused(folder: Path, language: LanguageModel) -> None:
    path = folder / language.name / "places.json"
    facts = json.loads(path.read_text("utf-8")) | {"columns": ["population"]}
    path.write_text(json.dumps(facts), "utf-8")
    with pytest.raises(ModelError, match="other features"):
        models.load(language.name, folder)


def test_a_damaged_file_is_refused(folder: Path, language: LanguageModel) -> None:
    (folder / language.name / "spans.txt").write_text("no trees", "utf-8")
    with pytest.raises(ModelError, match="damaged"):
        models.load(language.name, folder)


def test_a_language_model_without_trained_files_cannot_be_used(
    tmp_path: Path, gazetteer: Gazetteer, language: LanguageModel
) -> None:
    with pytest.raises(ModelError, match="make models"):
        Geoparser(gazetteer, language, tmp_path)


def test_what_is_saved_reads_the_same(tmp_path: Path, language: LanguageModel) -> None:
    trained = models.load(language.name)
    models.save(trained.spans, trained.places, trained.acceptance, language.name, tmp_path)
    for name in PARTS:
        ours = data_folder() / "models" / language.name / name
        assert (tmp_path / language.name / name).read_text("utf-8") == ours.read_text("utf-8")


def test_no_trained_file_is_large(language: LanguageModel) -> None:
    for path in (data_folder() / "models" / language.name).iterdir():
        assert path.stat().st_size < 1_500_000, path
