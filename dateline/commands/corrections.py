"""`dateline corrections`: list, undo, export and import what readers put right."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.commands.terminal import say
from dateline.errors import DatelineError
from dateline.plural import plural

if TYPE_CHECKING:
    from dateline.corrections.sheet import SetAside

__all__ = ["ACTIONS", "run_corrections"]

_SHOWN: Final = 10


def run_corrections(options: argparse.Namespace) -> int:
    """Do one thing with the corrections of a corpus."""
    from dateline.store import read_manifest

    read_manifest(options.corpus)  # a folder that is no corpus is said before anything is written
    _ACTS[options.action](options.corpus, options.what)
    return 0


def _list(folder: Path, what: Sequence[str]) -> None:
    from dateline.corpus import Corpus
    from dateline.corrections import ledger
    from dateline.corrections.listing import listing

    _expect(what, 0, "nothing after `list`")
    corpus = Corpus.open(folder)
    for row in listing(corpus).to_dict("records"):
        touched = corpus.touched[row["number"] - 1]
        touches = "its place is unknown" if touched is None else plural(touched, "mention")
        of = f" of “{row['article']}”" if row["article"] else ""
        say(f"{row['number']:4d}  “{row['surface']}” {row['scope']}{of} → {row['becomes']}")
        say("      " + " · ".join(part for part in (touches, row["at"], row["note"]) if part))
    for key, group in corpus.given_groups.items():
        say(f"      article {key}: {'a text of its own' if key == group else f'copy {group}'}")
    if not corpus.corrections and not corpus.given_groups:
        print("nothing was put right")
    _say_what_was_set_aside(ledger.read(folder).set_aside)


def _export(folder: Path, what: Sequence[str]) -> None:
    from dateline.corrections import ledger
    from dateline.durable import replace

    _expect(what, 1, "the file to write")
    corrections = ledger.read(folder).corrections
    replace(Path(what[0]), ledger.exported(corrections))
    print(f"{what[0]}: {plural(len(corrections), 'correction')}")


def _import(folder: Path, what: Sequence[str]) -> None:
    from dateline.corrections import ledger

    _expect(what, 1, "the file to read")
    found = ledger.imported(Path(what[0]).read_bytes())
    if found.set_aside and not found.corrections:
        raise DatelineError(
            f"no row of {what[0]} is a correction; the first: {found.set_aside[0].reason}",
            "a file as `dateline corrections CORPUS export FILE` writes it",
            "nothing was changed",
        )
    added = ledger.add(folder, found.corrections)
    present = len(found.corrections) - len(added)
    there = f", {present:,} there already" if present else ""
    print(f"{plural(len(added), 'correction')} from {what[0]}{there}")
    _say_what_was_set_aside(found.set_aside)


def _undo(folder: Path, what: Sequence[str]) -> None:
    from dateline.corrections import ledger

    corrections = ledger.read(folder).corrections
    if not corrections:
        raise DatelineError(
            "nothing was put right in this corpus", "a correction to undo", "there is nothing to do"
        )
    numbers = what or [str(len(corrections))]
    wrong = [n for n in numbers if not n.isdecimal() or not 1 <= int(n) <= len(corrections)]
    if wrong:
        raise DatelineError(
            f"correction {wrong[0]}",
            f"a number from 1 to {len(corrections)}",
            "`dateline corrections CORPUS` lists them",
        )
    removed = ledger.remove(folder, [corrections[int(number) - 1] for number in numbers])
    print(f"{plural(removed, 'correction')} undone")


def _split(folder: Path, what: Sequence[str]) -> None:
    from dateline.corrections import splits

    splits.split(folder, _keys(folder, what))
    print("each of them is a text of its own")


def _join(folder: Path, what: Sequence[str]) -> None:
    from dateline.corrections import splits

    splits.join(folder, _keys(folder, what))
    print("they are copies again of what they were found to be copies of")


_ACTS: dict[str, Callable[[Path, Sequence[str]], None]] = {
    "list": _list,
    "export": _export,
    "import": _import,
    "undo": _undo,
    "split": _split,
    "join": _join,
}
ACTIONS = tuple(_ACTS)


def _keys(folder: Path, what: Sequence[str]) -> Sequence[str]:
    from dateline.corpus import Corpus

    corpus = Corpus.open(folder)
    unknown = [key for key in what if corpus.article_id(key) is None]
    if unknown or not what:
        raise DatelineError(
            f"the article {unknown[0]!r}" if unknown else "no article",
            "keys of articles",
            "`dateline export CORPUS --rows articles --output FILE` has them in its first column",
        )
    return what


def _expect(what: Sequence[str], many: int, expected: str) -> None:
    if len(what) != many:
        raise DatelineError(" ".join(what) or "nothing", expected)


def _say_what_was_set_aside(rows: Sequence[SetAside]) -> None:
    for row in rows[:_SHOWN]:
        say(f"set aside: row {row.row}: {row.reason}", file=sys.stderr)
    if len(rows) > _SHOWN:
        print(f"… and {len(rows) - _SHOWN:,} more rows", file=sys.stderr)
