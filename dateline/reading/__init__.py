"""Files and folders to articles: nothing lost, nothing guessed in silence.

    from dateline.reading import read

    reading = read(["clippings/", "export.csv"], columns={"published": "datum"})
    reading.articles[0].title     # the first article
    reading.set_aside             # what could not be read, and why
    reading.notes                 # what was decided on the way: encodings, order of dates

Each format is a module with one function, from a `File` to its `Contents`; `articles` makes
articles of what these hold, and `reading` ties it together. Text files, CSV, JSON Lines and Parquet
are read.
"""

from __future__ import annotations

from dateline.reading.reading import FORMATS, Reading, read, read_bytes, read_text

__all__ = ["FORMATS", "Reading", "read", "read_bytes", "read_text"]
