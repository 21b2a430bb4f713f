"""How the bytes of a text file are read: as UTF-8, else as detected, and never in silence."""

from __future__ import annotations

import codecs
import io
from dataclasses import dataclass
from typing import Final, TextIO

from charset_normalizer import from_bytes

from dateline.errors import ReadingError
from dateline.reading.files import File
from dateline.reading.language import detect

__all__ = ["Encoding", "detect_encoding", "open_text"]

CANDIDATES: Final = (
    *("cp1252", "iso8859_15", "cp1250", "iso8859_2", "cp1251", "koi8_r", "koi8_u", "iso8859_5"),
    *("cp866", "cp1256", "iso8859_6", "cp1253", "cp1254", "cp1255"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
)
"""What newspapers, databases and spreadsheets have been saved in; of two that fit, the earlier."""

_LATIN: Final = {
    "cp1250": ("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq", "sr"),
    "cp1254": ("az", "ku", "tr"),
    "cp1252": (),
    "iso8859_15": (),
    "iso8859_2": (),
}
"""Latin alphabets, and the languages that need them; all others are written in the third."""

SAMPLE: Final = 256 * 1024
"""Bytes that detection looks at, from the first that is not UTF-8 on."""

_CHUNK: Final = 1024 * 1024

_FEW: Final = 8
"""Control characters that a text may hold by accident, however short it is."""

_MOST_OF: Final = 10
"""Of so many bytes one may be such a character, or a short file is no text."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_KINDS: Final = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PAR1", "a Parquet file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "an RTF document"),
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """How to decode a file.

    Attributes:
        name: Python's name of the encoding.
        note: What to tell the reader of it; empty for plain UTF-8.
    """

    name: str
    note: str = ""


def open_text(file: File) -> tuple[TextIO, Encoding]:
    """Open a file as text, line ends as they stand.

    Bytes that fit nowhere become U+FFFD; the note says so.

    Raises:
        ReadingError: It is binary.
        OSError: It cannot be opened.
    """
    encoding = detect_encoding(file)
    stream = io.TextIOWrapper(
        file.open(),
        encoding=encoding.name,
        errors="replace",
        newline="",
    )
    return stream, encoding


def detect_encoding(file: File) -> Encoding:
    """The encoding of a text file.

    A byte order mark decides; else it is UTF-8 if all of it can be read so, or all but a few bytes;
    else charset-normalizer chooses among `CANDIDATES`.

    Raises:
        ReadingError: It is binary.
        OSError: It cannot be opened.
    """
    head = file.head(_CHUNK)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return Encoding(name, "" if name == "utf-8-sig" else f"Read as {name.upper()}.")
    for mark, kind in _KINDS:
        if head.startswith(mark):
            raise ReadingError(f"{kind}, not text", "plain text", "save it as text")
    if name := _wide(head):
        return Encoding(name, f"Not UTF-8; read as {name.upper()}, as its zero bytes tell.")
    printed = head.rstrip(b"\0")  # a disk may fill up the last block of a text with zeros
    controls = _controls(printed)
    if controls > max(_FEW, len(printed) // 50) or controls * _MOST_OF > len(printed):
        raise ReadingError("binary, not text", "plain text", "save it as text")
    if head and not printed:
        raise ReadingError("nothing but zeros", "plain text", "copy it again")
    first_bad = _first_bad(file)
    if first_bad is None:
        return Encoding("utf-8")
    with file.open() as stream:
        stream.seek(max(0, first_bad - _CHUNK // 16))
        sample = stream.read(SAMPLE)
    # A sample may begin and end inside a character; what is left of one is no evidence.
    good, bad = _sequences(sample.lstrip(bytes(range(0x80, 0xC0))))
    if first_bad >= file.size - 3 or bad * 10 <= good:
        return Encoding("utf-8", "Some bytes are not UTF-8 and stand as �.")
    name = _legacy(sample)
    return Encoding(name, f"Not UTF-8; read as {name}, as detected.")


def _legacy(sample: bytes) -> str:
    """The 8-bit or East Asian encoding in which these bytes make the most sense."""
    best = from_bytes(sample, cp_isolation=list(CANDIDATES), enable_fallback=False).best()
    if best is None:
        return "cp1252"
    if best.encoding in _LATIN:
        # A few accents among plain letters fit them all; the plain letters tell the language.
        language = detect(str(best))
        for name, languages in _LATIN.items():
            if language in languages and best.encoding != "iso8859_2":
                return name
        if language not in _LATIN["cp1250"]:
            return "cp1252"
    same = best.could_be_from_charset  # they all make this text of these bytes
    return next((name for name in CANDIDATES if name in same), best.encoding)


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: Latin letters, digits or spaces have a zero byte beside them."""
    half = len(head) // 2
    if not half:
        return ""
    if head[1::2].count(0) > 0.3 * half and head[::2].count(0) < 0.01 * half:
        return "utf-16-le"
    if head[::2].count(0) > 0.3 * half and head[1::2].count(0) < 0.01 * half:
        return "utf-16-be"
    return ""


def _controls(head: bytes) -> int:
    """How many bytes stand for nothing that is printed; 0x1a once ended files."""
    return sum(head.count(bytes([byte])) for byte in range(32) if byte not in b"\t\n\v\f\r\x1a")


def _first_bad(file: File) -> int | None:
    """Where the first byte lies that is not UTF-8, or None."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    start = 0
    with file.open() as stream:
        while True:
            chunk = stream.read(_CHUNK)
            kept = len(decoder.getstate()[0])
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                return start - kept + error.start
            if not chunk:
                return None
            start += len(chunk)


def _sequences(sample: bytes) -> tuple[int, int]:
    """How many characters beyond ASCII are good UTF-8, and how many bytes are none."""
    text = sample.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    return len(text) - sum(map(str.isascii, text)) - bad, bad
