"""RSS and Atom files, through feedparser: an article an entry."""

from __future__ import annotations

import io
import re
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

import feedparser
from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from dateline.errors import ReadingError
from dateline.reading.cleaning.hypertext import words_of
from dateline.reading.columns import FIELDS
from dateline.reading.contents import Contents, Record
from dateline.reading.counted import counted
from dateline.reading.declared import decode
from dateline.reading.files import File
from dateline.reading.paragraphs import joined

__all__ = ["is_feed", "outlet_of", "read_feed"]

LARGEST: Final = 100_000_000
"""Bytes of a feed."""

_ROOT: Final = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF|channel)[\s>]")
_DECLARED: Final = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)")
_CUT: Final = re.compile(r"\s+(?:[-–—|>»·]|::)\s+|:\s+")
"""What parts the name of an outlet from that of its feed: "Harbour Gazette - Latest"."""

_FOOT: Final = re.compile(
    r"\n+(?:The post .+ (?:appeared first|first appeared) on|Der Beitrag .+ erschien zuerst auf"
    r"|L[’']article .+ est apparu en premier sur|(?:La entrada|El post) .+ (?:se publicó primero en"
    r"|apareció primero en|aparece primero en)|O post .+ (?:apareceu primeiro em|first appeared on)"
    r"|L[’']articolo .+ proviene da|Het bericht .+ verscheen eerst op"
    r"|Сообщение .+ появились сначала на)"
    r" .{1,100}\Z"
)
"""What WordPress writes under each entry."""

_GATHERED: Final = re.compile(
    r"\bGoogle (?:News|Alert)|\bGDELT\b|//(?:news|www)\.google\.|google\.com,2005:reader/user"
    r"|\bbing\.com/news|\bBing News\b",
    re.IGNORECASE,
)
"""What feeds of services have that gather news of others."""

_TEASER: Final = 400
"""Characters; no article is so short, and a teaser is seldom longer."""


def is_feed(text: str) -> bool:
    """Whether the start of a file is that of a feed, with or without an XML declaration."""
    return bool(_ROOT.search(text[:4096])) and "<html" not in text[:4096].lower()


def read_feed(file: File) -> Contents:
    """Read the entries of a feed; what they link to is not fetched.

    The text is an entry's longest: its content, else its summary, without tags. The outlet is the
    entry's own or the feed's title up to a dash or colon. A date is taken as printed.

    Raises:
        ReadingError: It is no feed, has no entries, is too large, or declares entities.
        OSError: It cannot be opened.
    """
    if file.size > LARGEST:
        raise ReadingError(f"a feed of {file.size:,} bytes", f"at most {LARGEST:,}")
    with file.open() as stream:
        data = stream.read()
    _refuse_entities(data)
    declared = _DECLARED.search(data[:1024])
    text, note = decode(data, declared[1].decode("ascii") if declared else "")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)  # it is decoded now, whatever it declares
    try:
        found = feedparser.parse(io.BytesIO(text.encode("utf-8", "replace")))
    except Exception as error:  # feedparser hands on what its parsers stumble over
        raise ReadingError(f"no feed that can be read: {str(error)[:80]}") from error
    if not found.entries:
        raise ReadingError("a feed without an entry in it", "RSS or Atom with entries")
    source = "" if _gathers(found.feed) else outlet_of(words_of(found.feed.get("title", "")))
    records = [Record(row, _cells(e, source)) for row, e in enumerate(found.entries, start=1)]
    notes = [note] if note else []
    if source and source != found.feed.get("title", "").strip():
        notes.append(f"Its source is taken from the title of the feed: {source!r}.")
    teasers = sum(len(record.cells.get("text", "")) < _TEASER for record in records)
    if teasers:
        notes.append(
            counted(
                teasers,
                f"# of {counted(len(records), '# [entry|entries]')} [holds|hold] a few words only, "
                "not the whole article.",
            )
        )
    further = dict.fromkeys(name for record in records for name in record.cells)
    columns = tuple(dict.fromkeys((*FIELDS, *further)))
    return Contents(columns, records, notes=notes, is_table=False)


def outlet_of(title: str) -> str:
    """The outlet in the title of its feed: what stands before a dash or colon."""
    return _CUT.split(title)[0]


def _refuse_entities(data: bytes) -> None:
    """Refuse XML that declares entities; they can grow without end, or name files."""
    try:
        ElementTree.fromstring(data, forbid_entities=True, forbid_external=True)
    except DefusedXmlException as error:
        raise ReadingError("XML that declares entities", "a feed without them") from error
    except Exception:  # damaged XML is feedparser's to read
        return


def _gathers(feed: Any) -> bool:
    """Whether a feed gathers what others published, so that its title names no outlet."""
    about = (feed.get("title", ""), feed.get("link", ""), feed.get("id", ""))
    return any(map(_GATHERED.search, about))


def _address_behind(link: str) -> str:
    """Where a link leads that goes through a service, if it says so."""
    parts = urlsplit(link)
    if not _GATHERED.search(link):
        return link
    behind = (parse_qs(parts.query).get(name, [""])[0] for name in ("url", "q"))
    return next((each for each in behind if each.startswith(("http://", "https://"))), link)


def _cells(entry: Any, source: str) -> dict[str, str]:
    bodies = [part.get("value", "") for part in entry.get("content", ())]
    bodies.append(entry.get("summary", ""))
    texts = [_FOOT.sub("", words_of(body)) for body in bodies if isinstance(body, str)]
    title = words_of(entry.get("title", ""))
    outlet = outlet_of(words_of(entry.get("source", {}).get("title", ""))) or source
    if outlet and title.endswith(f" - {outlet}"):
        title = title.removesuffix(f" - {outlet}")
        texts = ["" if joined(text) == f"{title} {outlet}" else text for text in texts]
    link = _address_behind(entry.get("link", ""))
    if not outlet and not _GATHERED.search(link):  # the feed's title names none
        outlet = (urlsplit(link).hostname or "").removeprefix("www.")
    cells = {
        "text": max(texts, key=len) or title,
        "title": title,
        "published": entry.get("published") or entry.get("updated") or "",
        "source": outlet,
        "author": words_of(entry.get("author", "")),
        "url": link,
        "identifier": entry.get("id", ""),
        "category": "; ".join(
            dict.fromkeys(filter(None, (tag.get("term") for tag in entry.get("tags", ()))))
        ),
    }
    return {name: value for name, value in cells.items() if value}
