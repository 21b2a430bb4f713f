"""The command `dateline`: one subcommand a job, the same functions the page uses."""

from __future__ import annotations

import argparse
import errno
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from dateline.commands.parser import parser
from dateline.commands.terminal import bear_any_text, let_go_of_output, say
from dateline.errors import DatelineError

__all__ = ["main"]

_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand.

    Args:
        arguments: Words after `dateline`; None for those of the command line.

    Returns:
        0; 2 where something the user gave was wrong, said in one line on standard error; 130 after
        Ctrl+C; 141 where nobody reads on what is written (`| head`).
    """
    words = parser()
    if not (sys.argv[1:] if arguments is None else arguments):
        words.print_help(sys.stderr)
        return 2
    logging.basicConfig(level=logging.ERROR, format="%(message)s")
    bear_any_text()
    try:
        options = words.parse_args(arguments)
        run: Callable[[argparse.Namespace], int] = options.run
        status = run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        let_go_of_output()
        return 141  # as the shell says of a command that a closed pipe ended
    except (DatelineError, OSError) as error:
        say(f"dateline: {_of_the_system(error)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("dateline: stopped", file=sys.stderr)
        return 130
    return status


def _of_the_system(error: Exception) -> Exception:
    """What the system says of a file that the user named, in three parts too."""
    if isinstance(error, DatelineError) or not isinstance(error, OSError):
        return error
    name = error.filename
    if error.errno in _FULL:
        where = f"{name}: " if isinstance(name, str | Path) else ""
        return DatelineError(
            f"{where}{error.strerror}", "a disk with room", "make some, or name a file elsewhere"
        )
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
