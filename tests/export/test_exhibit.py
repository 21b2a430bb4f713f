"""The exhibit is one file that works alone: map, timeline, sentences, nothing that could run."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from dateline.borders import FILE_NAME, Borders
from dateline.cli import main
from dateline.corpus import Corpus
from dateline.credits import BORDERS, PLACE_NAMES
from dateline.export import exhibit
from dateline.query import Query, narrow
from tests.corpora import PLACES, article, corpus_of, small_corpus
from tests.query.random_corpora import Tables, corpora, queries

ALL = Query(roles=())
VOID = {"meta", "br", "rect", "path", "circle"}
EVIL = '"><script>alert(1)</script><img src=x onerror=alert(2)>&lt;'


class Page(HTMLParser):
    """What a browser would see: tags with their attributes, and the text."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.values: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(data.decode("utf-8"))
        self.close()
        assert self._open == [], "a tag is left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}
        self.values += [value or "" for _, value in attrs]
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data


def harmless(page: Page) -> None:
    assert not {"script", "img", "iframe", "link", "object", "use"} & set(page.tags)
    assert not {name for name in page.names if name.startswith("on")}
    assert not {"src", "xlink:href", "style"} & page.names
    assert all(re.fullmatch(r"#place-\d+", link) for link in page.links)


def test_it_states_filters_counts_method_fingerprint_and_credits() -> None:
    corpus = small_corpus()
    page = Page(exhibit(corpus, Query(words="snow")))
    assert "3 articles, 1 text after copies are counted once, 6 place mentions" in page.text
    assert "Filters: “snow”; role: event." in page.text
    for said in (corpus.fingerprint, PLACE_NAMES, BORDERS, "Invented Aleppo", "not what happened"):
        assert said in page.text
    harmless(page)


def test_the_sentences_behind_the_marks_stand_by_place_and_the_unplaced_are_last() -> None:
    page = Page(exhibit(small_corpus(), Query()))
    assert page.tags.count("svg") == 2
    marked = page.tags.count("circle") + page.text.count("Mediterranean Sea: 1 article")
    assert marked == narrow(small_corpus(), Query()).articles_by_place.astype(bool).sum()
    assert "beyond this map" in page.text
    assert "Aleppo, Syria 6 articles mentioning" in page.text
    assert "У Харкові вранці було тихо" in page.text
    assert page.text.index("Suva, Fiji") < page.text.index("Not placed 2 articles mentioning")


def test_every_mark_leads_to_the_sentences_of_its_place() -> None:
    data = exhibit(small_corpus(), Query())
    page = Page(data)
    anchors = [value for value in page.values if re.fullmatch(r"place-\d+", value)]
    assert sorted(page.links) == sorted(f"#{anchor}" for anchor in anchors) != []
    anchor = re.search(rb'<a href="#([^"]+)"[^>]*><circle[^>]*><title>Suva:', data)
    assert anchor is not None
    sentences = data.partition(b'<ol id="' + anchor[1] + b'">')[2].partition(b"</ol>")[0]
    assert b"Suva" in sentences


def test_a_province_is_told_from_the_town_of_its_name() -> None:
    page = Page(exhibit(small_corpus(), Query()))
    assert "Aleppo, Syria 6 articles mentioning" in page.text
    assert "Aleppo Governorate, Syria region · 1 article mentioning" in page.text


def test_the_colours_on_the_map_are_named_and_no_others() -> None:
    named = {value for value in Page(exhibit(small_corpus(), ALL)).values if "role " in value}
    assert {"role event", "role setting"} <= named
    assert named.isdisjoint({"role demonym", "role name"})
    only = Page(exhibit(small_corpus(), Query())).values
    assert [value for value in only if "role " in value] == ["role event"]


def test_full_texts_are_left_out_unless_asked_for() -> None:
    assert "A page without a place." not in Page(exhibit(small_corpus(), ALL)).text
    assert "A page without a place." in Page(exhibit(small_corpus(), ALL, texts=True)).text


def test_a_title_stands_beside_its_sentence_and_is_not_run_into_it() -> None:
    data = exhibit(small_corpus(), Query(words="ports", roles=())).decode()
    assert 'dir="auto">Ships for <mark class="event">Tripoli</mark> crossed' in data
    assert "<cite>Two ports, one name</cite>" in data
    named = corpus_of(article("2016-12-05", "A", "", "Snow on Aleppo", "[Aleppo|dateline|aleppo]"))
    assert "Snow on Aleppo\n" not in exhibit(named, ALL).decode()


def test_a_name_has_the_line_of_its_role_and_the_role_is_explained() -> None:
    data = exhibit(small_corpus(), ALL).decode()
    assert '<mark class="comparison">Srebrenica</mark>' in data
    assert "<dt>comparison</dt><dd>invoked as a parallel</dd>" in data
    assert "<dt>" not in exhibit(small_corpus(), Query(words="zeppelin")).decode()


def test_copies_of_a_sentence_are_told_once_with_their_number() -> None:
    page = Page(exhibit(small_corpus(), Query(words="convoys")))
    sentence = "The last bus stood for six hours in al-Sukkari near a school"
    assert page.text.count(sentence) == 4, "in two wordings, of two places"
    assert page.text.count("and in 1 more article") == 2, "one wording is in two of the articles"


def test_a_very_long_sentence_is_cut_around_the_name() -> None:
    body = "word " * 400 + "[Aleppo|event|aleppo] " + "word " * 400
    data = exhibit(corpus_of(article("2016-12-05", "A", "", "T", body)), ALL).decode()
    found = re.search(r'<span dir="auto">(.*?)</span>', data)
    assert found is not None and "<mark" in found[1] and len(found[1]) < 700
    assert found[1].startswith("… ") and found[1].endswith(" …")


def test_places_beyond_the_map_are_on_a_small_one() -> None:
    page = Page(exhibit(small_corpus(), Query()))
    assert "4 of 8 places lie beyond this map; the small one shows where" in page.text
    alone = exhibit(corpus_of(article("2016-12-05", "A", "", "T", "[Aleppo|event|aleppo]")), ALL)
    assert b"beyond" not in alone and b"clipPath" not in alone


def test_the_small_map_names_countries_and_writes_over_no_place() -> None:
    data = exhibit(small_corpus(), Query()).decode()
    small = data.partition("url(#overview)")[2].partition('<rect class="frame"')[0]
    names = re.findall(r'"country-name" x="([\d.]+)" y="([\d.]+)">([^<]+)</text>', small)
    assert next(name for _, _, name in names) == "LIBYA"  # a place lies there
    assert "CHINA" in [name for _, _, name in names]  # says where on the earth this is
    specks = re.findall(r"M([\d.]+) ([\d.]+)h0", small)
    assert len(specks) > 4
    for x, y, name in names:
        half = len(name) * 2.5
        assert half < float(x) < 176 - half, name
        over = [(float(a), float(b)) for a, b in specks if float(y) - 7 < float(b) < float(y)]
        assert not any(abs(a - float(x)) < half for a, _ in over), name


def test_borders_that_are_given_are_drawn_beside_its_own_or_instead_and_said() -> None:
    line = ((35.0, 36.0), (38.0, 36.5))
    given = Borders(EVIL, agreed=(line,), disputed=(line,))
    plain, beside, instead = (
        Page(exhibit(small_corpus(), Query(), **options)).values
        for options in ({}, {"borders": given}, {"borders": given, "instead": True})
    )
    mine, maps = {"line given", "line given disputed"}, {"line"}
    assert maps <= set(plain) and not mine & set(plain)
    assert mine | maps <= set(beside)
    assert mine <= set(instead) and not maps & set(instead)
    for options, said in (({"instead": False}, True), ({"instead": True}, False)):
        page = Page(exhibit(small_corpus(), Query(), borders=given, **options))
        harmless(page)
        assert "as given by whoever made this file" in page.text
        assert (BORDERS in page.text) == said


def test_without_a_place_that_is_placed_there_is_no_empty_map() -> None:
    page = Page(exhibit(corpus_of(article("2016-12-05", "A", "", "T", "[Ux|event|]")), ALL))
    assert "No place that is mentioned has a mark on a map" in page.text
    assert "Not placed 1 article mentioning" in page.text
    assert page.tags.count("svg") == 1


def test_what_few_articles_mention_is_folded_once_more_where_there_is_much_of_it() -> None:
    places = [
        replace(PLACES["aleppo"], gazetteer_id=f"test:{n}", name=f"Place {n}") for n in range(40)
    ]
    found, findings = article("2016-12-05", "A", "", "T", "[Aleppo|event|aleppo] " * 40)
    mentions = tuple(
        replace(mention, place=place)
        for mention, place in zip(findings.mentions, places, strict=True)
    )
    data = exhibit(corpus_of((found, replace(findings, mentions=mentions))), ALL)
    assert "10 further places 1 article mentioning at most" in Page(data).text
    assert data.count(b"<summary") == 40 + 2


def test_it_can_be_cited() -> None:
    corpus = small_corpus()
    page = Page(exhibit(corpus, Query(), made=date(2016, 12, 31)))
    assert f"data {corpus.fingerprint[:16]}" in page.text and "seen 31 Dec 2016" in page.text


def test_markup_from_outside_is_text() -> None:
    corpus = corpus_of(
        article("2016-12-05", EVIL, EVIL, EVIL, f"[Aleppo|event|aleppo] {EVIL} [Ux|event|]"),
        name=EVIL,
    )
    page = Page(exhibit(corpus, Query(words="alert"), texts=True))
    harmless(page)
    assert page.text.count(EVIL) >= 4
    assert "default-src 'none'; style-src 'unsafe-inline'" in page.values


@pytest.mark.parametrize("query", [Query(words="zeppelin"), ALL])
def test_nothing_to_show_is_said(query: Query) -> None:
    corpus = small_corpus() if query.words else corpus_of(name="")
    page = Page(exhibit(corpus, query))
    assert "0 articles" in page.text
    assert "No mention counts under these filters" in page.text
    assert "No article here has a date" in page.text


@settings(max_examples=25)
@given(corpora(), queries())
def test_any_corpus_and_query_make_a_page_that_is_well_formed(
    made: tuple[Tables, Corpus], query: Query
) -> None:
    harmless(Page(exhibit(made[1], query, texts=True)))


def test_the_command_writes_it(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "view.html"
    assert main(["export", str(folder), "--output", str(output)]) == 0
    without = output.read_bytes()
    assert main(["export", str(folder), "--output", str(output), "--texts"]) == 0
    assert b"<h2>Texts</h2>" in output.read_bytes() and b"<h2>Texts</h2>" not in without


def test_the_command_draws_the_borders_of_the_corpus(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "view.html"
    line = '{"type": "LineString", "coordinates": [[35, 36], [38, 36.5]]}'
    (folder / FILE_NAME).write_text(line, encoding="utf-8")
    assert main(["export", str(folder), "--output", str(output)]) == 0
    assert b'class="line given" d="M' in output.read_bytes()
    (folder / FILE_NAME).write_text("{}", encoding="utf-8")
    output.unlink()
    assert main(["export", str(folder), "--output", str(output)]) == 2
    assert not output.exists()


def test_reports_of_war_are_said_to_be_that_and_others_are_not() -> None:
    told = "reports of war"
    shelled = "Shelling killed two people in [Aleppo|event|aleppo]."
    war = corpus_of(article(None, "", "", "", shelled))
    assert told in Page(exhibit(war, ALL)).text
    assert told not in Page(exhibit(small_corpus(), ALL)).text
