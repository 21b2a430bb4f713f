"""The formats that are read, in the order in which they are tried.

A format is recognised by how a file starts, and only where nothing else tells by how its name ends:
an export of a news database is an export whatever its file is called. The particular come before
the general: what no database wrote is a text, a table, a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from dateline.errors import ReadingError
from dateline.reading import markdown
from dateline.reading.archives.office import is_old, kind_of, read_old
from dateline.reading.archives.unpacking import PACKED
from dateline.reading.archives.warc import looks_like_warc, read_warc
from dateline.reading.contents import Contents
from dateline.reading.databases import DATABASES
from dateline.reading.documents.open_document import looks_like_open_document, read_open_document
from dateline.reading.documents.pdf import read_pdf
from dateline.reading.documents.plain_text import read_plain_text
from dateline.reading.documents.subtitles import looks_like_subtitles, read_subtitles
from dateline.reading.documents.word import read_word
from dateline.reading.epub import looks_like_epub, read_epub
from dateline.reading.feed import is_feed, read_feed
from dateline.reading.files import File
from dateline.reading.gdelt import looks_like_gdelt, read_gdelt
from dateline.reading.iramuteq import looks_like_corpus, read_corpus
from dateline.reading.own import (
    is_own_lines,
    is_own_parquet,
    read_own_lines,
    read_own_parquet,
)
from dateline.reading.pages.web_page import is_page, read_web_page
from dateline.reading.records.json_documents import read_json
from dateline.reading.records.json_lines import read_json_lines
from dateline.reading.records.xml_records import read_xml
from dateline.reading.services import acled, ucdp
from dateline.reading.start import Start
from dateline.reading.tables.page import looks_like_page_table, read_page_table
from dateline.reading.tables.parquet import read_parquet
from dateline.reading.tables.r_data import looks_like_r, read_r
from dateline.reading.tables.separated import read_separated
from dateline.reading.tables.spreadsheet import read_spreadsheet

__all__ = ["ENDINGS", "FORMATS", "Format", "format_of"]

_JSON: Final = re.compile(r'\ufeff?\s*(?:\[\s*)?\{\s*"[^"\n]{1,100}"\s*:')
"""How a list of objects, or an object, begins; no text does."""

_LINES: Final = (".jsonl", ".ndjson")


class Format(NamedTuple):
    """One kind of file.

    Attributes:
        name: What it is called in notes.
        endings: What names of such files usually end in, such as `.csv`.
        looks_like: Whether a file is of this kind.
        read: From the file to its contents; ReadingError if it cannot be read after all.
    """

    name: str
    endings: tuple[str, ...]
    looks_like: Callable[[Start], bool]
    read: Callable[[File], Contents]


def _office(start: Start, kind: str, ending: str) -> bool:
    return kind_of(start.file) == kind if start.is_zip else start.file.ending == ending


def _is_own_parquet(start: Start) -> bool:
    return start.head.startswith(b"PAR1") and is_own_parquet(start.file)


def _is_json(start: Start) -> bool:
    return start.file.ending not in _LINES and bool(_JSON.match(start.text))


def _by_ending(name: str, *endings: str, read: Callable[[File], Contents]) -> Format:
    return Format(name, endings, lambda start: start.file.ending in endings, read)


def _table(read: Callable[[File], Contents]) -> Callable[[File], Contents]:
    """What reads a table, be it one of UCDP's or ACLED's."""
    return lambda file: acled.coded(ucdp.coded(read(file)))


_WORKBOOK, _PARQUET, _R = map(_table, (read_spreadsheet, read_parquet, read_r))
_SEPARATED, _OF_JSON, _LINES_OF_JSON = map(_table, (read_separated, read_json, read_json_lines))
_OF_XML, _OF_PAGE = map(_table, (read_xml, read_page_table))

FORMATS: Final = (
    Format("own", (".jsonl",), lambda start: is_own_lines(start.text), read_own_lines),
    Format("own", (".parquet",), _is_own_parquet, read_own_parquet),
    *(Format(*export) for export in DATABASES),
    Format("office document", (), lambda start: is_old(start.head), read_old),
    Format("Word", (".docx",), lambda start: _office(start, "word", ".docx"), read_word),
    Format("EPUB", (".epub",), looks_like_epub, read_epub),
    Format("OpenDocument", (".odt",), looks_like_open_document, read_open_document),
    Format("workbook", (".xlsx",), lambda start: _office(start, "xl", ".xlsx"), _WORKBOOK),
    Format("R data", (".rda", ".rdata", ".rds"), lambda start: looks_like_r(start.head), _R),
    Format("PDF", (".pdf",), lambda start: b"%PDF-" in start.head[:1024], read_pdf),
    Format(
        "web archive",
        (".warc", ".warc.gz"),
        lambda start: looks_like_warc(start.file.name, start.head),
        read_warc,
    ),
    Format("IRaMuTeQ", (".txt",), looks_like_corpus, read_corpus),
    Format("subtitles", (".srt", ".vtt"), looks_like_subtitles, read_subtitles),
    Format("GDELT", (), lambda start: looks_like_gdelt(start.text), read_gdelt),
    Format("table of a page", (), looks_like_page_table, _OF_PAGE),
    Format("feed", (".rss", ".atom", ".xml"), lambda start: is_feed(start.text), read_feed),
    Format("web page", (".html", ".htm"), lambda start: is_page(start.text), read_web_page),
    Format("JSON", (".geojson",), _is_json, _OF_JSON),
    Format("XML", (".xml",), lambda start: start.text.lstrip().startswith("<?xml"), _OF_XML),
    _by_ending("PDF", ".pdf", read=read_pdf),
    _by_ending("feed", ".rss", ".atom", read=read_feed),
    _by_ending("web page", ".html", ".htm", ".xhtml", read=read_web_page),
    _by_ending("JSON", ".json", read=_OF_JSON),
    _by_ending("XML", ".xml", read=_OF_XML),
    _by_ending("text", ".txt", ".text", *markdown.ENDINGS, read=read_plain_text),
    _by_ending("subtitles", ".srt", ".vtt", read=read_subtitles),
    _by_ending("table", ".csv", ".tsv", ".tab", read=_SEPARATED),
    _by_ending("JSON Lines", *_LINES, read=_LINES_OF_JSON),
    _by_ending("Parquet", ".parquet", read=_PARQUET),
    _by_ending("R data", ".rda", ".rdata", ".rds", read=_R),
)
"""The first that a file looks like is the one that reads it."""

ENDINGS: Final = tuple(
    dict.fromkeys(
        [*(ending for each in FORMATS for ending in each.endings), ".zip", ".wacz", *PACKED]
    )
)
"""What names of files that can be read usually end in."""


def format_of(file: File) -> Format:
    """The format of a file.

    Raises:
        ReadingError: It is of no kind that is read.
        OSError: It cannot be opened.
    """
    start = Start.of(file)
    if not start.head:
        raise ReadingError("empty", "a file with something in it")
    for candidate in FORMATS:
        if candidate.looks_like(start):
            return candidate
    raise ReadingError(
        f"a kind of file that is not read ({file.ending or 'its name has no ending'})",
        f"one of {', '.join(ENDINGS)}",
    )
