"""The subcommands of `dateline`: what each is called, what it does, and what can be told it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from dateline.commands import corpus, corrections, evaluation, export, page, records
from dateline.commands.arguments import (
    add_corpus,
    add_filters,
    add_output,
    add_page_options,
    add_processes,
    add_reading,
    natural,
    positive,
)

__all__ = ["parser"]

_SOURCES: Final = "a file, a folder, an archive, or the address of a feed or a page"

_EXAMPLES: Final = """examples:
  dateline demo                                      look at the demonstration corpus
  dateline build articles/ table.csv --corpus mine   read your own articles
  dateline add mine more.csv                         add to them
  dateline open mine                                 look at them
  dateline export mine --output mentions.csv         take them elsewhere
  dateline extract in.jsonl --output out.jsonl       places, dates and quotations as JSON
  dateline sample mine --output sample.json          annotate some, then see how good it is
  echo "Shells fell on Idlib." | dateline extract    the same for one text, to read
  echo "Deir ez-Zor" | dateline places               where a name may lie
"""


class _Command(NamedTuple):
    """A subcommand.

    Attributes:
        name: The word after `dateline`.
        run: What it does; the status with which the program ends.
        summary: In small letters, without a full stop.
        example: One line of a terminal.
        take: Adds its arguments to the parser of it.
    """

    name: str
    run: Callable[[argparse.Namespace], int]
    summary: str
    example: str
    take: Callable[[argparse.ArgumentParser], None]


def parser() -> argparse.ArgumentParser:
    """The parser of the command line; what it reads has `run`, which does what was asked."""
    form = argparse.RawDescriptionHelpFormatter
    whole = argparse.ArgumentParser(
        prog="dateline",
        description="Explore where news coverage of a conflict looks, when, and in whose words.",
        epilog=_EXAMPLES,
        formatter_class=form,
    )
    subcommands = whole.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in _COMMANDS:
        sub = subcommands.add_parser(
            command.name,
            help=command.summary,
            description=command.summary[0].upper() + command.summary[1:] + ".",
            epilog=f"example:\n  {command.example}",
            formatter_class=form,
        )
        sub.set_defaults(run=command.run)
        command.take(sub)
    return whole


def _build(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("sources", nargs="+", metavar="SOURCE", help=_SOURCES)
    sub.add_argument(
        "--corpus",
        required=True,
        type=Path,
        metavar="DIR",
        help="folder to make; a corpus in it is replaced",
    )
    sub.add_argument("--name", default="", help="what the page calls it (default: the folder)")
    add_reading(sub)


def _add(sub: argparse.ArgumentParser) -> None:
    add_corpus(sub)
    sub.add_argument("sources", nargs="+", metavar="SOURCE", help=_SOURCES)
    add_reading(sub)


def _open(sub: argparse.ArgumentParser) -> None:
    add_corpus(sub)
    sub.add_argument(
        "--address",
        default="localhost",
        metavar="HOST",
        help="where it listens (default: localhost, for this machine only)",
    )
    add_page_options(sub)


def _export(sub: argparse.ArgumentParser) -> None:
    add_corpus(sub)
    sub.add_argument(
        "--output",
        required=True,
        type=Path,
        metavar="FILE",
        help=".csv, .xlsx, .geojson (places with counts), .html (one file to send), or .parquet or "
        ".jsonl (read back as they were)",
    )
    sub.add_argument(
        "--rows",
        choices=("mentions", "articles", "places"),
        help="what a row of a .csv is (default: mentions); an .xlsx has all three",
    )
    sub.add_argument("--texts", action="store_true", help="full texts in an .xlsx or .html")
    sub.add_argument(
        "--coordinates",
        choices=("exact", "grid", "district"),
        default="exact",
        help="of places: exact (the default), to 0.1 degrees, or of the district they lie in",
    )
    sub.add_argument("--excel", action="store_true", help="mark a .csv as UTF-8, as Excel wants it")
    add_filters(sub)


def _corrections(sub: argparse.ArgumentParser) -> None:
    add_corpus(sub)
    sub.add_argument(
        "action",
        nargs="?",
        default="list",
        choices=corrections.ACTIONS,
        help="list (the default) · export FILE · import FILE · undo N … (default: the last) · "
        "split KEY …: articles that are no copies of others · join KEY …: they are, after all",
    )
    sub.add_argument("what", nargs="*", metavar="FILE, N or KEY", help="what the action is about")


def _extract(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "records",
        nargs="?",
        metavar="IN.jsonl",
        help="a JSON object a line with `text`, and if known `id`, `published`, `title`, `source`; "
        "without a file, one text from standard input",
    )
    add_output(sub)
    add_processes(sub)


def _places(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "names",
        nargs="?",
        metavar="NAMES.jsonl",
        help="a JSON object a line with `names`: a name, or several of one place, the finest first "
        '(["Sukkari", "Aleppo"]), each a text or by language ({"en": …, "ar": …}); '
        "without a file, one name from standard input",
    )
    add_output(sub)
    sub.add_argument(
        "--geocoder",
        choices=("nominatim", "photon", "geonames"),
        help="ask a service on the network: it is sent the names, one a second",
    )
    sub.add_argument("--server", default="", metavar="URL", help="of a geocoder of your own")
    sub.add_argument("--username", default="", help="an account at geonames.org")


def _sample(sub: argparse.ArgumentParser) -> None:
    add_corpus(sub)
    sub.add_argument(
        "--articles", type=positive, default=20, metavar="N", help="how many (default: 20)"
    )
    sub.add_argument("--output", required=True, type=Path, metavar="FILE", help=".json or .jsonl")
    sub.add_argument(
        "--seed", type=natural, default=1, help="another seed draws others (default: 1)"
    )
    sub.add_argument("--blank", action="store_true", help="without what the program found")


def _evaluate(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("annotated", metavar="GOLD.jsonl", help="as `dateline sample` writes it")
    sub.add_argument("--mistakes", type=Path, metavar="FILE.csv", help="list all of them there")
    add_processes(sub)


_COMMANDS: Final = (
    _Command(
        "build",
        corpus.run_build,
        "read files and folders of articles into a corpus",
        "dateline build clippings/ export.csv --corpus mine --column published=datum",
        _build,
    ),
    _Command(
        "add",
        corpus.run_add,
        "add articles to a corpus; those that are there already are not read again",
        "dateline add mine clippings/ export.csv",
        _add,
    ),
    _Command(
        "open",
        page.run_open,
        "show a corpus in the browser",
        "dateline open mine --port 8600",
        _open,
    ),
    _Command(
        "demo", page.run_demo, "show the demonstration corpus", "dateline demo", add_page_options
    ),
    _Command("info", export.run_info, "say what a corpus holds", "dateline info mine", add_corpus),
    _Command(
        "export",
        export.run_export,
        "write the mentions, articles or places of a corpus to a file",
        "dateline export mine --output mentions.csv --role event --role setting",
        _export,
    ),
    _Command(
        "corrections",
        corrections.run_corrections,
        "list, undo, export and import what readers put right in a corpus",
        "dateline corrections mine undo 3",
        _corrections,
    ),
    _Command(
        "extract",
        records.run_extract,
        "find places, dates and quotations in texts",
        "dateline extract in.jsonl --output out.jsonl",
        _extract,
    ),
    _Command(
        "places",
        records.run_places,
        "look names up in the gazetteer",
        "dateline places names.jsonl --output out.jsonl",
        _places,
    ),
    _Command(
        "sample",
        evaluation.run_sample,
        "draw articles from a corpus to annotate by hand",
        "dateline sample mine --articles 20 --output sample.json",
        _sample,
    ),
    _Command(
        "evaluate",
        evaluation.run_evaluate,
        "say how often the program is right on articles annotated by hand",
        "dateline evaluate sample.json --mistakes mistakes.csv",
        _evaluate,
    ),
)
