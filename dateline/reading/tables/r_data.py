"""`.rda`, `.RData` and `.rds`: data frames saved by R, through rdata's parser.

Objects of R are read as what they are on disk; nothing of them is evaluated. Functions, models and
environments are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from dateline.errors import ReadingError
from dateline.reading.contents import Contents, Record
from dateline.reading.files import File
from dateline.reading.tables.r_values import attributes, cells, classes, names, texts
from dateline.reading.tables.several import together

__all__ = ["looks_like_r", "read_r"]

LARGEST: Final = 500_000_000
"""Bytes of a file when unpacked; every word in it becomes an object of ten times its size."""

_MOST_COUNTED: Final = 50_000_000
"""Numbers that stand in a file as "1 to n" only, all of them together."""

_SAVED: Final = tuple(
    magic + b"X\n" + version
    for magic in (b"RDX2\n", b"RDX3\n", b"")
    for version in (b"\0\0\0\2", b"\0\0\0\3")
)
"""How files of `save` and of `saveRDS` begin, in the form that R gives them by itself."""

_OTHERWISE: Final = (b"RDA2\n", b"RDA3\n", b"RDB2\n", b"RDB3\n", b"A\n2\n", b"A\n3\n")
"""Text, and the order of bytes of one machine."""

_DEEPEST: Final = 5


def looks_like_r(head: bytes) -> bool:
    """Whether bytes at the start are those of a file of R, packed or not."""
    return head.startswith((*_SAVED, *_OTHERWISE))


def read_r(file: File) -> Contents:
    """Read the data frames of a file, and corpora of the package quanteda.

    Of several data frames those with a column for the text are read, under the columns of the
    first. Factors become their labels, days and times ISO 8601; of a column of lists each cell
    holds its parts, divided by semicolons.

    Raises:
        ReadingError: It is no file of R or saved in a form that is not read, damaged, too large,
            without a data frame, or the package that reads it is not installed.
        OSError: It cannot be opened.
    """
    head = file.head(16)
    if not head.startswith(_SAVED):
        raise ReadingError(
            "R data in another form than R's own binary one, or damaged",
            "a file of saveRDS or save",
            'in R, saveRDS(x, "x.rds") or write.csv(x, "x.csv")',
        )
    if file.size > LARGEST:
        raise ReadingError(f"{file.size:,} bytes unpacked", f"at most {LARGEST:,}", "split it")
    frames = dict(_frames(file.stem, _parsed(file), 0))
    if not frames:
        raise ReadingError(
            "R data without a data frame",
            "one with a column for the text",
            "in R, make it a data.frame before you save it",
        )
    return together(file, frames, "data frame")


def _parsed(file: File) -> Any:
    try:
        from rdata.parser import DEFAULT_ALTREP_MAP, parse_data
    except ImportError as error:
        raise ReadingError(
            "R data, which needs the package rdata",
            "it installed",
            'pip install "dateline[r]", or in R write.csv(x, "x.csv")',
        ) from error
    left = _MOST_COUNTED

    def counted(name: bytes) -> Any:
        def constructor(state: Any) -> Any:
            nonlocal left
            left -= int(state.value[0])
            if left < 0:
                raise ReadingError("R data that counts without end", "a data frame")
            return DEFAULT_ALTREP_MAP[name](state)

        return constructor

    counting = {name: counted(name) for name in (b"compact_intseq", b"compact_realseq")}
    with file.open() as stream:
        data = stream.read()
    try:
        return parse_data(
            data,
            altrep_constructor_dict={**DEFAULT_ALTREP_MAP, **counting},
            extension=".rda" if data.startswith(b"RDX") else ".rds",  # else it warns
        ).object
    except ReadingError:
        raise
    except Exception as error:  # rdata raises whatever a damaged file made it stumble over
        raise ReadingError(
            f"damaged R data, perhaps cut short ({type(error).__name__} {str(error)[:80]})",
            "a whole file",
            "save it again",
        ) from error


def _frames(name: str, found: Any, depth: int) -> Iterator[tuple[str, Contents]]:
    """Name and contents of each data frame in an object, to the depth of lists in lists."""
    known = attributes(found)
    if "data.frame" in classes(known):
        yield name, _contents({}, found)
    elif found.info.type.name == "STR" and "docvars" in known:
        yield name, _contents({"text": texts(found)}, known["docvars"])
    elif depth < _DEEPEST and found.info.type.name in ("VEC", "LIST"):
        for inner, each in names(found):
            yield from _frames(inner or name, each, depth + 1)


def _contents(columns: Mapping[str, list[str]], frame: Any) -> Contents:
    columns = {**columns, **dict(_columns("", frame))}
    lengths = {len(column) for column in columns.values()}
    if len(lengths) > 1:
        raise ReadingError("a data frame whose columns differ in length", "a whole one")
    rows = zip(*columns.values(), strict=True)
    records = [
        Record(row, {name: cell for name, cell in zip(columns, values, strict=True) if cell})
        for row, values in enumerate(rows, start=1)
        if any(values)
    ]
    return Contents(tuple(columns), records)


def _columns(before: str, frame: Any) -> Iterator[tuple[str, list[str]]]:
    """Columns by name; those of a data frame within another have both names."""
    for name, column in names(frame):
        if "data.frame" in classes(attributes(column)):
            yield from _columns(f"{before}{name}.", column)
        elif (held := cells(column)) is not None:
            yield f"{before}{name}", held
