"""Files and folders as they are given: all are read, none twice, each by a name of its own."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from benchmarks.development import EVALUATION
from dateline.errors import ReadingError
from dateline.reading import read, read_bytes
from tests.reading.given import BODY, aside


def test_a_folder_is_read_to_the_bottom_and_a_broken_file_does_not_stop_it(tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text(f"Bridge closed\n\n{BODY}", encoding="utf-8")
    (folder / "b.txt").write_bytes(b"%PDF-1.7 not a text")
    (folder / "c.txt").write_bytes(b"")
    (folder / "d.csv").write_text("id,url\n1,https://example.org\n", encoding="utf-8")
    (folder / "e.parquet").write_bytes(b"PAR1 cut")
    (folder / "f.xlsx").write_bytes(b"PK\x03\x04")
    (folder / "deep" / "G.TXT").write_text("Bridge opened\n\nIt was opened.", encoding="utf-8")
    (folder / ".hidden.txt").write_text("Hidden\n\nNo article.", encoding="utf-8")
    reading = read([folder])
    assert [article.title for article in reading.articles] == ["Bridge closed", "Bridge opened"]
    assert [article.further["file"] for article in reading.articles] == [
        "clippings/a.txt",
        "clippings/deep/G.TXT",
    ]
    assert [(file, re.split("[:;]", reason)[0][:30]) for file, _, reason in aside(reading)] == [
        ("clippings/b.txt", "a damaged PDF file, perhaps cu"),
        ("clippings/c.txt", "empty"),
        ("clippings/d.csv", "no column is known to hold the"),
        ("clippings/e.parquet", "no Parquet file"),
        ("clippings/f.xlsx", "a damaged document, perhaps cu"),
    ]
    assert set(reading.set_aside["row"]) == {""}


def test_links_out_of_a_folder_and_in_circles_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Secret\n\nNot for this corpus.", encoding="utf-8")
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "a.txt").write_text(BODY, encoding="utf-8")
    (folder / "b.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "c").symlink_to(folder)
    (folder / "d.txt").symlink_to(folder / "a.txt")  # within the folder: the same file once more
    (folder / "e.txt").symlink_to(folder / "nowhere.txt")
    os.mkfifo(folder / "f.txt")
    (folder / "g.txt").symlink_to("h.txt")
    (folder / "h.txt").symlink_to("g.txt")
    reading = read([folder])
    assert len(reading.articles) == 1
    assert aside(reading) == [
        ("clippings/b.txt", "", "a link that leads out of the folder; not followed"),
        ("clippings/c", "", "a link to a folder; not followed"),
        ("clippings/e.txt", "", "no ordinary file"),
        ("clippings/f.txt", "", "no ordinary file"),
        ("clippings/g.txt", "", "no ordinary file"),
        ("clippings/h.txt", "", "no ordinary file"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are UTF-8 there")
def test_a_file_whose_name_is_not_utf_8_is_read_and_named_as_far_as_it_can_be(
    tmp_path: Path,
) -> None:
    for name in (b"caf\xe9.txt", b"caf\xe8.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(f"{BODY} {name!r}")
    reading = read([tmp_path])
    names = [article.further["file"] for article in reading.articles]
    assert len(names) == 2
    assert all("caf\ufffd.txt" in name for name in names)


def test_a_source_given_twice_is_read_once_and_two_of_one_name_are_told_apart(
    tmp_path: Path,
) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.csv").write_text(
            f"text\nIt rained in {folder}.\n", encoding="utf-8"
        )
    first, second = tmp_path / "one" / "a.csv", tmp_path / "two" / "a.csv"
    reading = read([first, str(second), first])
    assert len(reading.articles) == 2
    assert list(reading.columns) == ["a.csv", second.resolve().as_posix()]


def test_a_source_that_does_not_exist_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"no file or folder .*nowhere\.csv"):
        read([tmp_path, tmp_path / "nowhere.csv"])


def test_what_holds_of_many_files_is_said_once(tmp_path: Path) -> None:
    for number in range(5):
        text = f"Le marché {number} a été fermé lundi après le bombardement."
        (tmp_path / f"{number}.txt").write_bytes(text.encode("cp1252"))
    notes = read([tmp_path]).notes
    assert notes == (
        f"{tmp_path.name}/0.txt and 4 more: Not UTF-8; read as cp1252, as detected.",
        "text files: 5 of 5 without a title.",
        "text files: 5 of 5 without a source.",
        "text files: 5 of 5 without a date.",
    )


def test_uploads_are_named_without_their_folders() -> None:
    reading = read_bytes("C:\\fakepath\\..\\a.csv", b"text\nIt closed.\n")
    assert list(reading.columns) == ["a.csv"]


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="nothing to read"):
        read([tmp_path])


@pytest.mark.skipif(not EVALUATION.exists(), reason="the evaluation sets are not on this machine")
def test_every_row_of_a_real_corpus_is_an_article_or_a_repeat() -> None:
    reading = read([EVALUATION / "syria_press.dev.csv"])
    assert len(reading.articles) + len(reading.set_aside) == 423
    assert set(reading.set_aside["reason"].str.extract("^(the same article)")[0]) == {
        "the same article"
    }
    assert all(article.published and article.source for article in reading.articles)


@pytest.mark.skipif(
    not (EVALUATION.parent / "formats").exists(),
    reason="the sample formats are not on this machine",
)
@pytest.mark.parametrize(("kind", "articles"), [("tables", 571), ("txtfolder", 12)])
def test_real_exports_are_read_without_a_fall(kind: str, articles: int) -> None:
    assert len(read([EVALUATION.parent / "formats" / kind]).articles) >= articles
