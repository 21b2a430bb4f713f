"""What is known of a mention before its role: from its place, its name and the dateline."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from spacy.tokens import Doc

from dateline.gazetteer.place import PRECISIONS
from dateline.geoparsing.roles.bylines import filed_by
from dateline.geoparsing.roles.digests import digest_heads
from dateline.geoparsing.roles.lost_datelines import lost_datelines
from dateline.geoparsing.toponym_words import kind_of, names_a_settlement
from dateline.language_model.parsed_text import text_of
from dateline.reading.dateline_line import find_items

if TYPE_CHECKING:
    from dateline.gazetteer import Gazetteer

__all__ = ["MentionFacts", "Resolved", "Spanned", "mention_facts"]

_LARGE: Final = frozenset(("country", "region", ""))
_ADJECTIVAL: Final = re.compile(r"(?:i|an|ese|ish|ch|ek|ss|ai|en|ic|er|b)s?\Z")
"""How adjectives and peoples of places end in English."""
_CAPITAL_OR_ITS_REGION: Final = frozenset(("city", "region", "district"))
_CAPITAL: Final = "PPLC"
"""GeoNames' feature code of a national capital."""
_NAMESAKES: Final = 6
"""Candidates of a name among which the capital must be."""
_LONE: Final = re.compile(
    r"\A[^\n]{8,250}\n\s*\n(?:By [^\n]{3,60}\n\s*\n)?(?P<name>[^\W\d_a-z]{2}[^\n\da-z]{1,30})"
    r"[ \t]*\n\s*\n?(?=[“\"']?[A-Z][^\n]{60,})"
)
"""A title, perhaps a byline, one line in capitals, a paragraph: how Anadolu sets its dateline."""
_SHOUTED: Final = re.compile(r"^[^\na-z]*[A-Z]{3}[^\na-z]*$", re.MULTILINE)


class MentionFacts(NamedTuple):
    """What is known of a mention before its role.

    Attributes:
        start, end: Span of code points.
        precision: That of the resolved place, or empty when it has none.
        capital: The place is a national capital.
        demonym: The name is a country's adjective or people.
        in_dateline: It stands in the dateline.
        country: Number of the resolved place's country in the gazetteer; -1 without one.
    """

    start: int
    end: int
    precision: str = ""
    capital: bool = False
    demonym: bool = False
    in_dateline: bool = False
    country: int = -1

    @property
    def governs(self) -> bool:
        """Whether the place is a country or a capital, whose name can stand for its government."""
        return self.capital or self.precision == "country"


class Spanned(Protocol):
    """A span of code points."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Resolved(Protocol):
    """A mention's gazetteer row, or None where it has no place."""

    @property
    def row(self) -> int | None: ...


def mention_facts(
    doc: Doc,
    spans: Sequence[Spanned],
    resolutions: Sequence[Resolved],
    dateline_span: tuple[int, int] | None,
    gazetteer: Gazetteer,
) -> list[MentionFacts]:
    """What is known of every mention before its role.

    Args:
        doc: The parsed article.
        spans: Mentions in text order.
        resolutions: One for each, with its gazetteer row or None.
        dateline_span: Code points of the dateline, or None.
        gazetteer: That the rows point into.

    Returns:
        One value for each mention.
    """
    text = text_of(doc)
    in_dateline = _in_dateline(text, dateline_span)
    out = []
    for span, resolution in zip(spans, resolutions, strict=True):
        row, surface = resolution.row, text[span.start : span.end]
        precision = "" if row is None else PRECISIONS[int(gazetteer.precision[row])]
        out.append(
            MentionFacts(
                start=span.start,
                end=span.end,
                precision=precision,
                capital=row is not None
                and precision in _CAPITAL_OR_ITS_REGION
                and _is_capital(gazetteer, surface, row),
                demonym=gazetteer.is_demonym(surface)
                or (
                    precision in _LARGE
                    and _ADJECTIVAL.search(surface) is not None
                    and _adjective(doc, span, surface, row, gazetteer)
                ),
                in_dateline=in_dateline(span, precision),
                country=-1 if row is None else int(gazetteer.country[row]),
            )
        )
    return out


def _in_dateline(
    text: str, dateline_span: tuple[int, int] | None
) -> Callable[[Spanned, str], bool]:
    """Whether a mention, whose place has a precision, stands in a dateline or in what is like one.

    Besides the dateline that was found: that of an item in a digest, one that lost its dash, a
    byline's place, and a town that stands alone above the first paragraph.
    """
    towns = {_lone(text), *digest_heads(text)}
    items = {place for item in find_items(text) for place in item.places}
    filed = [*lost_datelines(text), *filed_by(text)]
    filed += [dateline_span] if dateline_span is not None else []

    def stands_in_one(span: Spanned, precision: str) -> bool:
        own = span.start, span.end
        return (
            own in items
            or (own in towns and precision == "city")
            or any(start <= span.start and span.end <= end for start, end in filed)
        )

    return stands_in_one


def _lone(text: str) -> tuple[int, int] | None:
    """Span of the only line in capitals, right above the first paragraph; None without one.

    Where there are several they are headings.
    """
    found = _LONE.match(text)
    if not found or len(_SHOUTED.findall(text, found.start("name"))) > 1:
        return None
    start = found.start("name")
    return start, start + len(found["name"].rstrip())


def _is_capital(gazetteer: Gazetteer, surface: str, row: int) -> bool:
    """Whether a national capital of this name lies in the country of the place in `row`.

    The region around a capital often bears its name, and either may have been chosen.
    """
    return any(
        gazetteer.features[int(gazetteer.feature[other.row])] == _CAPITAL
        and gazetteer.country[other.row] == gazetteer.country[row]
        for other in gazetteer.candidates(surface)[:_NAMESAKES]
    )


def _adjective(
    doc: Doc, span: Spanned, surface: str, row: int | None, gazetteer: Gazetteer
) -> bool:
    """Whether the parse takes the name of a large or unknown place for an adjective or a people.

    Alternate names in open gazetteers hold adjectives too, so the name alone does not tell.
    """
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None or not (tokens.root.ent_type_ == "NORP" or tokens.root.tag_ == "JJ"):
        return False
    if tokens.root.tag_ == "NNP" and _is_area(doc, tokens.end):
        return False  # Lolab area, of which no people comes
    name = "" if row is None else gazetteer.place(row).name.casefold()
    return not f"{name} ".startswith(f"{surface.casefold()} ")  # Abyan, of Abyan Governorate


def _is_area(doc: Doc, at: int) -> bool:
    word = doc[at].lower_ if at < len(doc) else ""
    return names_a_settlement(word) or kind_of(word) == "land"
