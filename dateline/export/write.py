"""Export from a corpus folder to a file, its form by the file's name."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path
from typing import Final

from dateline.borders import of_folder
from dateline.corpus import Corpus
from dateline.durable import expect_place_for, replace
from dateline.errors import ChoiceError
from dateline.export.coordinates import Coordinates
from dateline.export.exhibit import exhibit
from dateline.export.geojson import places_geojson
from dateline.export.separated import articles_csv, mentions_csv, places_csv
from dateline.export.spreadsheet import workbook
from dateline.export.whole import WHOLE, whole
from dateline.query import Query, Totals, narrow, totals

__all__ = ["ROWS", "export"]

_ENDINGS: Final = (".csv", ".xlsx", ".geojson", ".html", *WHOLE)

ROWS: Final = ("mentions", "articles", "places")
"""What a row of a CSV file can be."""


def export(
    corpus_folder: Path,
    output: Path,
    query: Query = Query(),  # noqa: B008  # a frozen value
    *,
    rows: str = "mentions",
    texts: bool = False,
    excel: bool = False,
    coordinates: Coordinates = "exact",
) -> Totals:
    """Write what a query leaves of a corpus.

    Args:
        corpus_folder: The corpus.
        output: File to write: `.csv`, `.xlsx`, `.geojson`, `.html`, or `.parquet` or `.jsonl`,
            which `dateline build` reads back as they were.
        query: What is asked of it; as it stands, mentions of events.
        rows: Of a CSV file, `mentions`, `articles` or `places`; a workbook has all three.
        texts: Of a workbook or an HTML file, with the full text of every article.
        excel: Of a CSV file, begin with a byte order mark, by which Excel knows UTF-8.
        coordinates: `exact`, `grid` (to 0.1 degrees) or `district` (of the division it lies in).

    Returns:
        How much was written.

    Raises:
        CorpusError: There is no corpus in the folder.
        ChoiceError: The file has another ending, or cannot have such coordinates; or the corpus has
            no column that the query names.
        OSError: The file cannot be written; what was there before is as it was.
        GazetteerError: Coordinates of districts are asked for, and there is no gazetteer.
        ReadingError: The borders in the folder, which an HTML file draws, cannot be read.
    """
    ending = output.suffix.lower()
    if ending not in _ENDINGS:
        raise ChoiceError(
            f"output {output}", f"a name that ends in {', '.join(_ENDINGS)}", "rename it"
        )
    if ending in WHOLE and coordinates != "exact":
        raise ChoiceError(
            f"coordinates {coordinates!r} in {output}",
            "exact ones, since it is read back as it was",
            f"leave them out, or write {', '.join(_ENDINGS[: -len(WHOLE)])}",
        )
    if rows not in ROWS:
        raise ChoiceError(f"rows {rows!r}", f"one of {', '.join(ROWS)}", "choose one of them")
    expect_place_for(output)
    corpus = Corpus.open(corpus_folder)
    written = totals(corpus, narrow(corpus, query))
    if ending in WHOLE:
        data, held = whole(corpus_folder, corpus, query, ending)
        written = dataclasses.replace(written, **held)
    elif ending == ".geojson":
        data = places_geojson(corpus, query, coordinates=coordinates)
    elif ending == ".html":
        data = exhibit(
            corpus,
            query,
            texts=texts,
            coordinates=coordinates,
            made=date.today(),
            borders=of_folder(corpus_folder),
        )
    elif ending == ".xlsx":
        data = workbook(corpus, query, texts=texts, coordinates=coordinates)
    else:
        csv = {"mentions": mentions_csv, "articles": articles_csv, "places": places_csv}[rows]
        data = csv(corpus, query, excel=excel, coordinates=coordinates)
    replace(output, data)
    return written
