"""The command `dateline`: one subcommand a job, the same functions the page uses."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.errors import DatelineError

__all__ = ["main"]

EXAMPLES = """examples:
  dateline demo                                      look at the demonstration corpus
  dateline build articles/ table.csv --corpus mine   read your own articles
  dateline open mine                                 look at them
  dateline extract in.jsonl --output out.jsonl       places, dates and quotations as JSON
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
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.ERROR, format="%(message)s")
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except (DatelineError, OSError) as error:
        print(f"dateline: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("dateline: stopped", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="dateline",
        description="Explore where news coverage of a conflict looks, when, and in whose words.",
        epilog=EXAMPLES,
        formatter_class=form,
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(
        name: str, run: Callable[[argparse.Namespace], int], summary: str, example: str
    ) -> argparse.ArgumentParser:
        sub = commands.add_parser(
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
        _build,
        "read files and folders of articles into a corpus",
        "dateline build clippings/ export.csv --corpus mine --column published=datum",
    )
    sub.add_argument("sources", nargs="+", metavar="SOURCE", help="a file or a folder of files")
    sub.add_argument("--corpus", required=True, type=Path, metavar="DIR", help="folder to make")
    sub.add_argument("--name", default="", help="what the page calls it (default: the folder)")
    sub.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="OURS=THEIRS",
        help="a table's column by its meaning: title, text, published, source, author, url",
    )
    _add_processes(sub)

    sub = command("open", _open, "show a corpus in the browser", "dateline open mine --port 8600")
    sub.add_argument("corpus", type=Path, metavar="DIR")
    _add_page_options(sub)

    sub = command("demo", _demo, "show the demonstration corpus", "dateline demo")
    _add_page_options(sub)

    sub = command("info", _info, "say what a corpus holds", "dateline info mine")
    sub.add_argument("corpus", type=Path, metavar="DIR")

    sub = command(
        "extract",
        _extract,
        "find places, dates and quotations in texts",
        "dateline extract in.jsonl --output out.jsonl",
    )
    sub.add_argument("records", nargs="?", metavar="IN.jsonl", help="one record a line with `text`")
    sub.add_argument("--output", type=Path, metavar="OUT.jsonl")
    _add_processes(sub)

    sub = command(
        "places",
        _places,
        "look names up in the gazetteer",
        "dateline places names.jsonl --output out.jsonl",
    )
    sub.add_argument(
        "names", nargs="?", metavar="NAMES.jsonl", help="one record a line with `names`"
    )
    sub.add_argument("--output", type=Path, metavar="OUT.jsonl")
    return parser


def _add_processes(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--processes", type=_positive, metavar="N", help="default: all cores")


def _add_page_options(sub: argparse.ArgumentParser) -> None:
    from dateline.launch import PORT

    sub.add_argument("--port", type=_positive, default=PORT, metavar="N")
    sub.add_argument("--no-browser", action="store_true", help="print the address only")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text}: expected a whole number above 0")
    return number


def _build(options: argparse.Namespace) -> int:
    from dateline.build import build

    with _Progress("reading") as progress:
        built = build(
            options.sources,
            options.corpus,
            name=options.name,
            columns=dict(_column(pair) for pair in options.column),
            processes=options.processes,
            progress=progress,
        )
    for note in built.notes:
        print(note)
    count = "1 article" if built.articles == 1 else f"{built.articles:,} articles"
    print(f"{count} in {options.corpus}, {len(built.set_aside):,} set aside")
    for row in built.set_aside.head(10).to_dict("records"):
        where = f"{row['file']}, row {row['row']}" if row["row"] else row["file"]
        print(f"  set aside: {where}: {row['reason']}")
    if len(built.set_aside) > 10:
        print(f"  … and {len(built.set_aside) - 10} more; the page lists them under Corpus")
    print(f"look at it: dateline open {options.corpus}")
    return 0


def _column(pair: str) -> tuple[str, str]:
    ours, equals, theirs = pair.partition("=")
    if not (ours and equals and theirs):
        raise DatelineError(f"--column {pair}", "OURS=THEIRS", "for example published=date")
    return ours, theirs


def _open(options: argparse.Namespace) -> int:
    from dateline.launch import open_page
    from dateline.store import read_manifest

    read_manifest(options.corpus)  # a folder that is no corpus is said here, not on the page
    return open_page(options.corpus, port=options.port, browser=not options.no_browser)


def _demo(options: argparse.Namespace) -> int:
    from dateline.demo import demo_corpus
    from dateline.launch import open_page

    with _Progress("building the demonstration corpus") as progress:
        folder = demo_corpus(progress)
    return open_page(folder, port=options.port, browser=not options.no_browser)


def _info(options: argparse.Namespace) -> int:
    from dateline.corpus import Corpus
    from dateline.summary import summary_lines

    print("\n".join(summary_lines(Corpus.open(options.corpus))))
    return 0


def _extract(options: argparse.Namespace) -> int:
    from dateline.extraction import Failure
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
    with _Progress("extracting") as progress:
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


def _places(options: argparse.Namespace) -> int:
    from dateline.gazetteer import Gazetteer
    from dateline.gazetteer.names import locate
    from dateline.interchange import place_record, read_records, write_records
    from dateline.summary import place_line

    gazetteer = Gazetteer.open()
    if options.names is None:
        found = locate([{"en": _standard_input("one name").strip()}], gazetteer)
        print("\n".join(place_line(place) for place in found[:10]) or "not in the gazetteer")
        return 0
    records = read_records(Path(options.names), needed="names")
    write_records(
        [
            {
                "id": record["id"],
                "candidates": [place_record(p) for p in locate(record["names"], gazetteer)],
            }
            for record in records
        ],
        options.output,
    )
    return 0


def _standard_input(what: str) -> str:
    if sys.stdin.isatty():
        print(f"{what}, then Ctrl+D:", file=sys.stderr)
    text = sys.stdin.read()
    if not text.strip():
        raise DatelineError("standard input was empty", what, "or name a file")
    return text


class _Progress:
    """A bar on standard error, only when there is something to count."""

    def __init__(self, label: str) -> None:
        from tqdm import tqdm

        self._bar = tqdm(desc=label, unit=" articles", disable=None, leave=False)

    def __call__(self, done: int, total: int) -> None:
        self._bar.total = total
        self._bar.update(done - self._bar.n)

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()
