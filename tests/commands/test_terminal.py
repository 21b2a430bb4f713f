"""What a terminal is shown and asked: no escape sequence of a text, any encoding, a closed pipe."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.cli import main
from dateline.commands.terminal import say, standard_input
from tests.corpora import written


def test_a_terminal_shows_an_escape_sequence_and_does_not_obey_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    say("Homs\x1b[2J \x9b31m\x07\rhidden", "a\ttab, حلب")
    assert capsys.readouterr().out == "Homs�[2J �31m��hidden\na\ttab, حلب\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Café à Alep\r\n\r\nDeux morts.\r".encode(), "Café à Alep\n\nDeux morts.\n"),
        ("Der Bürgermeister von Köln über die Straße".encode("cp1252"), "Der Bürgermeister von"),
        ("Two died in Homs.".encode("utf-16"), "Two died in Homs."),
    ],
)
def test_standard_input_is_decoded_by_its_bytes_not_by_the_terminal(
    data: bytes, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))
    assert standard_input("one text").startswith(text)


def test_what_is_no_text_is_refused_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = b"%PDF-1.7\n" + bytes(range(256)) * 4
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
    assert main(["places"]) == 2
    assert "a PDF file" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["ascii:strict", "utf-8:strict"])
def test_records_are_utf_8_and_lists_are_shown_whatever_the_terminal_is_set_to(
    tmp_path: Path, encoding: str
) -> None:
    names = tmp_path / "names.jsonl"
    names.write_text('{"names": "Mărășești", "id": "Mărășești"}\n', encoding="utf-8")
    environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "PATH": ""}
    of_file, of_one = (
        subprocess.run(
            [sys.executable, "-m", "dateline", "places", *more],
            input="Mărășești".encode(),
            capture_output=True,
            env=environment,
            check=False,
        )
        for more in ([str(names)], [])
    )
    assert (of_file.returncode, of_one.returncode) == (0, 0)
    assert json.loads(of_file.stdout.decode("utf-8"))["id"] == "Mărășești"
    assert b"RO" in of_one.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe closes otherwise there")
def test_a_pipe_that_nobody_reads_ends_it_without_a_word(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dateline", "info", str(written(tmp_path / "corpus"))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_ctrl_c_while_the_words_are_read_is_one_word_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("argparse.ArgumentParser.parse_args", stopped)
    assert main(["extract"]) == 130
    assert capsys.readouterr().err == "dateline: stopped\n"
