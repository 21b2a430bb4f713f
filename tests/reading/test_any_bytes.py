"""Whatever stands in a file: nothing but a DatelineError is raised, and no row is lost."""

from __future__ import annotations

import csv
import io
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.reading import Reading, read_bytes
from tests.reading.made_files import archive, page, pdf, word, workbook

ENDINGS = (
    *("txt", "md", "csv", "tsv", "json", "jsonl", "parquet", "xlsx", "docx", "pdf", "html"),
    *("xml", "rss", "zip", "gz", "warc", "html.gz", "warc.gz", "", "rtf"),
)

SEEDS = (
    archive({"a.txt": "Bridge\n\nIt rained.", "b.csv": "title,text\nA,It rained.\n"}),
    workbook({"a": [("title", "text"), ("A", "It rained.")]}),
    word([("Title", "Bridge"), ("", "It rained.")]),
    pdf([["Bridge", "", "It rained."]]),
    page("Bridge").encode(),
    b'<rss version="2.0"><channel><title>T</title><item><title>A</title></item></channel></rss>',
    b'{"dateline": "1", "text": "It rained."}\n',
    b'[{"title": "A", "text": "It rained."}]',
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 4\r\n\r\nHTTP",
    b"20161216103000-1\t20161216103000" + b"\t" * 25,
)


def read(name: str, data: bytes) -> Reading | None:
    try:
        return read_bytes(name, data)
    except DatelineError:
        return None


@settings(max_examples=120)
@given(data=st.binary(max_size=300), ending=st.sampled_from(ENDINGS))
def test_no_bytes_raise_anything_else(data: bytes, ending: str) -> None:
    read(f"a.{ending}", data)


@settings(max_examples=150)
@given(
    seed=st.sampled_from(SEEDS),
    ending=st.sampled_from(ENDINGS),
    cut=st.floats(0, 1),
    at=st.floats(0, 1),
    noise=st.binary(max_size=8),
)
def test_no_damage_raises_anything_else(
    seed: bytes, ending: str, cut: float, at: float, noise: bytes
) -> None:
    data = seed[: int(len(seed) * cut) + 1]
    place = int(len(data) * at)
    read(f"a.{ending}", data[:place] + noise + data[place + len(noise) :])


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=30)


@settings(max_examples=60)
@given(rows=st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=8))
def test_articles_and_what_is_set_aside_are_the_rows(rows: list[tuple[str, str, str]]) -> None:
    stream = io.StringIO()
    lines = csv.writer(stream)
    lines.writerow(("title", "text", "date"))
    lines.writerows(rows)
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    hxl = filled[:1] and all(
        cell.strip().startswith("#") and cell.strip()[1:2].isalpha()
        for cell in filled[0]
        if cell.strip()
    )
    records = [{"title": a, "text": b, "date": c} for a, b, c in rows]
    for name, data, expected in (
        ("a.csv", stream.getvalue().encode(), len(filled) - bool(hxl)),
        ("a.json", json.dumps(records).encode(), len(rows)),
        ("a.zip", archive({"a.json": json.dumps(records)}), len(rows)),
    ):
        try:
            reading = read_bytes(name, data)
        except DatelineError as error:
            assert "no article" in str(error)
        else:
            assert len(reading.articles) + len(reading.set_aside) == expected
