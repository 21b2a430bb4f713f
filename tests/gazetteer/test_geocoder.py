"""The gazetteer as a geocoder of geopy."""

from __future__ import annotations

import pytest
from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from dateline.gazetteer import Gazetteer


class TestGeocoder:
    """What geopy asks of a geocoder."""

    def test_it_is_one(self, gazetteer: Gazetteer) -> None:
        assert isinstance(gazetteer, Geocoder)

    def test_one_location_has_the_fields_of_the_place(self, gazetteer: Gazetteer) -> None:
        location = gazetteer.geocode("Aleppo, Syria")
        assert isinstance(location, Location)
        assert location.raw["gazetteer_id"] == "geonames:170063"
        assert location.address == "Aleppo, SY"
        assert (location.latitude, location.longitude) == pytest.approx((36.2, 37.16), abs=0.05)

    @pytest.mark.parametrize(
        ("query", "country"),
        [
            ("Tripoli, Lebanon", "LB"),
            ("Tripoli, Libya", "LY"),
            ("Paris, Texas", "US"),
            ("Paris, France", "FR"),
            ("Odessa, TX", "US"),
            ("Washington, D.C.", "US"),
        ],
    )
    def test_what_follows_the_comma_contains_it(
        self, gazetteer: Gazetteer, query: str, country: str
    ) -> None:
        assert gazetteer.geocode(query).raw["country_code"] == country

    def test_several_are_a_list_and_none_is_none(self, gazetteer: Gazetteer) -> None:
        found = gazetteer.geocode("Tripoli", exactly_one=False, limit=3)
        assert [location.raw["name"] for location in found] == ["Tripoli"] * 3
        assert gazetteer.geocode("Narnia Xq") is None
        assert gazetteer.geocode("Narnia Xq", exactly_one=False) is None
        assert gazetteer.geocode("Aleppo, France") is None

    @pytest.mark.parametrize("query", [None, 5, "", "  ", ",", ["Aleppo"]])
    def test_what_is_no_name_is_a_query_error(self, gazetteer: Gazetteer, query: object) -> None:
        with pytest.raises(GeocoderQueryError, match="expected"):
            gazetteer.geocode(query)  # type: ignore[arg-type]
