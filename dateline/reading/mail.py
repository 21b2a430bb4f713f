"""`.eml` and `.mbox`: newsletters and alerts, and what databases answer by mail.

Of whom a mail was for, and of who sent it on, nothing is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from itertools import groupby
from typing import Final

from dateline.errors import ReadingError
from dateline.reading import factiva, nexis, proquest
from dateline.reading.columns import FIELDS
from dateline.reading.contents import Aside, Contents, Record
from dateline.reading.declared import decode
from dateline.reading.files import File
from dateline.reading.pages import markup
from dateline.reading.paragraphs import joined, paragraphs, usual_width
from dateline.reading.start import Start

__all__ = ["looks_like_mail", "looks_like_mailbox", "read_mail", "read_mailbox"]

LARGEST: Final = 50_000_000
"""Bytes; a larger mail carries something else than articles."""

_HEADERS: Final = (
    *("mime-version:", "content-type:", "from:", "subject:", "received:", "date:", "message-id:"),
    *("return-path:", "delivered-to:"),
)
_ENOUGH: Final = 3
_POSTMARK: Final = re.compile(rb"From [^\r\n]*\d{4}[^\r\n]*\r?\n")
"""The line before each mail of a mailbox (RFC 4155), after an empty one."""

_QUOTED: Final = re.compile(rb"\A>(>*From )")
"""A line of a text that begins as a postmark does, as mailboxes write it."""

_QUOTATION: Final = re.compile(rb"\A(?:> ?)+(?:\s*<>\s*\Z)?")
"""Before a line that was quoted; an image in its midst leaves nothing but `<>`."""

_COUNTED: Final = re.compile(rb"\A(\d{1,9})[ \t]*\r?\n(?=[A-Za-z-]+:)")

_SIGNATURE: Final = 15
"""Lines that a signature or the foot of a list has, at the most."""

_READERS: Final = (
    (proquest.looks_like_page, proquest.read_page),
    (factiva.looks_like_page, factiva.read_page),
    (nexis.looks_like_page, nexis.read_page),
    (nexis.looks_like_text, nexis.read_text),
    (proquest.looks_like_text, proquest.read_text),
    (factiva.looks_like_text, factiva.read_text),
)
_SENT_ON: Final = re.compile(
    r"\s*(?:(?:fwd?|wg|tr|rv|enc|vs|doorst|i|пересл)\s*:\s*)+", re.IGNORECASE
)
_LINK: Final = re.compile(r"\s*[<(\[]?https?://[^\s>)\]]+[>)\]]?")
_OF_MAILS: Final = re.compile(
    r"unsubscrib|view (?:this |it )?(?:e-?mail |newsletter )?(?:in|on) (?:your |a )?(?:web )?"
    r"browser"
    r"|(?:manage|update|change) (?:your )?(?:e-?mail )?(?:preferences|subscription)"
    r"|you (?:are receiving|received|get) this (?:e-?mail|message|newsletter)|sent to \S+@"
    r"|abbestellen|abmelden|im browser (?:an(?:sehen|zeigen)|öffnen|lesen)|désinscri|se désabonner"
    r"|dans (?:votre|le) navigateur|darse de baja|cancelar (?:la|tu) suscripción"
    r"|en (?:tu|el) navegador"
    r"|uitschrijven|annulla l.iscrizione|cancelar inscrição|отписаться|відписатися|إلغاء الاشتراك",
    re.IGNORECASE,
)
_BUTTON: Final = re.compile(
    r"(?:read|see|learn) (?:more|on|the (?:full )?(?:story|article))|continue reading|full story"
    r"|(?:hier )?weiterlesen|mehr (?:lesen|dazu)|lire (?:la suite|l.article)|leer más"
    r"|leggi (?:tutto|di più)|ler mais|lees (?:meer|verder)|czytaj (?:więcej|dalej)"
    r"|читать (?:далее|полностью)|читати далі"
    r"|اقرأ المزيد|devamını oku|[-–—_=*|•·]+",
    re.IGNORECASE,
)
_SENDER: Final = "from|von|de|da|van|od|от|від|من"
_DAY: Final = (
    "sent|date|gesendet|datum|envoyé|enviado(?: el)?|fecha|data|inviato|verzonden|wysłano|дата"
    "|отправлено|надіслано"
)
_FROM: Final = re.compile(rf"(?:{_SENDER})\s?:\s*(?P<value>.+)", re.IGNORECASE)
_SENT: Final = re.compile(rf"(?:{_DAY})\s?:\s*(?P<value>.+)", re.IGNORECASE)
_HEADING: Final = re.compile(
    rf"\*?(?:{_SENDER}|{_DAY}|to|cc|subject|an|betreff|à|objet|para|asunto|a|oggetto|aan|onderwerp"
    r"|assunto|do|temat|кому|копия|тема|reply-to)\s?:.*",
    re.IGNORECASE,
)
_RULE: Final = re.compile(r"_{30,}")
_LONGEST: Final = 40
"""Words of such a line."""


def looks_like_mail(start: Start) -> bool:
    """Whether a file begins with the headers of a mail."""
    head = start.text.lstrip("\ufeff\n").partition("\n\n")[0].lower()
    return sum(f"\n{name}" in f"\n{head}" for name in _HEADERS) >= _ENOUGH


def looks_like_mailbox(start: Start) -> bool:
    """Whether a file is a mailbox: a line "From …", and the headers of a mail after it."""
    first = _POSTMARK.match(start.head)
    return first is not None and looks_like_mail(Start(start.file, start.head[first.end() :]))


def read_mail(file: File) -> Contents:
    """Read the articles of a mail that is an export of a database, or the one that a mail is.

    That one has the subject for its title, the name of the sender for its outlet unless it was sent
    on, and the day it was sent for its date.

    Raises:
        ReadingError: It is too large, encrypted or holds no text.
        OSError: It cannot be opened.
    """
    if file.size > LARGEST:
        raise ReadingError(f"a mail of {file.size:,} bytes", f"at most {LARGEST:,}")
    with file.open() as stream:
        message = message_from_bytes(_mail_alone(stream.read()), policy=policy.default)
    for part in _texts(message):
        data = _unquoted(_data(part))
        inner = File(file.name, len(data), data)
        for looks_like, read in _READERS:
            if looks_like(Start.of(inner)):
                return read(inner)
    return _contents([Record(0, _article(message))], _notes(message), [])


def read_mailbox(file: File) -> Contents:
    """Read the mails of a mailbox, each an article as in `read_mail`.

    Raises:
        ReadingError: There is no mail in it.
        OSError: It cannot be opened.
    """
    records: list[Record] = []
    asides: list[Aside] = []
    notes: list[str] = []
    with file.open() as stream:
        for row, mail in enumerate(_mails(stream), start=1):
            message = message_from_bytes(mail, policy=policy.default)
            try:
                records.append(Record(row, _article(message)))
            except ReadingError as error:
                asides.append(Aside(file.name, row, str(error), _header(message, "subject")))
            notes += _notes(message)
    return _contents(records, [*dict.fromkeys(notes)], asides)


def _mails(stream: Iterable[bytes]) -> Iterator[bytes]:
    """The mails of a mailbox one by one: with what is attached it may be larger than memory."""
    lines: list[bytes] | None = None
    after_empty = True
    for line in stream:
        if after_empty and _POSTMARK.match(line):
            if lines is not None:
                yield b"".join(lines)
            lines = []
        elif lines is not None:
            lines.append(_QUOTED.sub(rb"\1", line))
        after_empty = not line.strip(b"\r\n")
    if lines is not None:
        yield b"".join(lines)


def _contents(records: list[Record], notes: list[str], asides: list[Aside]) -> Contents:
    return Contents(FIELDS, records, asides, notes, is_table=False)


def _texts(message: EmailMessage) -> Iterator[EmailMessage]:
    for part in message.walk():
        if isinstance(part, EmailMessage) and part.get_content_maintype() == "text":
            yield part


def _data(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _mail_alone(data: bytes) -> bytes:
    """A mail without the number of its bytes before it and what follows them (`.emlx`)."""
    match = _COUNTED.match(data)
    return data[match.end() : match.end() + int(match[1])] if match else data


def _unquoted(data: bytes) -> bytes:
    """A text without the marks before lines that were quoted: the export in it was sent on."""
    lines = data.split(b"\n")
    if 2 * sum(line.startswith(b">") for line in lines) < len(lines):
        return data
    return b"\n".join(_QUOTATION.sub(b"", line) for line in lines)


def _article(message: EmailMessage) -> dict[str, str]:
    inside = [part for part in _texts(message) if not part.is_attachment()]
    pages = [part for part in inside if part.get_content_subtype() == "html"]
    plain = [part for part in inside if part.get_content_subtype() == "plain"]
    text = "\n\n".join(filter(None, map(_of_page, pages))) or "\n\n".join(map(_of_text, plain))
    if not text.strip():
        kind = message.get_content_type()
        came = (
            "an encrypted mail" if "encrypted" in kind or "pkcs7" in kind else "a mail without text"
        )
        raise ReadingError(came, "one with a text", "save its article as a file")
    lines, before = _without_headings(text.split("\n\n"))
    subject = joined(_header(message, "subject"))
    sender, date = _header(message, "from"), _header(message, "date")
    if sent_on := _SENT_ON.match(subject):
        subject = subject[sent_on.end() :]
        sender = _value(_FROM, before)
        date = _value(_SENT, before) or date
    return {
        "text": "\n\n".join(lines),
        "title": subject,
        "published": date,
        "source": _outlet(sender),
    }


def _without_headings(lines: list[str]) -> tuple[list[str], list[str]]:
    """Lines without the headers of a mail that was sent on, three or more together; and these."""
    kept: list[str] = []
    cut: list[str] = []
    for is_heading, group in groupby(lines, lambda line: bool(_HEADING.fullmatch(line))):
        found = list(group)
        (cut if is_heading and len(found) > 2 else kept).extend(found)
    return kept, cut


def _value(header: re.Pattern[str], lines: list[str]) -> str:
    matches = (header.fullmatch(line.strip("* ")) for line in lines)
    return next((match["value"] for match in matches if match), "")


def _outlet(sender: str) -> str:
    """The name of a sender, or the domain of his address."""
    name, address = parseaddr(sender)
    return joined(name) or address.rpartition("@")[2]


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except Exception:  # a header may be malformed in more ways than the parser foresees
        return ""


def _of_page(part: EmailMessage) -> str:
    text, _ = decode(_data(part), part.get_content_charset() or "")
    try:
        page = markup.page_of(text)
    except ReadingError:
        return ""
    return _without_its_own([block.text for block in markup.blocks(page)])


def _of_text(part: EmailMessage) -> str:
    text, _ = decode(_data(part), part.get_content_charset() or "")
    lines = _without_signature(text.splitlines())
    return _without_its_own(paragraphs(lines, usual_width(lines)))


def _without_signature(lines: list[str]) -> list[str]:
    """Lines up to the one that parts a signature (RFC 3676) or the foot of a list from a mail."""
    for at in range(max(1, len(lines) - _SIGNATURE), len(lines)):
        if lines[at].rstrip() == "--" or _RULE.fullmatch(lines[at].rstrip()):
            return lines[:at]
    return lines


def _without_its_own(lines: list[str]) -> str:
    """Lines without what mails say of themselves, and without links, which name their reader."""
    kept = []
    for line in lines:
        plain = _LINK.sub("", line).strip()
        is_own = len(plain.split()) <= _LONGEST and _OF_MAILS.search(plain)
        if plain and not is_own and not _BUTTON.fullmatch(plain.rstrip(" :.…→»>")):
            kept.append(plain)
    return "\n\n".join(kept)


def _notes(message: EmailMessage) -> list[str]:
    if any(True for _ in message.iter_attachments()) and message.is_multipart():
        return ["What is attached to a mail was not read: save it as a file."]
    return []
