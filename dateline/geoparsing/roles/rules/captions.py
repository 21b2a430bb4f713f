"""A rule for places in the captions of pictures from an archive: they show what was before."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import Syntax
from dateline.geoparsing.toponym_words import word_set

__all__ = ["archive_picture"]

_KEPT: Final = word_set("file archive archival")
_PICTURES: Final = word_set("photo photograph picture image footage")
_DASHES: Final = word_set("- -- – —")


def archive_picture(syntax: Syntax, mention: MentionFacts, frame: Frame) -> Ruling | None:
    """FILE - A soldier stands in X; in this file photo of May 3, X is seen; not the X file."""
    if mention.demonym:
        return None
    first, last = syntax.sentence_of(frame.root)
    opens = not first or syntax.paragraph[first - 1] != syntax.paragraph[first]
    opens = opens and not syntax.words.isdisjoint(_KEPT)
    for token in range(first, last - 1) if opens else ():  # inside a text it only follows a caption
        if syntax.lower[token] in _KEPT and syntax.lemma[token + 1] in _PICTURES:
            reason = f"in a caption with '{syntax.lower[token]} {syntax.lower[token + 1]}'"
            return Ruling("background", reason)
    begins = bisect_left(syntax.paragraph, syntax.paragraph[frame.first])
    while syntax.word(begins).isspace():
        begins += 1
    if syntax.word(begins) == "file" and syntax.word(begins + 1) in _DASHES:
        return Ruling("background", "in a caption that begins with 'FILE'")
    return None
