"""Parquet: typed columns become the text they would be printed as."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dateline.errors import ReadingError
from dateline.reading import read_bytes
from dateline.reading.files import File
from dateline.reading.tables import parquet


def file_of(**columns: object) -> File:
    stream = io.BytesIO()
    pq.write_table(pa.table(columns), stream)
    return File("a.parquet", len(stream.getvalue()), stream.getvalue())


def test_values_of_every_type_become_text() -> None:
    (record,) = parquet.read_parquet(
        file_of(
            text=["It closed."],
            day=[date(2016, 12, 16)],
            at=[datetime(2016, 12, 16, 10, 0, tzinfo=UTC)],
            raw=[b"caf\xc3\xa9"],
            n=[3],
            none=pa.array([None], pa.string()),
            gone=[float("nan")],
            tags=[["war", "bridge"]],
            spans=[[{"start": 1}]],
            when=[[date(2016, 12, 16)]],
            kind=pa.array(["news"]).dictionary_encode(),
        )
    ).records
    assert record.cells == {
        "text": "It closed.",
        "day": "2016-12-16",
        "at": "2016-12-16T10:00:00+00:00",
        "raw": "café",
        "n": "3",
        "tags": "war; bridge",
        "spans": '[{"start": 1}]',
        "when": "[datetime.date(2016, 12, 16)]",
        "kind": "news",
    }


def test_times_with_a_zone_keep_the_clock_of_that_zone() -> None:
    at = pa.array([datetime(2016, 12, 16, 8, tzinfo=UTC)], pa.timestamp("ns", "Asia/Damascus"))
    file = file_of(text=["It closed."], published=at)
    (article,) = read_bytes("a.parquet", file.head(-1)).articles
    assert article.published == datetime(2016, 12, 16, 10)


def test_a_damaged_file_is_refused() -> None:
    whole = file_of(text=["It closed."]).head(-1)
    for data in (whole[:-20], whole[:8], b"", b"title,text"):
        with pytest.raises(ReadingError, match="no Parquet file"):
            parquet.read_parquet(File("a.parquet", len(data), data))


def test_a_file_that_unpacks_to_more_than_memory_holds_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parquet, "LARGEST", 1_000_000)
    with pytest.raises(ReadingError, match="bytes unpacked"):
        parquet.read_parquet(file_of(text=["x" * 2_000_000]))
