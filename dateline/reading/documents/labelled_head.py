"""Lines such as "Source: The Ledger" that somebody put above the text of an article.

Corpora kept as a folder of texts have them; they are told from a text by their names, which are
those of columns of tables (`dateline.reading.columns`).
"""

from __future__ import annotations

import re
from typing import Final

from dateline.reading.columns import USUAL_NAMES, plain_name

__all__ = ["labelled_head", "labelled_texts"]

_LINE: Final = re.compile(
    r"\W{0,2}(?P<label>[^\W\d_][^:\n]{0,24}?)\W{0,2}:(?!//)[ \t]*(?P<value>.*)"
)
_FIELD_OF: Final = {
    plain_name(name): field
    for field, names in reversed(USUAL_NAMES.items())
    for name in names.split(", ")
}
_RULE: Final = re.compile(r"[ \t]*([=\-_*#~])\1{2,}[ \t]*")
_TELLING: Final = frozenset(("title", "published", "source", "url"))
_ENOUGH: Final = 2
_OF_TEXT: Final = re.compile(r"\s*(?:full )?(?:text|body|content|article)\W{0,2}:", re.IGNORECASE)
_LONGEST: Final = 250
"""Characters of a value; a longer one is a paragraph that begins with a place and a colon."""

_OF_MAILS: Final = frozenset(("to", "cc", "an", "à", "para", "кому"))
"""Labels of a mail that was copied: whom it was for is not kept."""


def labelled_head(text: str) -> tuple[dict[str, str], str]:
    """Field or further column → value of the lines above a text, and the text.

    Args:
        text: All of a file, line ends as "\\\\n".

    Returns:
        Nothing and the whole text, unless the first lines have two labels at least that name a
        title, a day, an outlet or an address.
    """
    cells: dict[str, str] = {}
    found: set[str] = set()
    rest = text
    while rest:
        line, _, after = rest.partition("\n")
        if not line.strip() and _OF_TEXT.match(after) is not None:
            rest = after.lstrip("\n")
            continue
        match = _LINE.fullmatch(line.strip())
        if match is None or len(match["value"]) > _LONGEST:
            break
        name = plain_name(match["label"])
        field = _FIELD_OF.get(name)
        if name in _OF_MAILS:
            return {}, text
        if field == "text":
            rest = f"{match['value']}\n{after}" if match["value"] else after
            break
        if field is None and not found:
            return {}, text
        if match["value"].strip():
            cells.setdefault(field or match["label"].strip(), match["value"].strip())
        if field:
            found.add(field)
        rest = after
    if len(found & _TELLING) < _ENOUGH or not rest.strip():
        return {}, text
    return cells, rest.strip("\n")


def labelled_texts(text: str) -> list[str]:
    """Texts of one file, each with such lines above it: the first label begins each of them.

    Returns:
        Nothing where there is one text only, or where some part has no such lines.
    """
    lines = text.split("\n")
    first = next((line for line in lines if line.strip()), "")
    match = _LINE.fullmatch(first.strip())
    if match is None:
        return []
    label = plain_name(match["label"])
    begins = [
        at
        for at, line in enumerate(lines)
        if (found := _LINE.fullmatch(line.strip())) and plain_name(found["label"]) == label
    ]
    ends = [*begins[1:], len(lines)]
    parts = [
        "\n".join(line for line in lines[begin:end] if not _RULE.fullmatch(line))
        for begin, end in zip(begins, ends, strict=True)
    ]
    whole = len(parts) > 1 and all(labelled_head(part)[0] for part in parts)
    return parts if whole else []
