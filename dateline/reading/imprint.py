"""What databases print around an article: whose the rights are, how long it is, who wrote it."""

from __future__ import annotations

import re
from typing import Final

from dateline.reading.paragraphs import joined

__all__ = ["author_of", "is_byline", "is_copyright", "is_length"]

_COPYRIGHT: Final = re.compile(
    r"\s*(?:copyright\W{0,6}(?:\(c\))?\W{0,3}\d{4}\b|copyright\s*(?:©|\(c\))|©|\(c\)\s*\d{4}|"
    r"all rights reserved|alle rechte vorbehalten|tous droits réservés|"
    r"alle rechten voorbehouden|todos los derechos reservados|"
    r"todos os direitos reservados|tutti i diritti riservati)",
    re.IGNORECASE,
)
_LENGTH: Final = re.compile(
    r"\s*[\d.,\s]+(?:words?|wörter|worte|mots|woorden|palabras|palavras|parole|ord|слов\w*(?:\(а\))?|слів|słów|słowa|slov|slova|sanaa|kelime|sözcük|szó|cuvinte|λέξεις|كلم(?:ة|ات)|字|文字|語|단어)\s*",
    re.IGNORECASE,
)
# "von Hagen" is a name; "Von Ada Hagen" is none.
_BY: Final = re.compile(
    r"(?i:by|from)\s+(?=\w)|(?:Von|VON|Par|PAR|Door|DOOR|Por|POR)\s+(?=[A-ZÀ-Þ])"
)
_NOBODY: Final = re.compile(r"(?i:our)\b|(?:an?|the|one of)\s")


def is_copyright(line: str) -> bool:
    """Whether a line says whose the rights are."""
    return _COPYRIGHT.match(line) is not None


def is_length(line: str) -> bool:
    """Whether a line is nothing but a number of words."""
    return _LENGTH.fullmatch(line) is not None


def is_byline(line: str) -> bool:
    """Whether a line begins as those do that name an author: "By Ada Example"."""
    return _BY.match(line) is not None


def author_of(byline: str, title: str) -> str:
    """Who wrote it: a byline without "By", and without the title that some papers repeat in it.

    A byline that names nobody ("From our foreign desk") reads as it was printed.
    """
    name = joined(byline).removesuffix(title).strip(" ,;")
    match = _BY.match(name)
    return name[match.end() :] if match and not _NOBODY.match(name, match.end()) else name
