"""What a query leaves of a corpus, as files for other programs.

    >>> Path("aleppo.csv").write_bytes(mentions_csv(corpus, query))       # doctest: +SKIP
    >>> Path("aleppo.geojson").write_bytes(places_geojson(corpus, query)) # doctest: +SKIP

Every file states the corpus and its fingerprint, the filters in words, and whose work the place
names are. Sentences with mentions are in them; full texts only where they are asked for.
"""

from __future__ import annotations

from dateline.export.cells import PREAMBLE_LINES
from dateline.export.coordinates import COORDINATES, Coordinates
from dateline.export.exhibit import exhibit
from dateline.export.geojson import places_geojson
from dateline.export.mentions import articles_table, mentions_table
from dateline.export.places import places_table
from dateline.export.separated import articles_csv, mentions_csv, places_csv
from dateline.export.spreadsheet import workbook
from dateline.export.write import export

__all__ = [
    "COORDINATES",
    "PREAMBLE_LINES",
    "Coordinates",
    "articles_csv",
    "articles_table",
    "exhibit",
    "export",
    "mentions_csv",
    "mentions_table",
    "places_csv",
    "places_geojson",
    "places_table",
    "workbook",
]
