"""The command `dateline`: one subcommand a job, the same functions the page uses."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from dateline.commands import corpus, corrections, evaluation, export, page, records
from dateline.errors import DatelineError
from dateline.findings import ROLES

__all__ = ["main"]

_SOURCES = "a file, a folder, an archive, or the address of a feed or a page"

EXAMPLES = """examples:
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand.

    Args:
        arguments: Words after `dateline`; None for those of the command line.

    Returns:
        0; 2 where something the user gave was wrong, said in one line on standard error.
    """
    parser = _parser()
    if not (sys.argv[1:] if arguments is None else arguments):
        parser.print_help(sys.stderr)
        return 2
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.ERROR, format="%(message)s")
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except (DatelineError, OSError) as error:
        print(f"dateline: {_of_the_system(error)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("dateline: stopped", file=sys.stderr)
        return 130


def _of_the_system(error: Exception) -> Exception:
    """What the system says of a file that the user named, in three parts too."""
    if isinstance(error, DatelineError) or not isinstance(error, OSError):
        return error
    name = error.filename
    if not isinstance(name, str | Path):
        return error
    folder = Path(name).parent
    if isinstance(error, FileNotFoundError) and not folder.exists():
        return DatelineError(f"no folder {folder}", "one that exists", "make it, or check its name")
    if isinstance(error, FileNotFoundError):
        return DatelineError(f"no file {name}", "one that exists", "check its name")
    return DatelineError(
        f"{name}: {error.strerror}", "a file that can be read or written", "choose another"
    )


def _parser() -> argparse.ArgumentParser:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="dateline",
        description="Explore where news coverage of a conflict looks, when, and in whose words.",
        epilog=EXAMPLES,
        formatter_class=form,
    )
    subcommands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(
        name: str, run: Callable[[argparse.Namespace], int], summary: str, example: str
    ) -> argparse.ArgumentParser:
        sub = subcommands.add_parser(
            name,
            help=summary,
            description=summary[0].upper() + summary[1:] + ".",
            epilog=f"example:\n  {example}",
            formatter_class=form,
        )
        sub.set_defaults(run=run)
        return sub

    sub = command(
        "build",
        corpus.run_build,
        "read files and folders of articles into a corpus",
        "dateline build clippings/ export.csv --corpus mine --column published=datum",
    )
    sub.add_argument("sources", nargs="+", metavar="SOURCE", help=_SOURCES)
    sub.add_argument(
        "--corpus",
        required=True,
        type=Path,
        metavar="DIR",
        help="folder to make; a corpus in it is replaced",
    )
    sub.add_argument("--name", default="", help="what the page calls it (default: the folder)")
    _add_reading(sub)
    _add_engine(sub)

    sub = command(
        "add",
        corpus.run_add,
        "add articles to a corpus; those that are there already are not read again",
        "dateline add mine clippings/ export.csv",
    )
    _add_corpus(sub)
    sub.add_argument("sources", nargs="+", metavar="SOURCE", help=_SOURCES)
    _add_reading(sub)
    _add_engine(
        sub,
        default=None,
        usual="the one that read the corpus; another one reads all of it again",
    )

    sub = command(
        "open", page.run_open, "show a corpus in the browser", "dateline open mine --port 8600"
    )
    _add_corpus(sub)
    sub.add_argument(
        "--address",
        default="localhost",
        metavar="HOST",
        help="where it listens (default: localhost, for this machine only)",
    )
    _add_page_options(sub)

    sub = command("demo", page.run_demo, "show the demonstration corpus", "dateline demo")
    _add_page_options(sub)

    sub = command("info", export.run_info, "say what a corpus holds", "dateline info mine")
    _add_corpus(sub)

    sub = command(
        "export",
        export.run_export,
        "write the mentions, articles or places of a corpus to a file",
        "dateline export mine --output mentions.csv --role event --role setting",
    )
    _add_corpus(sub)
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
    _add_filters(sub)

    sub = command(
        "corrections",
        corrections.run_corrections,
        "list, undo, export and import what readers put right in a corpus",
        "dateline corrections mine undo 3",
    )
    _add_corpus(sub)
    sub.add_argument(
        "action",
        nargs="?",
        default="list",
        choices=corrections.ACTIONS,
        help="list (the default) · export FILE · import FILE · undo N … (default: the last) · "
        "split KEY …: articles that are no copies of others · join KEY …: they are, after all",
    )
    sub.add_argument("what", nargs="*", metavar="FILE, N or KEY", help="what the action is about")

    sub = command(
        "extract",
        records.run_extract,
        "find places, dates and quotations in texts",
        "dateline extract in.jsonl --output out.jsonl",
    )
    sub.add_argument(
        "records",
        nargs="?",
        metavar="IN.jsonl",
        help="a JSON object a line with `text`, and if known `id`, `published`, `title`, `source`; "
        "without a file, one text from standard input",
    )
    _add_output(sub)
    _add_processes(sub)
    _add_engine(sub)

    sub = command(
        "places",
        records.run_places,
        "look names up in the gazetteer",
        "dateline places names.jsonl --output out.jsonl",
    )
    sub.add_argument(
        "names",
        nargs="?",
        metavar="NAMES.jsonl",
        help="a JSON object a line with `names`: a name, or several of one place, the finest first "
        '(["Sukkari", "Aleppo"]), each a text or by language ({"en": …, "ar": …}); '
        "without a file, one name from standard input",
    )
    _add_output(sub)
    sub.add_argument(
        "--geocoder",
        choices=("nominatim", "photon", "geonames"),
        help="ask a service on the network: it is sent the names, one a second",
    )
    sub.add_argument("--server", default="", metavar="URL", help="of a geocoder of your own")
    sub.add_argument("--username", default="", help="an account at geonames.org")

    sub = command(
        "sample",
        evaluation.run_sample,
        "draw articles from a corpus to annotate by hand",
        "dateline sample mine --articles 20 --output sample.json",
    )
    _add_corpus(sub)
    sub.add_argument(
        "--articles", type=_positive, default=20, metavar="N", help="how many (default: 20)"
    )
    sub.add_argument("--output", required=True, type=Path, metavar="FILE", help=".json or .jsonl")
    sub.add_argument("--seed", type=int, default=1, help="another seed draws others (default: 1)")
    sub.add_argument("--blank", action="store_true", help="without what the program found")

    sub = command(
        "evaluate",
        evaluation.run_evaluate,
        "say how often the program is right on articles annotated by hand",
        "dateline evaluate sample.json --mistakes mistakes.csv",
    )
    sub.add_argument("annotated", metavar="GOLD.jsonl", help="as `dateline sample` writes it")
    sub.add_argument("--mistakes", type=Path, metavar="FILE.csv", help="list all of them there")
    _add_processes(sub)
    _add_engine(sub)
    return parser


def _add_corpus(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("corpus", type=Path, metavar="DIR", help="folder of the corpus")


def _add_reading(sub: argparse.ArgumentParser) -> None:
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
        type=_positive,
        default=2_000,
        metavar="MB",
        help="refuse files and archives that are larger (default: 2000)",
    )
    sub.add_argument(
        "--private-addresses",
        action="store_true",
        help="fetch from addresses within your own network too",
    )
    _add_processes(sub)
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


def _add_output(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--output", type=Path, metavar="OUT.jsonl", help="default: to standard output")


def _add_processes(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "--processes", type=_positive, metavar="N", help="processes that read (default: all cores)"
    )


def _add_engine(
    sub: argparse.ArgumentParser, default: str | None = "standard", usual: str = "standard"
) -> None:
    sub.add_argument(
        "--engine",
        type=_engine,
        default=default,
        metavar="{standard,accurate}",
        help="accurate: a small transformer reads for the roles too, a third as fast; needs "
        f"pip install 'dateline[accurate]' (default: {usual})",
    )


def _engine(name: str) -> str:
    from dateline.geoparsing.engine import ENGINES  # it loads spaCy: not for `dateline --help`

    if name not in ENGINES:
        raise argparse.ArgumentTypeError(f"{name}: expected one of {', '.join(ENGINES)}")
    return name


def _add_filters(sub: argparse.ArgumentParser) -> None:
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


def _add_page_options(sub: argparse.ArgumentParser) -> None:
    from dateline.commands.launch import PORT

    sub.add_argument(
        "--port",
        type=_positive,
        default=PORT,
        metavar="N",
        help=f"where it listens; the next free one if it is in use (default: {PORT})",
    )
    sub.add_argument("--no-browser", action="store_true", help="print the address only")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text}: expected a whole number above 0")
    return number
