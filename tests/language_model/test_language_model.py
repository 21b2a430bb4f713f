"""The best model installed is used, and a missing one names the command that brings it."""

from __future__ import annotations

import pytest

from dateline import language_model
from dateline.errors import ModelError


def test_the_medium_model_is_preferred_to_the_small_one() -> None:
    model = language_model.load()
    assert model.name == "en_core_web_md"
    assert model.label.startswith("en_core_web_md 3.8")
    assert model.nlp.pipe_names.count("parser") == 1


def test_one_process_loads_a_model_once() -> None:
    assert language_model.load() is language_model.load()


def test_the_small_model_can_be_asked_for() -> None:
    assert language_model.load("en_core_web_sm").name == "en_core_web_sm"


def test_no_model_is_an_error_that_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language_model, "PACKAGES", ())
    language_model.load.cache_clear()
    with pytest.raises(ModelError, match="make setup"):
        language_model.load()
    language_model.load.cache_clear()
