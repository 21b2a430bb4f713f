"""How a page is hosted: what its visitors may change, and what they are told of its machine."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path
from typing import Final

__all__ = ["READ_ONLY", "is_read_only", "may_write", "without_paths"]

logger = logging.getLogger(__name__)

_PART: Final = r"[^\s/\\'\"`,;:]"
_PATH: Final = re.compile(
    # In quotation marks it may have spaces; else it ends at one. In an address no slash begins one.
    rf"(?P<mark>['\"`])(?:[A-Za-z]:)?[/\\](?:[^'\"`]*[/\\])?(?P<quoted>[^'\"`/\\]+)[/\\]?(?P=mark)"
    rf"|(?<![\w:/.~-])(?:[A-Za-z]:)?[/\\](?:{_PART}+[/\\])*(?P<plain>{_PART}+)[/\\]?"
)

READ_ONLY: Final = "DATELINE_READ_ONLY"
"""Environment variable: set to anything but `0`, nothing on the page writes to a corpus."""


def is_read_only() -> bool:
    """Whether corpora may only be read: nothing added, put right, renamed, deleted or saved."""
    return os.environ.get(READ_ONLY, "") not in ("", "0")


def may_write(folder: Path | None) -> bool:
    """Whether the page may write to a corpus folder, and the system lets it; never to none."""
    return folder is not None and not is_read_only() and os.access(folder, os.W_OK)


def without_paths(message: str) -> str:
    """A message of an error as visitors are told it: of a path of this machine, the name alone.

    The whole of it goes to the log, for whoever runs the page.
    """
    told = message
    for folder in (Path.cwd(), Path.home()):  # these may have spaces
        if folder != folder.parent:
            told = told.replace(f"{folder}{os.sep}", os.sep)
    told = _PATH.sub(_name, told)
    if told != message:
        logger.error("%s", message)
    return told


def _name(found: re.Match[str]) -> str:
    mark = found["mark"] or ""
    return f"{mark}{found['quoted'] or found['plain']}{mark}"
