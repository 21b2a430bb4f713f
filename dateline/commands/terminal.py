"""What a terminal shows and is asked: text from outside is read there, and never obeyed."""

from __future__ import annotations

import os
import re
import sys
from typing import Final, TextIO

from dateline.errors import DatelineError

__all__ = ["bear_any_text", "let_go_of_output", "say", "standard_input"]

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""All but tab and line feed: by these a terminal is told to move, to colour, to answer."""


def say(*lines: str, file: TextIO | None = None) -> None:
    """Print lines, on standard output if nothing else is said; a control character is a �."""
    text = "\n".join(lines)
    print(_CONTROL.sub("�", text), file=file or sys.stdout)


def bear_any_text() -> None:
    """Let standard output show ? where the terminal's encoding lacks a character."""
    if reconfigure := getattr(sys.stdout, "reconfigure", None):
        reconfigure(errors="replace")


def let_go_of_output() -> None:
    """Nobody reads on (`| head`): what is still to be written at the end goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def standard_input(what: str) -> str:
    """All of it, decoded as a text file is, whatever the terminal is set to.

    Args:
        what: What is asked for, in words.

    Raises:
        DatelineError: It is empty.
        ReadingError: It is no text.
    """
    if sys.stdin.isatty():
        print(f"{what}, then Ctrl+D:", file=sys.stderr)
    binary = getattr(sys.stdin, "buffer", None)
    text = sys.stdin.read() if binary is None else _decoded(binary.read())
    if not text.strip():
        raise DatelineError("standard input was empty", what, "or name a file")
    return text


def _decoded(data: bytes) -> str:
    from dateline.reading.encoding import open_text
    from dateline.reading.files import File

    stream, encoding = open_text(File("standard input", len(data), data))
    if encoding.note:
        print(f"standard input: {encoding.note}", file=sys.stderr)
    with stream:
        return stream.read().replace("\r\n", "\n").replace("\r", "\n")
