"""Nexis Uni as PDF: the lines of its layout, with a running head on each page.

A page begins with "Page 2 of 3" and the headline; the first of an article then has the headline
once more, in its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.errors import ReadingError
from dateline.reading.contents import Contents
from dateline.reading.exported import Export
from dateline.reading.nexis.labels import COVER, END, label_of
from dateline.reading.nexis.uni import read_documents, stated
from dateline.reading.paragraphs import joined

__all__ = ["of_print", "without_running_heads"]

_PAGE: Final = re.compile(
    r"\s*(?:Page|Seite|Pagina|Página) (?P<number>\d+) (?:of|von|de|sur|van|di) \d+\s*"
)
_LONGEST: Final = 4
"""Lines of a headline, at the most."""

_CUT: Final = 30
"""Characters of a headline that was cut to fit above a page, at the least."""


def without_running_heads(pages: Sequence[list[str]]) -> list[list[str]]:
    """Pages without the number and the headline at their top; any others as they are."""
    done: list[list[str]] = []
    head = ""
    pages = _without_items(pages)
    for page in pages:
        filled = [at for at, line in enumerate(page) if line.strip()]
        match = _PAGE.fullmatch(page[filled[0]]) if filled else None
        if match is None:
            done.append(page)
            continue
        lines = [page[at] for at in filled[1 : 2 * _LONGEST + 1]]
        if match["number"] == "1":
            head = ""
        for count in range(_LONGEST, 0, -1):
            top, after = _joined(lines[:count]), _joined(lines[count:])
            begins = not head and _is_head(top, after, _joined(lines[count : 2 * count]))
            if len(filled) > count and (top == head or begins):
                head = top
                done.append(page[filled[count] + 1 :])
                break
        else:
            done.append(page)
    return done


def _is_head(top: str, after: str, as_many: str) -> bool:
    """Whether the first lines of a page are the headline that comes next, or its beginning."""
    cut = top.rstrip(" .…")
    return top == as_many or (len(cut) >= _CUT and after.startswith(cut))


def _without_items(pages: Sequence[list[str]]) -> Sequence[list[str]]:
    """Pages with a cover that lists no headlines: nothing in print parts the last from what comes.

    How many documents there are stays of it, before the labels of who asked for them.
    """
    first = next((at for at, page in enumerate(pages) if _begins(page)), 0)
    cover = [line for page in pages[:first] for line in page]
    number = [line for line in cover if COVER.match(line)]
    asked = [line for line in cover if (label := label_of(line)) and label.field == "(asked)"]
    return [[*number[:1], *asked], *pages[first:]] if number and asked else pages


def _begins(page: Sequence[str]) -> bool:
    match = _PAGE.fullmatch(next(filter(str.strip, page), ""))
    return match is not None and match["number"] == "1"


def _joined(lines: Sequence[str]) -> str:
    return joined(" ".join(lines))


def of_print(lines: Sequence[str]) -> Contents:
    """The articles in the lines of all pages.

    Raises:
        ReadingError: Print does not tell surely where the parts of an article begin.
    """
    lines = [line for line in lines if not _PAGE.fullmatch(line)]
    articles = read_documents(lines, printed=True)
    said = stated(lines)
    whole = all(article.get("title") and article.get("source") for article in articles)
    ends = sum(END.match(line) is not None for line in lines)
    if not whole or (said or max(ends, 1)) != len(articles):
        raise ReadingError(
            f"an export of {said or ends} articles as PDF, which does not tell them apart",
            "the same export as Word or text",
            "choose DOCX where Nexis asks for the file type",
        )
    return Export("Nexis", articles, said).contents()
