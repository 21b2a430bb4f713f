"""The manifest of a corpus folder: which generation counts, and what it holds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.errors import CorpusError

__all__ = ["FORMAT", "MANIFEST", "Manifest", "generation_folder", "read_manifest"]

FORMAT: Final = 1
"""Version of this layout; a reader refuses any other."""

MANIFEST: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in `manifest.json`.

    Attributes:
        format: Version of the layout.
        name: What the corpus is called.
        created: When this generation was written, ISO 8601, UTC.
        generation: Number of the folder that counts.
        counts: Rows by table.
        files: Size in bytes by file name.
        provenance: Versions of program, gazetteer, language model and trained models.
        fingerprint: See `dateline.store.fingerprint`.
    """

    format: int
    name: str
    created: str
    generation: int
    counts: dict[str, int]
    files: dict[str, int]
    provenance: dict[str, str]
    fingerprint: str


def read_manifest(folder: Path) -> Manifest:
    """What the folder holds.

    Raises:
        CorpusError: There is no manifest, it cannot be read, or it is of another format.
    """
    path = folder / MANIFEST
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        version = found["format"]
        if version == FORMAT:
            return Manifest(**found)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise CorpusError(
            f"no corpus in {folder}",
            f"a folder with a {MANIFEST}",
            "make one with `dateline build`",
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CorpusError(
            f"{path} cannot be read: {error}",
            "the manifest as `dateline build` writes it",
            "build the corpus again, or restore the folder",
        ) from error
    raise CorpusError(
        f"{path} is of format {version!r}",
        f"format {FORMAT}",
        "open it with the version of Dateline that wrote it, or build it again",
    )


def generation_folder(folder: Path, number: int) -> Path:
    """Where the files of one generation lie."""
    return folder / "generations" / str(number)
