"""What reading may and shall do beyond the usual."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["LARGEST", "Settings"]

LARGEST: Final = 2_000_000_000
"""Bytes beyond which a file is refused unless told otherwise: its articles would not fit in
memory."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Wishes of whoever reads.

    Attributes:
        largest: Bytes beyond which a file, or all files of an archive together, are refused.
        mend: Repair texts that were decoded wrongly ("â€™" for "’"); otherwise they are told only.
        private_addresses: Fetch from addresses within the own network too. Feeds name what is to be
            fetched, so whoever writes one could otherwise look into that network.
        cache: Folder for pages that were fetched; None for the usual one of this system.
        pause: Seconds between two requests to one host.
    """

    largest: int = LARGEST
    mend: bool = False
    private_addresses: bool = False
    cache: Path | None = None
    pause: float = 1.0
