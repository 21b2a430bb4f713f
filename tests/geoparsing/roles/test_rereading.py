"""What is heard of a name's role from the others of its article."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray

from dateline.findings import ROLES
from dateline.geoparsing.roles.model import role_features
from dateline.geoparsing.roles.reader import RoleReader
from dateline.geoparsing.roles.rereading import (
    REREADING,
    Surroundings,
    reread,
    rereading_rows,
    surroundings,
)
from dateline.language_model import load
from tests.geoparsing.marked import facts_of

ARTICLE = (
    "Shells fall on [Hama]\n\n"
    "Shells fell on [Hama] and [Homs] in [Syria:country] on Monday. [Moscow:capital] denied it.\n\n"
    "A nurse from [Homs] fled to [Lebanon:country]."
)


def shared_of(marked: str, countries: tuple[int, ...] = ()) -> Surroundings:
    text, facts = facts_of(marked)
    facts = [one._replace(country=c) for one, c in zip(facts, countries or [-1] * 99, strict=False)]
    syntax, found, rulings, _ = role_features(load().nlp(text), facts)
    return surroundings(text, syntax, facts, found, rulings)


def chances_of(number: int) -> NDArray[np.float64]:
    return np.random.default_rng(5).dirichlet(np.ones(len(ROLES)), number)


def columns(shared: Surroundings, chances: NDArray[np.float64]) -> pd.DataFrame:
    return pd.DataFrame(rereading_rows(shared, list(chances)), columns=list(REREADING))


def test_the_others_of_a_name_country_sentence_and_paragraph_are_heard_as_pandas_groups_them() -> (
    None
):
    countries = (3, 3, 3, 3, 8, 3, 5)
    shared, chances = shared_of(ARTICLE, countries), chances_of(7)
    table = columns(shared, chances)
    keys = {
        "name": ["hama", "hama", "homs", "syria", "moscow", "homs", "lebanon"],
        "country": countries,
        "sentence": [0, 1, 1, 1, 2, 3, 3],
        "paragraph": [0, 1, 1, 1, 1, 2, 2],
        "article": [0] * 7,
    }
    for kin, key in keys.items():
        own = pd.DataFrame(chances, columns=list(ROLES))
        grouped = own.groupby(list(key))
        count = grouped["event"].transform("size")
        expected = (grouped.transform("sum") - own).div((count - 1).where(count > 1), axis=0)
        heard = table[[f"{kin} {role}" for role in ROLES]].to_numpy()
        np.testing.assert_allclose(heard, expected.to_numpy(), rtol=1e-5, err_msg=kin)
        assert table[f"{kin} number"].tolist() == count.tolist()


def test_names_without_a_place_share_no_country() -> None:
    table = columns(shared_of(ARTICLE), chances_of(7))
    assert table[[f"country {role}" for role in ROLES]].isna().all(axis=None)
    assert table["country number"].isna().all()


def test_neighbours_are_heard_with_the_characters_between() -> None:
    chances = chances_of(7)
    table = columns(shared_of(ARTICLE), chances)
    before = table[[f"before {role}" for role in ROLES]].to_numpy()
    behind = table[[f"behind {role}" for role in ROLES]].to_numpy()
    np.testing.assert_allclose(before[1:], chances[:-1], rtol=1e-6)
    np.testing.assert_allclose(behind[:-1], chances[1:], rtol=1e-6)
    assert np.isnan(before[0]).all() and np.isnan(behind[-1]).all()
    assert table["characters behind"][1] == len(" and ") == table["characters before"][2]


@pytest.mark.parametrize("marked", ["Shells fell on [Hama].", "[Hama]"])
def test_a_lone_name_hears_nobody_and_has_a_role(marked: str) -> None:
    chances = chances_of(1)
    row = rereading_rows(shared_of(marked), list(chances))
    assert row.shape == (1, len(REREADING))
    [heard] = reread(RoleReader.load(load().name).trees, shared_of(marked), list(chances))
    assert heard.sum() == pytest.approx(1)


def test_a_role_that_is_impossible_alone_stays_so() -> None:
    chances = chances_of(7)
    chances[:, ROLES.index("event")] = 0.0
    chances[3] = np.eye(len(ROLES))[ROLES.index("dateline")]
    heard = reread(RoleReader.load(load().name).trees, shared_of(ARTICLE), list(chances))
    assert all(chance[ROLES.index("event")] == 0.0 for chance in heard)
    assert heard[3][ROLES.index("dateline")] == 1.0


def test_an_article_without_names_is_heard_as_nothing() -> None:
    assert reread(RoleReader.load(load().name).trees, shared_of("Nothing fell."), []) == []
