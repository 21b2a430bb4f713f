"""What `dateline extract` and `dateline places` do: texts and names in, records out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from dateline.commands.progress_bar import ProgressBar
from dateline.commands.terminal import say, standard_input
from dateline.durable import expect_place_for
from dateline.errors import DatelineError, ReadingError
from dateline.findings import Article
from dateline.gazetteer.place import Place

__all__ = ["run_extract", "run_places"]


def run_extract(options: argparse.Namespace) -> int:
    """Find places, dates and quotations in records, or in one text from standard input."""
    from dateline.commands.summary import findings_lines
    from dateline.extraction.extractor import Failure
    from dateline.extraction.interchange import (
        Refused,
        article_from_record,
        findings_record,
        read_articles,
        write_records,
    )
    from dateline.extraction.workers import read_all

    _expect_place_for(options.output)
    if options.records is None:
        article = article_from_record({"text": standard_input("one text")})
        (found,), _ = read_all([article], processes=1)
        if isinstance(found, Failure):
            raise DatelineError(found.reason)
        say(*findings_lines(article, found))
        return 0
    lines = read_articles(Path(options.records))
    _expect_records(lines, options.records, "article with its “text”")
    articles = [line for line in lines if isinstance(line, Article)]
    with ProgressBar("extracting") as progress:
        results, _ = read_all(articles, processes=options.processes, progress=progress)
    output = []
    answers = iter(results)
    for line in lines:
        if isinstance(line, Refused):
            output.append({"id": line.identifier, "error": line.reason})
        elif isinstance(result := next(answers), Failure):
            output.append({"id": line.identifier, "error": result.reason})
        else:
            output.append(findings_record(line.identifier, result, agency=line.agency))
    write_records(output, options.output)
    if failures := sum("error" in record for record in output):
        print(
            f"dateline: {failures} of {len(lines)} could not be read: see their “error”",
            file=sys.stderr,
        )
    return 0


def run_places(options: argparse.Namespace) -> int:
    """Look names up, or one from standard input: in the gazetteer, or at a service if asked."""
    from dateline.commands.summary import place_line
    from dateline.extraction.interchange import (
        names_of,
        place_record,
        read_records,
        write_records,
    )

    _expect_place_for(options.output)
    look_up = _look_up(options)
    if options.names is None:
        found = look_up([{"en": standard_input("one name").strip()}])
        say("\n".join(place_line(place) for place in found[:10]) or "no such place is known")
        return 0
    records = read_records(Path(options.names), needed="names")
    _expect_records(records, options.names, "place with its “names”")
    named = [(record["id"], names_of(record)) for record in records]
    write_records(
        (
            {"id": identifier, "candidates": [place_record(place) for place in look_up(names)]}
            for identifier, names in named
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
    from dateline.gazetteer.online import OnlineGeocoder

    geocoder = OnlineGeocoder(options.geocoder, server=options.server, username=options.username)
    print(geocoder.told, file=sys.stderr)
    return lambda names: geocoder(", ".join(next(iter(name.values())) for name in names))


def _expect_records(found: Sequence[object], source: str, what: str) -> None:
    """A file that holds nothing is a slip of the hand, or of what should have written it."""
    if not found:
        raise ReadingError(
            f"nothing is in {source}", f"one {what} a line", "check that it was written to its end"
        )


def _expect_place_for(output: Path | None) -> None:
    """Long work is not done for a file that cannot be written."""
    if output is not None:
        expect_place_for(output)
