"""Whether the last line of an article is the name of its publisher, which Factiva prints there."""

from __future__ import annotations

import re
from typing import Final

from dateline.reading.agencies import is_agency

__all__ = ["is_publisher"]

_LONGEST: Final = 100

_FORMS: Final = (
    r"Inc|Corp(?:oration)?|Company|Co|Ltd|Limited|LLC|LLP|LP|PLC|plc|GmbH|AG|KG|KGaA|OHG|Verlag|SA|SAS"
    r"|S\.A\.(?:S\.?)?|S\.?L\.?U?|SARL|S\.?[pP]\.?A|S\.?[rR]\.?[lL]|BV|B\.V|NV|N\.V|AB|A/S|ApS|AS|Oyj?"
    r"|Pty|Pte|Bhd|OOO|ООО|ОАО|ЗАО|АО|Ltda|INC|CORP|LTD|LIMITED|COMPANY|株式会社|有限公司|集团"
)
"""Legal forms, which no sentence ends with but for a mention of the company."""

_COMPANY: Final = re.compile(rf"(?:\A|[\s,(&-])(?:{_FORMS})\.?\)?(?:\s*\([^()]{{1,40}}\))?\Z")
_FULL_TEXT: Final = re.compile(r"\s*\((?:[^()]{1,20} )?[Tt]ext[^()]{0,10}\)\Z")
_SENTENCE: Final = re.compile(r"[.!?…]\s+\S+\s+\S|[!?…:;\"”’»]\Z")
_ARTICLES: Final = "the and of de la le les des du der die das und el los et il copyright rights"
_COMMON: Final = frozenset(_ARTICLES.split())
_HALF: Final = 0.5


def is_publisher(line: str, rights: str, source: str) -> bool:
    """Whether a line names a company, or those who have the rights, and is no sentence.

    Args:
        line: The last line of an article.
        rights: The line that says whose the rights are, or empty.
        source: The outlet, or empty.
    """
    line = _FULL_TEXT.sub("", line.strip())
    if not 0 < len(line) <= _LONGEST or line[0].islower() or _SENTENCE.search(line):
        return False
    if _COMPANY.search(line):
        return True
    words = _words(line)
    named = words & (_words(rights) | _words(source))
    if is_agency(line) and not words & _words(source):  # a credit: it says whose the words are
        return False
    return line[-1] != "." and bool(named) and len(named) >= _HALF * len(words)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]{2,}", text.casefold())) - _COMMON
