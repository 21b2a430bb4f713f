"""Arguments that several subcommands have, and the types of their values."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from dateline.findings import ROLES

__all__ = [
    "add_corpus",
    "add_filters",
    "add_output",
    "add_page_options",
    "add_processes",
    "add_reading",
    "natural",
    "positive",
]


def add_corpus(sub: argparse.ArgumentParser) -> None:
    """The folder of a corpus, by position."""
    sub.add_argument("corpus", type=Path, metavar="DIR", help="folder of the corpus")


def add_reading(sub: argparse.ArgumentParser) -> None:
    """How sources are read."""
    sub.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="OURS=THEIRS",
        help="a table's column by its meaning: title, text, published, source, author, url; "
        "published= where no column has it",
    )
    sub.add_argument(
        "--mend", action="store_true", help="repair texts that were decoded wrongly (â€™ for ’)"
    )
    sub.add_argument(
        "--largest",
        type=positive,
        default=2_000,
        metavar="MB",
        help="refuse files and archives that are larger (default: 2000)",
    )
    sub.add_argument(
        "--private-addresses",
        action="store_true",
        help="fetch from addresses within your own network too",
    )
    add_processes(sub)
    sub.add_argument(
        "--cluster",
        default="",
        metavar="ADDRESS",
        help="read on a Dask cluster: its scheduler's address, or local to start one here",
    )
    sub.add_argument(
        "--parts",
        default="",
        metavar="PLACE",
        help="where its workers keep what they find (default: the corpus folder): a folder or an "
        "address such as s3://bucket/parts that all of them reach",
    )


def add_output(sub: argparse.ArgumentParser) -> None:
    """Where records go."""
    sub.add_argument("--output", type=Path, metavar="OUT.jsonl", help="default: to standard output")


def add_processes(sub: argparse.ArgumentParser) -> None:
    """How many processes read."""
    sub.add_argument(
        "--processes", type=positive, metavar="N", help="processes that read (default: all cores)"
    )


def add_filters(sub: argparse.ArgumentParser) -> None:
    """What of a corpus counts."""
    sub.add_argument(
        "--role",
        action="append",
        default=[],
        choices=(*ROLES, "all"),
        metavar="ROLE",
        help=f"mentions that count (default: event): {', '.join(ROLES)}, or all",
    )
    sub.add_argument("--words", default="", help="that the text must hold, “phrases” in quotes")
    sub.add_argument("--from", dest="first", type=_day, metavar="DAY", help="such as 2016-12-01")
    sub.add_argument("--to", dest="last", type=_day, metavar="DAY", help="included")
    for name, meaning in (
        ("source", "an outlet, as `dateline info` names it"),
        ("country", "two-letter code (SY) of a place mentioned"),
    ):
        sub.add_argument(f"--{name}", action="append", default=[], help=f"{meaning}; repeatable")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}: expected a day such as 2016-12-01") from None


def add_page_options(sub: argparse.ArgumentParser) -> None:
    """Where the page is served."""
    from dateline.commands.launch import PORT

    sub.add_argument(
        "--port",
        type=positive,
        default=PORT,
        metavar="N",
        help=f"where it listens; the next free one if it is in use (default: {PORT})",
    )
    sub.add_argument("--no-browser", action="store_true", help="print the address only")


def positive(text: str) -> int:
    """A whole number above 0."""
    return _whole(text, 1, "a whole number above 0")


def natural(text: str) -> int:
    """A whole number, 0 or more."""
    return _whole(text, 0, "a whole number, 0 or more")


def _whole(text: str, least: int, expected: str) -> int:
    if not text.isdecimal() or int(text) < least:
        raise argparse.ArgumentTypeError(f"{text}: expected {expected}")
    return int(text)
