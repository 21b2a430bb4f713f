"""`.mhtml`: a web page that a browser saved with its pictures and frames in one file.

It is written as a mail is (RFC 2557), but nobody sent it: its date is when it was saved.
"""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Final

from dateline.errors import ReadingError
from dateline.reading.contents import Contents
from dateline.reading.files import File
from dateline.reading.pages.web_page import MEDIA_TYPES, read_web_page
from dateline.reading.start import Start

__all__ = ["looks_like_saved_page", "read_saved_page"]

LARGEST: Final = 200_000_000
"""Bytes; pictures and scripts are in it."""

_SAVED: Final = re.compile(
    r"^(?:snapshot-content-location:|from:\s*\"?<?saved by )", re.IGNORECASE | re.MULTILINE
)
_RELATED: Final = re.compile(r"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_ENDINGS: Final = (".mhtml", ".mht")


def looks_like_saved_page(start: Start) -> bool:
    """Whether a file is a page that was saved so: by who saved it, or by its name."""
    head = start.text.lstrip("\ufeff\n").partition("\n\n")[0]
    if _RELATED.search(head) is None:
        return False
    return start.file.ending in _ENDINGS or _SAVED.search(head) is not None


def read_saved_page(file: File) -> Contents:
    """Read the article of the page; its frames, which are mostly advertisements, are left out.

    Raises:
        ReadingError: There is no page in it, no article in that, or it is too large.
        OSError: It cannot be opened.
    """
    if file.size > LARGEST:
        raise ReadingError(f"a page of {file.size:,} bytes", f"at most {LARGEST:,}")
    with file.open() as stream:
        message = message_from_bytes(stream.read(), policy=policy.default)
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_type() in MEDIA_TYPES:
            data = part.get_payload(decode=True)
            page = data if isinstance(data, bytes) else b""
            url = _address(message, "snapshot-content-location") or _address(
                part, "content-location"
            )
            return read_web_page(File(file.name, len(page), page, url))
    raise ReadingError("a saved page without a page in it", "one that a browser saved whole")


def _address(message: EmailMessage, name: str) -> str:
    try:
        address = str(message.get(name, "")).strip()
    except Exception:  # a header may be malformed in more ways than the parser foresees
        return ""
    return address if address.startswith(("http://", "https://")) else ""
