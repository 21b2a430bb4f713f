"""What the map writes beside its circles: other shapes, names, and what a mark says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from dateline.figures.hover import escape, plural
from dateline.figures.marks import Unit, form_named
from dateline.figures.palette import Palette

__all__ = ["COUNTED", "MOST_NAMES", "Said", "names", "said", "shapes"]

MOST_NAMES: Final = 80

COUNTED: Final = ("articles", "texts", "mentions")
"""What a mark says the number of, where it is known."""

_ROOM: Final = 0.85
"""Of a mark's diameter, the side of the square that is kept free of names."""

_WHERE: Final = ("admin1", "country", "country_code")
_UNSURE: Final = "not sure this is the place"


@dataclass(frozen=True, slots=True)
class Said:
    """What the marks of one trace say of themselves under the pointer.

    What they say alike stands once, in the template: a thousand marks are a figure's most part.

    Attributes:
        template: As `hovertemplate` of Plotly: name, `texts`, counts, share, role.
        texts: Where each lies, escaped, with a break at its end, and what is particular about it;
            may be empty.
        data: Of each its gazetteer id, its name (escaped) and its count in `unit`, and after these
            what the template takes: an `s` or nothing after each count, the other counts, the share
            in 0..1 to three decimals.
    """

    template: str
    texts: list[str]
    data: list[list[Any]]


def said(table: pd.DataFrame, *, unit: Unit = "articles", whole: int = 0) -> Said:
    """Say what each mark is; what comes from outside is escaped.

    Args:
        table: As `marks` returns, or some rows of it.
        unit: What the share is of.
        whole: All that could mention a place, in `unit`; 0 to say no share.
    """
    counts = [unit, *(name for name in COUNTED if name in table.columns and name != unit)]
    columns = [table["gazetteer_id"].tolist(), [escape(name) for name in table["name"].tolist()]]
    numbers = {}
    for name in counts:
        count = table[name].tolist()
        numbers[name] = (
            f"%{{customdata[{len(columns)}]:,}} {name[:-1]}%{{customdata[{len(columns) + 1}]}}"
        )
        columns += [count, ["" if one == 1 else "s" for one in count]]
    numbers["articles"] += " mentioning"
    lines = [" · ".join(numbers[name] for name in COUNTED if name in numbers)]
    if whole:
        lines.append(f"%{{customdata[{len(columns)}]:.1%}} of {plural(whole, unit[:-1])}")
        columns.append([round(one / whole, 3) for one in table[unit].tolist()])
    roles = table["role"].tolist()
    alike = roles[0] if len(set(roles)) == 1 else ""
    lines += [f"role: {alike}"] if alike else []
    return Said(
        f"<b>%{{customdata[1]}}</b><br>%{{hovertext}}{'<br>'.join(lines)}<extra></extra>",
        _particular(table, [""] * len(roles) if alike else roles),
        [list(row) for row in zip(*columns, strict=True)],
    )


def _particular(table: pd.DataFrame, roles: Sequence[str]) -> list[str]:
    """Where each place lies, and what not all of the others say too."""
    nothing = [""] * len(table)
    texts = []
    for admin1, country, code, role, unsure in zip(
        *(table[name].tolist() if name in table.columns else nothing for name in _WHERE),
        roles,
        table["unsure"].tolist(),
        strict=True,
    ):
        where = escape(", ".join(part for part in (admin1, country) if part) or code)
        lines = [where, f"role: {role}" if role else "", _UNSURE if unsure else ""]
        texts.append("".join(f"{line}<br>" for line in lines if line))
    return texts


def shapes(table: pd.DataFrame, colours: Palette) -> dict[str, Any]:
    """Marks that are not circles, as the GeoJSON that the component hands to the map.

    `size` is the factor for an image drawn 24 pixels wide; squares and diamonds have the area of
    the circle that the same count would have, nearly.
    """
    columns = ["longitude", "latitude", "form", "diameter", "opacity"]
    features = [
        _point(
            longitude,
            latitude,
            shape=form_named(form).shape,
            size=round(diameter / 24, 3),
            colour=colours.roles[form_named(form).role],
            opacity=opacity,
            order=-rank,
        )
        for rank, (longitude, latitude, form, diameter, opacity) in enumerate(
            zip(*(table[name].tolist() for name in columns), strict=True)
        )
    ]
    return {"type": "FeatureCollection", "features": features}


def names(table: pd.DataFrame, is_chosen: pd.Series[bool]) -> dict[str, Any]:
    """Names to write: chosen places first, then the largest; countries have theirs on the map.

    `room` is the side in pixels of the square around their mark that later names keep off.
    """
    rows = np.flatnonzero(~table["form"].str.startswith("country").to_numpy(dtype=bool))
    rows = rows[np.argsort(~is_chosen.to_numpy()[rows], kind="stable")][:MOST_NAMES]
    columns = ["longitude", "latitude", "gazetteer_id", "name", "diameter"]
    features = []
    for rank, (longitude, latitude, place, name, diameter) in enumerate(
        zip(*(table[of].iloc[rows].tolist() for of in columns), strict=True)
    ):
        size = 11.5 if diameter < 12 else 13.0 if diameter < 28 else 14.5
        features.append(
            _point(
                longitude,
                latitude,
                id=place.rpartition(":")[2],
                name=name,
                size=size,
                offset=round((diameter / 2 + 3) / size, 2),
                room=round(_ROOM * diameter, 1),
                order=rank,
            )
        )
    return {"type": "FeatureCollection", "features": features}


def _point(longitude: float, latitude: float, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [round(longitude, 4), round(latitude, 4)]},
        "properties": properties,
    }
