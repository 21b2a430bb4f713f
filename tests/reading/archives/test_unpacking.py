"""Archives: what is in them is read, and what no archive of articles has is refused."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from dateline.errors import ReadingError
from dateline.reading import Settings, read, read_bytes
from tests.reading.made_files import BODY, archive, page, pdf, word, workbook


def reasons(data: bytes, name: str = "a.zip") -> dict[str, str]:
    frame = read_bytes(name, data).set_aside
    return dict(zip(frame["file"], frame["reason"], strict=True))


def test_a_zip_of_anything_is_read_as_the_files_would_be() -> None:
    data = archive(
        {
            "in/a.txt": f"Bridge closed\n\n{BODY}",
            "in/b.html": page("Road open"),
            "in/c.docx": word([("Title", "Rail open"), ("", BODY)]),
            "in/d.xlsx": workbook({"a": [("title", "text"), ("Ford", "It was dry.")]}),
            "in/e.pdf": pdf([["Quay shut", "", "The quay was shut on Monday after the rain."]]),
            "in/f.json": '[{"title": "Well", "text": "It was full."}]',
            "in/more.zip": archive({"g.csv": "title,text\nPier,It held.\n"}),
            "in/h.txt.gz": gzip.compress(b"Lock open\n\nThe lock was open."),
            "__MACOSX/in/._a.txt": b"\0\0",
            "in/.DS_Store": b"\0",
        }
    )
    reading = read_bytes("a.zip", data)
    titles = {article.title for article in reading.articles}
    assert {"Bridge closed", "Rail open", "Ford", "Well", "Pier", "Lock open"} <= titles
    assert len(reading.articles) == 8
    assert len(reading.set_aside) == 0
    assert {a.further["file"] for a in reading.articles} >= {"a.zip/in/more.zip/g.csv"}


def test_names_that_lead_out_of_an_archive_lead_nowhere(tmp_path: Path) -> None:
    names = ["../out.txt", "/etc/out.txt", "in/../../out.txt", "..\\out.txt", "C:\\out.txt"]
    (tmp_path / "a.zip").write_bytes(archive({"a.txt": BODY, **dict.fromkeys(names, BODY)}))
    reading = read([tmp_path / "a.zip"])
    assert len(reading.articles) == 1
    assert set(reading.set_aside["reason"]) == {"its name leads out of the archive; not read"}
    assert len(reading.set_aside) == len(names)
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_bombs_are_refused_before_they_are_unpacked() -> None:
    found = reasons(archive({"a.txt": BODY, "bomb.txt": b"0" * 40_000_000}))
    assert "no text packs so well" in found["a.zip/bomb.txt"]
    packed = gzip.compress(b"0" * 40_000_000)
    with pytest.raises(ReadingError, match="bytes unpacked"):
        read_bytes("a.txt.gz", packed)


def test_a_file_that_is_larger_than_it_says_is_cut_off() -> None:
    data = bytearray(archive({"a.txt": "x" * 5_000, "b.txt": BODY}, zipfile.ZIP_STORED))
    for place in (data.find(b"PK\x01\x02") + 24, 22):  # its sizes, in both places they stand
        data[place : place + 4] = (10).to_bytes(4, "little")
    reading = read_bytes("a.zip", bytes(data))
    assert [article.text for article in reading.articles] == [BODY]
    assert reading.set_aside["file"].tolist() == ["a.zip/a.txt"]


def test_archives_in_archives_end_somewhere() -> None:
    data = archive({"a.txt": BODY})
    for _ in range(6):
        data = archive({"inner.zip": data, "a.txt": f"{BODY} {len(data)}"})
    assert any("not unpacked" in reason for reason in reasons(data).values())


def test_a_password_and_a_cut_are_said() -> None:
    data = bytearray(archive({"a.txt": BODY, "b.txt": "It rained."}))
    data[6] |= 1
    data[data.find(b"PK\x01\x02") + 8] |= 1
    assert reasons(bytes(data))["a.zip/a.txt"] == "protected by a password"
    with pytest.raises(ReadingError, match="cut short"):
        read_bytes("a.zip", archive({"a.txt": BODY})[:-30])
    with pytest.raises(ReadingError, match="cut short"):
        read_bytes("a.txt.gz", gzip.compress(BODY.encode())[:-12])


def test_a_link_in_an_archive_is_not_followed() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("a.txt", BODY)
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0xA1FF << 16
        packed.writestr(link, "/etc/passwd")
    assert reasons(stream.getvalue())["a.zip/link.txt"] == "a link; not followed"


def test_the_limit_is_a_setting(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(BODY * 20, encoding="utf-8")
    (tmp_path / "c.zip").write_bytes(archive({"c.txt": BODY * 30}))
    reading = read([tmp_path], settings=Settings(largest=1_000))
    assert len(reading.articles) == 1
    first, second = reading.set_aside["reason"]
    assert "expected at most 1,000; split it" in first
    assert "at most 200,000 and 1,000 are read" in second
