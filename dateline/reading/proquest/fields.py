"""The labelled fields of an article in ProQuest, and what becomes of them.

A library's address and the number of its account stand in every link; they are cut out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from dateline.reading.counted import counted
from dateline.reading.dates.month_names import fold
from dateline.reading.dates.printed import iso_day
from dateline.reading.imprint import author_of
from dateline.reading.library_links import without_library
from dateline.reading.paragraphs import joined

__all__ = ["abstracts_for_texts", "article_of", "label_of"]

# Our field → the labels that stand for it; a field in brackets is known and not kept.
_FIELDS: Final = {
    "title": "title, titel, titre, título, titolo, tytuł, название, заглавие",
    "author": "author, authors, autor, autoren, auteur, auteurs, autores, autore, autori, автор",
    "(text)": "full text, volltext, texte intégral, texto completo, texto integral, "
    "testo completo, volledige tekst, pełny tekst, полный текст",
    "abstract": "abstract, zusammenfassung, résumé, resumen, resumo, samenvatting, "
    "streszczenie, реферат, аннотация",
    "source": "publication title, titel der publikation, titre de la publication, "
    "título de publicación, título de la publicación, título da publicação, titolo pubblicazione, "
    "titolo della pubblicazione, publicatietitel, titel van publicatie, tytuł publikacji, "
    "название публикации, название издания",
    "published": "publication date, datum der publikation, publikationsdatum, "
    "date de publication, fecha de publicación, data de publicação, data di pubblicazione, "
    "publicatiedatum, data publikacji, дата публикации",
    "(info)": "publication info, publikationsinformationen, informations sur la publication, "
    "información de publicación, informações da publicação, informazioni sulla pubblicazione, "
    "publicatiegegevens, informacje o publikacji, информация о публикации",
    "section": "section, abschnitt, rubrik, sección, seção, column",
    "page": "pages, first page, start page, seiten, erste seite, première page, páginas, "
    "primera página, pagine, pagina's, strony, страницы",
    "language": "language of publication, language, sprache der publikation, "
    "langue de publication, idioma de la publicación, idioma de publicación",
    "identifier": "proquest document id, proquest documentid, proquest-dokument-id, "
    "id du document proquest, id de documento de proquest, id de documento proquest, "
    "id do documento proquest, id documento proquest, proquest-document-id, "
    "идентификатор документа proquest",
    "url": "document url, dokument-url, documenturl, url du document, url de documento, "
    "url del documento",
    "dateline": "dateline",
    "subject": "subject, thema, sujet, materia, assunto",
    "location": "location, ort, lieu, lugar, local",
    "publisher": "publisher, verlag, herausgeber, editore, uitgever, wydawca, издатель, "
    "éditeur, editorial, editora, publisher name",
    "source type": "source type, quellentyp, type de source, tipo de fuente",
    "document type": "document type, dokumententyp, type de document, tipo de documento",
    "edition": "edition, ausgabe, édition, edición",
    "caption": "caption, photo caption",
    "(place)": "place of publication, verlagsort, lieu de publication, lugar de publicación",
    "(not kept)": "links, link, publication year, erscheinungsjahr, année de publication, "
    "año de publicación, ano de publicação, anno di pubblicazione, год публикации, "
    "country of publication, publication subject, issn, eissn, copyright, last updated, "
    "database, company / organization, "
    "company/organization, people, person, volume, issue, business indexing term, classification, "
    "identifier / keyword, identifier/keyword, correspondence author, isbn, doi, accession number, "
    "contact us, terms and conditions, ethnicity, number of pages, number of references, "
    "document feature, publication note, publication frequency, alternate title, product name, "
    "credit line, word count, notes, datenbank, base de données, base de datos",
}


_OF_TEXT: Final = ("caption", "dateline")

_OF_THE_PAGE: Final = re.compile(
    r"Enlarge this image\.?|View Image -.*|ProQuest document link(?:\s*<[^<>]*>)?|"
    r"(?:Document|Dokument|Documento|Документ) \d+ (?:of|von|de|sur|di|z|из) \d+",
    re.IGNORECASE,
)
"""What the database puts among the lines of an article."""

_EDITION: Final = re.compile(
    r"(?P<outlet>[^,;]+?),\s+(?P<edition>[^,;]*(?:edition|édition|edición|edição|ausgabe|edizione)\b"
    r"[^,;]*)",
    re.IGNORECASE,
)
"""An outlet with its edition: "The Ledger, Late Edition (East Coast)"."""


def _plain(label: str) -> str:
    return joined(fold(label))


_BY_LABEL: Final = {
    _plain(label): field for field, labels in _FIELDS.items() for label in labels.split(", ")
}
_LABEL: Final = re.compile(r"([^\W\d][^:\n]{1,40}?)\s?:(?!//)\s*(.*)", re.DOTALL)
_PLACE: Final = re.compile(r"\s*;\s*[^;]*$")
_PAGE: Final = re.compile(r":\s*([A-Z]{0,3}[-. ]?\d+[\w.]*)\.?\s*$")
_CREDIT: Final = re.compile(r"(CREDIT|Credit|CAPTION|Caption):\s*(.*)", re.DOTALL)
_ABOVE_CAPTIONS: Final = ("Illustration", "Illustrations", "Photograph", "Photo")
_LEFT_OF_A_TAG: Final = re.compile(r"^</?[a-z]+>\s*|^[a-z]+>\s*", re.IGNORECASE)
_NONE: Final = re.compile(
    r"(?:none available|(?:full text )?not available|keine verfügbar)\.?", re.IGNORECASE
)


def label_of(text: str) -> tuple[str, str] | None:
    """The field that a block of text is, and the rest of the block; None of a block without one."""
    match = _LABEL.match(text)
    field = _BY_LABEL.get(_plain(match[1])) if match else None
    return (field, match[2]) if field and match else None


def article_of(blocks: Iterable[str]) -> dict[str, str]:
    """Field or further column → value, of the blocks of one article.

    Args:
        blocks: The headline, then fields with their labels; what has none goes on with the last.
    """
    cells: dict[str, str] = {}
    text: list[str] = []
    heading: list[str] = []
    field = ""
    blocks = (block for block in blocks if not _OF_THE_PAGE.fullmatch(block.strip()))
    labelled = [(block, label_of(block)) for block in blocks]
    for at, (block, label) in enumerate(labelled):
        # Within a text a line such as "Location: …" may be a line of it: where labels begin they
        # follow one another.
        after = [each is not None for _, each in labelled[at + 1 : at + 4]]
        ends = label and label[0] not in _OF_TEXT and 2 * sum(after) >= len(after)
        if label and (field != "(text)" or ends):
            field, value = label
            if field == "(text)":
                text += [value] if value else []
            elif value:
                cells.setdefault(field, joined(value))
        elif field == "(text)":
            text.append(block)
        elif not field:
            heading.append(joined(block))
        elif field == "abstract":
            cells[field] = f"{cells.get(field, '')} {joined(block)}".strip()
        elif field not in cells:
            cells[field] = joined(block)
    return _whole(cells, heading, text)


def _whole(cells: dict[str, str], heading: list[str], text: list[str]) -> dict[str, str]:
    text = [_LEFT_OF_A_TAG.sub("", paragraph).strip() for paragraph in text]
    text = [paragraph for paragraph in text if not _NONE.fullmatch(paragraph)]
    while text and ((match := _CREDIT.fullmatch(text[-1])) or text[-1] in _ABOVE_CAPTIONS):
        if match is None:
            text.pop()
            continue
        name, value = match[1].lower(), joined(match[2])
        cells.setdefault("author" if name == "credit" and "author" not in cells else name, value)
        text.pop()
    info = cells.pop("(info)", "")
    cells["published"] = iso_day(cells.get("published", "")) or iso_day(info)
    cells["source"] = _PLACE.sub("", cells.get("source") or info.partition("[")[0])
    if iso_day(cells["source"]):
        cells["source"] = ""
    if named := _EDITION.fullmatch(cells["source"]):
        cells["source"] = named["outlet"]
        cells.setdefault("edition", named["edition"])
    cells["names place"] = cells["source"] if cells["source"] == cells.get("(place)") else ""
    if page := _PAGE.search(info):
        cells.setdefault("page", page[1].rstrip("."))
    if heading:
        cells.setdefault("title", heading[0])
    cells["author"] = author_of(cells.get("author", ""), "")
    cells["url"] = without_library(cells.get("url", ""))
    if _NONE.fullmatch(cells.get("abstract", "")):
        del cells["abstract"]
    cells["text"] = "\n\n".join(filter(None, text))
    kept = {name: value for name, value in cells.items() if value and name[0] != "("}
    return kept | {"text": cells["text"]}


def abstracts_for_texts(articles: Iterable[dict[str, str]]) -> list[str]:
    """Give each article of which no text was exported its abstract as one.

    Returns:
        A note that says of how many that is so, or none.
    """
    short = [each for each in articles if not each["text"] and each.get("abstract")]
    for article in short:
        article["text"] = article.pop("abstract")
    told = "# of its articles [is an abstract|are abstracts]: no more was exported."
    return [counted(len(short), told)] if short else []
