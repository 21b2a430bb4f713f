"""Marks as they are drawn: values, since a map is made of them one by one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import repeat
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from dateline.errors import SchemaError
from dateline.figures.marks import Unit
from dateline.query import area

__all__ = ["COUNTED", "Drawn", "counted_in", "drawn"]

COUNTED: Final = ("articles", "texts", "mentions")
"""What a mark says the number of, where it is known."""

_GIVEN: Final = ("form", "diameter", "unsure", "role")
"""Columns that `marks` adds."""
_FAINT: Final = 0.5
"""Opacity of a mark that is not sure."""
_STEPPED_BACK: Final = 0.35
"""What the opacity of the others is multiplied by where places or areas are chosen."""


class Drawn(NamedTuple):
    """A mark of the map.

    Attributes:
        place: Gazetteer id.
        name: Of the place; comes from outside, as `admin1`, `country` and `code` do.
        longitude, latitude: Degrees, to four decimals.
        form: Name of its form.
        role: Of its mentions; empty where unknown.
        diameter: Pixels.
        unsure: The mean confidence is under even.
        admin1, country: Names of what it lies in; empty where unknown.
        code: Of its country, ISO 3166 alpha-2.
        counts: As `counted_in` names them.
        chosen: The reader chose it.
        opacity: 0..1, to two decimals.
    """

    place: str
    name: str
    longitude: float
    latitude: float
    form: str
    role: str
    diameter: float
    unsure: bool
    admin1: str
    country: str
    code: str
    counts: tuple[int, ...]
    chosen: bool
    opacity: float


def counted_in(table: pd.DataFrame, unit: Unit) -> tuple[str, ...]:
    """What `Drawn.counts` count: `unit`, then those of `COUNTED` that the table has beside it."""
    return (unit, *(name for name in COUNTED if name in table.columns and name != unit))


def drawn(
    table: pd.DataFrame,
    *,
    chosen: Collection[str],
    unit: Unit,
    areas: Sequence[Sequence[tuple[float, float]]] = (),
) -> list[Drawn]:
    """The marks of a table.

    Args:
        table: As `marks` returns.
        chosen: Gazetteer ids of the chosen places; the others step back.
        unit: The first of `Drawn.counts`.
        areas: Polygons as corners (longitude, latitude) in degrees; what lies in one stays as it is
            where others step back.

    Returns:
        One a row, in its order.

    Raises:
        SchemaError: The table has no marks.
    """
    lacking = [name for name in (*_GIVEN, unit) if name not in table.columns]
    if lacking:
        raise SchemaError(
            f"a table of places without {', '.join(map(repr, lacking))}",
            "what `dateline.figures.marks.marks` returns",
            "give the counted places their marks first",
        )
    places = table["gazetteer_id"].tolist()
    wanted = set(chosen)
    is_chosen = [place in wanted for place in places]
    opacity = np.where(table["unsure"], _FAINT, 1.0)
    latitudes, longitudes = (table[axis].to_numpy() for axis in ("latitude", "longitude"))
    stays = np.array(is_chosen, dtype=bool)
    for corners in areas:
        stays |= area.within(corners, latitudes, longitudes)
    if stays.any():
        opacity = np.where(is_chosen, 1.0, np.where(stays, opacity, opacity * _STEPPED_BACK))
    columns = (
        table[name].tolist() if name in table.columns else repeat("", len(places))
        for name in ("form", "role", "diameter", "unsure", "admin1", "country", "country_code")
    )
    counts = (table[name].tolist() for name in counted_in(table, unit))
    return [
        Drawn(*mark)
        for mark in zip(
            places,
            table["name"].tolist(),
            *(table[axis].round(4).tolist() for axis in ("longitude", "latitude")),
            *columns,
            zip(*counts, strict=True),
            is_chosen,
            opacity.round(2).tolist(),
            strict=True,
        )
    ]
