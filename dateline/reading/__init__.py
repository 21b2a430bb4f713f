"""Files and folders to articles: nothing lost, nothing guessed in silence.

    from dateline.reading import read

    reading = read(["clippings/", "export.csv"], columns={"published": "datum"})
    reading.articles[0].title     # the first article
    reading.set_aside             # what could not be read, and why
    reading.notes                 # what was decided on the way: encodings, order of dates

Each format is a module with one function, from a `File` to its `Contents`; `formats` lists them in
the order in which they are tried on how a file starts. Those with much in common share a room:
`documents`, `tables`, `records`, `pages`, `archives`, each database of the press with several
layouts, and `services`. `articles` makes articles of what these hold, with `dates` and `cleaning`,
and `reading` ties it together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.reading.formats import ENDINGS
    from dateline.reading.reading import NoArticleError, Reading, read, read_bytes, read_text
    from dateline.reading.settings import Settings

__all__ = [
    "ENDINGS",
    "NoArticleError",
    "Reading",
    "Settings",
    "read",
    "read_bytes",
    "read_text",
]


def __getattr__(name: str) -> Any:
    """Load the readers of all formats when one is first asked for: a dateline needs none."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dateline.reading import formats, reading, settings

    home = formats if name == "ENDINGS" else settings if name == "Settings" else reading
    return getattr(home, name)
