"""Records go in and out of `dateline extract` without being changed on the way."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from dateline.errors import ReadingError
from dateline.extraction.interchange import (
    Refused,
    article_from_record,
    findings_record,
    names_of,
    read_articles,
    read_records,
    write_records,
)
from dateline.findings import Article, DateMention, Findings, Mention
from dateline.gazetteer.place import Place

ALEPPO = Place(
    "geonames:170063", "Aleppo", 36.20124, 37.16117, "SY", "Aleppo", "", "PPLA", "city", 1602264
)


def test_dates_are_half_open_inside_and_inclusive_in_records() -> None:
    week = DateMention(0, 9, "last week", date(2016, 12, 5), date(2016, 12, 12), "week")
    open_end = DateMention(20, 30, "since 2011", date(2011, 1, 1), None, "span")
    record = findings_record("7", Findings(dates=(week, open_end)))
    assert (record["dates"][0]["from"], record["dates"][0]["to"]) == ("2016-12-05", "2016-12-11")
    assert record["dates"][1]["to"] is None


def test_a_mention_without_a_place_is_kept_with_a_missing_place() -> None:
    lost = Mention(0, 4, "Xyzz", "event", None, None)
    placed = Mention(9, 15, "Aleppo", "event", 0.91, ALEPPO, direction="eastern")
    record = findings_record("7", Findings(mentions=(lost, placed)), agency="")
    assert record["mentions"][0]["place"] is None
    assert record["mentions"][1]["place"]["id"] == "geonames:170063"
    assert record["mentions"][1]["modifier"] == "eastern"
    assert record["agency"] is None


def test_records_without_an_id_are_numbered_from_zero(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"text": "a"}\n\n{"text": "b", "id": ""}\n{"text": "c", "id": 9}\n')
    assert [r["id"] for r in read_records(path, needed="text")] == ["0", "1", "9"]


@pytest.mark.parametrize("line", ["{", "[1]", '{"body": "x"}'])
def test_a_bad_line_is_named_by_its_number(tmp_path: Path, line: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"text": "a"}\n' + line + "\n")
    with pytest.raises(ReadingError, match="line 2"):
        read_records(path, needed="text")


BROKEN = ("{", "[1]", '{"body": "x"}', '{"text": null}', '{"text": "x", "published": "soon"}')


@pytest.mark.parametrize("line", BROKEN)
def test_a_line_that_is_no_article_is_told_of_in_its_place(tmp_path: Path, line: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"text": "a"}\n' + line + '\n{"text": "b", "id": "7"}\n')
    first, refused, last = read_articles(path)
    assert isinstance(first, Article) and isinstance(last, Article)
    assert (first.identifier, refused.identifier, last.identifier) == ("0", "1", "7")
    assert isinstance(refused, Refused) and "; expected " in refused.reason


def test_bytes_that_are_no_utf_8_cost_their_own_line(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"text": "caf\xe9"}\n{"text": "b"}\n')
    refused, article = read_articles(path)
    assert isinstance(refused, Refused) and "line 1 is no UTF-8" in refused.reason
    assert isinstance(article, Article)


@pytest.mark.parametrize("line", BROKEN)
def test_a_file_without_any_article_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(line + "\n" + line + "\n")
    with pytest.raises(ReadingError, match="; expected "):
        read_articles(path)


@pytest.mark.parametrize(
    ("names", "read"),
    [
        ("Aleppo", [{"en": "Aleppo"}]),
        (["Sukkari", {"ar": "حلب"}], [{"en": "Sukkari"}, {"ar": "حلب"}]),
        ([], []),
    ],
)
def test_names_are_words_or_words_by_language(names: object, read: list[dict[str, str]]) -> None:
    assert names_of({"id": "0", "names": names}) == read


@pytest.mark.parametrize("names", [None, 7, [["Aleppo"]], [{"en": 7}]])
def test_names_that_are_none_are_refused_with_how_they_are_written(names: object) -> None:
    with pytest.raises(ReadingError, match=r"record 4: names .*; expected a name"):
        names_of({"id": "4", "names": names})


def test_text_is_taken_as_it_is_and_a_zone_is_dropped_not_converted() -> None:
    article = article_from_record(
        {"text": "  spaced\x00\n", "published": "2016-12-16T23:30:00+03:00", "id": "x"}
    )
    assert article.text == "  spaced\x00\n"
    assert article.published == datetime(2016, 12, 16, 23, 30)


def test_an_unreadable_date_is_an_error_in_three_parts() -> None:
    with pytest.raises(ReadingError, match="'soon'; expected an ISO date; such as"):
        article_from_record({"text": "x", "published": "soon"})


def test_other_scripts_are_written_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    write_records([{"id": "1", "text": "حلب Алеппо"}], path)
    assert "حلب" in path.read_text(encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8"))["text"] == "حلب Алеппо"
