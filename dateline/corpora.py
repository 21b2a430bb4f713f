"""Corpora that lie side by side in a folder: listed, renamed, deleted.

    >>> [one.name for one in corpora(Path("corpora"))]      # doctest: +SKIP
    ['Aleppo, autumn 2016', 'Two ports']

A corpus here is a folder with a readable manifest; links are none, wherever they lead.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

import pandas as pd

from dateline import store, views
from dateline.corrections import ledger, notes, splits
from dateline.durable import replace as put
from dateline.errors import ChoiceError, CorpusError
from dateline.extraction import storage  # not `parts`, which loads a language model
from dateline.store.generation import open_generation
from dateline.store.set_aside import REPORT
from dateline.tables import ARTICLES

__all__ = ["CORPORA", "Listed", "corpora", "delete", "rename"]

CORPORA: Final = "DATELINE_CORPORA"
"""Environment variable: the folder whose corpora can be chosen from."""

_LONGEST_NAME: Final = 100
_FOLDERS: Final = ("generations", storage.FOLDER)
_FILES: Final = (ledger.FILE, splits.FILE, notes.FILE, REPORT, views.FILE)
"""What a corpus is made of beside its manifest; whatever else lies in its folder stays there."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A corpus as a list of them shows it.

    Attributes:
        folder: Where it lies.
        name: What it is called.
        articles: How many it holds.
        first, last: Days of its oldest and newest article; None where none has a date.
        size: Bytes on disk.
    """

    folder: Path
    name: str
    articles: int
    first: date | None
    last: date | None
    size: int

    @property
    def key(self) -> str:
        """The folder's name, which tells it from the others beside it."""
        return self.folder.name


def corpora(parent: Path) -> tuple[Listed, ...]:
    """The corpora in a folder, by the alphabet of their names; empty where there is no folder.

    One that cannot be read, or is being made, is left out.
    """
    found = []
    with suppress(OSError):
        for folder in sorted(parent.iterdir()):
            with suppress(CorpusError, OSError):
                if not folder.name.startswith("."):
                    found.append(_listed(folder))
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.key)))


def rename(folder: Path, name: str) -> None:
    """Call a corpus something else; its folder and its fingerprint stay what they are.

    Args:
        folder: The corpus.
        name: At most 100 characters; white space becomes single blanks.

    Raises:
        ChoiceError: The name is empty or too long.
        CorpusError: There is no corpus, or it cannot be written, or another process writes it.
    """
    plain = " ".join(name.split())
    if not 0 < len(plain) <= _LONGEST_NAME or not plain.isprintable():
        raise ChoiceError(
            f"a name of {len(plain)} characters",
            f"1 to {_LONGEST_NAME} letters, digits and signs",
            "call it something else",
        )
    _own_folder(folder)
    with store.writing(folder):
        manifest = replace(store.read_manifest(folder), name=plain)
        content = json.dumps(asdict(manifest), ensure_ascii=False, indent=2)
        put(folder / store.MANIFEST, content.encode())


def delete(folder: Path) -> tuple[str, ...]:
    """Delete a corpus, with the corrections and views saved in it.

    Only what a corpus is made of is deleted; readers that have it open keep what they have.

    Returns:
        Names of what else lies in its folder, which stays there.

    Raises:
        CorpusError: There is no corpus, or it is a link, or another process writes it.
    """
    _own_folder(folder)
    store.read_manifest(folder)
    with store.writing(folder):
        (folder / store.MANIFEST).unlink()  # from here on it is no corpus
        for path in (folder / name for name in (store.MANIFEST, *_FILES)):
            for beside in ("", ".lock", ".incoming"):
                path.with_name(path.name + beside).unlink(missing_ok=True)
        for name in _FOLDERS:
            if (folder / name).is_symlink():
                (folder / name).unlink()
            else:
                shutil.rmtree(folder / name, ignore_errors=True)
    (folder / "lock").unlink(missing_ok=True)
    left = tuple(sorted(path.name for path in folder.iterdir()))
    if not left:
        folder.rmdir()
    return left


def _own_folder(folder: Path) -> None:
    if folder.is_symlink() or not folder.is_dir():
        raise CorpusError(f"{folder} is no folder of its own", "a folder, not a link", "look again")


def _listed(folder: Path) -> Listed:
    _own_folder(folder)
    manifest = store.read_manifest(folder)
    published = open_generation(folder).table(ARTICLES, ["published"])["published"].dropna()
    return Listed(
        folder,
        manifest.name or folder.name,
        int(manifest.counts.get(ARTICLES.name, 0)),
        _day(published, 0),
        _day(published, -1),
        _size(store.generation_folder(folder, manifest.generation)),
    )


def _day(published: pd.Series[pd.Timestamp], at: int) -> date | None:
    return None if published.empty else published.iloc[at].date()


def _size(folder: Path) -> int:
    return sum(
        Path(where, name).stat().st_size for where, _, names in os.walk(folder) for name in names
    )
