"""What `dateline build` and `dateline add` do: sources into a corpus folder."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.commands.progress_bar import ProgressBar
from dateline.commands.terminal import say
from dateline.errors import CorpusError, DatelineError

if TYPE_CHECKING:
    from dateline.build import Built
    from dateline.extraction.cluster import Cluster, Share
    from dateline.reading import Settings

__all__ = ["run_add", "run_build"]

_SHOWN: int = 10
_OPTION: str = "--column text=NAME"


def run_build(options: argparse.Namespace) -> int:
    """Read files into a corpus folder and say what became of them."""
    from dateline.build import build

    before = _articles_before(options.corpus)
    with _going_on_later(options.corpus), _naming_the_option(), ProgressBar("reading") as progress:
        workers = _Workers(progress)
        built = build(
            options.sources,
            options.corpus,
            name=options.name,
            columns=_columns(options),
            processes=options.processes,
            progress=progress,
            cluster=_cluster(options, workers),
            settings=_settings(options),
        )
    status = _say(options, built, workers)
    if before:
        print(
            f"it takes the place of the corpus that was there, of {_articles(before)}: "
            "`dateline add` adds to one"
        )
    return status


def _articles_before(folder: Path) -> int:
    """How many articles a corpus holds that is about to be replaced; 0 where there is none."""
    from dateline.store import read_manifest

    try:
        return read_manifest(folder).counts["articles"]
    except CorpusError:
        return 0


def run_add(options: argparse.Namespace) -> int:
    """Add files to a corpus folder and say what became of them."""
    from dateline.build import add

    with _going_on_later(options.corpus), _naming_the_option(), ProgressBar("reading") as progress:
        workers = _Workers(progress)
        built = add(
            options.sources,
            options.corpus,
            columns=_columns(options),
            processes=options.processes,
            progress=progress,
            cluster=_cluster(options, workers),
            settings=_settings(options),
        )
    print(f"{_articles(built.new)} added")
    return _say(options, built, workers)


@contextmanager
def _naming_the_option() -> Iterator[None]:
    """Of sources in which no column is known to hold the text, say how it is told here."""
    from dateline.reading import NoArticleError
    from dateline.reading.columns import TELL_THE_TEXT

    try:
        yield
    except NoArticleError as error:
        if not error.set_aside["reason"].str.endswith(TELL_THE_TEXT).any():
            raise
        raise DatelineError(str(error), "", _OPTION) from error


@contextmanager
def _going_on_later(corpus: Path) -> Iterator[None]:
    """Say to who stops it that what was read till then is kept, where something is."""
    from dateline.extraction.parts import FOLDER

    try:
        yield
    except KeyboardInterrupt:
        if any((corpus / FOLDER).rglob("*.parquet")):
            print("what was read is kept; the same command goes on from there", file=sys.stderr)
        raise


class _Workers:
    """What the workers of a cluster have done: shown beside the bar, and told at the end."""

    def __init__(self, progress: ProgressBar) -> None:
        self._progress = progress
        self.shares: dict[str, Share] = {}

    def __call__(self, shares: Mapping[str, Share]) -> None:
        self.shares = dict(shares)
        speeds = ", ".join(f"{share.speed:.1f}" for share in shares.values())
        self._progress.note(f"{speeds} a second by worker")


def _cluster(options: argparse.Namespace, workers: _Workers) -> Cluster | None:
    from dateline.extraction.cluster import Cluster

    if not options.cluster:
        if options.parts:
            raise DatelineError("--parts without --cluster", "both", "add --cluster ADDRESS")
        return None
    return Cluster(options.cluster, options.parts, workers)


def _settings(options: argparse.Namespace) -> Settings:
    from dateline.reading import Settings

    return Settings(
        largest=options.largest * 1_000_000,
        mend=options.mend,
        private_addresses=options.private_addresses,
    )


def _columns(options: argparse.Namespace) -> dict[str, str]:
    return dict(_column(pair) for pair in options.column)


def _column(pair: str) -> tuple[str, str]:
    ours, equals, theirs = pair.partition("=")
    if not (ours and equals):
        raise DatelineError(
            f"--column {pair}",
            "OURS=THEIRS",
            "for example published=date, or published= where no column has it",
        )
    return ours, theirs


def _say(options: argparse.Namespace, built: Built, workers: _Workers) -> int:
    from dateline.reading.columns import TELL_THE_TEXT
    from dateline.store.set_aside import REPORT

    for note in built.notes:
        say(note)
    if built.resumed:
        print(f"{_articles(built.resumed)} had been read by a run that was stopped")
    for address, share in workers.shares.items():
        print(f"worker {address}: {_articles(share.articles)}, {share.speed:.1f} a second")
    print(f"{_articles(built.articles)} in {options.corpus}, {len(built.set_aside):,} set aside")
    for row in built.set_aside.head(_SHOWN).to_dict("records"):
        where = f"{row['file']}, row {row['row']}" if row["row"] else row["file"]
        say(f"  set aside: {where}: {row['reason']}")
    if len(built.set_aside) > _SHOWN:
        print(f"  … and {len(built.set_aside) - _SHOWN} more")
    if built.set_aside["reason"].str.endswith(TELL_THE_TEXT).any():
        print(f"which column holds the text is told by {_OPTION}")
    if len(built.set_aside):
        print(f"what was set aside, and why: {options.corpus / REPORT}; the page lists it too")
    print(f"look at it: dateline open {options.corpus}")
    return 0


def _articles(count: int) -> str:
    return "1 article" if count == 1 else f"{count:,} articles"
