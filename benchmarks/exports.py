"""Articles out of real exports of news databases, feeds and tables, as Dateline reads them.

The files are there to try readers on (`formats` beside the sets), and are no set: which of their
articles count is what `benchmarks/role_marks/exports.jsonl` lists. Their texts are never copied
into the project.
"""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from dateline.reading import read

__all__ = ["LISTED", "Exported", "checksum", "exported"]

LISTED: Final = Path(__file__).with_name("role_marks") / "exports.jsonl"


class Exported(NamedTuple):
    """One article: `id` is its file below the folder, `#`, and its number there from 0."""

    id: str
    text: str


def exported(folder: Path) -> Iterator[Exported]:
    """The listed articles that Dateline reads today as it did when they were marked.

    Marks of the others would fall on other words; `python -m benchmarks.role_marks` counts them.

    Args:
        folder: Where the exports lie.
    """
    wanted: dict[str, dict[int, str]] = defaultdict(dict)
    for row in map(json.loads, LISTED.read_text("utf-8").splitlines()):
        file, _, number = row["id"].rpartition("#")
        wanted[file][int(number)] = row["text"]
    for file, marked in wanted.items():
        articles = read([folder / file]).articles
        for number, sum_then in marked.items():
            text = articles[number].text if number < len(articles) else ""
            if checksum(text) == sum_then:
                yield Exported(f"{file}#{number}", text)


def checksum(text: str) -> str:
    """CRC-32 of a text in UTF-8, eight hexadecimal digits."""
    return f"{zlib.crc32(text.encode()):08x}"
