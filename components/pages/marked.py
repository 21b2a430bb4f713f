"""Articles cut at their marks, remembered for each corpus: a long one takes a second to cut."""

from __future__ import annotations

from typing import Final
from weakref import WeakKeyDictionary

from components.pages.shown import Opened
from components.reading_pane import Content, content
from dateline.corpus import Corpus

__all__ = ["marked"]

_KEPT: Final = 8
"""Articles of one corpus, among all its readers."""

_Key = tuple[int, tuple[tuple[int, int], ...]]
_known: Final[WeakKeyDictionary[Corpus, dict[_Key, Content]]] = WeakKeyDictionary()


def marked(corpus: Corpus, opened: Opened) -> Content:
    """The open article for the reading pane, not to be changed: others who read it share it.

    Args:
        corpus: That it is of; what is put right in one makes another corpus.
        opened: The article.
    """
    known = _known.setdefault(corpus, {})
    key = opened.number, tuple(opened.searched)
    found = known.get(key)
    if found is None:
        found = content(
            opened.text,
            str(opened.row["title"]),
            opened.mentions,
            opened.dates,
            opened.quotes,
            opened.names,
            searched=opened.searched,
        )
        if len(known) >= _KEPT:
            known.clear()
        known[key] = found
    return found
