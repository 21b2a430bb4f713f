"""Texts whose mentions stand in square brackets."""

from __future__ import annotations

import re

from spacy.lang.en import English

from dateline.geoparsing.resolution.groups import Group, group_mentions

__all__ = ["DEMONYMS", "groups", "unmarked"]

DEMONYMS = {"Libyan", "Lebanese"}


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its square brackets, and the code points of what stood in them."""
    text, spans = "", []
    for piece in re.split(r"(\[[^\]]+\])", marked):
        bare = piece.strip("[]")
        if piece.startswith("["):
            spans.append((len(text), len(text) + len(bare)))
        text += bare
    return text, spans


def groups(marked: str) -> list[Group]:
    """Groups of a text whose mentions stand in square brackets."""
    text, spans = unmarked(marked)
    return group_mentions(English()(text), spans, DEMONYMS.__contains__)
