"""Files that commands write: whole or not at all, refused before long work, never what was asked
for passed over."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from dateline import durable
from dateline.cli import main
from tests.corpora import ARTICLES, written


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_leaves_the_file_that_was_there_and_is_said_of_the_one_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, output = written(tmp_path / "corpus"), tmp_path / "mine.csv"
    output.write_text("made last week")
    monkeypatch.setattr(durable, "sync", full)
    assert main(["export", str(corpus), "--output", str(output)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"dateline: {output}: No space left on device; expected a disk with ")
    assert output.read_text() == "made last week"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "mine.csv"]


@pytest.mark.skipif(os.name == "nt", reason="rights are other there")
def test_who_may_read_a_file_may_read_what_takes_its_place_and_a_link_stays(tmp_path: Path) -> None:
    corpus, output, link = written(tmp_path / "corpus"), tmp_path / "a.csv", tmp_path / "b.csv"
    output.touch(mode=0o600)
    link.symlink_to(output)
    assert main(["export", str(corpus), "--output", str(link)]) == 0
    assert link.is_symlink()
    assert stat.S_IMODE(output.stat().st_mode) == 0o600
    assert output.read_bytes()


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="no such file")
def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    durable.replace(Path(f"/dev/fd/{writer}"), b"as it is")
    assert os.read(reader, 100) == b"as it is"
    os.close(reader)
    os.close(writer)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "words",
    [
        ["extract", "in.jsonl", "--output"],
        ["places", "in.jsonl", "--output"],
        ["evaluate", "in.jsonl", "--mistakes"],
        ["sample", "corpus", "--output"],
        ["export", "corpus", "--output"],
    ],
)
def test_an_output_that_cannot_be_is_said_before_anything_is_read(
    words: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    output = tmp_path / "none" / "x.csv"
    assert main([*words, str(output)]) == 2  # neither in.jsonl nor a corpus is there
    assert f"no folder {output.parent}" in capsys.readouterr().err
    output.mkdir(parents=True)
    assert main([*words, str(output)]) == 2
    assert f"{output}: Is a directory" in capsys.readouterr().err


def test_a_sample_that_may_have_been_annotated_is_never_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, sample = written(tmp_path / "corpus"), tmp_path / "sample.json"
    words = ["sample", str(corpus), "--output", str(sample)]
    assert main([*words, "--articles", "2"]) == 0
    sample.write_text("an afternoon's work")
    capsys.readouterr()
    assert main(words) == 2
    assert "sample.json is there already" in capsys.readouterr().err
    assert sample.read_text() == "an afternoon's work"


def test_a_sample_says_when_the_corpus_has_no_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["sample", str(written(tmp_path / "corpus")), "--blank", "--output"]
    assert main([*words, str(tmp_path / "a.json"), "--articles", "900"]) == 0
    assert "mentions to be added\nthe corpus has no more" in capsys.readouterr().out
    assert main([*words, str(tmp_path / "b.json"), "--articles", "1"]) == 0
    assert "no more" not in capsys.readouterr().out


@pytest.mark.parametrize("ending", [".jsonl", ".parquet"])
def test_what_a_file_to_be_read_back_holds_is_counted_whole_and_never_coarse(
    tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, output = written(tmp_path / "corpus"), tmp_path / f"all{ending}"
    words = ["export", str(corpus), "--output", str(output)]
    for option in (["--coordinates", "grid"], ["--role", "setting"]):
        assert main([*words, *option]) == 2
        assert f"{option[0]} with {output}" in capsys.readouterr().err
    assert not output.exists()
    assert main(words) == 0
    said = capsys.readouterr().out
    assert main([*words[:-1], str(tmp_path / "all.csv"), "--role", "all"]) == 0
    assert said.replace(str(output), "") == capsys.readouterr().out.replace(
        str(tmp_path / "all.csv"), ""
    )
    assert f"{len(ARTICLES)} articles" in said
    assert main([*words, "--country", "LB", "--role", "setting"]) == 0  # it chooses articles


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["sample", "c", "--output", "x.json", "--seed", "-1"], "whole number, 0 or more"),
        (["sample", "c", "--output", "x.json", "--articles", "few"], "a whole number above 0"),
        (["build", "x", "--corpus", "c", "--largest", "0.5"], "a whole number above 0"),
    ],
)
def test_a_number_that_is_none_is_refused_in_words(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err


def test_a_file_in_place_of_a_corpus_is_no_corpus(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("x")
    assert main(["info", str(tmp_path / "notes.txt")]) == 2
    assert f"no corpus in {tmp_path / 'notes.txt'}; expected a folder" in capsys.readouterr().err


def test_a_full_disk_without_a_name_is_said_in_three_parts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("dateline.commands.records.standard_input", full)
    assert main(["places"]) == 2
    assert capsys.readouterr().err == (
        "dateline: No space left on device; expected a disk with room; make some, or name a file "
        "elsewhere\n"
    )
