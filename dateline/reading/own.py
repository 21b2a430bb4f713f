"""Dateline's own export of articles with all that was found in them, and the way back.

A row is an article: `text`, `title`, `published` (ISO 8601 or null), `source`, `author`, `url`,
`agency`, `further` (name and value of the reader's own columns), and `findings`, nested as
`dateline.findings.Findings` is. The same in Parquet and in JSON Lines, where `dateline` comes first
in each object. What is read back is not read for places again: it is what it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.errors import ReadingError
from dateline.findings import Article, Findings
from dateline.nested import arrow_type, from_nested, to_nested
from dateline.reading.contents import Aside, Contents, excerpt
from dateline.reading.files import File

__all__ = [
    "LAYOUT",
    "SCHEMA",
    "is_own_lines",
    "is_own_parquet",
    "read_own_lines",
    "read_own_parquet",
    "row_of",
]

LAYOUT: Final = "1"
"""Version of this layout."""

_MARK: Final = "dateline"
_WORDS: Final = ("text", "title", "source", "author", "url", "agency")

SCHEMA: Final = pa.schema(
    [
        *((name, pa.large_string()) for name in _WORDS),
        ("published", pa.timestamp("us")),
        ("further", pa.list_(pa.struct([("name", pa.string()), ("value", pa.large_string())]))),
        ("findings", arrow_type(Findings)),
    ],
    metadata={_MARK: LAYOUT},
)


def row_of(article: Article, findings: Findings) -> dict[str, Any]:
    """An article as a row of `SCHEMA`."""
    return {
        **{name: getattr(article, name) for name in _WORDS},
        "published": article.published,
        "further": [{"name": name, "value": value} for name, value in article.further.items()],
        "findings": to_nested(findings, Findings),
    }


def is_own_lines(text: str) -> bool:
    """Whether the start of a file is that of our own JSON Lines."""
    return text.startswith(f'{{"{_MARK}": "{LAYOUT}", ')


def is_own_parquet(file: File) -> bool:
    """Whether a file is our own Parquet; false where it cannot be read at all."""
    try:
        with file.open() as stream:
            metadata = pq.read_schema(stream).metadata or {}
    except (pa.ArrowException, OSError, ValueError):
        return False
    return metadata.get(_MARK.encode()) == LAYOUT.encode()


def read_own_lines(file: File) -> Contents:
    """Read our own JSON Lines; a line that is not as it was written is set aside.

    Raises:
        OSError: It cannot be opened.
    """
    contents = _contents()
    with file.open() as stream:
        for row, line in enumerate(stream, start=1):
            try:
                contents.articles.append((row, _article(json.loads(line, object_hook=_dated))))
            except (ValueError, TypeError, KeyError, RecursionError):
                reason = "not as Dateline writes it; perhaps cut short"
                start = excerpt(line[:400].decode("utf-8", "replace"))
                contents.asides.append(Aside(file.name, row, reason, start))
    return contents


def read_own_parquet(file: File) -> Contents:
    """Read our own Parquet.

    Raises:
        ReadingError: It is damaged, or not as it was written.
        OSError: It cannot be opened.
    """
    contents = _contents()
    with file.open() as stream:
        try:
            for row, cells in enumerate(_rows(stream), start=1):
                contents.articles.append((row, _article(cells)))
        except (pa.ArrowException, ValueError, TypeError, KeyError, OSError) as error:
            raise ReadingError(
                f"not as Dateline writes it: {str(error)[:100]}", "a whole export"
            ) from error
    return contents


def _contents() -> Contents:
    return Contents(("text",), is_table=False, notes=["Read as Dateline wrote it."])


def _rows(stream: Any) -> Iterator[dict[str, Any]]:
    for batch in pq.ParquetFile(stream).iter_batches(batch_size=512):
        yield from batch.to_pylist()


def _article(cells: Mapping[str, Any]) -> Article:
    words = {name: cells[name] for name in _WORDS}
    further = {each["name"]: each["value"] for each in cells["further"]}
    published = cells["published"]
    if not all(isinstance(value, str) for value in (*words.values(), *further.values())):
        raise TypeError("a text that is none")
    if not isinstance(published, datetime | None):
        raise TypeError("a date that is none")
    findings = from_nested(cells["findings"], Findings)
    return Article(**words, published=published, further=further, findings=findings)


_MOMENTS: Final = ("published", "earliest", "latest")


def _dated(found: dict[str, Any]) -> dict[str, Any]:
    for name in _MOMENTS:
        if isinstance(value := found.get(name), str):
            moment = datetime.fromisoformat(value)
            found[name] = moment if name == "published" else date(*moment.timetuple()[:3])
    return found
