"""What stands where an article should: consent forms, barriers, addresses, columns mixed up."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Final

from dateline.reading.cleaning.barriers import is_barrier
from dateline.reading.contents import LONGEST
from dateline.reading.dates.published import is_relative, read_dates

__all__ = ["is_address", "misplaced", "reason_against"]

_FORM: Final = 500
"""Words; a form that asks for consent seldom has more, and an article on consent is no form."""

_BARRIER: Final = 90
"""Words of a page that stands before another one, at the most."""

_ASKS: Final = re.compile(
    r"\b(?:we (?:and our (?:\w+ )?partners|(?:also )?use cookies|value your privacy)|accept all"
    r"|reject all|before you continue|your (?:privacy|cookie) (?:choices|settings|preferences)"
    r"|manage (?:\w+ )?(?:cookies|settings|preferences|options|consent)"
    r"|this (?:web)?site uses cookies"
    r"|by (?:clicking|continuing)[^.]{0,80}(?:agree|accept|consent)|withdraw your consent"
    r"|wir (?:und unsere partner|verwenden cookies|nutzen cookies)|alle (?:akzeptieren|ablehnen)"
    r"|bevor sie fortfahren|nous (?:et nos partenaires|utilisons des cookies)"
    r"|tout (?:accepter|refuser)"
    r"|accepter et (?:continuer|fermer)|avant de continuer|utilizamos cookies|aceptar todo"
    r"|nosotros y nuestros socios|noi e i nostri partner|utilizziamo i cookie|accetta tutt[oi]"
    r"|wij (?:en onze partners|gebruiken cookies)|alles accepteren|używamy plików cookie"
    r"|usamos cookies|aceitar tudo|мы используем (?:файлы )?cookie|принять все"
    r"|نستخدم ملفات تعريف الارتباط)\b",
    re.IGNORECASE,
)
_SPEAKS: Final = re.compile(
    r"\b(?:cookies?|consent|privacy (?:policy|notice)|personal data|personali[sz]ed (?:ads|content)"
    r"|legitimate interest|third[- ]party|einwilligung|datenschutz\w*|zustimm\w+|consentement"
    r"|confidentialité|traceurs|consentimiento|privacidad|consenso|toestemming|zgod[aęy]"
    r"|konfidencjalno\w+|согласи\w+|конфиденциальност\w+)\b",
    re.IGNORECASE,
)
_HINTS: Final = (
    *("cookie", "privacy", "consent", "personal data", "einwillig", "datenschutz", "zustimm"),
    *("confidentialité", "traceurs", "privacidad", "consenso", "toestemming", "zgod"),
    *("konfidencjal", "соглас", "конфиденц", "تعريف الارتباط"),
)
"""One of these stands in every such form."""

_STANDS_BEFORE: Final = re.compile(
    r"(?:enable|turn on|requires?|activate) (?:java ?script|cookies)"
    r"|java ?script is (?:disabled|not)"
    r"|(?:verify|prove|confirm) (?:that )?you(?:'re|’re| are) (?:a |not a )?(?:human|robot)"
    r"|are you a robot|checking your browser|unusual (?:traffic|activity)|complete the captcha"
    r"|you (?:don't|do not|don’t) have permission to (?:access|view)|attention required"
    r"|(?:access|request) (?:denied|blocked)|error (?:40[0-9]|50[0-9])"
    r"|40[34] (?:forbidden|not found)|page (?:could |can )?not (?:be )?found|just a moment\b"
    r"|not available in your (?:country|region)|451:? unavailable",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_DATE: Final = 60


def reason_against(title: str, text: str, *, most: int = LONGEST) -> str:
    """Why a text is no article; empty if it is one.

    Args:
        title: On one line, or empty.
        text: The body alone.
        most: Characters beyond which it is none.
    """
    if not text.strip():
        return "no text"
    if len(text) > most:
        return f"{len(text):,} characters; more than {most:,} are no article"
    if not any(map(str.isalpha, text)):
        return "no letter in its text"
    if len(text) < 1_000_000 and all(map(_ADDRESS.fullmatch, text.split())):
        return (
            "no text but addresses of the web; `dateline build` fetches a list that is named to it"
        )
    if len(text) > 12 * _FORM:
        return ""
    words = len(text.split())
    if words <= _FORM and _asks_for_consent(text, words):
        return "a form that asks for consent, not the article behind it"
    if words <= _FORM and is_barrier(text):
        return "an offer to subscribe or sign in, not the article behind it"
    if words <= _BARRIER and _STANDS_BEFORE.search(f"{title}\n{text}"):
        return "a page that stands before the article, not the article"
    return ""


def is_address(cell: str) -> bool:
    """Whether a cell is nothing but an address of the web."""
    return _ADDRESS.fullmatch(cell) is not None


def misplaced(title: str, published: str) -> str:
    """Which columns of a row seem mixed up; empty if none.

    A date or an address that stands as the title while what stands as the date is none is not put
    right: which column holds what is for the reader to tell.

    Args:
        title: As it stands in the row.
        published: Likewise; empty where there is none.
    """
    if not title or _is_date(published):
        return ""
    if _ADDRESS.fullmatch(title):
        return "its columns seem mixed up: an address of the web stands as its title"
    if published and _is_date(title):
        return f"its columns seem mixed up: {title[:40]!r} stands as its title"
    return ""


def _asks_for_consent(text: str, words: int) -> bool:
    small = text.lower()
    if not any(hint in small for hint in _HINTS):  # most articles end here
        return False
    asks = len({match.casefold() for match in _ASKS.findall(text)})
    if not asks:
        return False
    speaks = len(_SPEAKS.findall(text))
    return (asks >= 2 and speaks >= 1) or (speaks >= 3 and speaks * 40 >= words)


def _is_date(cell: str) -> bool:
    if not any(map(str.isdigit, cell)) or len(cell) > _DATE:
        return False
    if is_relative(cell):
        return len(cell.split()) <= 4
    return read_dates([cell], latest=datetime.now() + timedelta(days=1)).moments[0] is not None
