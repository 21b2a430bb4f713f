"""What spaCy parsed, read out of it at little cost: every look at a token makes an object."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from spacy.strings import StringStore
from spacy.tokens import Doc

from dateline.remembered import Remembered

__all__ = ["strings_of", "text_of"]

_KEPT: Final = 100_000


@lru_cache(maxsize=1)
def text_of(doc: Doc) -> str:
    """The text of a parsed article, put together once and not at every access as `doc.text`."""
    text: str = doc.text
    return text


def strings_of(doc: Doc, attribute: int) -> list[str]:
    """One string a token, such as its lemma.

    Args:
        doc: The parsed article.
        attribute: One of `spacy.attrs` whose values are strings.
    """
    known = _strings(doc.vocab.strings)
    return list(map(known.__getitem__, doc.to_array([attribute]).tolist()))


@lru_cache(maxsize=2)
def _strings(store: StringStore) -> Remembered[int, str]:
    return Remembered(store.__getitem__, _KEPT)
