"""The command `dateline`: one subcommand a job, the same functions the page uses."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.commands.parser import parser
from dateline.errors import DatelineError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand.

    Args:
        arguments: Words after `dateline`; None for those of the command line.

    Returns:
        0; 2 where something the user gave was wrong, said in one line on standard error.
    """
    words = parser()
    if not (sys.argv[1:] if arguments is None else arguments):
        words.print_help(sys.stderr)
        return 2
    options = words.parse_args(arguments)
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
