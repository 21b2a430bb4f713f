"""The records of `dateline extract` and `dateline places`: one JSON object a line.

An input record has `text` and, if known, `id`, `published`, `title`, `source`. An output record has
`id`, `mentions`, `dates` (inclusive ISO days, null at an open end), `quotes`, `names`, `focus`,
`dateline`, `agency`; offsets are code points into the very `text` that was read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from dateline.durable import replace
from dateline.errors import ReadingError
from dateline.findings import Article, DateMention, Findings, Mention, NameMention, Quote
from dateline.gazetteer.place import Place
from dateline.reading.dateline_line import find_agency

__all__ = [
    "Refused",
    "article_from_record",
    "findings_record",
    "names_of",
    "place_record",
    "read_articles",
    "read_records",
    "write_records",
]


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that is no article.

    Attributes:
        identifier: Its own, or its number from 0 as text.
        reason: What is wrong with it.
    """

    identifier: str
    reason: str


def place_record(place: Place | None) -> dict[str, Any] | None:
    """A place as JSON: `id`, `name`, `country`, `admin1`, `latitude`, `longitude`, `precision`."""
    if place is None:
        return None
    return {
        "id": place.gazetteer_id,
        "name": place.name,
        "country": place.country_code,
        "admin1": place.admin1,
        "latitude": round(place.latitude, 5),
        "longitude": round(place.longitude, 5),
        "precision": place.precision,
    }


def findings_record(identifier: str, findings: Findings, *, agency: str = "") -> dict[str, Any]:
    """What was found in one article, as the record `dateline extract` writes.

    Args:
        identifier: The article's own id, or its row number as text.
        findings: What was found.
        agency: The agency credited, or empty.
    """
    return {
        "id": identifier,
        "mentions": [_mention(mention) for mention in findings.mentions],
        "dates": [_date(mention) for mention in findings.dates],
        "quotes": [_quote(quote) for quote in findings.quotes],
        "names": [_name(name) for name in findings.names],
        "focus": place_record(findings.focus),
        "dateline": place_record(findings.dateline),
        "agency": agency or None,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.surface,
        "role": mention.role,
        "rule": mention.rule,
        "modifier": mention.direction or None,
        "confidence": None if mention.confidence is None else round(mention.confidence, 3),
        "place": place_record(mention.place),
        "runners_up": [
            {"place": place_record(place), "score": round(score, 3)}
            for place, score in mention.runners_up
        ],
    }


def _date(mention: DateMention) -> dict[str, Any]:
    last = mention.latest - timedelta(days=1) if mention.latest else None
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.surface,
        "from": _iso(mention.earliest),
        "to": _iso(last),
        "precision": mention.precision,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "start": quote.start,
        "end": quote.end,
        "speaker": quote.speaker or None,
        "speaker_kind": quote.speaker_kind,
    }


def _name(name: NameMention) -> dict[str, Any]:
    return {
        "start": name.start,
        "end": name.end,
        "text": name.surface,
        "kind": name.kind,
        "canonical": name.canonical,
    }


def read_articles(path: Path) -> list[Article | Refused]:
    """The articles of a JSON Lines file; a line that is none is told of in its place.

    Args:
        path: The file, each line an object as `article_from_record` takes it.

    Raises:
        ReadingError: There is no article in it at all; names the first line that is none.
        OSError: The file cannot be read.
    """
    found: list[Article | Refused] = []
    first: ReadingError | None = None
    with path.open(encoding="utf-8-sig", errors="surrogateescape") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                identifier = str(len(found))
                try:
                    record = _record(path, number, line, "text")
                    identifier = _identifier(record, identifier)
                    found.append(article_from_record({**record, "id": identifier}))
                except ReadingError as error:
                    first = first or error
                    found.append(Refused(identifier, str(error)))
    if first is not None and not any(isinstance(one, Article) for one in found):
        raise first
    return found


def read_records(path: Path, *, needed: str) -> list[dict[str, Any]]:
    """The records of a JSON Lines file, each with an `id` (its number from 0 where it has none).

    Args:
        path: The file.
        needed: A field every record must have.

    Raises:
        ReadingError: A line is no JSON object or lacks `needed`; names the line, from 1.
    """
    records: list[dict[str, Any]] = []
    with path.open(encoding="utf-8-sig", errors="surrogateescape") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                record = _record(path, number, line, needed)
                record["id"] = _identifier(record, str(len(records)))
                records.append(record)
    return records


def _record(path: Path, number: int, line: str, needed: str) -> dict[str, Any]:
    where = f"{path}, line {number}"
    begins = line.encode("utf-8", "replace").decode()[:40].strip()
    try:
        line.encode()
        record = json.loads(line)
    except UnicodeEncodeError as error:
        raise ReadingError(f"{where} is no UTF-8: {begins!r}", "UTF-8", "convert it") from error
    except ValueError as error:
        raise ReadingError(
            f"{where} is no JSON: {begins!r}",
            "one object a line",
            "tables, folders and other files are read by `dateline build`",
        ) from error
    if not isinstance(record, dict) or needed not in record:
        raise ReadingError(f"{where}: {begins!r}", f"an object with {needed!r}", "see --help")
    if needed == "text" and not isinstance(record["text"], str):
        raise ReadingError(f"{where}: text {record['text']!r:.40}", "words in quotes", "see --help")
    return record


def _identifier(record: Mapping[str, Any], otherwise: str) -> str:
    return otherwise if record.get("id") in (None, "") else str(record["id"])


def names_of(record: Mapping[str, Any]) -> list[dict[str, str]]:
    """The names of one place in a record of `dateline places`, the finest first.

    Args:
        record: Its `names` is a text, a mapping of language to text, or a list of such.

    Raises:
        ReadingError: It is something else.
    """
    given = record["names"]
    names = []
    for name in given if isinstance(given, list) else [given]:
        by_language = {"en": name} if isinstance(name, str) else name
        if not isinstance(by_language, dict) or not all(
            isinstance(text, str) for text in by_language.values()
        ):
            raise ReadingError(
                f"record {record['id']}: names {json.dumps(given, ensure_ascii=False)[:40]}",
                'a name, or several of one place, the finest first: ["Sukkari", "Aleppo"]',
                'by language where you like: [{"en": "Aleppo", "ar": "حلب"}]',
            )
        names.append(by_language)
    return names


def article_from_record(record: Mapping[str, Any]) -> Article:
    """An article whose `text` is taken as it is.

    Args:
        record: `text` and, if known, `id`, `published` (ISO 8601), `title`, `source`, `agency`.

    Raises:
        ReadingError: `published` is no ISO date.
    """
    text = str(record["text"])
    agency = record.get("agency") or find_agency(text)
    return Article(
        text,
        title=str(record.get("title") or ""),
        published=_moment(record.get("published")),
        source=str(record.get("source") or ""),
        agency=str(agency or ""),
        identifier=str(record.get("id") or ""),
    )


def write_records(records: Iterable[Mapping[str, Any]], path: Path | None) -> None:
    """Write one JSON object a line, in UTF-8, to a file, or to standard output if `path` is None.

    Raises:
        OSError: The file cannot be written; what was there before is as it was.
    """
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    content = lines.encode("utf-8", "replace")
    if path is not None:
        replace(path, content)
    elif (binary := getattr(sys.stdout, "buffer", None)) is not None:
        binary.write(content)  # whatever encoding the terminal has
    else:
        sys.stdout.write(content.decode())


def _moment(value: object) -> datetime | None:
    if value in (None, ""):
        return None
    try:
        return datetime.fromisoformat(str(value)).replace(tzinfo=None)
    except ValueError as error:
        raise ReadingError(f"published {value!r}", "an ISO date", "such as 2016-12-16") from error
