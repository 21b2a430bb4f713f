"""What mark a counted place has: its form, its size, and what a legend says of it.

A town is a dot, a district or province a ring at its point, a country a small hollow mark (and a
pale shade of its shape), a feature such as a bridge or an air base a diamond. Where roles other
than `event` are shown, each has a form of its own.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
import pandas as pd

from dateline.errors import SchemaError
from dateline.figures.palette import palette

__all__ = [
    "FORMS",
    "LARGEST_PIXELS",
    "NEEDED",
    "SMALLEST_PIXELS",
    "Form",
    "Unit",
    "form_named",
    "legend",
    "marks",
]

Unit = Literal["articles", "texts", "mentions"]

NEEDED: Final = (
    "gazetteer_id",
    "name",
    "country_code",
    "latitude",
    "longitude",
    "precision",
    "articles",
)
"""Columns that `counts` must have."""

LARGEST_PIXELS: Final = 44.0
"""Diameter of the largest mark."""
SMALLEST_PIXELS: Final = 6.0
UNSURE: Final = 0.5
"""Mean confidence under which a mark is lighter."""
UNKNOWN_PLACE: Final = ("demonym", "name")
"""Roles that never have a mark: they say whose, not where."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind of mark looks.

    Attributes:
        name: Its name; of its trace too.
        role: The role whose colour it has.
        label: What the legend says; empty where another form stands for it there.
        shape: `circle`, or the name of an image the browser component draws.
        fill: Opacity of the inside, 0..1, in the colour of the role; of the land where `covers`.
        stroke: Width of the outline in pixels.
        covers: The inside hides what lies under it.
        scaled: Its area follows the count; else it has `SMALLEST_PIXELS`.
    """

    name: str
    role: str
    label: str
    shape: str = "circle"
    fill: float = 1.0
    stroke: float = 0.0
    covers: bool = False
    scaled: bool = True


FORMS: Final = (
    Form(
        "country", "event", "country, a shade of its shape", stroke=1.6, covers=True, scaled=False
    ),
    Form("country-setting", "setting", "", stroke=1.6, covers=True, scaled=False),
    Form("ring", "event", "province or district", fill=0.1, stroke=1.7),
    Form("ring-setting", "setting", "", fill=0.08, stroke=1.7),
    Form("speck", "background", "background", fill=0.8, scaled=False),
    Form("town", "event", "town or neighbourhood", fill=0.78, stroke=1.0),
    Form("town-setting", "setting", "setting", stroke=2.0, covers=True),
    Form("feature", "event", "bridge, base, river …", shape="diamond"),
    Form("dateline", "dateline", "dateline", shape="square"),
    Form("comparison", "comparison", "comparison", shape="hollow-diamond"),
    Form("actor", "actor", "actor", shape="hollow-triangle"),
)
"""From the bottom of the map to the top."""

_BY_NAME: Final = {form.name: form for form in FORMS}


def form_named(name: str) -> Form:
    """The form of that name."""
    return _BY_NAME[name]


def marks(counts: pd.DataFrame, *, unit: Unit = "articles", largest: int = 0) -> pd.DataFrame:
    """Give every counted place its mark.

    Args:
        counts: One row a place. Columns `gazetteer_id` str, `name` str, `country_code` str (ISO
            3166 alpha-2), `latitude` and `longitude` float64 in degrees, `precision` (of
            `dateline.gazetteer.place.PRECISIONS`), `articles` int. May have `texts` and `mentions`
            int, `confidence` float in 0..1 (the mean), `country` and `admin1` str, and
            `role` (the most telling one of its mentions, as `dateline.query.counts.by_place` says
            it; missing where the corpus has no roles).
        unit: The column that decides the size.
        largest: The count that has a mark of `LARGEST_PIXELS`; 0 for the largest of `counts`. Give
            that of the whole corpus, and marks keep their size while filters change.

    Returns:
        Rows with a place and at least one of `unit`, from the largest to the smallest, with columns
        `form` str, `diameter` float in pixels and `unsure` bool added, and `role` str, empty where
        unknown. Rows in the roles `demonym` and `name` are left out.

    Raises:
        SchemaError: A column that is needed is missing.
    """
    missing = [column for column in (*NEEDED, unit) if column not in counts.columns]
    if missing:
        raise SchemaError(
            f"counts of places without {', '.join(map(repr, missing))}",
            f"the columns {', '.join(NEEDED)}",
            "join the counts with the places of the corpus",
        )
    role = pd.Series("", index=counts.index, dtype=object)
    if "role" in counts.columns:
        role = counts["role"].astype(object).fillna("")
    placed = counts["latitude"].notna() & counts["longitude"].notna() & (counts[unit] > 0)
    rows = np.flatnonzero(placed & ~role.isin(UNKNOWN_PLACE))
    ids, count = counts["gazetteer_id"].to_numpy(dtype=object), counts[unit].to_numpy(dtype=float)
    rows = rows[np.lexsort((ids[rows], -count[rows]))]
    roles, table = role.to_numpy()[rows], counts.iloc[rows].reset_index(drop=True)
    forms = [
        _form(role, precision)
        for role, precision in zip(roles.tolist(), table["precision"].tolist(), strict=True)
    ]
    scaled = np.array([_BY_NAME[form].scaled for form in forms], dtype=bool)
    return table.assign(
        role=roles,
        form=pd.Series(forms, index=table.index, dtype="str"),
        diameter=np.where(scaled, _diameters(count[rows], largest), SMALLEST_PIXELS + 2),
        unsure=table["confidence"].lt(UNSURE) if "confidence" in table.columns else False,
    )


def _form(role: str, precision: str) -> str:
    if role in ("", "event", "setting"):
        suffix = "-setting" if role == "setting" else ""
        if precision == "country":
            return "country" + suffix
        if precision in ("region", "district"):
            return "ring" + suffix
        return "feature" if precision == "feature" and not suffix else "town" + suffix
    return "speck" if role == "background" else role


def _diameters(count: np.ndarray[Any, np.dtype[np.float64]], largest: int) -> Any:
    """Diameters in pixels whose squares go with the counts, but for a floor that can be seen."""
    most = max(float(largest), float(count.max(initial=1.0)))
    # A corpus of three articles should not fill the map with one: the top grows up to its limit.
    top = min(LARGEST_PIXELS, 12.0 * math.sqrt(most))
    return np.maximum(SMALLEST_PIXELS, top * np.sqrt(count / most)).round(1)


def legend(
    table: pd.DataFrame, *, unit: Unit = "articles", whole: int = 0, dark: bool = False
) -> list[dict[str, Any]]:
    """What the forms on the map mean; only of those that are on it.

    Args:
        table: As `marks` returns.
        unit: What the area of a mark stands for.
        whole: All of it, if marks are shares; 0 if they are counts.
        dark: For a dark page.

    Returns:
        One entry a form, the top of the map first, and last the meaning of their area: `shape`
        (circle, ring, speck, diamond, square, triangle, sizes), `colour`, `hollow` bool, `shade`
        bool (a country), `label`.
    """
    colours = palette(dark)
    present = set(table["form"])
    if any(name.endswith("-setting") for name in present):
        # Colour and hollowness say "setting" whatever the precision; one entry is enough.
        present |= {"town-setting"}
        present |= {name.removesuffix("-setting") for name in present}
    entries = []
    for form in reversed(FORMS):
        if form.name in present and form.label:
            hollow = form.shape.startswith("hollow-") or (
                form.shape == "circle" and (form.covers or form.fill < 0.5)
            )
            shape = form.shape.removeprefix("hollow-")
            if form.name.startswith("ring"):
                shape = "ring"
            elif not form.scaled:
                shape = "speck"
            entries.append(
                {
                    "shape": shape,
                    "colour": colours.roles[form.role],
                    "hollow": hollow,
                    "shade": form.name.startswith("country"),
                    "label": form.label,
                }
            )
    if entries:
        area = unit if unit == "mentions" else f"{unit} mentioning"
        if whole:
            area = f"share of {whole:,} {unit}"
        entries.append(
            {
                "shape": "sizes",
                "colour": colours.quiet,
                "hollow": True,
                "shade": False,
                "label": f"area: {area}",
            }
        )
    return entries
