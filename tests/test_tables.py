"""A table is checked where it enters, and the message names the first bad value."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from dateline.errors import SchemaError
from dateline.tables import ARTICLES, MENTIONS, PLACES, SCHEMAS, Schema, check, column_of, empty


def places(**changes: object) -> pd.DataFrame:
    row = {
        "place_id": 0,
        "country_code": "SY",
        "precision": "city",
        "latitude": 36.2,
        "longitude": 37.16,
        "gazetteer_id": "geonames:170063",
        "name": "Aleppo",
        "admin1": "Aleppo",
        "admin2": "",
        "feature_code": "PPLA",
        "population": 1_602_264,
    }
    frame = {c.name: column_of([(row | changes)[c.name]], c) for c in PLACES.columns}
    return pd.DataFrame(frame)


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda s: s.name)
def test_an_empty_table_is_valid(schema: Schema) -> None:
    assert check(empty(schema), schema).empty


def test_a_valid_table_comes_back_itself() -> None:
    frame = places()
    assert check(frame, PLACES) is frame


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"latitude": 91.0}, "column 'latitude', row 0"),
        ({"longitude": -180.5}, "column 'longitude', row 0"),
        ({"latitude": np.nan}, "no missing value"),
        ({"population": -5}, "column 'population'"),
    ],
)
def test_a_value_out_of_range_is_named_with_file_column_and_row(
    changes: dict[str, object], named: str
) -> None:
    with pytest.raises(SchemaError, match=r"gazetteer\.csv") as caught:
        check(places(**changes), PLACES, where="gazetteer.csv")
    assert named in str(caught.value)


def test_an_unknown_role_is_refused_by_name() -> None:
    frame = empty(MENTIONS)
    frame["role"] = pd.Categorical([], categories=["event", "battle"])
    check(frame, MENTIONS)  # a category nobody uses is no bad value
    row = {c.name: column_of([_any(c.dtype)], c) for c in MENTIONS.columns}
    bad = pd.DataFrame(row | {"role": pd.Series(["battle"], dtype="category")})
    with pytest.raises(SchemaError, match="battle"):
        check(bad, MENTIONS)


def test_a_missing_column_names_those_that_are_there() -> None:
    with pytest.raises(SchemaError, match="no column 'latitude'"):
        check(places().drop(columns="latitude"), PLACES)


def test_a_wrong_dtype_is_not_converted_in_silence() -> None:
    with pytest.raises(SchemaError, match="column 'place_id' has dtype int64"):
        check(places().astype({"place_id": "int64"}), PLACES)


def test_further_columns_are_kept_where_readers_bring_them_and_refused_elsewhere() -> None:
    assert check(empty(ARTICLES).assign(desk=""), ARTICLES) is not None
    with pytest.raises(SchemaError, match="'desk'"):
        check(places().assign(desk=""), PLACES)


def test_a_missing_number_is_minus_one_only_where_it_may_be_missing() -> None:
    frame = empty(ARTICLES)
    assert ARTICLES["focus_place"].missing
    assert frame["focus_place"].dtype == np.int32
    with pytest.raises(SchemaError, match="'place_id'"):
        check(places(place_id=-1), PLACES)


def _any(dtype: str) -> object:
    return {"category": "event", "str": "x", "list": []}.get(dtype, 0)
