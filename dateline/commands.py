"""What each subcommand of `dateline` does; an import waits until its command is run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from dateline.errors import DatelineError
from dateline.gazetteer.place import Place
from dateline.progress_bar import ProgressBar

__all__ = [
    "run_demo",
    "run_export",
    "run_extract",
    "run_info",
    "run_open",
    "run_places",
]


def run_open(options: argparse.Namespace) -> int:
    """Show a corpus in the browser."""
    from dateline.launch import open_page
    from dateline.store import read_manifest

    read_manifest(options.corpus)  # a folder that is no corpus is said here, not on the page
    return open_page(
        options.corpus,
        port=options.port,
        browser=not options.no_browser,
        address=options.address,
    )


def run_demo(options: argparse.Namespace) -> int:
    """Show the demonstration corpus."""
    from dateline.demo import demo_corpus
    from dateline.launch import open_page

    with ProgressBar("building the demonstration corpus") as progress:
        folder = demo_corpus(progress)
    return open_page(folder, port=options.port, browser=not options.no_browser)


def run_info(options: argparse.Namespace) -> int:
    """Say what a corpus holds."""
    from dateline.corpus import Corpus
    from dateline.summary import summary_lines

    print("\n".join(summary_lines(Corpus.open(options.corpus))))
    return 0


def run_export(options: argparse.Namespace) -> int:
    """Write what a query leaves of a corpus to a file."""
    from dateline.export import export
    from dateline.figures.hover import plural
    from dateline.query import Query, Values

    query = Query(
        words=options.words,
        published=(options.first, options.last),
        roles=() if "all" in options.role else tuple(options.role) or Query().roles,
        sources=Values(include=tuple(options.source)),
        countries=Values(include=tuple(options.country)),
    )
    written = export(
        options.corpus,
        options.output,
        query,
        rows=options.rows,
        texts=options.texts,
        excel=options.excel,
        coordinates=options.coordinates,
    )
    counts = (
        (written.mentions, "mention"),
        (written.places, "place"),
        (written.articles, "article"),
    )
    print(f"{options.output}: {', '.join(plural(count, noun) for count, noun in counts)}")
    return 0


def run_extract(options: argparse.Namespace) -> int:
    """Find places, dates and quotations in records, or in one text from standard input."""
    from dateline.extractor import Failure
    from dateline.interchange import (
        article_from_record,
        findings_record,
        read_records,
        write_records,
    )
    from dateline.summary import findings_lines
    from dateline.workers import read_all

    if options.records is None:
        article = article_from_record({"text": _standard_input("one text")})
        (found,), _ = read_all([article], processes=1)
        if isinstance(found, Failure):
            raise DatelineError(found.reason)
        print("\n".join(findings_lines(article, found)))
        return 0
    records = read_records(Path(options.records), needed="text")
    articles = [article_from_record(record) for record in records]
    with ProgressBar("extracting") as progress:
        results, _ = read_all(articles, processes=options.processes, progress=progress)
    failures = 0
    output = []
    for article, result in zip(articles, results, strict=True):
        if isinstance(result, Failure):
            failures += 1
            output.append({"id": article.identifier, "error": result.reason})
        else:
            output.append(findings_record(article.identifier, result, agency=article.agency))
    write_records(output, options.output)
    if failures:
        print(f"dateline: {failures} of {len(articles)} could not be read", file=sys.stderr)
    return 0


def run_places(options: argparse.Namespace) -> int:
    """Look names up, or one from standard input: in the gazetteer, or at a service if asked."""
    from dateline.interchange import place_record, read_records, write_records
    from dateline.summary import place_line

    look_up = _look_up(options)
    if options.names is None:
        found = look_up([{"en": _standard_input("one name").strip()}])
        print("\n".join(place_line(place) for place in found[:10]) or "no such place is known")
        return 0
    records = read_records(Path(options.names), needed="names")
    write_records(
        (
            {"id": record["id"], "candidates": [place_record(p) for p in look_up(record["names"])]}
            for record in records
        ),
        options.output,
    )
    return 0


def _look_up(options: argparse.Namespace) -> Callable[[list[dict[str, str]]], list[Place]]:
    """From names, the finest first, to places; what is sent to whom is said before."""
    if options.geocoder is None:
        from dateline.gazetteer import Gazetteer
        from dateline.gazetteer.names import locate

        return partial(locate, gazetteer=Gazetteer.open())
    from dateline.geocoding import OnlineGeocoder

    geocoder = OnlineGeocoder(options.geocoder, server=options.server, username=options.username)
    print(geocoder.told, file=sys.stderr)
    return lambda names: geocoder(", ".join(next(iter(name.values())) for name in names))


def _standard_input(what: str) -> str:
    if sys.stdin.isatty():
        print(f"{what}, then Ctrl+D:", file=sys.stderr)
    text = sys.stdin.read()
    if not text.strip():
        raise DatelineError("standard input was empty", what, "or name a file")
    return text
