"""The base map is complete, small, and asks nothing of the network."""

from __future__ import annotations

import json
from typing import Any

import pytest
from shapely.geometry import Point, shape

from dateline.figures import basemap
from dateline.figures.palette import DARK, LIGHT, Palette, palette, rgba
from dateline.figures.topology import decode
from dateline.resources import static_folder


def features(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((static_folder() / name).read_text("utf-8"))[
        "features"
    ]
    return found


@pytest.fixture(scope="module")
def countries() -> dict[str, Any]:
    return {
        one["properties"]["iso"]: shape(one["geometry"]) for one in features("countries.geojson")
    }


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_style_names_only_files_of_our_own(colours: Palette) -> None:
    style = basemap.style(colours, name="test", drawn=["town"])
    assert "glyphs" not in style
    assert "sprite" not in style
    assert "://" not in json.dumps(style)
    for source in style["sources"].values():
        if isinstance(source["data"], str):
            path = source["data"].removeprefix(basemap.STATIC_URL)
            assert (static_folder() / path).is_file()


def test_what_is_drawn_lies_over_borders_and_under_names() -> None:
    layers = [layer["id"] for layer in basemap.style(LIGHT, name="test", drawn=["town"])["layers"]]
    assert layers.index("agreed-borders") < layers.index(basemap.below("town"))
    assert layers.index(basemap.below("town")) < layers.index("country-names")


def test_what_is_kept_clear_is_placed_before_all_names() -> None:
    """MapLibre places what lies topmost first; what comes later gives way."""
    layers = basemap.style(LIGHT, name="test", drawn=["town"])["layers"]
    assert layers[-1]["id"] == "kept-clear"
    assert layers[-1]["layout"]["icon-allow-overlap"]


@pytest.mark.parametrize(
    ("place", "longitude", "latitude", "country"),
    [
        ("Simferopol", 34.1, 44.95, "UA"),
        ("Laayoune", -13.19, 27.15, "EH"),
        ("Gaza", 34.45, 31.5, "PS"),
        ("Aleppo", 37.16, 36.2, "SY"),
        ("Suva", 178.0, -17.8, "FJ"),
        ("Uelen", -170.0, 66.1, "RU"),
    ],
)
def test_places_lie_in_the_country_the_map_draws_them_in(
    countries: dict[str, Any], place: str, longitude: float, latitude: float, country: str
) -> None:
    assert countries[country].contains(Point(longitude, latitude)), place


def test_every_shape_is_valid(countries: dict[str, Any]) -> None:
    """One that crosses the 180th meridian uncut fills the world between its halves."""
    assert [iso for iso, geometry in countries.items() if not geometry.is_valid] == []


def test_disputed_lines_are_kept_apart() -> None:
    borders = {
        one["properties"]["kind"]: shape(one["geometry"]) for one in features("borders.geojson")
    }
    assert set(borders) == {"agreed", "disputed"}
    line_of_control = Point(74.0, 34.6).buffer(0.5)
    assert borders["disputed"].intersects(line_of_control)


def test_the_committed_files_stay_small() -> None:
    total = sum(path.stat().st_size for path in static_folder().glob("*.geojson"))
    assert total <= 2_300_000


def test_no_colour_is_red() -> None:
    for dark in (False, True):
        colours = palette(dark)
        for colour in (colours.accent, colours.faint, *colours.roles.values()):
            red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
            assert not (red > 1.8 * green and red > 1.8 * blue), colour


def test_colours_can_be_made_transparent() -> None:
    assert rgba("#0f6b6b", 0.25) == "rgba(15,107,107,0.25)"


def test_arcs_are_undone_from_their_steps() -> None:
    topology = {
        "transform": {"scale": [0.5, 2.0], "translate": [-180.0, -90.0]},
        "arcs": [[[10, 5], [2, 0], [-1, 1]]],
    }
    assert decode(topology) == [[(-175.0, -80.0), (-174.0, -80.0), (-174.5, -78.0)]]
