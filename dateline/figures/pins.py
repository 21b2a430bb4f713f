"""What the map writes beside its circles: other shapes, names, and what a mark says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from dateline.figures.drawn import COUNTED, Drawn
from dateline.figures.hover import escape
from dateline.figures.marks import form_named
from dateline.figures.palette import Palette
from dateline.plural import plural

__all__ = ["MOST_NAMES", "Said", "names", "rooms", "said", "shapes"]

MOST_NAMES: Final = 80

_MOST_ROOMS: Final = 400
"""Marks without a name that are kept clear, the foremost: a figure is to stay small."""
_ROOM: Final = 0.85
"""Of a mark's diameter, the side of the square that is kept free of names."""

_UNSURE: Final = "not sure this is the place"


@dataclass(frozen=True, slots=True)
class Said:
    """What the marks of one trace say of themselves under the pointer.

    What they say alike stands once, in the template: a thousand marks are a figure's most part.

    Attributes:
        template: As `hovertemplate` of Plotly: name, `texts`, counts, share, role.
        texts: Where each lies, escaped, with a break at its end, and what is particular about it;
            may be empty.
        data: Of each its gazetteer id, its name (escaped) and its count in the unit, and after
            these what the template takes: an `s` or nothing after each count, the other counts,
            the share in 0..1 to three decimals.
    """

    template: str
    texts: list[str]
    data: list[list[Any]]


def said(marks: Sequence[Drawn], counted: Sequence[str], *, whole: int = 0) -> Said:
    """Say what each mark is; what comes from outside is escaped.

    Args:
        marks: Of one trace.
        counted: What their counts count, the unit first; as `counted_in` gives it.
        whole: All that could mention a place, in the unit; 0 to say no share.
    """
    numbers = {
        name: f"%{{customdata[{at}]:,}} {name[:-1]}%{{customdata[{at + 1}]}}"
        for at, name in zip(range(2, 2 + 2 * len(counted), 2), counted, strict=True)
    }
    numbers["articles"] += " mentioning"
    lines = [" · ".join(numbers[name] for name in COUNTED if name in numbers)]
    if whole:
        share = 2 + 2 * len(counted)
        lines.append(f"%{{customdata[{share}]:.1%}} of {plural(whole, counted[0][:-1])}")
    roles = {mark.role for mark in marks}
    alike = roles.pop() if len(roles) == 1 else ""
    lines += [f"role: {alike}"] if alike else []
    return Said(
        f"<b>%{{customdata[1]}}</b><br>%{{hovertext}}{'<br>'.join(lines)}<extra></extra>",
        [_particular(mark, "" if alike else mark.role) for mark in marks],
        [_data(mark, whole) for mark in marks],
    )


def _data(mark: Drawn, whole: int) -> list[Any]:
    data: list[Any] = [mark.place, escape(mark.name)]
    for count in mark.counts:
        data += (count, "" if count == 1 else "s")
    return [*data, round(mark.counts[0] / whole, 3)] if whole else data


def _particular(mark: Drawn, role: str) -> str:
    """Where a place lies, and what not all of the others say too."""
    where = ", ".join(part for part in (mark.admin1, mark.country) if part) or mark.code
    lines = [escape(where), f"role: {role}" if role else "", _UNSURE if mark.unsure else ""]
    return "".join(f"{line}<br>" for line in lines if line)


def shapes(marks: Sequence[Drawn], colours: Palette) -> dict[str, Any]:
    """Marks that are not circles, as the GeoJSON that the component hands to the map.

    `size` is the factor for an image drawn 24 pixels wide; squares and diamonds have the area of
    the circle that the same count would have, nearly.
    """
    features = [
        _point(
            mark,
            shape=form_named(mark.form).shape,
            size=round(mark.diameter / 24, 3),
            colour=colours.roles[form_named(mark.form).role],
            opacity=mark.opacity,
            order=-rank,
        )
        for rank, mark in enumerate(marks)
    ]
    return {"type": "FeatureCollection", "features": features}


def names(marks: Sequence[Drawn]) -> dict[str, Any]:
    """Names to write: chosen places first, then the largest; countries have theirs on the map.

    `room` is the side in pixels of the square around their mark that later names keep off.
    """
    features = []
    for rank, mark in enumerate(_by_name(marks)[:MOST_NAMES]):
        size = 11.5 if mark.diameter < 12 else 13.0 if mark.diameter < 28 else 14.5
        features.append(
            _point(
                mark,
                id=mark.place.rpartition(":")[2],
                name=mark.name,
                size=size,
                offset=round((mark.diameter / 2 + 3) / size, 2),
                room=round(_ROOM * mark.diameter, 1),
                order=rank,
            )
        )
    return {"type": "FeatureCollection", "features": features}


def rooms(marks: Sequence[Drawn]) -> list[tuple[float, float, float]]:
    """Where the map's own names keep off marks that bear none: countries, and all but the largest.

    Returns:
        Longitude and latitude in degrees, and the side in pixels of the square to keep off.
    """
    countries = [mark for mark in marks if mark.form.startswith("country")]
    nameless = [*countries, *_by_name(marks)[MOST_NAMES:]][:_MOST_ROOMS]
    return [(mark.longitude, mark.latitude, mark.diameter + 2) for mark in nameless]


def _by_name(marks: Sequence[Drawn]) -> list[Drawn]:
    """Marks that may bear a name of their own, the foremost first."""
    named = [mark for mark in marks if not mark.form.startswith("country")]
    return sorted(named, key=lambda mark: not mark.chosen)


def _point(mark: Drawn, **properties: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [mark.longitude, mark.latitude]},
        "properties": properties,
    }
