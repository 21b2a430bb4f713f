"""`dateline corrections`: what the page does, from the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli import main
from dateline.corpus import Corpus
from dateline.corrections import NOT_A_PLACE, Correction, ledger
from tests.corpora import PLACES, small_corpus, written

LEBANON = Correction("surface", surface="Tripoli", place=PLACES["tripoli lebanon"].gazetteer_id)
KEY = small_corpus().column("articles", "key").iat[4]
NAME = Correction("article", KEY, surface="Washington", role="name", note="=1+1", at="2026-11-24")
UNKNOWN = Correction("surface", surface="Suva", place="geonames:999999999")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "corpus")


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = main(["corrections", *map(str, words)])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_corpus_without_corrections_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, folder) == (0, "nothing was put right\n", "")


def test_they_are_listed_with_what_they_touch(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger.add(folder, [LEBANON, NAME, UNKNOWN])
    with (folder / ledger.FILE).open("a") as file:
        file.write("nonsense\n")
    status, out, err = run(capsys, folder, "list")
    assert status == 0
    assert "1  “Tripoli” everywhere → Tripoli, Lebanon" in out and "3 mentions" in out
    assert "“Washington” in one article of “A warning, and an old name” → role: name" in out
    assert "1 mention · 2026-11-24 · =1+1" in out
    assert "its place is unknown" in out
    assert "set aside: row 4: the scope 'nonsense'" in err


def test_what_one_exports_another_imports_once(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    ledger.add(folder, [LEBANON, NAME])
    file = tmp_path / "theirs.csv"
    assert run(capsys, folder, "export", file)[1] == f"{file}: 2 corrections\n"
    assert run(capsys, folder, "undo", 2)[1] == "1 correction undone\n"
    said = run(capsys, folder, "import", file)[1]
    assert said == f"1 correction from {file}, 1 there already\n"
    assert ledger.read(folder).corrections == (LEBANON, NAME)


def test_a_file_of_something_else_is_refused_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "mentions.csv"
    file.write_text("title,place\n" + "A bridge,Homs\n" * 40)
    status, _, err = run(capsys, folder, "import", file)
    assert (status, len(err.strip().splitlines())) == (2, 1)
    assert f"no row of {file} is a correction" in err
    assert not (folder / ledger.FILE).exists()


def test_of_many_rows_that_are_set_aside_ten_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "theirs.csv"
    file.write_bytes(ledger.exported([LEBANON]) + b"wrong\r\n" * 30)
    status, out, err = run(capsys, folder, "import", file)
    assert (status, out) == (0, f"1 correction from {file}\n")
    assert err.splitlines()[-1] == "… and 20 more rows"
    assert len(err.splitlines()) == 11


def test_a_number_that_no_correction_has_is_said_with_those_there_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger.add(folder, [LEBANON, NAME])
    for number in ("x", "3", "0"):
        status, _, err = run(capsys, folder, "undo", number)
        assert (status, f"correction {number}; expected a number from 1 to 2" in err) == (2, True)


def test_undo_takes_the_last_or_those_that_are_numbered(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = Correction("surface", surface="Suva", place=NOT_A_PLACE)
    ledger.add(folder, [LEBANON, NAME, gone])
    assert len(Corpus.open(folder).mentions) < len(small_corpus().mentions)
    assert run(capsys, folder, "undo")[0] == 0
    assert ledger.read(folder).corrections == (LEBANON, NAME)
    assert len(Corpus.open(folder).mentions) == len(small_corpus().mentions)
    assert run(capsys, folder, "undo", 1, 2)[0] == 0
    assert ledger.read(folder).corrections == ()


def test_copies_are_split_and_joined_by_the_keys_of_articles(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = small_corpus().column("articles", "key").iat[3]
    assert run(capsys, folder, "split", key)[0] == 0
    assert Corpus.open(folder).articles["copy_group"].nunique() == 10
    assert f"{key}: a text of its own" in run(capsys, folder)[1]
    assert run(capsys, folder, "join", key)[0] == 0
    assert Corpus.open(folder).articles["copy_group"].nunique() == 9


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["undo"], "nothing was put right in this corpus; expected a correction to undo"),
        (["undo", "x"], "nothing was put right"),
        (["export"], "the file to write"),
        (["import", "nowhere.csv"], "nowhere.csv"),
        (["list", "3"], "nothing after"),
        (["split"], "no article"),
        (["split", "abc"], "the article 'abc'"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(
    folder: Path,
    words: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run(capsys, folder, *words)
    assert (status, out) == (2, "")
    assert said in err and len(err.strip().splitlines()) == 1


def test_a_folder_that_is_no_corpus_is_left_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, tmp_path, "split", "abc")[0] == 2
    assert list(tmp_path.iterdir()) == []
