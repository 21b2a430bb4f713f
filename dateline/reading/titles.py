"""The title of a text that has nothing but lines: its first, if it can be one."""

from __future__ import annotations

from typing import Final

__all__ = ["is_title", "split_title"]

LONGEST_TITLE: Final = 150
"""Characters; a first line beyond it is a paragraph, and the text has no title."""


def split_title(text: str) -> tuple[str, str]:
    """Cut a text into its title, empty if it has none, and its body.

    The first line is the title if it is no longer than `LONGEST_TITLE` and either an empty line
    follows, or another line does and it does not end like a sentence.
    """
    first, _, rest = text.partition("\n")
    alone = not rest.partition("\n")[0].strip() or first.strip()[-1:] not in ".,;:"
    if rest.strip() and is_title(first) and alone:
        return first.strip(), rest.strip()
    return "", text.strip()


def is_title(line: str) -> bool:
    """Whether a first line can be a title: not empty, and short."""
    return 0 < len(line.strip()) <= LONGEST_TITLE
