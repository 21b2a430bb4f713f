"""A name asked for at a service on the network, from the form in which a place is put right."""

from __future__ import annotations

from typing import Final

import streamlit as st

from components.pages.labels import escaped
from components.putting_right import Online, Option
from dateline.corrections import Point
from dateline.gazetteer.online import OnlineGeocoder
from dateline.gazetteer.place import Place
from dateline.hosting import is_read_only

__all__ = ["online"]

_SERVICE: Final = "nominatim"
_CREDIT: Final = "© OpenStreetMap contributors, ODbL"


def online() -> Online | None:
    """The service, or None where nothing may be sent."""
    if is_read_only():
        return None
    geocoder = _geocoder()
    return Online(geocoder.told, lambda name: [_option(place) for place in geocoder(name)])


@st.cache_resource(show_spinner=False)
def _geocoder() -> OnlineGeocoder:
    """One for all visitors: what was answered is read once, and one name is asked for a second."""
    return OnlineGeocoder(_SERVICE)


def _option(place: Place) -> Option:
    """A place that our gazetteer has not: what is kept of it is its point."""
    where = ", ".join(filter(None, (place.name, place.admin1, place.country_code)))
    point = Point(round(place.latitude, 5), round(place.longitude, 5), place.precision)
    return Option(str(point), escaped(f"{where} · {place.precision} · {_CREDIT}"))
