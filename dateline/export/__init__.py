"""What a query leaves of a corpus, as files for other programs.

    >>> Path("aleppo.csv").write_bytes(mentions_csv(corpus, query))       # doctest: +SKIP
    >>> Path("aleppo.geojson").write_bytes(places_geojson(corpus, query)) # doctest: +SKIP

Every file states the corpus and its fingerprint, the filters in words, and whose work the place
names are. Sentences with mentions are in them; full texts only in an exhibit that asks for them.
"""

from __future__ import annotations

from dateline.export.cells import PREAMBLE_LINES
from dateline.export.exhibit import exhibit
from dateline.export.geojson import places_geojson
from dateline.export.separated import articles_csv, articles_table, mentions_csv, mentions_table
from dateline.export.write import export

__all__ = [
    "PREAMBLE_LINES",
    "articles_csv",
    "articles_table",
    "exhibit",
    "export",
    "mentions_csv",
    "mentions_table",
    "places_geojson",
]
