"""Sources to corpus folder: reading, extraction, storing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

import dateline
from dateline import store
from dateline.extraction import extract
from dateline.reading import read

__all__ = ["Built", "build"]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did.

    Attributes:
        articles: How many articles the corpus holds.
        set_aside: Rows and files that are not in it: `file`, `row`, `reason`, `text`.
        notes: What was decided on the way (encodings, date order, columns), in sentences.
    """

    articles: int
    set_aside: pd.DataFrame
    notes: tuple[str, ...]


def build(
    sources: Iterable[Path | str],
    corpus: Path,
    *,
    name: str = "",
    columns: Mapping[str, str] | None = None,
    processes: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    further: Mapping[str, str] | None = None,
) -> Built:
    """Read sources into a corpus folder; an older generation in it is replaced when all is done.

    Args:
        sources: Files and folders.
        corpus: The folder to make.
        name: What the page calls it; the folder's name if empty.
        columns: Our column → the table's column, where the usual names do not tell.
        processes: Worker processes; None for as many as cores and work allow.
        progress: Called with (articles done, articles in all).
        further: Entries to add to the provenance.

    Raises:
        ReadingError: No article in any source.
        CorpusError: The folder cannot be written, or another process writes it.
    """
    reading = read(sources, columns=columns)
    extraction = extract(reading.articles, processes=processes, progress=progress)
    set_aside = pd.concat([reading.set_aside, extraction.set_aside], ignore_index=True)
    notes = reading.notes + _foreign(extraction.tables["articles"])
    store.write(
        corpus,
        extraction.tables,
        name=name or corpus.resolve().name,
        provenance={
            "dateline": dateline.__version__,
            **extraction.provenance,
            "notes": "\n".join(notes),
            **(further or {}),
        },
        set_aside=set_aside,
    )
    return Built(len(extraction.tables["articles"]), set_aside, notes)


def _foreign(articles: pd.DataFrame) -> tuple[str, ...]:
    """Articles in other languages are kept and searchable, but their places are not read."""
    language = articles["language"].astype("str")
    other = language[(language != "en") & articles["language"].notna()].value_counts()
    if other.empty:
        return ()
    listed = ", ".join(f"{count} in {code}" for code, count in other.items())
    return (f"Not in English, so kept and searchable but not mapped: {listed}.",)
