"""`.eml`: a database's answer that was sent by mail."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Final

from dateline.errors import ReadingError
from dateline.reading import factiva, nexis, proquest
from dateline.reading.contents import Contents
from dateline.reading.files import File
from dateline.reading.start import Start

__all__ = ["looks_like_mail", "read_mail"]

LARGEST: Final = 50_000_000
"""Bytes; a larger mail carries something else than articles."""

_HEADERS: Final = ("mime-version:", "content-type:", "from:", "subject:", "received:")
_ENOUGH: Final = 3

_READERS: Final = (
    (proquest.looks_like_page, proquest.read_page),
    (factiva.looks_like_page, factiva.read_page),
    (nexis.looks_like_page, nexis.read_page),
    (nexis.looks_like_text, nexis.read_text),
    (proquest.looks_like_text, proquest.read_text),
)


def looks_like_mail(start: Start) -> bool:
    """Whether a file begins with the headers of a mail."""
    head = start.text.partition("\n\n")[0].lower()
    return sum(f"\n{name}" in f"\n{head}" for name in _HEADERS) >= _ENOUGH


def read_mail(file: File) -> Contents:
    """Read the articles in the first part of a mail that is an export; who sent it is not kept.

    Raises:
        ReadingError: No part is an export of a database.
        OSError: It cannot be opened.
    """
    if file.size > LARGEST:
        raise ReadingError(f"a mail of {file.size:,} bytes", f"at most {LARGEST:,}")
    with file.open() as stream:
        message = message_from_bytes(stream.read(), policy=policy.default)
    for part in message.walk():
        if not isinstance(part, EmailMessage) or part.get_content_maintype() != "text":
            continue
        content = part.get_payload(decode=True)
        data = content if isinstance(content, bytes) else b""
        inner = File(file.name, len(data), data)
        for looks_like, read in _READERS:
            if looks_like(Start.of(inner)):
                return read(inner)
    raise ReadingError(
        "a mail without an export of a news database",
        "one that a database sent",
        "save its text as a file",
    )
