"""Which files can be had of what Explore shows."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import Final

from components import download, own_borders
from components.pages.shown import Shown
from dateline.export import (
    COORDINATES,
    Coordinates,
    articles_csv,
    exhibit,
    mentions_csv,
    places_geojson,
    workbook,
)
from dateline.export.statement import statement

__all__ = ["files", "show"]

_COORDINATES: Final[dict[Coordinates, str]] = {
    "exact": "as the gazetteer has them",
    "grid": "to 0.1 degrees, about 10 km",
    "district": "of the district or province",
}


def show(shown: Shown) -> None:
    """Draw the dialog."""
    corpus, query = shown.corpus, shown.choice.query
    about = statement(corpus, query, shown.selection)
    own = int(corpus.own[shown.ids].sum())

    def made(coordinates: str, texts: bool) -> tuple[download.File, ...]:
        exactly = next(one for one in COORDINATES if one == coordinates)
        return files(shown, exactly, texts=texts)

    download.show(
        made,
        coordinates={str(name): words for name, words in _COORDINATES.items()},
        counts=about.counts,
        filters=about.filters,
        own=f"Your own articles are included: {own:,} of them." if own else "",
    )


def files(
    shown: Shown, coordinates: Coordinates = "exact", *, texts: bool = False
) -> tuple[download.File, ...]:
    """The files of what is shown, own articles included.

    Args:
        shown: What is shown.
        coordinates: How exact; see `dateline.export.coordinates`.
        texts: With full texts, where a file can hold them.
    """
    corpus, query = shown.corpus, shown.choice.query
    name = re.sub(r"\W+", "-", corpus.name.lower()).strip("-")[:60] or "dateline"
    borders, instead = own_borders.given(corpus.folder)
    return (
        download.File(
            "Mentions, CSV",
            "A row for each place mention that counts, with its sentence, place and role.",
            f"{name}-mentions.csv",
            "text/csv",
            partial(mentions_csv, corpus, query, excel=True, coordinates=coordinates),
        ),
        download.File(
            "Articles, CSV",
            "A row for each article, with source, date, copies and link.",
            f"{name}-articles.csv",
            "text/csv",
            partial(articles_csv, corpus, query, excel=True, coordinates=coordinates),
        ),
        download.File(
            "All three, Excel",
            "Mentions, articles and places, a sheet each; nothing in it is a formula.",
            f"{name}.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            partial(workbook, corpus, query, texts=texts, coordinates=coordinates),
        ),
        download.File(
            "Places, GeoJSON",
            "Places with their counts and precision, for QGIS and other maps.",
            f"{name}-places.geojson",
            "application/geo+json",
            partial(places_geojson, corpus, query, coordinates=coordinates),
        ),
        download.File(
            "Exhibit, HTML",
            "Map, timeline and sentences in one file to send or to print; works offline.",
            f"{name}.html",
            "text/html",
            partial(
                exhibit,
                corpus,
                query,
                texts=texts,
                coordinates=coordinates,
                made=date.today(),
                borders=borders,
                instead=instead,
            ),
        ),
    )
