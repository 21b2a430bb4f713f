"""The command: errors in one line with status 2, help with examples, answers to be read."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from dateline.cli import main
from tests.corpora import written

COMMANDS = [
    "build",
    "add",
    "open",
    "demo",
    "info",
    "export",
    "corrections",
    "extract",
    "places",
    "sample",
    "evaluate",
]


def small(folder: Path) -> Path:
    """A small corpus in a folder."""
    return written(folder / "corpus")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    assert f"example:\n  dateline {command}" in capsys.readouterr().out


def test_every_command_is_in_the_readme() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    assert all(f"dateline {command}" in readme for command in COMMANDS)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["info", "nowhere"], "nowhere"),
        (["open", "nowhere"], "nowhere"),
        (["build", "nowhere.csv", "--corpus", "c"], "nowhere.csv"),
        (["extract", "nowhere.jsonl"], "no file nowhere.jsonl; expected one that exists; check"),
        (["places", "nowhere.jsonl"], "no file nowhere.jsonl; expected one that exists; check"),
        (["build", "x.csv", "--corpus", "c", "--column", "date"], "OURS=THEIRS"),
        (["export", "nowhere", "--output", "x.csv"], "nowhere"),
        (["export", "nowhere", "--output", "x.doc"], ".geojson"),
        (["sample", "nowhere", "--output", "x.json"], "nowhere"),
        (["evaluate", "nowhere.jsonl"], "nowhere.jsonl"),
    ],
)
def test_what_a_user_gets_wrong_is_one_line_and_status_2(
    words: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    message = capsys.readouterr().err
    assert said in message
    assert len(message.strip().splitlines()) == 1


def test_one_text_from_standard_input_gets_a_readable_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Shells fell on the city of Idlib on 4 May 2016."))
    assert main(["extract"]) == 0
    answer = capsys.readouterr().out
    assert "event      Idlib" in answer
    assert "2016-05-04" in answer


def test_one_name_from_standard_input_gets_its_place(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Deir ez-Zor\n"))
    assert main(["places"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert "SY" in first
    assert " 35.3" in first


def test_extract_writes_one_record_a_line_in_order_with_offsets_into_the_text(
    tmp_path: Path,
) -> None:
    texts = ["Two died in Homs.", "", "Talks were held in Astana.", "Two died in Homs."]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    assert main(["extract", str(source), "--output", str(target)]) == 0
    records = [json.loads(line) for line in target.read_text().splitlines()]
    assert [record["id"] for record in records] == ["0", "1", "2", "3"]
    for record, text in zip(records, texts, strict=True):
        assert all(text[m["start"] : m["end"]] == m["text"] for m in record["mentions"])
    assert records[0]["mentions"] == records[3]["mentions"] != []


def test_build_then_info(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text("Bridge hit\n\nHOMS, May 4 — A bridge in Homs was hit.")
    (folder / "two.txt").write_bytes(bytes(range(256)) * 4)
    corpus = tmp_path / "mine"
    assert main(["build", str(folder), "--corpus", str(corpus), "--name", "Bridges"]) == 0
    said = capsys.readouterr().out
    assert "1 article in" in said
    assert "set aside" in said
    assert "two.txt" in said
    assert main(["info", str(corpus)]) == 0
    said = capsys.readouterr().out
    assert "Bridges: 1 article\n" in said
    assert "1 text after copies are counted once\n" in said


def test_a_build_says_that_it_replaced_a_corpus(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, corpus = tmp_path / "one.txt", tmp_path / "mine"
    source.write_text("Bridge hit\n\nA bridge in Homs was hit.")
    assert main(["build", str(source), "--corpus", str(corpus)]) == 0
    assert "takes the place" not in capsys.readouterr().out
    assert main(["build", str(source), "--corpus", str(corpus)]) == 0
    said = capsys.readouterr().out
    assert "takes the place of the corpus that was there, of 1 article: `dateline add`" in said


def test_the_option_is_named_where_no_column_is_known_to_hold_the_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strange = tmp_path / "strange.csv"
    long = "In Homs a bridge was hit. " * 9
    strange.write_text(f"kopf,rumpf\nA bridge,{long}\n")
    corpus = str(tmp_path / "mine")
    assert main(["build", str(strange), "--corpus", corpus]) == 2
    assert "say which column does; --column text=NAME" in capsys.readouterr().err
    (tmp_path / "one.txt").write_text("Bridge hit\n\nA bridge in Homs was hit.")
    assert main(["build", str(tmp_path), "--corpus", corpus]) == 0
    said = capsys.readouterr().out
    assert "which column holds the text is told by --column text=NAME" in said


def test_export_writes_what_its_filters_leave(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, output = small(tmp_path), tmp_path / "places.geojson"
    words = ["export", str(corpus), "--output", str(output), "--role", "event", "--role", "setting"]
    words += ["--from", "2016-09-01", "--to", "2016-12-11", "--country", "LB", "--words", "pumps"]
    assert main([*words, "--source", "Levant Desk"]) == 0
    assert "places.geojson: 1 mention, 1 place, 1 article\n" in capsys.readouterr().out
    collection = json.loads(output.read_text("utf-8"))
    assert [one["id"] for one in collection["features"]] == ["geonames:266826"]
    assert collection["filters"] == (
        "“pumps”; published 1 Sep 2016 – 11 Dec 2016; role: event, setting; "
        "source: Levant Desk; country: Lebanon"
    )
    assert main(["export", str(corpus), "--output", str(output), "--role", "all"]) == 0
    assert len(json.loads(output.read_text("utf-8"))["features"]) > 8


def test_what_an_output_cannot_hold_is_refused_not_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for option, output in (
        (["--rows", "places"], "x.xlsx"),
        (["--excel"], "x.html"),
        (["--texts"], "x.csv"),
    ):
        assert main(["export", "mine", "--output", str(tmp_path / output), *option]) == 2
        assert f"{option[0]} with {tmp_path / output}; expected an" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--source", "levant desk", "levant desk, which is not in the corpus; expected one of "),
        ("--country", "Syria", "SYRIA, which is not in the corpus; expected one of BA, FJ, LB"),
    ],
)
def test_export_takes_no_source_or_country_that_the_corpus_has_not(
    tmp_path: Path, option: str, value: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", str(small(tmp_path)), "--output", str(tmp_path / "x.csv")]
    assert main([*words, option, value]) == 2
    assert said in capsys.readouterr().err
    assert main([*words, "--country", "sy"]) == 0


def test_export_says_what_of_its_words_could_not_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", str(small(tmp_path)), "--output", str(tmp_path / "x.csv")]
    assert main([*words, "--words", "pumps AND ("]) == 0
    said = capsys.readouterr()
    assert said.err.strip()
    assert "1 article" in said.out


def test_a_folder_that_is_not_there_is_said_of_an_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "none" / "x.csv"
    assert main(["export", str(small(tmp_path)), "--output", str(output)]) == 2
    said = capsys.readouterr().err
    assert (
        said == f"dateline: no folder {output.parent}; expected one that exists; make it, or "
        "check its name\n"
    )


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "read your own articles" in capsys.readouterr().err


def test_a_line_that_is_no_article_costs_only_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"text": "Two died in Homs."}\n{"text": "Two\n')
    assert main(["extract", str(source), "--output", str(target), "--processes", "1"]) == 0
    found, refused = map(json.loads, target.read_text().splitlines())
    assert [mention["text"] for mention in found["mentions"]] == ["Homs"]
    assert "line 2 is no JSON" in refused["error"]
    assert "1 of 2 could not be read" in capsys.readouterr().err


def test_names_in_a_file_get_their_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "names.jsonl"
    source.write_text('{"names": "Deir ez-Zor"}\n{"names": [{"en": "Xqzzy"}, "Homs"]}\n')
    assert main(["places", str(source)]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["candidates"][0]["country"] == second["candidates"][0]["country"] == "SY"


@pytest.mark.parametrize(("option", "value"), [("--from", "May 4"), ("--role", "victim")])
def test_export_says_which_filter_it_cannot_read(
    option: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["export", "mine", "--output", "x.csv", option, value])
    assert stopped.value.code == 2
    assert value in capsys.readouterr().err
