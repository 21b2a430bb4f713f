"""Exports of news databases and what their services hand out, in the order they are tried."""

from __future__ import annotations

from typing import Final

from dateline.reading import europresse, factiva, integrum, nexis, proquest
from dateline.reading.archives.saved_page import looks_like_saved_page, read_saved_page
from dateline.reading.documents.rich_text import looks_like_rich_text, read_rich_text
from dateline.reading.mail import looks_like_mail, looks_like_mailbox, read_mail, read_mailbox
from dateline.reading.press_databases import japanese_press, mediargus
from dateline.reading.services import (
    aleph,
    csl,
    event_registry,
    fundus,
    guardian,
    json_feed,
    mediacloud,
    newsapi,
    references,
    reliefweb,
    ucdp,
    zotero,
    zotero_rdf,
)

__all__ = ["DATABASES"]

DATABASES: Final = (
    ("mailbox", (".mbox",), looks_like_mailbox, read_mailbox),
    ("saved page", (".mhtml", ".mht"), looks_like_saved_page, read_saved_page),
    ("mail", (".eml", ".emlx"), looks_like_mail, read_mail),
    ("Nexis, Word", (".docx",), nexis.looks_like_word, nexis.read_word),
    ("RTF", (".rtf",), looks_like_rich_text, read_rich_text),
    ("Nexis, HTML", (".html", ".htm"), nexis.looks_like_page, nexis.read_page),
    ("Factiva, HTML", (".html", ".htm"), factiva.looks_like_page, factiva.read_page),
    ("Factiva, Word", (".docx",), factiva.looks_like_word, factiva.read_word),
    ("Factiva, text", (".txt",), factiva.looks_like_text, factiva.read_text),
    ("Factiva, XML", (".xml",), factiva.looks_like_xml, factiva.read_xml),
    ("Europresse", (".html", ".htm"), europresse.looks_like_page, europresse.read_page),
    ("ProQuest, HTML", (".html", ".htm"), proquest.looks_like_page, proquest.read_page),
    ("ProQuest, text", (".txt",), proquest.looks_like_text, proquest.read_text),
    ("ProQuest, XML", (".xml",), proquest.looks_like_record, proquest.read_record),
    ("ProQuest, Word", (".docx",), proquest.looks_like_word, proquest.read_word),
    ("Integrum", (".xlsx",), integrum.looks_like_workbook, integrum.read_workbook),
    ("Integrum, HTML", (".html", ".htm"), integrum.looks_like_report, integrum.read_report),
    ("Kikuzo", (".html", ".htm"), japanese_press.looks_like_asahi, japanese_press.read_asahi),
    ("Yomidasu", (".html", ".htm"), japanese_press.looks_like_yomiuri, japanese_press.read_yomiuri),
    ("Mediargus", (".txt",), mediargus.looks_like_list, mediargus.read_list),
    ("RIS", (".ris",), references.looks_like_ris, references.read_ris),
    ("BibTeX", (".bib",), references.looks_like_bibtex, references.read_bibtex),
    ("JSON Feed", (".json",), json_feed.looks_like, json_feed.read),
    ("Fundus", (".json",), fundus.looks_like, fundus.read),
    ("Guardian", (".json",), guardian.looks_like, guardian.read),
    ("NewsAPI", (".json",), newsapi.looks_like, newsapi.read),
    ("Event Registry", (".json",), event_registry.looks_like, event_registry.read),
    ("Zotero", (".json",), zotero.looks_like, zotero.read),
    ("Zotero, RDF", (".rdf",), zotero_rdf.looks_like, zotero_rdf.read),
    ("CSL-JSON", (".json",), csl.looks_like, csl.read),
    ("Media Cloud, JSON", (".json",), mediacloud.looks_like_stories, mediacloud.read_stories),
    ("ReliefWeb", (".json",), reliefweb.looks_like, reliefweb.read),
    ("Aleph", (".json", ".ijson", ".ftm"), aleph.looks_like, aleph.read),
    ("Media Cloud, list", (".csv",), mediacloud.looks_like_list, mediacloud.read_list),
    ("UCDP GED", (".csv",), ucdp.looks_like, ucdp.read),
    ("Nexis, text", (".txt",), nexis.looks_like_text, nexis.read_text),
)
"""Name, usual endings, whether a file looks like it, and what reads it; see `formats.Format`."""
