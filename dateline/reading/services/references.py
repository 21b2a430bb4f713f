"""Lists of references as Zotero, EndNote and databases of news export them: RIS and BibTeX.

A reference seldom has the text of an article: its abstract and notes stand for it, else its title.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dateline.errors import ReadingError
from dateline.reading.contents import Aside, Contents, excerpt
from dateline.reading.encoding import open_text
from dateline.reading.exported import Export
from dateline.reading.files import File
from dateline.reading.paragraphs import joined
from dateline.reading.services.tex import with_letters
from dateline.reading.start import Start

__all__ = ["looks_like_bibtex", "looks_like_ris", "read_bibtex", "read_ris"]

_RIS: Final = re.compile(r"\A\ufeff?\s*TY  ?- ", re.MULTILINE)
_TAG: Final = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*))?")
_BIBTEX: Final = re.compile(r"^\s*@\w+\s*\{\s*[^{}\n\",=]{0,100},\s*(?:$|[\w-]+\s*=)", re.MULTILINE)
_ENTRY: Final = re.compile(r"@(\w+)\s*[{(]\s*([^,\s{}]*)\s*,")
_FIELD: Final = re.compile(r"[\s,]*([\w-]+)\s*=\s*")
_LABEL: Final = re.compile(r"[A-Z][A-Za-z ]{2,40} - ")
"""Before what ProQuest writes into notes: "Copyright - …", "Last updated - …"."""
_WHOSE: Final = re.compile(r"\s*\[(?:PUBLICATION )?ABSTRACT(?: FROM [A-Z ]+)?\]\s*\Z")
_PLACE: Final = re.compile(r"\s*;\s*[^;]*\Z")

_MARKS: Final = re.compile(r"[{}]|\\(?=[&%$#_{}])")

_STRING: Final = re.compile(r"@string\s*[{(]\s*(\w+)\s*=\s*[{\"]([^{}\"]*)[}\"]", re.IGNORECASE)
_NO_ENTRY: Final = ("string", "comment", "preamble")

# Field or further column → tags, the first that is filled. See the RIS specification of 2011.
_RIS_FIELDS: Final = {
    "title": ("TI", "T1", "ST", "CT"),
    "published": ("DA", "Y1", "PY", "Y2"),
    "source": ("T2", "JO", "JF", "JA", "SO", "PB", "DB"),
    "url": ("UR", "L2", "LK"),
    "identifier": ("DO", "AN", "ID", "M1"),
    "section": ("SE",),
    "page": ("SP",),
    "place": ("CY",),
    "language": ("LA",),
}
_RIS_TEXTS: Final = ("AB", "N2", "N1")
_BIBTEX_FIELDS: Final = {
    "title": ("title",),
    "source": ("journaltitle", "journal", "newspaper", "booktitle", "publisher", "howpublished"),
    "author": ("author",),
    "url": ("url",),
    "identifier": ("doi", "eprint"),
    "page": ("pages",),
    "place": ("location", "address"),
    "language": ("langid", "language"),
    "tags": ("keywords",),
}
_BIBTEX_TEXTS: Final = ("abstract", "annotation", "annote", "note")


def looks_like_ris(start: Start) -> bool:
    """Whether a file is a list of references in RIS."""
    return bool(_RIS.match(start.text))


def looks_like_bibtex(start: Start) -> bool:
    """Whether a file is a list of references in BibTeX."""
    text = start.text.lstrip("\ufeff \n")
    return text.startswith(("@", "%")) and bool(_BIBTEX.search(text))


def read_ris(file: File) -> Contents:
    """Read references in RIS.

    Raises:
        ReadingError: It is binary, or there is no reference in it.
        OSError: It cannot be opened.
    """
    text, notes = _text(file)
    found = []
    for tags in _ris(text.splitlines()):
        cells = _chosen(tags, _RIS_FIELDS)
        cells["published"] = _ris_day(cells.get("published", ""))
        cells["author"] = "; ".join(dict.fromkeys((*tags["AU"], *tags["A1"])))
        cells["tags"] = "; ".join(tags["KW"])
        if "proquest" in " ".join((*tags["DB"], *tags["DP"], *tags["UR"])).casefold():
            cells["source"] = _PLACE.sub("", cells.get("source", ""))
            tags["N1"][:] = [note for note in tags["N1"] if not _LABEL.match(note)]
        found.append(cells | {"text": _body(tags, _RIS_TEXTS)})
    return _contents(file, "RIS", found, notes)


def read_bibtex(file: File) -> Contents:
    """Read references in BibTeX.

    Raises:
        ReadingError: It is binary, or there is no reference in it.
        OSError: It cannot be opened.
    """
    text, notes = _text(file)
    found = []
    named = {name.casefold(): value for name, value in _STRING.findall(text)}
    for key, fields in _bibtex(text, named):
        cells = {"identifier": key} | _chosen(fields, _BIBTEX_FIELDS)
        cells["published"] = _bibtex_day(fields)
        cells["author"] = "; ".join(re.split(r"\s+and\s+", cells.get("author", "")))
        found.append(cells | {"text": _body(fields, _BIBTEX_TEXTS)})
    return _contents(file, "BibTeX", found, notes)


def _text(file: File) -> tuple[str, list[str]]:
    stream, encoding = open_text(file)
    with stream:
        return stream.read(), [encoding.note] if encoding.note else []


def _contents(file: File, kind: str, found: Sequence[dict[str, str]], notes: list[str]) -> Contents:
    if not found:
        raise ReadingError(f"{kind} without a reference in it", "a list of references")
    articles: list[dict[str, str]] = []
    asides: list[Aside] = []
    bare = 0
    for row, cells in enumerate(found, start=1):
        title = cells.get("title", "")
        if not title and not cells["text"]:
            known = excerpt("; ".join(filter(None, cells.values())))
            asides.append(Aside(file.name, row, "no reference with a headline", known))
            continue
        bare += not cells["text"]
        articles.append(cells | {"text": cells["text"] or title})
    notes.append(
        f"References hold no texts: abstracts and notes stand for {len(articles) - bare} of them, "
        f"headlines alone for {bare}."
    )
    return Export(kind, articles, notes=notes, asides=asides).contents()


def _ris(lines: Sequence[str]) -> Iterator[defaultdict[str, list[str]]]:
    """Values by tag of each reference; a line without a tag goes on with the last."""
    tags: defaultdict[str, list[str]] = defaultdict(list)
    last = ""
    for line in lines:
        match = _TAG.fullmatch(line.strip("\ufeff \t"))
        if match is None:
            if last and line.strip():
                tags[last][-1] += f"\n{line.strip()}"
            continue
        last, value = match[1], (match[2] or "").strip()
        if last in ("TY", "ER"):
            if len(tags) > 1:
                yield tags
            tags = defaultdict(list)
            tags["TY"] = [value]
            last = ""
        else:
            tags[last].append(value)
    if len(tags) > 1:
        yield tags


def _ris_day(printed: str) -> str:
    """A day without what follows it: `2016/12/16/evening edition`; a year alone is none."""
    return "-".join(filter(None, printed.split("/")[:3])).strip()


def _bibtex_day(fields: Mapping[str, list[str]]) -> str:
    """The date of an entry, or its day, month and year, which have fields of their own."""
    if dates := fields.get("date"):
        return dates[0].partition("/")[0]  # of a range of days the first
    day, month, year = (fields.get(name, [""])[0] for name in ("day", "month", "year"))
    return joined(f"{day} {month} {year}")


def _bibtex(text: str, named: Mapping[str, str]) -> Iterator[tuple[str, Mapping[str, list[str]]]]:
    """Key and fields of each entry; a bare value may be one that was named before."""
    at = 0
    while entry := _ENTRY.search(text, at):
        at = entry.end()
        if entry[1].casefold() in _NO_ENTRY:
            continue
        fields: defaultdict[str, list[str]] = defaultdict(list)
        while field := _FIELD.match(text, at):
            is_bare = text[field.end() : field.end() + 1] not in ("{", '"')
            value, at = _value(text, field.end())
            value = named.get(value.strip().casefold(), value) if is_bare else value
            if value := _plain(value):
                fields[field[1].casefold()].append(value)
        yield entry[2], fields


def _value(text: str, at: int) -> tuple[str, int]:
    """A value in braces, in quotation marks or bare, and where it ends."""
    if text[at : at + 1] not in ("{", '"'):
        match = re.compile(r"[^,}\n]*").match(text, at)
        return (match[0], match.end()) if match else ("", at)
    closes, depth = text[at] == '"', 0
    for mark in re.compile(r'(?<!\\)[{}"]').finditer(text, at + 1 if closes else at):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth <= 0 and mark[0] == ('"' if closes else "}"):
            return text[at + 1 : mark.start()], mark.end()
    return "", len(text)


def _plain(value: str) -> str:
    paragraphs = re.split(r"\n\s*\n", _MARKS.sub("", with_letters(value)))
    return "\n\n".join(filter(None, map(joined, paragraphs)))


def _chosen(tags: Mapping[str, list[str]], fields: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    cells = {}
    for field, names in fields.items():
        values = (joined(value) for name in names for value in tags.get(name, ()))
        cells[field] = next(filter(None, values), "")
    return {field: value for field, value in cells.items() if value}


def _body(tags: Mapping[str, list[str]], names: Sequence[str]) -> str:
    parts = (_WHOSE.sub("", value).strip() for name in names for value in tags.get(name, ()))
    return "\n\n".join(dict.fromkeys(filter(None, parts)))
