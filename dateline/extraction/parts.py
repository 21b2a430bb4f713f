"""What was found so far, kept on disk while a corpus is being made.

A part holds the findings of some articles by their keys. Its name is made of these keys, and it
lies under the versions of all that read them: so a run that was stopped, however it was, goes on
where it was, nothing is read twice, and nothing that another program read is taken for ours.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.assembly import article_key
from dateline.extraction.extractor import Failure
from dateline.extraction.storage import FOLDER, Storage, storage_at
from dateline.findings import Article, Findings
from dateline.nested import arrow_type, from_nested, to_nested

__all__ = ["FOLDER", "Parts", "Result"]

Result = Findings | Failure

_SCHEMA: Final = pa.schema(
    [("key", pa.string()), ("failure", pa.string()), ("findings", arrow_type(Findings))]
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that readers of certain versions have made.

    Attributes:
        storage: Where they lie.
    """

    storage: Storage

    @classmethod
    def of(cls, place: str, versions: Mapping[str, str]) -> Parts:
        """The parts at a place (a folder, or an address for fsspec) of these versions."""
        named = hashlib.sha256(json.dumps(dict(versions), sort_keys=True).encode())
        return cls(storage_at(f"{place}/{named.hexdigest()[:16]}"))

    def write(self, articles: Sequence[Article], results: Iterable[Result]) -> None:
        """Keep what was found in some articles.

        Raises:
            OSError: The disk refused.
        """
        keys = [article_key(article) for article in articles]
        rows = [_row(key, result) for key, result in zip(keys, results, strict=True)]
        data = io.BytesIO()
        pq.write_table(
            pa.Table.from_pylist(rows, schema=_SCHEMA),
            data,
            compression="zstd",
            write_page_checksum=True,
        )
        named = hashlib.sha256("".join(keys).encode()).hexdigest()[:32]
        self.storage.write(f"{named}.parquet", data.getvalue())

    def kept(self) -> dict[str, str]:
        """Key of each article that was read → the part that holds it."""
        found: dict[str, str] = {}
        for name in sorted(self.storage.names()):
            table = self._table(name, ["key"])
            if table is not None:
                found.update(dict.fromkeys(table.column("key").to_pylist(), name))
        return found

    def results(self, name: str) -> Iterator[tuple[str, Result]]:
        """Key and result of each article of a part.

        Raises:
            OSError: The part is no longer there or was damaged.
        """
        table = self._table(name, None)
        if table is None:
            raise OSError(f"the part {name} was there and cannot be read any more")
        for row in table.to_pylist():
            if row["findings"] is None:
                yield row["key"], Failure(row["failure"])
            else:
                yield row["key"], from_nested(row["findings"], Findings)

    def _table(self, name: str, columns: list[str] | None) -> Any:
        """None for what is no part of ours, or is damaged: its articles are read again."""
        try:
            data = pa.BufferReader(self.storage.read(name))
            table = pq.ParquetFile(data, page_checksum_verification=True).read(columns)
        except (OSError, pa.ArrowException):
            return None
        return table if columns or table.schema.equals(_SCHEMA) else None


def _row(key: str, result: Result) -> dict[str, Any]:
    if isinstance(result, Failure):
        return {"key": key, "failure": result.reason, "findings": None}
    return {"key": key, "failure": None, "findings": to_nested(result, Findings)}
