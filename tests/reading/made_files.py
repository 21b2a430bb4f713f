"""Files of all kinds with invented text, as bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import docx
import openpyxl
import pypdf

BODY = (
    "HOMS, Syria (Northline) — The bridge over the river was closed on Monday after a night of "
    "rain, the mayor said. Traffic was sent over the old ford until noon."
)


def workbook(sheets: Mapping[str, Iterable[Sequence[Any]]], merged: Iterable[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        for cells in merged:
            sheet.merge_cells(cells)
    return _saved(book)


def word(paragraphs: Iterable[tuple[str, str]], table: Sequence[Sequence[str]] = ()) -> bytes:
    """Of (style, text); the document says that it was made by a person who is never shown."""
    document = docx.Document()
    document.core_properties.author = "Pat Exporter"
    for style, text in paragraphs:
        document.add_paragraph(text, style=style or None)
    if table:
        grid = document.add_table(len(table), len(table[0]))
        for row, cells in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    return _saved(document)


def _saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf(pages: Sequence[Sequence[str]], password: str = "") -> bytes:
    """Lines of text on pages, in Latin letters."""
    texts = [
        "/F1 11 Tf 14 TL 60 780 Td " + " ".join(f"({_shown(line)}) Tj T*" for line in lines)
        for lines in pages
    ]
    return _pdf(texts, password)


def placed_pdf(*pages: Sequence[tuple[float, float, float, str]]) -> bytes:
    """Lines where they are told to stand: from the left, from the foot, how large, the text."""
    return _pdf(
        [
            " ".join(
                f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_shown(line)}) Tj"
                for x, y, size, line in lines
            )
            for lines in pages
        ]
    )


def _shown(line: str) -> str:
    return line.replace("(", r"\(").replace(")", r"\)")


def _pdf(texts: Sequence[str], password: str = "") -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(texts), b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(texts)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, text in enumerate(texts):
        stream = f"BT {text} ET".encode("cp1252")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        start,
    )
    return _locked(data, password) if password else data


def _locked(data: bytes, password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def archive(files: Mapping[str, bytes | str], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", kind) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return stream.getvalue()


def page(title: str, head: str = "", tail: str = "") -> str:
    story = "".join(f"<p>{BODY} This is part {part} of {title}.</p>" for part in range(4))
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title} | The Ledger</title>"
        f"{head}</head><body><nav>Home Sport</nav><article><h1>{title}</h1>{story}</article>{tail}"
        "</body></html>"
    )
