"""The map under the marks: a MapLibre style that asks nothing of the network.

It names neither `glyphs` nor `sprite`, so MapLibre draws labels from the fonts the page has loaded
already; its sources are the files of `static/`, by relative URL, so that the page also works under
a base path. The style of a palette never changes: plotly.js reloads the whole map when it does.

Some things come from the browser component instead, since Plotly has no attribute for them: the
marks that are not circles (source `shapes`), the names of counted places (source `place-names`),
what names keep off (source `kept-clear`), and the outline of circles.

Style reference: https://maplibre.org/maplibre-style-spec/.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from dateline.figures.palette import Palette

__all__ = ["STATIC_URL", "below", "style"]

STATIC_URL: Final = "app/static/"
_EMPTY: Final = {"type": "FeatureCollection", "features": []}
_FONT: Final = ["Source Sans"]
_BOLD: Final = ["Semibold", "Source Sans"]
"""MapLibre reads the weight off the first name of the list, and the face off the second."""
_SHOWN: Final = ["<=", ["get", "zoom"], ["zoom"]]
"""A filter: the names that a zoom has room for, as their data say."""


def _by_zoom(*stops: float) -> list[Any]:
    return ["interpolate", ["linear"], ["zoom"], *stops]


def _halo(colours: Palette) -> dict[str, Any]:
    return {"text-halo-color": colours.land, "text-halo-width": 1.3}


def below(drawn: str) -> str:
    """The layer that a drawn thing lies under.

    Each has its own: plotly.js takes layers that share one off the map and puts them back at every
    change, and they would blink.
    """
    return f"over-{drawn}"


def style(colours: Palette, *, name: str, drawn: Sequence[str]) -> dict[str, Any]:
    """The style for one palette.

    Args:
        colours: Where its colours come from.
        name: What the style is called, such as `dateline-light`.
        drawn: What a figure puts between borders and names, from the bottom; see `below`.

    Returns:
        A MapLibre style, version 8. Its layers, from the bottom: sea, land, shades of countries,
        lakes, rivers, borders, disputed borders, the same of the reader's own, dots of cities, what
        is `drawn`, rings around marks, shapes, names of countries, of cities and of counted places,
        and what none of these names may lie on.
    """
    return {
        "version": 8,
        "name": name,
        "sources": _sources(),
        "layers": [
            *_ground(colours),
            _border(colours, "agreed"),
            _border(colours, "disputed"),
            _border(colours, "agreed", own=True),
            _border(colours, "disputed", own=True),
            _city_dots(colours),
            *(
                {"id": below(thing), "type": "background", "layout": {"visibility": "none"}}
                for thing in drawn
            ),
            _rings(colours),
            _shapes(),
            _country_names(colours),
            _city_names(colours),
            _place_names(colours),
            _kept_clear(),
        ],
    }


def _sources() -> dict[str, Any]:
    """Files of `static/`, and what the component fills."""
    ours: dict[str, Any] = {
        source: {"type": "geojson", "data": f"{STATIC_URL}{source}.geojson"}
        for source in ("borders", "water", "toponyms", "countries")
    }
    # The country code stands for the shape where the component shades it.
    ours["countries"]["promoteId"] = "iso"
    filled = ("rings", "shapes", "own-borders", "place-names", "kept-clear")
    return ours | {source: {"type": "geojson", "data": _EMPTY} for source in filled}


def _ground(colours: Palette) -> list[dict[str, Any]]:
    """Sea and land, the shades of countries, and inland waters."""
    return [
        {"id": "sea", "type": "background", "paint": {"background-color": colours.sea}},
        {
            "id": "land",
            "type": "fill",
            "source": "countries",
            "paint": {"fill-color": colours.land, "fill-antialias": False},
        },
        {
            "id": "shades",
            "type": "fill",
            "source": "countries",
            "paint": {
                "fill-color": colours.accent,
                "fill-opacity": ["coalesce", ["feature-state", "shade"], 0],
                "fill-antialias": False,
            },
        },
        {
            "id": "lakes",
            "type": "fill",
            "source": "water",
            "filter": ["==", ["get", "kind"], "lake"],
            "paint": {"fill-color": colours.sea},
        },
        {
            "id": "rivers",
            "type": "line",
            "source": "water",
            "minzoom": 3,
            "filter": ["==", ["get", "kind"], "river"],
            "layout": {"line-join": "round", "line-cap": "round"},
            "paint": {"line-color": colours.sea, "line-width": _by_zoom(3, 0.5, 8, 2)},
        },
    ]


def _border(colours: Palette, kind: str, *, own: bool = False) -> dict[str, Any]:
    """Lines between countries; those of the reader's own are darker."""
    dashed = {"line-dasharray": [3, 2.5]} if kind == "disputed" else {}
    colour = colours.quiet if own else colours.rule
    return {
        "id": f"own-{kind}-borders" if own else f"{kind}-borders",
        "type": "line",
        "source": "own-borders" if own else "borders",
        "filter": ["==", ["get", "kind"], kind],
        "layout": {"line-join": "round"},
        "paint": {"line-color": colour, "line-width": _by_zoom(1, 0.5, 6, 1.3), **dashed},
    }


def _city_dots(colours: Palette) -> dict[str, Any]:
    """Where the cities lie, too faint to be taken for marks."""
    return {
        "id": "city-dots",
        "type": "circle",
        "source": "toponyms",
        "filter": ["all", ["!=", ["get", "kind"], "country"], _SHOWN],
        "minzoom": 3.5,
        "paint": {
            "circle-radius": 1.6,
            "circle-color": colours.quiet,
            "circle-opacity": 0.55,
        },
    }


def _rings(colours: Palette) -> dict[str, Any]:
    """Circles around the marks of the open article."""
    return {
        "id": "rings",
        "type": "circle",
        "source": "rings",
        "paint": {
            "circle-radius": ["get", "radius"],
            "circle-opacity": 0,
            "circle-stroke-color": colours.quiet,
            "circle-stroke-width": 1,
        },
    }


def _shapes() -> dict[str, Any]:
    """Marks that are not circles: images the component draws, coloured and sized by their data."""
    return {
        "id": "shapes",
        "type": "symbol",
        "source": "shapes",
        "layout": {
            "icon-image": ["get", "shape"],
            "icon-size": ["get", "size"],
            "icon-allow-overlap": True,
            "icon-ignore-placement": True,
            "symbol-sort-key": ["get", "order"],
        },
        "paint": {"icon-color": ["get", "colour"], "icon-opacity": ["get", "opacity"]},
    }


def _country_names(colours: Palette) -> dict[str, Any]:
    """Names of countries, each from its zoom on: its data say which."""
    return {
        "id": "country-names",
        "type": "symbol",
        "source": "toponyms",
        "maxzoom": 7,
        "filter": ["all", ["==", ["get", "kind"], "country"], _SHOWN],
        "layout": {
            "text-field": ["upcase", ["get", "name"]],
            "text-font": _FONT,
            "text-size": _by_zoom(2, 9.5, 6, 13),
            "text-letter-spacing": 0.14,
            "text-max-width": 8,
            # At its point, or beside a mark that lies there.
            "text-variable-anchor": ["center", "bottom", "top", "left", "right"],
            "text-radial-offset": 0.7,
            "symbol-sort-key": ["get", "zoom"],
        },
        "paint": {"text-color": colours.quiet, "text-opacity": 0.75, **_halo(colours)},
    }


def _city_names(colours: Palette) -> dict[str, Any]:
    """Names of cities, each from its zoom on."""
    return {
        "id": "city-names",
        "type": "symbol",
        "source": "toponyms",
        "minzoom": 3.5,
        "filter": ["all", ["!=", ["get", "kind"], "country"], _SHOWN],
        "layout": {
            "text-field": ["get", "name"],
            "text-font": _FONT,
            "text-size": 11.5,
            "text-variable-anchor": ["left", "right", "top", "bottom"],
            "text-radial-offset": 0.4,
            "symbol-sort-key": ["get", "zoom"],
        },
        "paint": {"text-color": colours.quiet, **_halo(colours)},
    }


def _place_names(colours: Palette) -> dict[str, Any]:
    """Names of counted places: those with most articles first, none over another or its mark.

    What keeps a name off the marks before its own is `room`, an image of one unseen pixel.
    """
    return {
        "id": "place-names",
        "type": "symbol",
        "source": "place-names",
        "layout": {
            "text-field": ["get", "name"],
            "text-font": _BOLD,
            "text-size": ["get", "size"],
            "text-variable-anchor": ["left", "right", "top", "bottom"],
            "text-radial-offset": ["get", "offset"],
            "text-justify": "auto",
            "text-optional": True,
            "icon-image": "room",
            "icon-size": ["get", "room"],
            "icon-padding": 0,
            "icon-allow-overlap": True,
            "symbol-sort-key": ["get", "order"],
        },
        "paint": {"text-color": colours.ink, **_halo(colours), "text-halo-width": 1.6},
    }


def _kept_clear() -> dict[str, Any]:
    """What no name may lie on: unseen, and placed before all of them."""
    return {
        "id": "kept-clear",
        "type": "symbol",
        "source": "kept-clear",
        "layout": {
            "icon-image": "room",
            "icon-padding": ["get", "padding"],
            "icon-allow-overlap": True,
        },
    }
