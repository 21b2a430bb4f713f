"""Mentions, articles and places of a selection as CSV; see `dateline.export.cells` for its form."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from dateline.corpus import Corpus
from dateline.export.cells import csv_bytes
from dateline.export.coordinates import Coordinates
from dateline.export.mentions import articles_table, mentions_table
from dateline.export.places import places_table
from dateline.export.statement import statement
from dateline.query import Query, Selection, narrow

__all__ = ["articles_csv", "mentions_csv", "places_csv"]


def mentions_csv(
    corpus: Corpus, query: Query, *, excel: bool = False, coordinates: Coordinates = "exact"
) -> bytes:
    """`dateline.export.mentions.mentions_table` as CSV.

    Args:
        corpus: What is asked.
        query: Which mentions count.
        excel: Begin with a byte order mark.
        coordinates: How exact; see `dateline.export.coordinates`.

    Raises:
        ChoiceError: The query has a column that the corpus has not.
    """
    return _separated(mentions_table, corpus, query, excel, coordinates)


def articles_csv(
    corpus: Corpus, query: Query, *, excel: bool = False, coordinates: Coordinates = "exact"
) -> bytes:
    """`dateline.export.mentions.articles_table` as CSV; see `mentions_csv`."""
    return _separated(articles_table, corpus, query, excel, coordinates)


def places_csv(
    corpus: Corpus, query: Query, *, excel: bool = False, coordinates: Coordinates = "exact"
) -> bytes:
    """`dateline.export.places.places_table` as CSV; see `mentions_csv`."""
    return _separated(places_table, corpus, query, excel, coordinates)


def _separated(
    table: Callable[[Corpus, Selection, Coordinates], pd.DataFrame],
    corpus: Corpus,
    query: Query,
    excel: bool,
    coordinates: Coordinates,
) -> bytes:
    selection = narrow(corpus, query)
    about = statement(corpus, query, selection, coordinates)
    return csv_bytes(table(corpus, selection, coordinates), about, excel=excel)
