"""Kikuzo and Yomidasu: a row of fields, then the article, many to a page."""

from __future__ import annotations

from dateline.reading import read_bytes


def kikuzo(*fields: str, title: str, text: str) -> str:
    cells = "".join(f"<TD class='topic-list'>{field}</TD>" for field in fields)
    return (
        "<TABLE class='topic-inside'><TR><TD><TABLE class='topic-list'><TR><TH>No.</TH><TH>発行日"
        f"</TH></TR><TR>{cells}</TR></TABLE></TD></TR></TABLE><TABLE class='topic-detail'><TR><TD>"
        f"<SPAN class='font002'>\n{title}</SPAN></TD></TR><TR><TD><SPAN class='font003'><DIV class="
        f"'detail001'>\n{text}</DIV></SPAN></TD></TR></TABLE><TABLE class='topic-inside'><TR><TD>"
        "<a href='#top'>このページの上へ</a></TD></TR></TABLE>"
    )


def test_articles_of_kikuzo() -> None:
    day = "<NOBR>2018年</NOBR><NOBR>03月24日</NOBR>"
    hit = "<SPAN style='font-weight:bold'>月曜日</SPAN>"
    page = (
        "<!DOCTYPE HTML><html lang='ja'><head><title>検索</title></head><body>お知らせ"
        + kikuzo(
            "1",
            day,
            "朝刊",
            "外報",
            "012",
            "00625文字",
            title="橋を閉鎖",
            text=f"　橋は{hit}に。<BR>　雨。",
        )
        + kikuzo(
            "2", day, "夕刊", "総合", "002", "00093文字", title="市場の再開", text="　開いた。"
        )
        + "</body></html>"
    )
    first, second = read_bytes("a.html", page.encode()).articles
    assert first.text == "橋を閉鎖\n\n橋は月曜日に。\n\n雨。"
    assert (first.source, str(first.published)[:10]) == ("Asahi Shimbun", "2018-03-24")
    kept = {name: first.further[name] for name in ("edition", "section", "page", "length")}
    assert kept == {"edition": "朝刊", "section": "外報", "page": "012", "length": "00625文字"}
    assert second.title == "市場の再開"


def yomidasu(*fields: str, text: str) -> str:
    cells = "".join(f"<th>{field}</th>" for field in fields)
    return (
        f"<div id='heiseiDetailArea'><table class='contentsTable'><tr>{cells}</tr></table><table "
        "class='selectSearchTable'><tr><th>選択部分を</th><td>を検索</td></tr></table></div><div "
        f"id='heiseiDetailContents'><div><h2>紙面</h2></div><p class='mb10'>{text}</p></div>"
    )


def test_articles_of_yomidasu() -> None:
    page = (
        "\n\n<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html><html lang='ja'><head><title>"
        "ヨミダス歴史館</title></head><body><ul><li>平成</li></ul>"
        + yomidasu(
            "1",
            "2018.01.07",
            "橋を閉鎖",
            "東京朝刊",
            "朝Ｗ１",
            "16頁",
            "3348字",
            "05段",
            text="　雨。<br/>　<br/>　橋。",
        )
        + yomidasu(
            "2",
            "2018.01.06",
            "市場の再開",
            "東京夕刊",
            "書評",
            "10頁",
            "27字",
            "04段",
            text="　開いた。",
        )
        + "</body></html>"
    )
    first, second = read_bytes("a.html", page.encode()).articles
    assert first.text == "橋を閉鎖\n\n雨。\n\n橋。"
    assert (first.source, str(first.published)[:10]) == ("Yomiuri Shimbun", "2018-01-07")
    assert (first.further["edition"], first.further["page"]) == ("東京朝刊", "16頁")
    assert second.text == "市場の再開\n\n開いた。"
