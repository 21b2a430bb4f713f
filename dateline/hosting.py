"""How a page is hosted: whether its visitors may change anything in the folder it shows."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

__all__ = ["READ_ONLY", "is_read_only", "may_write"]

READ_ONLY: Final = "DATELINE_READ_ONLY"
"""Environment variable: set to anything but `0`, nothing on the page writes to a corpus."""


def is_read_only() -> bool:
    """Whether corpora may only be read: nothing added, put right, renamed, deleted or saved."""
    return os.environ.get(READ_ONLY, "") not in ("", "0")


def may_write(folder: Path | None) -> bool:
    """Whether the page may write to a corpus folder, and the system lets it; never to none."""
    return folder is not None and not is_read_only() and os.access(folder, os.W_OK)
