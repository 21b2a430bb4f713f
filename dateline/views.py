"""Views of a corpus that were saved: what was asked, on which data, and under what name.

They lie in `views.json` beside the generations, so they outlive a rebuild; one opened on other data
can say what differs. The id of a view is a hash of what it holds: saving the same view on the same
data again is the same view, and a link to it never shows another.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from dateline.corpus import Corpus
from dateline.durable import alone
from dateline.durable import replace as put
from dateline.errors import ChoiceError, CorpusError

__all__ = [
    "FILE",
    "KEY_DIGITS",
    "VERSIONS",
    "View",
    "checked_name",
    "find",
    "made",
    "named",
    "remove",
    "rename",
    "save",
]

FILE: Final = "views.json"

_FORMAT: Final = 1
_ID: Final = 10
"""Hexadecimal digits of an id: two of ten thousand views are alike once in twenty thousand."""
_MOST: Final = 10_000
_LONGEST_NAME: Final = 100
_LARGEST: Final = 20_000
"""Characters of an address: more than a browser takes."""
_PATIENCE: Final = 5.0

_KEPT_KEYS: Final = 200
"""Articles that a view may show so that it is kept which: 1.6 KB a view."""

VERSIONS: Final[Mapping[str, str]] = {
    "dateline": "Dateline",
    "gazetteer": "the gazetteer",
    "language_model": "the language model",
    "geoparser": "the trained files",
}
"""Entries of the provenance that are kept with a view, and what they are called."""

KEY_DIGITS: Final = 8
"""Hexadecimal digits of the key of an article that are kept."""


@dataclass(frozen=True, slots=True)
class View:
    """A view that was saved.

    Attributes:
        id: Ten hexadecimal digits.
        name: What its reader calls it; empty if it was made for a link only.
        address: Values by parameter, as `components.address.write` makes them.
        fingerprint: Of the data it was made on.
        articles: How many articles the corpus held then.
        shown: How many of them the view showed.
        corrections: How many corrections were in force.
        versions: Of gazetteer, models and program then.
        created: ISO 8601, UTC.
        keys: First `KEY_DIGITS` of the key of each article shown; none where there were many.
    """

    id: str
    name: str
    address: dict[str, list[str]]
    fingerprint: str
    articles: int
    shown: int
    corrections: int
    versions: dict[str, str]
    created: str
    keys: tuple[str, ...] = ()


def made(
    corpus: Corpus,
    address: Mapping[str, Sequence[str]],
    *,
    shown: int,
    created: str,
    name: str = "",
    keys: Sequence[str] = (),
) -> View:
    """A view of a corpus as it is.

    Args:
        corpus: The corpus, without a visitor's own articles.
        address: Values by parameter.
        shown: How many articles are shown.
        created: ISO 8601, UTC.
        name: What to call it; white space becomes single blanks.
        keys: Of the articles that are shown; beyond 200 only their number is kept.

    Raises:
        ChoiceError: The name or the address is too long.
    """
    plain = {key: list(values) for key, values in address.items()}
    text = json.dumps([corpus.fingerprint, sorted(plain.items())], ensure_ascii=False)
    if len(text) > _LARGEST:
        raise ChoiceError(
            f"a view of {len(text):,} characters", f"at most {_LARGEST:,}", "ask for less at once"
        )
    return View(
        hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_ID],
        checked_name(name),
        plain,
        corpus.fingerprint,
        len(corpus.articles),
        shown,
        len(corpus.corrections),
        {key: corpus.provenance[key] for key in VERSIONS if key in corpus.provenance},
        created,
        tuple(key[:KEY_DIGITS] for key in keys) if len(keys) <= _KEPT_KEYS else (),
    )


def named(folder: Path) -> tuple[View, ...]:
    """The views of a corpus folder that have a name, the newest first.

    Raises:
        CorpusError: The file cannot be read.
    """
    found = [view for view in _read(folder).values() if view.name]
    return tuple(sorted(found, key=lambda view: (view.created, view.id), reverse=True))


def find(folder: Path, view_id: str) -> View | None:
    """The view with this id, or None.

    Raises:
        CorpusError: The file cannot be read.
    """
    return _read(folder).get(view_id)


def save(folder: Path, view: View) -> View:
    """Keep a view; one that is there already gets the name of this one, if this one has any.

    Returns:
        The view as it now stands there.

    Raises:
        CorpusError: The folder cannot be written, or holds as many views as it may.
    """

    def change(views: dict[str, View]) -> None:
        before = views.get(view.id)
        if before is None and len(views) >= _MOST:
            raise CorpusError(
                f"{len(views):,} views are saved here", f"at most {_MOST:,}", "remove some of them"
            )
        views[view.id] = replace(before, name=view.name or before.name) if before else view

    return _changed(folder, change)[view.id]


def rename(folder: Path, view_id: str, name: str) -> None:
    """Call a view something else; without a name it is found by its link alone.

    Raises:
        ChoiceError: The name is too long.
        CorpusError: There is no such view, or the folder cannot be written.
    """
    plain = checked_name(name)

    def change(views: dict[str, View]) -> None:
        if view_id not in views:
            raise CorpusError(f"no view {view_id}", "one that is saved", "look at the list again")
        views[view_id] = replace(views[view_id], name=plain)

    _changed(folder, change)


def remove(folder: Path, view_id: str) -> None:
    """Forget a view; links to it no longer work.

    Raises:
        CorpusError: The folder cannot be written.
    """
    _changed(folder, lambda views: views.pop(view_id, None))


def checked_name(name: str) -> str:
    """A name on one line.

    Raises:
        ChoiceError: It is longer than 100 characters, or holds some that cannot be seen.
    """
    plain = " ".join(name.split())
    if len(plain) > _LONGEST_NAME or not plain.isprintable():
        raise ChoiceError(
            f"a name of {len(plain)} characters",
            f"at most {_LONGEST_NAME} letters, digits and signs",
            "call it something shorter",
        )
    return plain


def _changed(folder: Path, change: Callable[[dict[str, View]], object]) -> dict[str, View]:
    path = folder / FILE
    try:
        with alone(path.with_name(f"{FILE}.lock"), patience=_PATIENCE):
            views = _read(folder)
            change(views)
            content = {"format": _FORMAT, "views": [asdict(view) for view in views.values()]}
            put(path, json.dumps(content, indent=1).encode())
    except CorpusError:
        raise
    except OSError as error:
        raise CorpusError(
            f"{path} cannot be written: {error.strerror or error}",
            "a folder that can be written",
            "the views that were there are as they were",
        ) from error
    return views


def _read(folder: Path) -> dict[str, View]:
    path = folder / FILE
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["format"] != _FORMAT:
            raise ValueError(f"format {found['format']!r}")
        return {view.id: view for view in map(_view, found["views"])}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CorpusError(
            f"{path} cannot be read: {error}",
            "the file as Dateline writes it",
            "restore it, or move it away and save the views again",
        ) from error


def _view(found: Mapping[str, Any]) -> View:
    """A view as it stands in the file. TypeError or KeyError if it is none."""
    return View(
        id=str(found["id"]),
        name=str(found["name"]),
        address={str(key): [*map(str, values)] for key, values in found["address"].items()},
        fingerprint=str(found["fingerprint"]),
        articles=int(found["articles"]),
        shown=int(found["shown"]),
        corrections=int(found["corrections"]),
        versions={str(key): str(value) for key, value in found["versions"].items()},
        created=str(found["created"]),
        keys=tuple(map(str, found.get("keys", ()))),
    )
