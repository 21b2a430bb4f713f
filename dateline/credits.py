"""Whose work the places and borders are; stated wherever they are shown or written."""

from __future__ import annotations

from typing import Final

__all__ = ["BORDERS", "PLACE_NAMES", "POINTS"]

PLACE_NAMES: Final = (
    "Place names: GeoNames (geonames.org), CC BY 4.0; Who's On First (whosonfirst.org, with "
    "GeoNames, Quattroshapes, Natural Earth, mesoshapes); physical features: Natural Earth (public "
    "domain); Syria: UN OCHA / UN Cartographic Section via HDX, CC BY-IGO 3.0; airports: "
    "airportsdata (MIT)."
)
"""The credit line that `data/README.md` asks for."""

POINTS: Final = "A mark shows where coverage points, not what happened there."

BORDERS: Final = (
    "Borders: Natural Earth as edited by Visionscarto; they are not a statement by this project. "
    f"{POINTS}"
)
