"""The records of `dateline extract` and `dateline places`: one JSON object a line.

An input record has `text` and, if known, `id`, `published`, `title`, `source`. An output record has
`id`, `mentions`, `dates` (inclusive ISO days, null at an open end), `quotes`, `names`, `focus`,
`dateline`, `agency`; offsets are code points into the very `text` that was read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from dateline.errors import ReadingError
from dateline.findings import Article, DateMention, Findings, Mention, NameMention, Quote
from dateline.gazetteer.place import Place
from dateline.reading.dateline_line import find_agency

__all__ = [
    "article_from_record",
    "findings_record",
    "place_record",
    "read_records",
    "write_records",
]


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


def read_records(path: Path, *, needed: str) -> list[dict[str, Any]]:
    """The records of a JSON Lines file, each with an `id` (its number from 0 where it has none).

    Args:
        path: The file.
        needed: A field every record must have.

    Raises:
        ReadingError: A line is no JSON object or lacks `needed`; names the line, from 1.
    """
    records: list[dict[str, Any]] = []
    with path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except ValueError as error:
                raise ReadingError(
                    f"{path}, line {number} is no JSON: {line[:40]!r}",
                    "one object a line",
                    "give a plain text on standard input",
                ) from error
            if not isinstance(record, dict) or needed not in record:
                raise ReadingError(
                    f"{path}, line {number}: {line[:40]!r}", f"an object with {needed!r}"
                )
            identifier = record.get("id")
            record["id"] = str(len(records) if identifier in (None, "") else identifier)
            records.append(record)
    return records


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
    """Write one JSON object a line to a file, or to standard output if `path` is None."""
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    if path is None:
        sys.stdout.write(lines)
    else:
        path.write_text(lines, encoding="utf-8")


def _moment(value: object) -> datetime | None:
    if value in (None, ""):
        return None
    try:
        return datetime.fromisoformat(str(value)).replace(tzinfo=None)
    except ValueError as error:
        raise ReadingError(f"published {value!r}", "an ISO date", "such as 2016-12-16") from error
