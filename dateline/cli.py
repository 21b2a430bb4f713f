"""The command `dateline`: one subcommand a job, the same functions the page uses."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.commands import corpus, corrections, evaluation, export, page, records
from dateline.commands.arguments import (
    add_corpus,
    add_engine,
    add_filters,
    add_output,
    add_page_options,
    add_processes,
    add_reading,
    positive,
)
from dateline.errors import DatelineError

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
    add_reading(sub)
    add_engine(sub)

    sub = command(
        "add",
        corpus.run_add,
        "add articles to a corpus; those that are there already are not read again",
        "dateline add mine clippings/ export.csv",
    )
    add_corpus(sub)
    sub.add_argument("sources", nargs="+", metavar="SOURCE", help=_SOURCES)
    add_reading(sub)
    add_engine(
        sub,
        default=None,
        usual="the one that read the corpus; another one reads all of it again",
    )

    sub = command(
        "open", page.run_open, "show a corpus in the browser", "dateline open mine --port 8600"
    )
    add_corpus(sub)
    sub.add_argument(
        "--address",
        default="localhost",
        metavar="HOST",
        help="where it listens (default: localhost, for this machine only)",
    )
    add_page_options(sub)

    sub = command("demo", page.run_demo, "show the demonstration corpus", "dateline demo")
    add_page_options(sub)

    sub = command("info", export.run_info, "say what a corpus holds", "dateline info mine")
    add_corpus(sub)

    sub = command(
        "export",
        export.run_export,
        "write the mentions, articles or places of a corpus to a file",
        "dateline export mine --output mentions.csv --role event --role setting",
    )
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

    sub = command(
        "corrections",
        corrections.run_corrections,
        "list, undo, export and import what readers put right in a corpus",
        "dateline corrections mine undo 3",
    )
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
    add_output(sub)
    add_processes(sub)
    add_engine(sub)

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
    add_output(sub)
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
    add_corpus(sub)
    sub.add_argument(
        "--articles", type=positive, default=20, metavar="N", help="how many (default: 20)"
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
    add_processes(sub)
    add_engine(sub)
    return parser
