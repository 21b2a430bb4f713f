"""Words by which Nexis marks the parts of a document, in the languages of its interface."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dateline.reading.dates.month_names import fold
from dateline.reading.dates.printed import iso_day
from dateline.reading.paragraphs import joined

__all__ = [
    "BODY",
    "COUNTER",
    "COVER",
    "END",
    "TAIL",
    "Label",
    "label_of",
    "plain",
]

# Our field → the labels that stand for it; a field in brackets is known and not kept.
_FIELDS: Final = {
    "title": "headline, title, titre, titel, überschrift, schlagzeile, titular, título, kop, "
    "titolo",
    "author": "byline, by line, autor, autoren, autore, auteur, auteurs, signature, verfasser, "
    "name, naamregel, författare, автор",
    "section": "section, rubrik, rubrique, rubriek, sectie, раздел, рубрика, ressort, "
    "sección, seção, sezione, sektion",
    "length": "length, länge, laenge, longueur, lengte, longitud, extensão, tamanho, lunghezza, "
    "længde, längd, длина, объем",
    "dateline": "dateline, ortszeile, lieu, plaatsaanduiding, datelijn",
    "language": "language, sprache, langue, taal, idioma, lingua, sprog, språk",
    "publication type": "publication type, pub type, type publication, type de publication, "
    "publikationstyp, publikationsart, publicatietype, type publicatie, tipo de publicación, "
    "tipo de publicação, tipo di pubblicazione",
    "edition": "edition, ausgabe, édition, editie, edición, version",
    "highlight": "highlight, highlights, chapeau, encart, kurzfassung, teaser",
    "graphic": "graphic, graphics, grafik, graphique, illustration, afbeelding, gráfico, bild",
    "subject": "subject, pub subject, sujet, thema, themen, onderwerp, tema, asunto",
    "show": "show",
    "guests": "guests, anchors, reporters, correspondents, host, interviewer",
    "series": "series, serie, série, column",
    "(body)": "body, text, texte, article, artikel, full text, hauptteil, haupttext, textkörper, "
    "corps, corps de l'article, hoofdtekst, tekst, volledige tekst, cuerpo, cuerpo del artículo, "
    "corpo, corpo do texto, corpo del testo, brödtext, inhoud, текст, основной текст",
    "(when loaded)": "load date, update, aktualisiert, ladedatum, date chargement, "
    "date de chargement, laaddatum, laad datum, fecha de carga, data de carregamento, "
    "data di caricamento, oppdateringsdato, indlæsningsdato, дата загрузки, correction date",
    "(classification)": "classification, klassifizierung, klassifikation, classificatie, "
    "clasificación, classificação, classificazione",
    "(classified)": "journal code, code revue, code de la revue, zeitschriftencode, zeitungs code, "
    "zeitungscode, tijdschriftcode, código de la revista, código da revista, ticker, company, "
    "unternehmen, firma, société, bedrijf, organization, organisation, organisatie, organismo, "
    "industry, branche, secteur, industrie, person, personne, persoon, persona, geographic, "
    "geografie, géographie, localisation geo, geographisch, geografisch, geográfico, city, state, "
    "country, land, pays, stadt, stad, ville, region, isbn, issn, acc no, document type, "
    "transcript, doc id, url, notes, note, distribution, view original page, bio, correction, "
    "type, categories",
    "(asked)": "user name, benutzername, nom d'utilisateur, gebruikersnaam, nombre de usuario, "
    "date and time, datum und uhrzeit, date et heure, datum en tijd, fecha y hora, job number, "
    "auftragsnummer, numéro de travail, numéro de tâche, taaknummer, número de trabajo, "
    "client/matter, mandant/angelegenheit, search terms, suchbegriffe, termes de recherche, "
    "zoektermen, términos de búsqueda, search type, suchart, type de recherche, zoektype, "
    "tipo de búsqueda, narrowed by, eingegrenzt durch, filtré par, beperkt door, sources, quellen, "
    "bronnen, fuentes",
}


def plain(label: str) -> str:
    """A label as labels are compared: without case, accents and hyphens."""
    return joined(fold(label.replace("-", " ")))


_BY_LABEL: Final = {
    plain(label): field for field, labels in _FIELDS.items() for label in labels.split(", ")
}
_LABEL: Final = re.compile(r"\s*([^\W\d][^:\n]{1,30}?)\s?:(?!//)[\s\xa0]*(.*)", re.DOTALL)

BODY: Final = frozenset(plain(label) for label in _FIELDS["(body)"].split(", "))
"""What stands alone on the line before the text."""

TAIL: Final = frozenset(
    plain(label)
    for field in ("(classification)", "graphic")
    for label in _FIELDS[field].split(", ")
)
"""What may stand alone on a line after the text."""

END: Final = re.compile(
    r"^[^\S\n]*(?:End of Document|Ende des Dokuments|Dokumentende|Dokument Ende|Fin du document|"
    r"Einde van (?:het )?document|Einde document|Fin(?:al)? del documento|Fim do documento|"
    r"Fine del documento|Slut på dokument(?:et)?|Dokumentets slut|Конец документа)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
"""The line that ends a document of Nexis Uni."""

COUNTER: Final = re.compile(
    r"^[ \t]*(?:DO[CK]UMENTO? (?=.*\d$)|(?=.*DO[CK]UMENT\w*[ \t]*$))"
    r"\d[\d.,]* (?:of|von|van|de|sur|di) (?P<all>\d[\d.,]*)(?: DO[CK]UMENT\w*)?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""The line that starts a document of the older layout: "3 of 74 DOCUMENTS"."""

COVER: Final = re.compile(
    r"^[^\S\n]*(?:Documents?|Dokumente?|Documenten|Documentos?|Documenti|Документы)"
    r"[^\S\n]*\((\d+)\)[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""The line of a cover that says how many documents follow."""


class Label(NamedTuple):
    """A labelled line: the field it fills, in brackets where it is not kept, and its value."""

    field: str
    value: str

    @property
    def is_kept(self) -> bool:
        """Whether its value is a column of the article."""
        return not self.field.startswith("(")

    @property
    def ends_text(self) -> bool:
        """Whether nothing but further labels can follow it, whatever stands around it."""
        return self.field == "(when loaded)" and bool(iso_day(self.value))


def label_of(text: str) -> Label | None:
    """The label that a line or block begins with, if it is one that Nexis uses."""
    match = _LABEL.match(text)
    if match is None:
        return None
    field = _BY_LABEL.get(plain(match[1]))
    return None if field is None else Label(field, joined(match[2]))
