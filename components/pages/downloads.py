"""Which files can be had of what Explore shows."""

from __future__ import annotations

import re
from functools import partial

from components import download
from components.pages.shown import Shown
from dateline.export import articles_csv, exhibit, mentions_csv, places_geojson
from dateline.export.statement import statement

__all__ = ["files", "show"]


def show(shown: Shown) -> None:
    """Draw the dialog."""
    corpus, query = shown.corpus, shown.choice.query
    about = statement(corpus, query, shown.selection)
    own = int(corpus.own[shown.ids].sum())
    download.show(
        files(shown),
        counts=about.counts,
        filters=about.filters,
        own=f"Your own articles are included: {own:,} of them." if own else "",
    )


def files(shown: Shown) -> tuple[download.File, ...]:
    """The files of what is shown, own articles included."""
    corpus, query = shown.corpus, shown.choice.query
    name = re.sub(r"\W+", "-", corpus.name.lower()).strip("-")[:60] or "dateline"
    return (
        download.File(
            "Mentions, CSV",
            "A row for each place mention that counts, with its sentence, place and role.",
            f"{name}-mentions.csv",
            "text/csv",
            partial(mentions_csv, corpus, query, excel=True),
        ),
        download.File(
            "Articles, CSV",
            "A row for each article, with source, date, copies and link.",
            f"{name}-articles.csv",
            "text/csv",
            partial(articles_csv, corpus, query, excel=True),
        ),
        download.File(
            "Places, GeoJSON",
            "Places with their counts and precision, for QGIS and other maps.",
            f"{name}-places.geojson",
            "application/geo+json",
            partial(places_geojson, corpus, query),
        ),
        download.File(
            "Exhibit, HTML",
            "Map, timeline and sentences in one file to send or to print; works offline.",
            f"{name}.html",
            "text/html",
            partial(exhibit, corpus, query),
        ),
    )
