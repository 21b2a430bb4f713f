"""Integrum's reports as HTML: a list of headlines that is left out, marked fields, a text."""

from __future__ import annotations

import pytest

from dateline.reading import read_bytes


def item(number: int, title: str, text: str) -> str:
    return (
        f"<div align='left'><a name='{number}'></a><table><tr><td>^ИС:\n   Речные новости \n<br>"
        f"^РБ:\n  ГОРОД\n<br>^ДТ:\n  09.02.1994\n<br>^АВ:\n  Примерова Ада,\n<br>^ЗГ:\n <b>{title}"
        f"</b>\n<br></td></tr></table><h3>{title}\n</h3><pre>\n{text}</pre></div>"
    )


def report(*items: str, listed: int) -> str:
    links = "".join(
        f"{n}. <a href='#{n}'>МОСТ</a><small>Речные</small>" for n in range(1, listed + 1)
    )
    return (
        "<html><head><META http-equiv='Content-Type' content='text/html; charset=windows-1251'>"
        f"<title>Report 12.05.2021 15:50:05</title></head><body><h3>Report</h3>{links}"
        f"{''.join(items)}</body></html>"
    )


BODY = (
    "     Мост через реку закрыли в понедельник после ночи дождя, и\n"
    "движение пустили через старый брод.\n"
    "     Во вторник <font color='red'>мост</font> открыли снова."
)


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8"])
def test_each_document_of_a_report_is_an_article_and_its_list_none(encoding: str) -> None:
    page = report(item(1, "МОСТ ЗАКРЫТ", BODY), item(2, "РЫНОК", "     Открыт."), listed=2)
    reading = read_bytes("a.html", page.encode(encoding))
    first, second = reading.articles
    assert first.text == (
        "МОСТ ЗАКРЫТ\n\nМост через реку закрыли в понедельник после ночи дождя, и движение пустили "
        "через старый брод.\n\nВо вторник мост открыли снова."
    )
    assert (first.source, first.author) == ("Речные новости", "Примерова Ада")
    assert (str(first.published)[:10], first.further["section"]) == ("1994-02-09", "ГОРОД")
    assert second.title == "РЫНОК"
    assert not any("says that it holds" in note for note in reading.notes)


def test_fewer_documents_than_its_list_has_are_said() -> None:
    page = report(item(1, "МОСТ ЗАКРЫТ", BODY), listed=3)
    notes = read_bytes("a.html", page.encode()).notes
    assert "a.html: It says that it holds 3 articles; 1 was found in it." in notes
