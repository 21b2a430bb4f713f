"""What every exported file says about itself."""

from __future__ import annotations

from dataclasses import dataclass

from dateline import __version__
from dateline.corpus import Corpus
from dateline.credits import PLACE_NAMES
from dateline.export.coordinates import Coordinates, said_of
from dateline.plural import plural
from dateline.query import Query, Selection, totals
from dateline.query.wording import in_words

__all__ = ["Statement", "statement"]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a file holds, of what, and by whom; each one line of plain text.

    Attributes:
        corpus: The name of the corpus.
        counts: How much is in it, in articles, texts and mentions.
        filters: The query in words.
        data: Fingerprint of the data, and the versions they were made with.
        credits: Whose work the place names are.
        coordinates: That they are coarse, and how; empty of exact ones.
    """

    corpus: str
    counts: str
    filters: str
    data: str
    credits: str
    coordinates: str = ""


def statement(
    corpus: Corpus, query: Query, selection: Selection, coordinates: Coordinates = "exact"
) -> Statement:
    """State what a selection is, and how exact the coordinates of a file of it."""
    if not corpus.has_roles:  # then they narrow nothing
        query = query.without("roles")
    found = totals(corpus, selection)
    counts = [
        plural(found.articles, "article"),
        f"{plural(found.texts, 'text')} after copies are counted once",
        plural(found.mentions, "place mention"),
    ]
    if found.unplaced:
        counts.append(f"{found.unplaced:,} of them not placed")
    own = int(corpus.own[selection.articles].sum())
    if own:
        counts.append(f"{plural(own, 'article')} brought by the visitor")
    gazetteer = corpus.provenance.get("gazetteer")
    read_with = f", gazetteer {_line(gazetteer)}" if gazetteer else ""
    return Statement(
        corpus=_line(corpus.name),
        counts=", ".join(counts),
        filters=_line(in_words(corpus, query)),
        data=f"{corpus.fingerprint}, exported by Dateline {__version__}{read_with}",
        credits=PLACE_NAMES,
        coordinates=said_of(coordinates),
    )


def _line(text: str) -> str:
    return " ".join(text.split())
