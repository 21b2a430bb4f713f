"""Integrum: Russian headers, text under "teaser" that repeats headline and day."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from dateline.reading import read

HEADER = ("Источник", "Дата", "Время", "Заголовок", "Анонс", "Оригинал", "Автор")


def workbook(path: Path, *rows: tuple[str, ...], above: str = "") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    if above:
        sheet.append([above])
    for row in (HEADER, *rows):
        sheet.append(row)
    book.save(path)
    return path


def test_texts_lose_the_headline_and_the_day_they_repeat(tmp_path: Path) -> None:
    text = "Мост закрыт\n\n28.02.2005\n\nМост через реку закрыт.\n\nЕго откроют."
    rows = [
        ("Канал: Новости", "28.02.05", "00:00", "Мост закрыт", text, "", "Ада Примерова"),
        ("Канал: Новости", "12.02.05", "15:32", "Рынок открыт", "Рынок открыт снова.", "", ""),
    ]
    first, second = read([workbook(tmp_path / "a.xlsx", *rows)]).articles
    assert first.text == "Мост закрыт\n\nМост через реку закрыт.\n\nЕго откроют."
    assert (first.source, first.author) == ("Канал: Новости", "Ада Примерова")
    assert str(first.published) == "2005-02-28 00:00:00"
    assert str(second.published) == "2005-02-12 15:32:00"
    assert second.text == "Рынок открыт снова."


def test_any_other_workbook_is_left_to_others(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["title", "text"])
    sheet.append(["Bridge", "It was closed."])
    book.save(tmp_path / "a.xlsx")
    reading = read([tmp_path / "a.xlsx"])
    assert not any("Integrum" in note for note in reading.notes)
    assert len(reading.articles) == 1
