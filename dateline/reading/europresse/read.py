"""HTML exports of Europresse, in the layout of tables and in the one of `article` elements.

A certificate stands under each article, with the institution that the reader belongs to; nothing of
it but the number of the document is kept.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import html

from dateline.reading.contents import Contents
from dateline.reading.dates.month_names import fold
from dateline.reading.dates.printed import iso_day
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.imprint import author_of, is_copyright, is_length
from dateline.reading.pages import markup
from dateline.reading.paragraphs import joined
from dateline.reading.start import Start

__all__ = ["NUMBER", "is_name", "looks_like_page", "read_page"]

NUMBER: Final = re.compile(
    r"\b(?:news|[a-z]{2,5}(?=·))[·.\s]*\s?(\d{8})[·.\s]\s?[\w.-]{1,12}[·.\s]\s?[\w·.-]{1,60}"
)
"""The number of a document: what kind of outlet it is from, its day, its outlet."""
_WEEKDAYS: Final = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday "
    "saturday sunday lunes martes miercoles jueves viernes sabado domingo montag dienstag mittwoch "
    "donnerstag freitag samstag sonntag"
)
_DAYS: Final = frozenset(_WEEKDAYS.split())
_PAGE: Final = re.compile(r"\bpp?\.\s*(\w[\w-]{0,10})", re.IGNORECASE)
_WORDS: Final = re.compile(
    r"(?<![\w,.:])(?:[1-9]\d{0,2}(?:[\s.,]\d{3})*|\d{4,5})\s(?:mots|words|palabras|Wörter)\b"
)
_TITLE: Final = "\ue000"  # of the private use area: stays where a title was taken out
_LONGEST_NAME: Final = 80
_ELSEWHERE: Final = "apd-wrapper"
"""The class of what lists the other outlets that printed the article."""

_BESIDE: Final = re.compile(r"(?P<kind>Illustration|Note)\W?s?\W*:\s*(?P<rest>.*)")
_KINDS: Final = {"Illustration": "graphic", "Note": "notes"}


def looks_like_page(start: Start) -> bool:
    """Whether a page of HTML holds articles of Europresse."""
    return start.is_markup and (
        "DocPublicationName" in start.text or "cedrom-sni.com/schema" in start.text
    )


def read_page(file: File) -> Contents:
    """Read a page of HTML; the day printed at the head of an article is taken for its date.

    Raises:
        ReadingError: There is nothing in it.
        OSError: It cannot be opened.
    """
    root, notes = markup.open_page(file)
    names = [each for each in root.iter() if "DocPublicationName" in markup.tokens(each)]
    articles = [_article(name, _holder(name)) for name in names]
    days = [(article.pop("(numbered)", ""), article.get("published", "")) for article in articles]
    if others := sum(bool(number) and number != printed[:10] for number, printed in days):
        notes.append(
            f"In {others} of {len(articles)} the day printed is not the day in the number of the "
            "document; the day printed was taken."
        )
    return Export("Europresse", articles, notes=notes).contents()


def _holder(name: html.HtmlElement) -> html.HtmlElement:
    """What holds all of an article: its element, or the cell of the table around it."""
    for tag in ("article", "td"):
        for around in name.iterancestors(tag):
            return around
    return name


def _article(name: html.HtmlElement, holder: html.HtmlElement) -> dict[str, str]:
    cells = {"source": joined(name.text_content()).partition(",")[0]}
    cells |= _head(_taken(holder, "docheader"))
    authors = _taken(holder, "docauthors", "sm-margin-bottomnews")
    cells["title"] = _taken(holder, "titrearticlevisu", "rdp__articletitle", left=_TITLE)
    foot = [block.text for each in holder.iter("footer") for block in markup.blocks(each)]
    elsewhere = [each for each in holder.iter("div") if _ELSEWHERE in markup.tokens(each)]
    cells |= _beside(holder)
    for part in (name, *holder.iter("aside", "footer"), *elsewhere):
        part.drop_tree()
    above: list[str] = []
    text: list[str] = []
    for line in (*(block.text for block in markup.blocks(holder)), *foot):
        if found := NUMBER.search(line):
            cells["identifier"] = found[0].strip()
            cells["(numbered)"] = f"{found[1][:4]}-{found[1][4:6]}-{found[1][6:]}"
            break
        if _TITLE in line:
            above, text = text, []
        elif not (is_copyright(line) or is_length(line) or line in foot):
            text.append(line)
    if not authors and len(text) > 1 and is_name(text[0]):
        authors = text.pop(0)
    cells["author"] = author_of(authors, "")
    cells["kicker"] = "; ".join(above)
    cells["text"] = "\n\n".join(text)
    return {name: value for name, value in cells.items() if value}


def _beside(holder: html.HtmlElement) -> dict[str, str]:
    """Captions and notes, which stand beside the text with their labels."""
    found: dict[str, list[str]] = {}
    kind = ""
    for aside in holder.iter("aside"):
        for block in markup.blocks(aside):
            label = _BESIDE.fullmatch(block.text)
            kind = _KINDS[label["kind"]] if label else kind
            if kind:
                found.setdefault(kind, []).append(label["rest"] if label else block.text)
    return {kind: "; ".join(filter(None, lines)) for kind, lines in found.items()}


def _taken(holder: html.HtmlElement, *classes: str, left: str = "") -> str:
    """The texts of the elements of these classes, which are taken out; `left` stays behind."""
    found = []
    marked = [
        element
        for element in holder.iter()
        if {token.lower() for token in markup.tokens(element)} & {*classes}
    ]
    for element in [each for each in marked if not any(a in marked for a in each.iterancestors())]:
        found += [block.text for block in markup.blocks(element)]
        for child in list(element):
            child.drop_tree()
        element.text = left
        left = ""
    return joined(" ".join(found))


def _head(line: str) -> dict[str, str]:
    """Section, day and page, of a line such as "Politique, jeudi 5 octobre 2013, p. 3"."""
    cells = {"published": iso_day(line)}
    section: list[str] = []
    for part in line.split(","):
        if page := _PAGE.fullmatch(part.strip()):
            cells["page"] = page[1].strip()
        elif iso_day(part) or fold(part.split()[0] if part.split() else "") in _DAYS:
            break
        elif part.strip():
            section.append(part.strip())
    if words := _WORDS.search(line):
        cells["length"] = words[0]
    if page := _PAGE.search(line):
        cells.setdefault("page", page[1].strip())
    return cells | {"section": ", ".join(section)}


def is_name(line: str) -> bool:
    """Whether a line under a headline can be who wrote the article."""
    return len(line) <= _LONGEST_NAME and line[-1] not in '.!?…»"”:'
