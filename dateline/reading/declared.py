"""Bytes that say what they are encoded in, rightly or not."""

from __future__ import annotations

import codecs
from typing import Final

from dateline.reading.encoding import detect_encoding
from dateline.reading.files import File

__all__ = ["decode"]

# What pages call latin-1 is cp1252: https://encoding.spec.whatwg.org/#names-and-labels
_MEANT: Final = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}


def decode(data: bytes, declared: str) -> tuple[str, str]:
    """Read bytes by what they are, and by what they declare only where they can be that.

    UTF-8 is told from everything else by its bytes; so what reads as UTF-8 is, whatever is
    declared. What does not is read as declared if it can be, and as detected otherwise.

    Args:
        data: Any bytes.
        declared: The name of an encoding, or empty.

    Returns:
        The text, and a note where it is not what was declared; empty where all is well.

    Raises:
        ReadingError: It is binary.
    """
    found = detect_encoding(File("", len(data), data))
    name = found.name
    told = _python_name(declared)
    if name not in ("utf-8", "utf-8-sig", "utf-16", "utf-32") and told not in ("", "utf-8"):
        try:
            return data.decode(told), ""
        except UnicodeDecodeError:
            pass
    text = data.decode(name, "replace")
    if not told or text.isascii() or told == name.removesuffix("-sig"):
        return text, found.note
    return text, f"It declares {declared} and is {name}; read as {name}."


def _python_name(declared: str) -> str:
    try:
        name = codecs.lookup(declared.strip().lower()).name
    except (LookupError, UnicodeError):
        return ""
    return _MEANT.get(name, name)
