"""Corpora, articles and places in lines of text, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.findings import Article, Findings
from dateline.gazetteer.place import Place
from dateline.plural import plural

if TYPE_CHECKING:
    from dateline.corpus import Corpus

__all__ = ["findings_lines", "place_line", "summary_lines"]


def place_line(place: Place) -> str:
    """A place in one line: name, where it lies, precision, coordinates, gazetteer id."""
    inside = [part for part in (place.admin1, place.country_code) if part and part != place.name]
    where = f" ({', '.join(inside)})" if inside else ""
    return (
        f"{place.name}{where}, {place.precision}, {place.latitude:.4f} {place.longitude:.4f}, "
        f"{place.gazetteer_id}"
    )


def findings_lines(article: Article, findings: Findings) -> Iterator[str]:
    """What was found in one text, to be read in a terminal."""
    if findings.focus:
        yield f"about     {place_line(findings.focus)}"
    if findings.dateline:
        yield f"filed at  {place_line(findings.dateline)}"
    for mention in findings.mentions:
        place = place_line(mention.place) if mention.place else "not placed"
        surface = f"{mention.direction} {mention.surface}".strip()
        yield f"{mention.role:11s}{surface} → {place}  [{mention.rule}]"
    for date in findings.dates:
        until = f" to before {date.latest}" if date.latest else ""
        yield f"date       {date.surface} → {date.earliest or 'not resolved'}{until}"
    for quote in findings.quotes:
        yield f"quotation  {quote.speaker or 'not stated'}: {article.text[quote.start : quote.end]}"
    if not (findings.mentions or findings.dates or findings.quotes):
        yield f"nothing found (language: {findings.language or 'not known'})"


def summary_lines(corpus: Corpus) -> Iterator[str]:
    """What a corpus holds, to be read in a terminal."""

    published = corpus.articles["published"]
    yield f"{corpus.name}: {plural(len(corpus.articles), 'article')}"
    if published.notna().any():
        undated = int(published.isna().sum())
        yield (
            f"published {published.min():%Y-%m-%d} to {published.max():%Y-%m-%d}"
            + (f", {undated} undated" if undated else "")
        )
    texts = corpus.articles["copy_group"].nunique()
    yield f"{plural(texts, 'text')} after copies are counted once"
    sources = corpus.articles["source"].value_counts()
    listed = ", ".join(f"{name} {count}" for name, count in sources.head(8).items())
    yield f"sources: {len(sources)}" + (f" ({listed})" if listed else "")
    placed = int((corpus.mentions["place_id"] >= 0).sum())
    yield f"{plural(len(corpus.mentions), 'place mention')}, {placed:,} of them placed"
    for role, count in corpus.mentions["role"].value_counts().items():
        yield f"  {role:11s}{count:,}"
    quotations = plural(len(corpus.quotes), "quotation")
    yield f"{plural(len(corpus.dates), 'date')} spoken of, {quotations}"
    yield f"{len(corpus.set_aside):,} set aside"
    yield f"fingerprint {corpus.fingerprint}"
    for name, value in corpus.provenance.items():
        if name != "notes":
            yield f"{name}: {value}"
