"""From articles to tables: the whole of extraction, for as many articles as there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pandas as pd

from dateline.assembly import tables_of
from dateline.extractor import Failure
from dateline.findings import Article, Findings
from dateline.workers import read_all

__all__ = ["Extraction", "extract"]


@dataclass(frozen=True)
class Extraction:
    """What `extract` gives back.

    Attributes:
        tables: Every table of `dateline.tables` by name.
        set_aside: Articles that failed: columns `file`, `row`, `reason`, `text` (its start).
        provenance: Versions of gazetteer, language model and trained files.
    """

    tables: dict[str, pd.DataFrame] = field(repr=False)
    set_aside: pd.DataFrame
    provenance: dict[str, str]


def extract(
    articles: Sequence[Article],
    *,
    processes: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Extraction:
    """Read articles into tables.

    Args:
        articles: In any order; article ids are dealt in time order, undated last.
        processes: Worker processes; None for as many as there are cores and work for them, 1 for
            this process alone.
        progress: Called with (articles done, articles in all).

    Returns:
        The tables, the articles that failed, and the versions of what read them.

    Raises:
        ModelError: No language model, or trained files made for another one.
        GazetteerError: No gazetteer.
    """
    findings, provenance = read_all(articles, processes=processes, progress=progress)
    kept = [
        (article, found)
        for article, found in zip(articles, findings, strict=True)
        if isinstance(found, Findings)
    ]
    failed = [
        {
            "file": article.further.get("file", ""),
            "row": article.identifier,
            "reason": found.reason,
            "text": article.text[:80],
        }
        for article, found in zip(articles, findings, strict=True)
        if isinstance(found, Failure)
    ]
    set_aside = pd.DataFrame(failed, columns=["file", "row", "reason", "text"], dtype="str")
    return Extraction(tables_of(kept), set_aside, provenance)
