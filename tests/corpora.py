"""Small invented corpora for tests: `small_corpus()` and what it is made of, `written(…)` on disk.

Articles are written with their findings in brackets, `[surface|kind|…]`:

    [Aleppo|event|aleppo]            a mention: role (empty for none) and place (empty: not placed)
    [Monday|date|2016-12-05|2016-12-06]      half-open; `?` at an open end
    [We left|quote|Salma Haddad|resident]
    [Salma Haddad|person|Salma Haddad]       canonical form last; likewise `organisation`
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Final

import pandas as pd

from dateline import store
from dateline.assembly import tables_of
from dateline.corpus import Corpus
from dateline.findings import Article, DateMention, Findings, Mention, NameMention, Quote
from dateline.gazetteer.place import Place

__all__ = [
    "ARTICLES",
    "PLACES",
    "article",
    "corpus_of",
    "own_corpus",
    "small_corpus",
    "tables_of",
    "written",
]

_PLACES: Final = """
aleppo|geonames:170063|Aleppo|36.2012|37.1612|SY|Aleppo|PPLA|city|1602264
sukkari|dateline:sukkari|al-Sukkari|36.1815|37.1432|SY|Aleppo|PPLX|neighbourhood|0
aleppo province|geonames:170062|Aleppo Governorate|36.25|37.5|SY|Aleppo|ADM1|region|4000000
damascus|geonames:170654|Damascus|33.5102|36.2913|SY|Damascus|PPLC|city|1569394
syria|geonames:163843|Syria|35.0|38.0|SY||PCLI|country|16906283
tripoli lebanon|geonames:266826|Tripoli|34.4367|35.8497|LB|Liban-Nord|PPLA|city|229398
tripoli libya|geonames:2210247|Tripoli|32.8925|13.18|LY|Tripoli|PPLC|city|1150989
kharkiv|geonames:706483|Kharkiv|49.9808|36.2527|UA|Kharkiv|PPLA|city|1433886
suva|geonames:2198148|Suva|-18.1416|178.4419|FJ|Central|PPLC|city|77366
mediterranean|geonames:363196|Mediterranean Sea|35.0|20.0|||SEA|feature|0
washington|geonames:4140963|Washington|38.8951|-77.0364|US|District of Columbia|PPLC|city|601723
srebrenica|geonames:3190189|Srebrenica|44.1064|19.2967|BA||PPL|city|2607
"""
"""Key, gazetteer id, name, latitude, longitude, country, admin1, feature, precision, people."""


def _place(line: str) -> tuple[str, Place]:
    key, gid, name, lat, lon, country, admin1, feature, precision, people = line.split("|")
    where = (float(lat), float(lon), country, admin1, "", feature)
    return key, Place(gid, name, *where, precision, int(people))  # type: ignore[arg-type]


PLACES: Final = dict(_place(line) for line in _PLACES.strip().splitlines())

_CONVOY: Final = (
    "[Aleppo|dateline|aleppo] — Convoys left the east of [Aleppo|event|aleppo] on "
    "[Monday|date|2016-12-05|2016-12-06] as snow began to fall. The last bus stood for six hours "
    "in [al-Sukkari|event|sukkari] near a school whose gate was chained, until a driver was found. "
    "“[We carried the books, not the chairs|quote|Salma Haddad|resident],” said "
    "[Salma Haddad|person|Salma Haddad], who had kept the district's library. Officials in "
    "[Damascus|actor|damascus] said the road would stay open until the last family was out."
)

ARTICLES: Final = (
    ("2016-09-20 08:00", "Levant Desk", "", "A quiet morning at the wells",
     "Pumps in [Aleppo|event|aleppo] stood still in [September|date|2016-09-01|2016-10-01], said "
     "the [Orchard Relief|organisation|Orchard Relief] desk in [Tripoli|setting|tripoli lebanon]. "
     "“[Water comes by cart|quote|a driver|unnamed],” a driver said."),
    ("2016-12-05 18:30", "Levant Desk", "Northline", "Convoys leave the east as night falls",
     _CONVOY),
    ("2016-12-05 21:10", "The Harbour Gazette", "Northline", "Convoys leave the east", _CONVOY),
    ("2016-12-06 06:00", "Quayside Post", "", "Buses at last", _CONVOY + " More was awaited."),
    ("2016-12-06 09:45", "The Harbour Gazette", "", "A warning, and an old name",
     "[Washington|actor|washington] warned that [Aleppo|event|aleppo] must not become another "
     "[Srebrenica|comparison|srebrenica]. The talks of [2016-12-01|date|2016-12-01|2016-12-02] and "
     "of [that week|date|2016-11-28|2016-12-05] were named by "
     "[Mira Osgood|person|Mira Osgood], speaking for [Orchard Relief|organisation|Orchard Relief]. "
     "“[Not again|quote|Mira Osgood|aid organisation],” she said."),
    ("2016-12-12 00:00", "Gulf of Sidra News", "", "Two ports, one name",
     "Ships for [Tripoli|event|tripoli libya] crossed the [Mediterranean|event|mediterranean]; "
     "none went to [Tripoli|background|tripoli lebanon]. Crews named [Port Nowhere|event|] and of "
     "[the 1970s|date|1970-01-01|1980-01-01]."),
    ("2017-01-02 12:00", "Levant Desk", "", "The province counts its schools",
     "In [Aleppo province|event|aleppo province] and across [Syria|event|syria] classes began "
     "[after 1 January|date|2017-01-02|?]. [Syrian|demonym|syria] teachers in "
     "[Aleppo|setting|aleppo] wrote lists."),
    ("2022-03-01 07:15", "Річка", "", "Ранок у Харкові",
     "У [Харкові|event|kharkiv] вранці було тихо, пише газета. [Вчора|date|2022-02-28|2022-03-01] "
     "трамваї не ходили."),
    ("2022-03-02 07:15", "Reef Courier", "", "From the other side of the map",
     "A choir in [Suva|event|suva] sang for [Kharkiv|name|kharkiv]."),
    (None, "", "", "Undated, unsigned",
     "Somebody wrote of [Aleppo|event|aleppo] and of [the Old Mill|event|], \x00with no date "
     "[until 3 October|date|?|2016-10-04] and [recently|date|?|?]."),
    (None, "Quayside Post", "", "Nothing is named here", "A page without a place."),
)  # fmt: skip
"""(published, source, agency, title, marked body); three of them are copies of one text."""

_MARK: Final = re.compile(r"\[([^\]|]+)\|([^\]]*)\]")


def article(
    published: str | None, source: str, agency: str, title: str, marked: str, **further: str
) -> tuple[Article, Findings]:
    """One article and its findings, from a marked body."""
    head = f"{title}\n\n" if title else ""
    text, mentions, dates, quotes, names = head, [], [], [], []
    after = 0
    for mark in _MARK.finditer(marked):
        text += marked[after : mark.start()]
        after = mark.end()
        surface, (kind, *rest) = mark[1], mark[2].split("|")
        start, text = len(text), text + surface
        span = (start, len(text))
        if kind == "date":
            first, last = (None if day == "?" else date.fromisoformat(day) for day in rest)
            dates.append(DateMention(*span, surface, first, last, _precision(first, last)))
        elif kind == "quote":
            quotes.append(Quote(*span, rest[0], -1, -1, rest[1]))
        elif kind in ("person", "organisation"):
            names.append(NameMention(*span, surface, kind, rest[0]))  # type: ignore[arg-type]
        else:
            place = PLACES[rest[0]] if rest[0] else None
            other = ((PLACES["tripoli libya"], 0.2),) if surface == "Tripoli" else ()
            confidence = None if place is None else 0.4 if surface == "Tripoli" else 0.9
            mentions.append(
                Mention(*span, surface, kind, confidence, place, rule="marked", runners_up=other)  # type: ignore[arg-type]
            )
    text += marked[after:]
    sentences = [replace(mention, sentence_end=len(text)) for mention in mentions]
    focus = next((m.place for m in mentions if m.role == "event"), None)
    dateline = next((m.place for m in mentions if m.role == "dateline"), None)
    moment = None if published is None else datetime.fromisoformat(published)
    found = Article(text, title, moment, source, agency=agency, further=further)
    language = "uk" if "і" in text else "en"
    return found, Findings(
        tuple(sentences), tuple(dates), tuple(quotes), tuple(names), focus, dateline,
        language, len(text.split()),
    )  # fmt: skip


def corpus_of(*articles: tuple[Article, Findings], name: str = "Invented") -> Corpus:
    """A corpus in memory of some articles."""
    return Corpus.from_tables(tables_of(articles), name=name, provenance={"dateline": "test"})


_PROVENANCE: Final = {"dateline": "test"}


def written(
    folder: Path,
    articles: Sequence[tuple[Article, Findings]] | None = None,
    *,
    first: int = len(ARTICLES),
    name: str = "Invented",
    provenance: Mapping[str, str] | None = None,
    set_aside: Sequence[tuple[str, object, str, str]] = (),
) -> Path:
    """A corpus in a folder, which is given back: of some articles, or else the first of `ARTICLES`.

    Args:
        folder: Where. A corpus that is there gets a new generation, if articles, a provenance or
            rows set aside are given.
        articles: With their findings.
        first: How many of `ARTICLES`, where none are given.
        name: What the page calls it.
        provenance: What read it; `{"dateline": "test"}` if None.
        set_aside: Rows of `file`, `row`, `reason`, `text`.
    """
    if articles is None and provenance is None and not set_aside:
        return Path(shutil.copytree(Path(_model(first, name).name, "corpus"), folder))
    store.write(
        folder,
        tables_of(articles or [article(*row) for row in ARTICLES[:first]]),
        name=name,
        provenance=dict(_PROVENANCE if provenance is None else provenance),
        set_aside=pd.DataFrame(list(set_aside), columns=list(store.SET_ASIDE)),
    )
    return folder


@cache
def _model(first: int, name: str) -> tempfile.TemporaryDirectory[str]:
    """The corpus that most tests begin with, written once: its copy is there in no time."""
    folder = tempfile.TemporaryDirectory(prefix="dateline-test-")
    written(Path(folder.name, "corpus"), first=first, name=name, provenance=_PROVENANCE)
    return folder


@cache
def small_corpus() -> Corpus:
    """Eleven articles: copies, two Tripolis, Cyrillic, NUL, no date, no places, further columns."""
    rubrics = ("world", "", "world", "front", "front", "sea", "", "", "", "", "front")
    return corpus_of(
        *(article(*row, rubric=rubric) for row, rubric in zip(ARTICLES, rubrics, strict=True)),
        name="Invented Aleppo",
    )


@cache
def own_corpus() -> Corpus:
    """What a visitor brings: one article among the dates of the others, and one without a date."""
    return corpus_of(
        article(
            "2016-12-05 20:00", "My notes", "", "Seen from the ridge",
            "Lights over [Aleppo|event|aleppo], none over [Hama|event|], said the guide from "
            "[Tripoli|actor|tripoli lebanon]. “[Wait|quote|the guide|other],” he said on "
            "[Sunday|date|2016-12-04|2016-12-05] to [Mira Osgood|person|Mira Osgood].",
            box="7",
        ),
        article(None, "", "", "", "A line about [Suva|event|suva]."),
        name="mine",
    )  # fmt: skip


def _precision(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return "vague" if first is last else "span"
    length = (last - first).days
    return "day" if length == 1 else "week" if length == 7 else "month" if length < 32 else "decade"
