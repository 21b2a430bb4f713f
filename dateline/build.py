"""Sources to corpus folder: reading, extraction, storing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

import dateline
from dateline import store
from dateline.assembly import article_key
from dateline.assembly.concatenation import concatenated
from dateline.assembly.merging import merged
from dateline.assembly.notes import notes_of, without_them
from dateline.errors import ReadingError
from dateline.extraction import parts
from dateline.extraction.cluster import Cluster
from dateline.extraction.pipeline import KeptExtraction, extract_kept
from dateline.findings import Article
from dateline.former import Former
from dateline.reading import Settings, read
from dateline.store.set_aside import write_report

__all__ = ["Built", "add", "build"]

Tables = Mapping[str, pd.DataFrame]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did.

    Attributes:
        articles: How many articles the corpus holds.
        set_aside: Rows and files that are not in it: `file`, `row`, `reason`, `text`.
        notes: What was decided on the way (encodings, date order, columns), in sentences.
        new: How many of the articles were not in the corpus before.
        resumed: How many had been read already by a run that was stopped.
    """

    articles: int
    set_aside: pd.DataFrame
    notes: tuple[str, ...]
    new: int
    resumed: int = 0


def build(
    sources: Path | str | Iterable[Path | str],
    corpus: Path | str,
    *,
    name: str = "",
    columns: Mapping[str, str] | None = None,
    processes: int | None = None,
    progress: Progress | None = None,
    further: Mapping[str, str] | None = None,
    cluster: Cluster | None = None,
    settings: Settings = Settings(),  # noqa: B008  # a frozen value
) -> Built:
    """Read sources into a corpus folder; an older generation in it is replaced when all is done.

    A build that was stopped goes on where it was when it is called again.

    Args:
        sources: Files, folders, addresses of feeds or pages; or one of them.
        corpus: The folder to make.
        name: What the page calls it; the folder's name if empty.
        columns: Our column → the table's column, where the usual names do not tell.
        processes: Worker processes; None for as many as cores and work allow.
        progress: Called with (articles done, articles in all).
        further: Entries to add to the provenance.
        cluster: Where to read the articles, if not on this machine.
        settings: What reading may and shall do beyond the usual.

    Raises:
        ReadingError: No article in any source, or none that could be read for places.
        CorpusError: The folder cannot be written, or another process writes it.
    """
    corpus = Path(corpus)
    reader = _Reader(corpus, processes, progress, cluster)
    store.expect_writable(corpus)
    reading = read(_listed(sources), columns=columns, settings=settings)
    with store.writing(corpus):
        found = reader.read(reading.articles)
        if not any(len(block["articles"]) for block in found.blocks):
            reader.forget(found)
            raise ReadingError(
                f"none of {len(reading.articles):,} articles: {found.set_aside['reason'].iat[0]}",
                "one that can be read at least",
                "nothing was changed",
            )
        tables = _joined(found.blocks, map(article_key, reading.articles))
        set_aside = pd.concat([reading.set_aside, found.set_aside], ignore_index=True)
        notes = (*reading.notes, *notes_of(tables))
        store.write_alone(
            corpus,
            tables,
            name=name or corpus.resolve().name,
            provenance={**_provenance(found.kept.versions, notes), **(further or {})},
            set_aside=set_aside,
        )
        write_report(corpus, set_aside)
        reader.forget(found)
    count = len(tables["articles"])
    return Built(count, set_aside, notes, count, found.kept.resumed)


def add(
    sources: Path | str | Iterable[Path | str],
    corpus: Path | str,
    *,
    columns: Mapping[str, str] | None = None,
    processes: int | None = None,
    progress: Progress | None = None,
    cluster: Cluster | None = None,
    settings: Settings = Settings(),  # noqa: B008  # a frozen value
    set_aside: pd.DataFrame | None = None,
) -> Built:
    """Add the articles of sources to a corpus; readers go on with the old one until all is done.

    An article that is in the corpus already (same text, title, source and date) is one article.
    What was found in the others before is taken as it is, unless the gazetteer, the language model
    or the program that found it was another one: then all are read again, and the notes say so.

    Args:
        sources: As for `build`.
        corpus: A corpus folder.
        columns, processes, progress, cluster, settings: As for `build`.
        set_aside: What else was set aside before it came to these sources, for the report.

    Returns:
        What the corpus now holds; `set_aside` and `notes` are those of these sources.

    Raises:
        ReadingError: No article in any source.
        CorpusError: No corpus there, or it cannot be written, or another process writes it.
    """
    # What is no corpus, or none of ours, is said before anything is read.
    corpus = Path(corpus)
    store.read_manifest(corpus)
    reader = _Reader(corpus, processes, progress, cluster)
    store.expect_writable(corpus)
    reading = read(_listed(sources), columns=columns, settings=settings)
    with store.writing(corpus):
        former = Former.open(corpus)
        new = {article_key(article): article for article in reading.articles}
        known = [key for key in former.keys if new.pop(key, None) is not None]
        said = _already(len(known))
        if not new:
            reader.forget()
            return Built(len(former.keys), reading.set_aside, (*reading.notes, *said), 0)
        found, again = former.with_new(list(new.values()), reader.read)
        tables = _joined(found.blocks, (*former.keys, *new))
        aside = [reading.set_aside, found.set_aside]
        set_aside = pd.concat(
            aside if set_aside is None else [set_aside, *aside], ignore_index=True
        )
        of_all = notes_of(tables)
        notes = without_them(former.notes)
        notes += [note for note in (*reading.notes, *of_all) if note not in notes]
        report = pd.concat([former.set_aside, set_aside]).drop_duplicates(ignore_index=True)
        store.write_alone(
            corpus,
            tables,
            name=former.name,
            provenance={**former.without_readers, **_provenance(found.kept.versions, notes)},
            set_aside=report,
        )
        write_report(corpus, report)
        reader.forget(found)
    count = len(tables["articles"])
    notes = [*reading.notes, *said, *again, *of_all]
    new_count = count - len(former.keys)
    return Built(count, set_aside, tuple(notes), new_count, found.kept.resumed)


def _listed(sources: Path | str | Iterable[Path | str]) -> Iterable[Path | str]:
    return [sources] if isinstance(sources, Path | str) else sources


@dataclass(frozen=True, slots=True)
class _Reader:
    """How articles are read for a corpus, and where what they say is kept meanwhile."""

    corpus: Path
    processes: int | None
    progress: Progress | None
    cluster: Cluster | None

    def read(self, articles: Sequence[Article]) -> KeptExtraction:
        given = self.cluster.parts if self.cluster else ""
        return extract_kept(
            given or str(self.corpus.resolve() / parts.FOLDER),
            articles,
            processes=self.processes,
            progress=self.progress,
            cluster=self.cluster,
        )

    def forget(self, extraction: KeptExtraction | None = None) -> None:
        """Remove what was kept, once it stands in the corpus; also what runs before this left."""
        if extraction is not None:
            extraction.kept.parts.storage.clear()
        shutil.rmtree(self.corpus / parts.FOLDER, ignore_errors=True)


def _joined(blocks: Sequence[Tables], order: Iterable[str]) -> dict[str, pd.DataFrame]:
    """One corpus of several blocks: by time, then as given in `order` (keys, others among them)."""
    articles = concatenated([block["articles"][["key", "published"]] for block in blocks])
    rank = {key: number for number, key in enumerate(order)}
    articles = articles.assign(rank=articles["key"].map(rank))
    articles = articles.sort_values(["published", "rank"], na_position="last")
    return merged(blocks, articles["key"].tolist())


def _provenance(versions: Mapping[str, str], notes: Iterable[str]) -> dict[str, str]:
    return {"dateline": dateline.__version__, **versions, "notes": "\n".join(notes)}


def _already(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return (f"{'1 article was' if count == 1 else f'{count:,} articles were'} there already.",)
