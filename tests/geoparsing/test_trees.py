"""Trees asked through the C library answer as LightGBM's own package does."""

from __future__ import annotations

import lightgbm
import numpy as np
import pytest

from dateline.geoparsing.trees import Trees
from dateline.resources import data_folder

NAMES = ("spans", "places_first", "places_second", "roles_reread")


def text_of(name: str) -> str:
    return (data_folder() / "models" / "en_core_web_sm" / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_each_row_gets_the_very_number_that_the_package_gives(name: str, dtype: type) -> None:
    theirs = lightgbm.Booster(model_str=text_of(name))
    ours = Trees(text_of(name))
    random = np.random.default_rng(3)
    rows = random.normal(scale=4.0, size=(300, ours.columns)).astype(dtype)
    rows[random.random(rows.shape) < 0.2] = 0.0
    rows[random.random(rows.shape) < 0.05] = np.nan
    assert ours.columns == theirs.num_feature()
    for some in (rows, rows[:1], np.asfortranarray(rows), rows[::3]):
        assert np.array_equal(ours.predict(some), theirs.predict(some))


def test_no_rows_get_no_numbers() -> None:
    ours = Trees(text_of("spans"))
    assert ours.predict(np.empty((0, ours.columns))).shape == (0,)


def test_rows_with_other_columns_are_refused() -> None:
    with pytest.raises(ValueError, match="number of features"):
        Trees(text_of("spans")).predict(np.zeros((1, 3)))


def test_what_holds_no_trees_is_refused() -> None:
    with pytest.raises(ValueError, match="number of classes"):
        Trees("no trees")
