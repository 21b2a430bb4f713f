"""What the map writes beside its circles: other shapes, names, and what a mark says of itself."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pandas as pd

from dateline.figures.hover import escape, plural
from dateline.figures.marks import Unit, form_named
from dateline.figures.palette import Palette

__all__ = ["MOST_NAMES", "names", "said", "shapes"]

MOST_NAMES: Final = 80


def said(table: pd.DataFrame, *, unit: Unit = "articles", whole: int = 0) -> list[str]:
    """What each mark says under its name; what comes from outside is escaped.

    Args:
        table: As `marks` returns.
        unit: What the share is of.
        whole: All that could mention a place, in `unit`; 0 to say no share.
    """
    nothing = [""] * len(table)

    def column(name: str) -> list[Any]:
        return table[name].tolist() if name in table.columns else nothing

    texts = []
    for admin1, country, code, articles, copies, mentions, role, unsure, share in zip(
        *map(
            column,
            ("admin1", "country", "country_code", "articles", "texts", "mentions", "role"),
        ),
        table["unsure"].tolist(),
        table[unit].tolist(),
        strict=True,
    ):
        where = ", ".join(part for part in (admin1, country) if part) or code
        numbers = plural(articles, "article") + " mentioning"
        if copies != "":
            numbers += " · " + plural(copies, "text")
        if mentions != "":
            numbers += " · " + plural(mentions, "mention")
        lines = [escape(where), numbers]
        lines += [f"{share / whole:.1%} of {plural(whole, unit[:-1])}"] if whole else []
        lines += [f"role: {role}"] if role else []
        lines += ["not sure this is the place"] if unsure else []
        texts.append("<br>".join(line for line in lines if line))
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
    """Names to write: chosen places first, then the largest; countries have theirs on the map."""
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
