"""What the reader of roles adds to what is heard of each name alone, in sentences of our own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from dateline.errors import ModelError
from dateline.findings import ROLES
from dateline.geoparsing.roles import reader as reading
from dateline.geoparsing.roles.model import role_features
from dateline.geoparsing.roles.reader import REREADING_FILE, RoleReader, settled
from dateline.geoparsing.roles.rereading import surroundings
from dateline.language_model import load
from dateline.resources import data_folder
from tests.geoparsing.marked import decisions, facts_of

READER = RoleReader.load(load().name)
Chances = Sequence[NDArray[np.float64]]


def test_the_receipt_says_where_the_other_names_changed_what_is_likeliest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text, facts = facts_of("Families from [Cazin] and [Kljuc] waited.")
    actor = np.where(np.array(ROLES) == "actor", 0.75, 0.25 / 7)

    def second_acts(_: object, __: object, alone: Chances) -> Chances:
        return [alone[0], actor]

    monkeypatch.setattr(reading, "settled", second_acts)
    first, second = READER.decide_all(load().nlp(text), facts)
    assert "other names" not in first.rule
    assert second.rule == "learned: 'families from', with the article's other names, p=0.75"
    assert second.role == "actor"


def test_what_a_rule_is_sure_of_stays_whatever_the_others_do() -> None:
    marked = "Shells hit [Hama], [Hama] and [Hama]. “We left [Hama],” he said in [Hama]. "
    [*_, told] = decisions(marked * 6 + "Another [Grozny], they fear.")
    text, facts = facts_of("Another [Grozny], they fear.")
    [ruling] = role_features(load().nlp(text), facts)[2]
    assert ruling is not None and ruling.sure
    assert (told.role, told.rule) == (ruling.role, ruling.reason)


def test_in_an_excerpt_there_are_no_others_to_hear() -> None:
    marked = "Shells fell on [Hama] and [Homs]. [Moscow:capital] denied it."
    text, facts = facts_of(marked)
    syntax, found, rulings, named = role_features(load().nlp(text), facts)
    alone = [READER.model.weighed(*told) for told in zip(rulings, named, strict=True)]
    shared = surroundings(text, syntax, facts, found, rulings)
    unheard = settled(None, shared, alone)
    assert np.array_equal(settled(READER.trees, shared, alone), unheard)
    whole = shared._replace(article=True)
    assert not np.array_equal(settled(READER.trees, whole, alone), unheard)


def test_trees_of_other_features_are_refused(tmp_path: Path) -> None:
    language = load().name
    home = data_folder() / "models" / language
    (tmp_path / language).mkdir()
    (tmp_path / language / "roles.json").write_bytes((home / "roles.json").read_bytes())
    with pytest.raises(ModelError, match="make models"):
        RoleReader.load(language, tmp_path)
    (tmp_path / language / REREADING_FILE).write_bytes((home / "acceptance.txt").read_bytes())
    with pytest.raises(ModelError, match="columns"):
        RoleReader.load(language, tmp_path)
