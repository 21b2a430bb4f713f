"""The layout of Nexis before 2018: "3 of 74 DOCUMENTS", outlet and date centred, LABELS.

Its parts come in no fixed order: a headline may stand before its date or behind a label, section
and length after the text. What a block is, is told by its label, whether it is centred, and by what
has come before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from dateline.reading.dates.printed import is_vague, iso_day
from dateline.reading.imprint import author_of, is_copyright, is_length
from dateline.reading.nexis.labels import (
    COUNTER,
    Label,
    label_of,
)
from dateline.reading.paragraphs import blocks, joined, paragraphs, usual_width

__all__ = ["Block", "blocks_of", "read_document", "split"]

_PAGE: Final = 80
"""Columns of a page, to whose middle lines are centred."""

_FULL: Final = 70
"""Characters; a longer line is too full to show whether it is centred."""

_LONGEST_NAME: Final = 60
_AFTER_TEXT: Final = 2
"""Blocks without a label that may come after the labels behind a text: captions."""

_TIME: Final = re.compile(r"\d{1,2}:\d\d\b")
_NUMBER: Final = re.compile(r"[.,]")


class Block(NamedTuple):
    """Lines without an empty one among them.

    Attributes:
        lines: As they stand, without what they are indented by.
        centred: Whether they stand in the middle of the page.
        paragraphs: The same, with lines that were broken to a width made whole.
    """

    lines: tuple[str, ...]
    centred: bool
    paragraphs: tuple[str, ...]


def blocks_of(lines: Sequence[str]) -> list[Block]:
    """The blocks of a text file."""
    width = usual_width(lines)
    apart = [part for line in lines for part in (["", line, ""] if _is_counter(line) else [line])]
    return [
        Block(
            tuple(line.strip() for line in block),
            _is_centred(block[-1]) and (block[0][0] == " " or len(block[0]) >= _FULL),
            tuple(paragraphs(block, width)),
        )
        for block in blocks(apart)
    ]


def _is_counter(line: str) -> bool:
    return COUNTER.fullmatch(line) is not None


def _is_centred(line: str) -> bool:
    text = line.strip()
    indented = len(line.expandtabs()) - len(line.expandtabs().lstrip())
    return indented >= 3 and abs(indented - (_PAGE - len(text)) / 2) <= 3


def split(found: Iterable[Block]) -> tuple[list[list[Block]], list[int]]:
    """Cut an export into its documents; what comes before the first counter is the request.

    Returns:
        The blocks of each, and how many documents the counters say that there are, each number
        once: where several exports were put into one file there are several.
    """
    documents: list[list[Block]] = []
    stated: dict[int, None] = {}
    for block in found:
        counter = COUNTER.fullmatch(block.lines[0])
        if counter and len(block.lines) == 1:
            documents.append([])
            stated[int(_NUMBER.sub("", counter["all"]))] = None
        elif documents:
            documents[-1].append(block)
    return documents, list(stated)


def read_document(blocks: Sequence[Block]) -> dict[str, str]:
    """Field or further column → value, for the blocks of one document."""
    return _Document().read(blocks)


class _Document:
    """One document, while its blocks go by."""

    def __init__(self) -> None:
        self.cells: dict[str, str] = {}
        self.body: list[str] = []
        self.labelled = ""  # the field of the last label at the left margin
        self.spare = ""  # the last line under a copyright, which may be the outlet
        self.over = False  # a label has come after the text

    def read(self, document: Sequence[Block]) -> dict[str, str]:
        labels = [_label_of(block) for block in document]
        plain = [
            not (label or block.centred) for label, block in zip(labels, document, strict=True)
        ]
        for at, (block, label) in enumerate(zip(document, labels, strict=True)):
            if label and self._holds(label, sum(plain[at + 1 :])):
                self._take_label(label, block)
            elif block.centred or (is_copyright(block.lines[0]) and (self.over or not self.body)):
                self._take_centred(block)
            else:
                self._take_left(block, not all(plain[at + 1 : at + 2]))
        if "author" in self.cells:
            self.cells["author"] = author_of(self.cells["author"], self.cells.get("title", ""))
        if self.spare:
            self.cells.setdefault("source", self.spare)
        text = "\n\n".join(self.body)
        return {name: value for name, value in {**self.cells, "text": text}.items() if value}

    def _holds(self, label: Label, blocks_to_come: int) -> bool:
        """Whether a label is one: within a text, a word before a colon may only look like it."""
        if self.over or label.field in ("(body)", "graphic"):
            return True
        if not self.body:  # what is not kept stands after the text: here it begins a headline
            wanted = "source" in self.cells and "title" not in self.cells and not self.labelled
            return label.is_kept or label.ends_text or not wanted
        return label.ends_text or blocks_to_come <= _AFTER_TEXT

    def _take_label(self, label: Label, block: Block) -> None:
        empty = not label.value and label.field == "highlight" and not self.over
        if label.field == "(body)" or empty:
            self.labelled = "(body)"
            first, *others = block.paragraphs
            rest = first.partition(":")[2].strip()
            self.body += [rest, *others] if rest else others
            return
        self.over = bool(self.body)
        if not block.centred:
            self.labelled = label.field
        if label.is_kept and label.value:
            self.cells.setdefault(label.field, label.value)

    def _take_centred(self, block: Block) -> None:
        lines = list(block.lines)
        if is_copyright(lines[0]):
            others = [line for line in lines[1:] if not is_copyright(line)]
            self.spare = others[-1] if others and not self.body else self.spare
            return
        if self.over:
            return
        if self.body:
            self.body += block.paragraphs
            return
        whole = joined(" ".join(lines))
        if (day := iso_day(whole)) and "published" not in self.cells:
            self.cells["published"] = day
            others = [line for line in lines if not iso_day(line) and not _TIME.match(line)]
            self.cells["edition"] = joined(" ".join(others))
        elif is_vague(whole):
            self.cells.setdefault("date as printed", whole)
        elif "source" not in self.cells and not (
            self.spare and self.cells.keys() & {"published", "date as printed"}
        ):
            self.cells["source"] = joined(lines[0])
        else:
            self.cells.setdefault("edition", whole)

    def _take_left(self, block: Block, head_goes_on: bool) -> None:
        whole = " ".join(block.paragraphs)
        cells = self.cells
        if self.over:
            if self.labelled and not self.labelled.startswith("("):
                cells[self.labelled] = f"{cells.get(self.labelled, '')} {whole}".strip()
        elif self.body or self.labelled == "(body)":
            self.body += block.paragraphs
        elif "source" not in cells and not self.spare:
            cells["source"] = whole
        elif whole.startswith(("http://", "https://")):
            cells.setdefault("url", "".join(block.lines))
        elif len(block.lines) == 1 and "published" not in cells and iso_day(whole):
            cells["published"] = iso_day(whole)
        elif is_length(whole):
            cells.setdefault("length", whole)
        elif "title" not in cells and not self.labelled:
            cells["title"] = whole
        elif head_goes_on and not self.labelled and _is_name(whole):
            cells.setdefault("author", whole)
        else:
            self.body += block.paragraphs


def _label_of(block: Block) -> Label | None:
    """The label of a block; the older layout writes them in capitals."""
    label = label_of("\n".join(block.lines))
    return label if block.lines[0].partition(":")[0].isupper() else None


def _is_name(line: str) -> bool:
    return len(line) <= _LONGEST_NAME and line[-1] not in ".!?:"
