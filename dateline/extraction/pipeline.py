"""From articles to tables: the whole of extraction, for as many articles as there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import pandas as pd

from dateline.assembly import article_key, tables_of
from dateline.errors import ReadingError
from dateline.extraction.cluster import Cluster
from dateline.extraction.extractor import Failure
from dateline.extraction.resumable import Kept, read_into
from dateline.extraction.workers import read_all
from dateline.findings import Article, Findings

__all__ = ["Extraction", "KeptExtraction", "extract", "extract_kept"]

_BLOCK: Final = 4_096
"""Articles whose findings are Python objects at once, about 60 MB of them."""


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


@dataclass(frozen=True)
class KeptExtraction:
    """What `extract_kept` gives back.

    Attributes:
        blocks: Every table of `dateline.tables` by name, of some thousand articles each, as
            `dateline.assembly.merging.merged` takes them.
        set_aside: Articles that failed, as in `Extraction`.
        kept: Where it lies on disk, and the versions of what read it.
    """

    blocks: tuple[Mapping[str, pd.DataFrame], ...] = field(repr=False)
    set_aside: pd.DataFrame
    kept: Kept


def extract(
    articles: Iterable[Article],
    *,
    processes: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Extraction:
    """Read articles into tables.

        >>> found = extract([Article("Shells fell on Idlib.")], processes=1)
        >>> found.tables["mentions"][["surface", "role"]].values.tolist()
        [['Idlib', 'event']]

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
        ReadingError: Something that is no article, as a text or one with a date in words.
        ChoiceError: Fewer processes than one.
    """
    articles = _articles(articles)
    findings, provenance = read_all(articles, processes=processes, progress=progress)
    kept = []
    failed = []
    for article, found in zip(articles, findings, strict=True):
        if isinstance(found, Findings):
            kept.append((article, found))
        else:
            failed.append((article, found))
    return Extraction(tables_of(kept), _set_aside(failed), provenance)


def _articles(given: Iterable[Article]) -> list[Article]:
    """What is given, if it is a list of articles with what belongs in them."""
    if isinstance(given, Article):
        raise ReadingError("one Article", "a list of `Article`", "put it in brackets: [article]")
    articles = list(given)
    for number, article in enumerate(articles):
        if not isinstance(article, Article):
            raise ReadingError(
                f"{type(given).__name__} of {type(article).__name__}",
                "a list of `Article`",
                "a text becomes one by `Article(text)`, a file by `dateline build`",
            )
        if not isinstance(article.text, str):
            raise ReadingError(
                f"article {number}: text {article.text!r}", "a str", "leave out what has no text"
            )
        day = article.published
        if day is not None and (not isinstance(day, datetime) or day != day or day.tzinfo):
            raise ReadingError(
                f"article {number}: published {day!r}",
                "a datetime without a zone, or None",
                "such as datetime.fromisoformat('2016-11-22'), .replace(tzinfo=None) after it",
            )
    return articles


def extract_kept(
    place: str,
    articles: Sequence[Article],
    *,
    processes: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    cluster: Cluster | None = None,
) -> KeptExtraction:
    """Read articles and keep what they say on disk, so that a run that is stopped goes on later.

    Args:
        place: A folder, or an address for fsspec.
        articles: At least one.
        processes, progress, cluster: As for `dateline.extraction.resumable.read_into`.

    Raises:
        ModelError, GazetteerError, OSError: As `dateline.extraction.resumable.read_into`.
    """
    wanted = {article_key(article): article for article in articles}
    once = list(wanted.values())
    kept = read_into(place, once, processes=processes, progress=progress, cluster=cluster)
    where = {key: name for key, name in kept.parts.kept().items() if key in wanted}
    blocks: list[dict[str, pd.DataFrame]] = []
    failed: list[tuple[Article, Failure]] = []
    pairs: list[tuple[Article, Findings]] = []
    for name in sorted(set(where.values())):
        for key, found in kept.parts.results(name):
            if where.get(key) != name:  # another part has it too
                continue
            if isinstance(found, Findings):
                pairs.append((wanted[key], found))
            else:
                failed.append((wanted[key], found))
        if len(pairs) >= _BLOCK:
            blocks.append(tables_of(pairs, copies=False))
            pairs = []
    blocks.append(tables_of(pairs, copies=False))
    return KeptExtraction(tuple(blocks), _set_aside(failed), kept)


def _set_aside(failed: Sequence[tuple[Article, Failure]]) -> pd.DataFrame:
    rows = [
        (article.further.get("file", ""), article.identifier, found.reason, article.text[:80])
        for article, found in failed
    ]
    return pd.DataFrame(rows, columns=["file", "row", "reason", "text"], dtype="str")
