"""Claims about the map: what it draws, and what a mark says."""

from __future__ import annotations

import json
import re
from typing import Any

import numpy as np
import pandas as pd
import pytest

from dateline.errors import SchemaError
from dateline.figures import place_map
from dateline.figures.marks import SMALLEST_PIXELS, Unit, legend, marks
from dateline.figures.palette import DARK, LIGHT
from dateline.figures.view import View
from tests.figures.counted import counts


def drawn(
    counts: pd.DataFrame, *, unit: Unit = "articles", largest: int = 0, **options: Any
) -> dict[str, Any]:
    """The map of these counts."""
    return place_map.figure(marks(counts, unit=unit, largest=largest), unit=unit, **options)


def trace(figure: dict[str, Any], name: str) -> dict[str, Any]:
    found = [one for one in figure["data"] if one["uid"] == name]
    assert len(found) == 1
    return found[0]


def hover(one: dict[str, Any], index: int = 0) -> str:
    """What a mark says under the pointer: its template filled in, as plotly.js does."""
    filled = one["hovertemplate"].replace("%{hovertext}", one["hovertext"][index])
    return re.sub(
        r"%\{customdata\[(\d+)\](:[^}]*)?\}",
        lambda found: format(one["customdata"][index][int(found[1])], (found[2] or "")[1:]),
        filled,
    )


def ids(one: dict[str, Any]) -> list[str]:
    return [data[0] for data in one["customdata"] if data]


def test_a_country_is_never_drawn_as_a_town() -> None:
    figure = drawn(counts({"precision": "country", "country_code": "SY"}, {"articles": 3}))
    assert ids(trace(figure, "town")) == ["test:1"]
    assert figure["layout"]["meta"]["shades"] == {"SY": 0.16}
    assert ids(trace(figure, "country")) == ["test:0"]
    assert trace(figure, "country")["marker"]["size"] == [SMALLEST_PIXELS + 2]


def test_a_mark_that_is_not_sure_is_lighter_and_says_so() -> None:
    town = trace(drawn(counts({"confidence": 0.4}, {"confidence": 0.6})), "town")
    assert town["marker"]["opacity"] == [0.5, 1.0]
    assert "not sure" in hover(town, 0)
    assert "not sure" not in hover(town, 1)


def test_a_mark_says_how_many_articles_mention_it_and_never_events() -> None:
    figure = drawn(counts({"name": "Tripoli", "articles": 1204, "country": "Libya"}))
    town = trace(figure, "town")
    assert town["customdata"][0][:3] == ["test:0", "Tripoli", 1204]
    assert hover(town) == (
        "<b>Tripoli</b><br>Libya<br>1,204 articles mentioning · 1 text · 1 mention<extra></extra>"
    )


def test_a_mark_says_all_counts_in_one_order_whatever_its_area_stands_for() -> None:
    table = counts({"articles": 2, "texts": 1, "mentions": 1204, "country": "Libya"})
    town = trace(drawn(table, unit="mentions"), "town")
    assert town["customdata"][0][:3] == ["test:0", "Somewhere", 1204]
    assert "2 articles mentioning · 1 text · 1,204 mentions" in hover(town)
    bare = trace(drawn(table.drop(columns=["texts", "mentions", "country"])), "town")
    assert "<br>SY<br>2 articles mentioning<extra>" in hover(bare)


def test_a_role_is_said_once_where_all_marks_of_a_trace_have_it_and_else_by_each() -> None:
    alike = trace(drawn(counts({"role": "event"}, {"role": "event"})), "town")
    assert alike["hovertemplate"].endswith("<br>role: event<extra></extra>")
    assert alike["hovertext"] == ["SY<br>", "SY<br>"]
    mixed = trace(drawn(counts({"role": "dateline"}, {"role": "actor"})), "shapes")
    assert ["role: dateline" in hover(mixed, 0), "role: actor" in hover(mixed, 0)] == [True, False]
    assert ["role: dateline" in hover(mixed, 1), "role: actor" in hover(mixed, 1)] == [False, True]


def test_a_name_with_markup_stays_text() -> None:
    name = '<a href="javascript:x">A&B</a>\x00'
    town = trace(drawn(counts({"name": name, "admin1": name})), "town")
    text = hover(town).removeprefix("<b>")
    assert "<a" not in text
    assert "&lt;a href" in text
    assert "A&amp;B" in text
    assert "\x00" not in text


def test_chosen_places_stand_out_and_the_others_step_back() -> None:
    table = counts({"articles": 9}, {"articles": 4, "name": "Other Tripoli"})
    figure = drawn(table, chosen=["test:1"])
    assert trace(figure, "town")["marker"]["opacity"] == [0.35, 1.0]
    assert trace(figure, "chosen")["lat"] == [36.0]
    names = [one["properties"]["name"] for one in figure["layout"]["meta"]["names"]["features"]]
    assert names[0] == "Other Tripoli"


def test_names_keep_off_the_marks_before_them_and_a_mark_needs_no_name() -> None:
    table = counts({"articles": 90, "gazetteer_id": "t:9"}, {"articles": 4, "gazetteer_id": "t:4"})
    figure = drawn(table)
    layers = figure["layout"]["map"]["style"]["layers"]
    layout = next(layer["layout"] for layer in layers if layer["id"] == "place-names")
    assert layout["icon-image"] == "room" and layout["icon-size"] == ["get", "room"]
    assert layout["icon-allow-overlap"] and layout["text-optional"]
    diameters = {
        mark[0].rpartition(":")[2]: size
        for one in figure["data"]
        for mark, size in zip(one.get("customdata", []), one["marker"]["size"], strict=False)
        if mark
    }
    for name in figure["layout"]["meta"]["names"]["features"]:
        told = name["properties"]
        diameter = diameters[told["id"]]
        assert 0.7 * diameter < told["room"] < diameter
        # so a name is free of its own mark
        assert told["room"] / 2 < told["offset"] * told["size"]


def test_names_of_the_map_keep_off_the_marks_of_countries_which_bear_none_themselves() -> None:
    table = counts({"precision": "country", "longitude": 38.0}, {"gazetteer_id": "t:4"})
    meta = drawn(table)["layout"]["meta"]
    [(longitude, latitude, side)] = meta["rooms"]
    assert (longitude, latitude) == (38.0, 36.0)
    assert side > SMALLEST_PIXELS
    assert [one["properties"]["id"] for one in meta["names"]["features"]] == ["4"]


def test_names_of_the_map_keep_off_marks_too_small_to_bear_one() -> None:
    table = counts(*({"articles": 99 - number, "longitude": 30.0 + number} for number in range(90)))
    meta = drawn(table)["layout"]["meta"]
    assert len(meta["names"]["features"]) == 80
    assert [longitude for longitude, _, _ in meta["rooms"]] == [110.0 + step for step in range(10)]


def test_two_places_of_one_name_are_two_marks() -> None:
    table = counts(
        {"name": "Tripoli", "country_code": "LB"}, {"name": "Tripoli", "country_code": "LY"}
    )
    assert sorted(ids(trace(drawn(table), "town"))) == ["test:0", "test:1"]


def test_shapes_that_are_not_circles_can_still_be_pointed_at() -> None:
    figure = drawn(counts({"precision": "feature"}, {"role": "actor"}))
    shapes = figure["layout"]["meta"]["shapes"]["features"]
    assert [one["properties"]["shape"] for one in shapes] == ["diamond", "hollow-triangle"]
    assert ids(trace(figure, "shapes")) == ["test:0", "test:1"]


def test_the_chosen_areas_are_drawn_closed() -> None:
    areas = [[(36.0, 35.0), (38.0, 35.0), (37.0, 37.0)], [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)]]
    figure = drawn(counts({}), areas=areas)
    rings = figure["layout"]["map"]["layers"][0]["source"]["geometry"]["coordinates"]
    assert [(ring[0], ring[-1]) for (ring,) in rings] == [([36, 35], [36, 35]), ([0, 0], [0, 0])]


def test_the_figure_has_the_same_traces_and_layers_whatever_it_shows() -> None:
    """Else plotly.js takes layers off the map and puts them back, and marks blink."""
    empty = drawn(counts({}).iloc[:0])
    full = drawn(counts({}, {"precision": "country"}), areas=[[(0, 0), (1, 0), (0, 1)]])
    assert [one["uid"] for one in empty["data"]] == [one["uid"] for one in full["data"]]
    assert empty["layout"]["map"]["style"] == full["layout"]["map"]["style"]
    assert len(empty["layout"]["map"]["layers"]) == len(full["layout"]["map"]["layers"])
    below = [one["below"] for one in full["data"]]
    assert len(set(below)) == len(below)


def test_the_smallest_marks_are_left_out_where_there_are_too_many_and_counted() -> None:
    table = counts(*({"articles": number} for number in range(1, 11)))
    figure = drawn(table, most=4)
    assert ids(trace(figure, "town")) == ["test:9", "test:8", "test:7", "test:6"]
    assert figure["layout"]["meta"]["left_out"] == 6


def test_the_fullest_map_stays_small_on_the_wire() -> None:
    rng = np.random.default_rng(7)
    rows = [
        {
            "gazetteer_id": f"geonames:{1_000_000 + number}",
            "name": f"Khirbat al-Jawz {number}",
            "country_code": "SY",
            "country": "Syria",
            "admin1": "Aleppo Governorate",
            "role": "event",
            "latitude": float(rng.uniform(32, 37)),
            "longitude": float(rng.uniform(35, 42)),
            "precision": "city",
            "articles": int(rng.integers(1, 50_000)),
            "texts": int(rng.integers(1, 40_000)),
            "mentions": int(rng.integers(1, 90_000)),
            "confidence": 0.7,
        }
        for number in range(4000)
    ]
    figure = drawn(pd.DataFrame(rows), whole=100_000)
    sent = json.dumps(figure, ensure_ascii=False, separators=(",", ":"))
    assert len(sent.encode()) <= 200_000


def test_figures_are_plain_json() -> None:
    figure = drawn(counts({"name": "Киïв"}, {"precision": "feature"}))
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure


def test_the_view_asked_for_is_the_view_shown_first() -> None:
    figure = drawn(counts({}), view=View(13.19, 32.88, 6.5))
    assert figure["layout"]["map"]["center"] == {"lon": 13.19, "lat": 32.88}
    assert figure["layout"]["meta"]["view"] == [13.19, 32.88, 6.5]


def test_a_dark_page_has_other_colours() -> None:
    light, dark = (drawn(counts({}), dark=dark) for dark in (False, True))
    assert light["layout"]["paper_bgcolor"] == LIGHT.sea
    assert dark["layout"]["paper_bgcolor"] == DARK.sea
    assert dark["layout"]["map"]["style"]["name"] != light["layout"]["map"]["style"]["name"]


def test_a_missing_column_is_named() -> None:
    with pytest.raises(SchemaError, match="'latitude'"):
        drawn(counts({}).drop(columns="latitude"))


def test_a_share_is_said_of_what_it_is() -> None:
    figure = drawn(counts({"articles": 3}), whole=12)
    assert "25.0% of 12 articles" in hover(trace(figure, "town"))
    labels = [entry["label"] for entry in legend(marks(counts({})), whole=12)]
    assert labels[-1] == "area: share of 12 articles"


def test_another_revision_lets_the_map_go_elsewhere() -> None:
    one, other = (
        drawn(counts({}), revision=revision)["layout"]["uirevision"] for revision in ("0", "1")
    )
    assert one != other


def test_chosen_marks_are_named_but_for_countries_which_are_seen_beyond_their_point() -> None:
    table = counts({}, {"precision": "country"}, {})
    first, country, _ = table["gazetteer_id"]
    assert drawn(table)["layout"]["meta"]["chosen"] == []
    assert drawn(table, chosen=[first, country])["layout"]["meta"]["chosen"] == [first]
