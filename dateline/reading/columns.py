"""Which of a table's columns holds what: recognised by usual names, or told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.errors import ReadingError
from dateline.tables import ARTICLES

__all__ = ["FIELDS", "column_named", "further_name", "holds_text", "plain_name", "recognise"]

USUAL_NAMES: Final[dict[str, str]] = {
    "text": (
        "text, full text, fulltext, body, body text, article text, article body, article content, "
        "content, contents, article, articles, story, story text, texte, contenu, corps, "
        "texte intégral, texto, contenido, cuerpo, conteúdo, corpo, volltext, inhalt, artikeltext, "
        "artikel, testo, contenuto, tekst, inhoud, текст, содержание, статья, текст статьи, зміст, "
        "النص, نص, المحتوى, محتوى, نص المقال, metin, içerik, "
        # weaker: what is left where a table has no text of its own
        "narrative, incident narrative, maintext, main text, paragraphs, description, summary, "
        "abstract, teaser, lead, snippet, анонс"
    ),
    "title": (
        "title, headline, headlines, heading, article title, article headline, news title, "
        "titre, titel, título, titulo, titular, überschrift, schlagzeile, titolo, kop, tytuł, "
        "заголовок, название, назва, العنوان, عنوان, başlık"
    ),
    "published": (
        "published, publication date, date published, published date, publish date, publishdate, "
        "pubdate, pub date, published at, published on, date of publication, article date, date, "
        "datetime, date time, timestamp, seen date, created at, created, day, datum, "
        "erscheinungsdatum, veröffentlicht, fecha, fecha de publicación, date de publication, "
        "publié le, data, data di pubblicazione, publicado, дата, дата публикации, опубликовано, "
        "التاريخ, تاريخ, تاريخ النشر, tarih"
    ),
    "source": (
        "source, outlet, publication, publisher, newspaper, media, media name, medium, "
        "source name, news source, publication title, publication name, site, website, domain, "
        "journal, quelle, zeitung, fuente, medio, diario, fonte, testata, bron, źródło, "
        "источник, издание, сми, джерело, видання, المصدر, مصدر, الصحيفة, kaynak"
    ),
    "author": (
        "author, authors, byline, by line, writer, journalist, reporter, creator, auteur, auteurs, "
        "autor, autoren, verfasser, autores, autore, автор, авторы, الكاتب, كاتب, المؤلف, yazar"
    ),
    "url": (
        "url, link, article url, article link, source url, web url, weburl, permalink, uri, href, "
        "web address, lien, enlace, adresse, ссылка, посилання, адрес, رابط, الرابط, bağlantı"
    ),
    "agency": (
        "agency, news agency, wire, wire service, wire agency, agence, agentur, agencia, agenzia, "
        "агентство, الوكالة, وكالة, ajans"
    ),
    "identifier": (
        "id, identifier, article id, unit id, uid, uuid, guid, doc id, docid, document id, "
        "story id, key, accession number, no, nr"
    ),
}

FIELDS: Final = tuple(USUAL_NAMES)
"""What a column can hold."""

_TEASER: Final = frozenset(
    ("description", "summary", "abstract", "teaser", "lead", "snippet", "анонс")
)

_SHOWN: Final = 20


def recognise(columns: Sequence[str], told: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Find out which column holds what.

    A name is recognised in any case, with spaces, underscores, hyphens or camel case. Where several
    fit, the more usual one is taken and the others stay further columns.

    Args:
        columns: Names as they stand in the file.
        told: Field → column, which goes before the usual names; a column that this file does not
            have is noted and the usual names are tried. An empty one says that no column has it.

    Returns:
        Field → column, and notes.

    Raises:
        ReadingError: No column is known to hold the text.
    """
    found: dict[str, str] = {}
    notes = []
    by_plain = {plain_name(name): name for name in reversed(columns)}
    for field, theirs in told.items():
        if not theirs:
            continue
        column = column_named(theirs, columns)
        if column is None:
            notes.append(f"No column {theirs!r} for {field}; the usual names were tried.")
        else:
            found[field] = column
    for field in FIELDS:
        if field in found or not told.get(field, "any"):
            continue
        for name in _ordered(field):
            column = by_plain.get(name)
            if column is not None and column not in found.values():
                found[field] = column
                break
    if "text" not in found:
        raise ReadingError(
            f"no column is known to hold the text among {_list(columns)}",
            "one named text, body, content, article …",
            "name it with --column text=NAME",
        )
    if "text" not in told and plain_name(found["text"]) in _TEASER:
        notes.append(f"Its texts stand in {found['text']!r}, which may be teasers only.")
    return found, notes


def column_named(name: str, columns: Sequence[str]) -> str | None:
    """The column of this name, exactly or as names are compared; None where there is none."""
    if name in columns:
        return name
    return next((column for column in columns if plain_name(column) == plain_name(name)), None)


def holds_text(columns: Sequence[str]) -> bool:
    """Whether one of these names is a usual one for the text."""
    return not {plain_name(name) for name in columns}.isdisjoint(_ordered("text"))


def further_name(column: str) -> str:
    """What a further column is called beside our own: `language` becomes `language as given`."""
    taken = any(ours.name == column for ours in ARTICLES.columns)
    return f"{column} as given" if taken else column


def _ordered(field: str) -> list[str]:
    return [plain_name(name) for name in USUAL_NAMES[field].split(", ")]


def plain_name(name: str) -> str:
    """A name as names are compared: `Article_Title` and `articleTitle` are `article title`."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", unicodedata.normalize("NFC", name))
    return " ".join(re.sub(r"[\W_]+", " ", spaced).casefold().split())


def _list(columns: Sequence[str]) -> str:
    shown = ", ".join(repr(name[:40]) for name in columns[:_SHOWN])
    rest = len(columns) - _SHOWN
    return (shown or "none") + (f" and {rest} more" if rest > 0 else "")
