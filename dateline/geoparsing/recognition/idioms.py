"""What is called after a place with which it has nothing to do: a guinea pig, an Indian band."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.recognition.words import Words
from dateline.geoparsing.toponym_words import word_set

__all__ = ["is_native_american", "is_of_an_idiom"]

_THINGS: Final = """
    guinea pig, guinea pigs, guinea fowl, brazil nut, brazil nuts, panama hat, panama hats,
    manila envelope, manila envelopes, stockholm syndrome, indian summer, china syndrome,
    french fries, french toast, french windows, russian roulette, russian doll, russian dolls,
    swiss army knife, danish pastry, danish pastries, venetian blinds, german shepherd,
    german shepherds, bermuda shorts, dutch courage, turkish bath, turkish baths,
    turkish delight, brussels sprouts, mexican wave, mexican standoff, chinese whispers,
    roman candle, roman candles, dutch disease, worcestershire sauce, cayenne pepper,
    jerusalem artichoke, jerusalem artichokes, bengal tiger, bengal tigers, siamese twins,
    spanish practices, scotch tape, delta variant, delta variants, delta strain
"""
_IDIOMS: Final = frozenset(tuple(thing.split()) for thing in _THINGS.split(","))
_OF_NATIVES: Final = word_set("Band Bands Nations Reserve Reservation reservation residential")
"""What follows *Indian* where a people of North America is meant."""
_LONGEST: Final = max(map(len, _IDIOMS))


def is_of_an_idiom(words: Words, first: int, last: int) -> bool:
    """Whether a name is but the first word of such a thing, or all of it.

    Args:
        words: The tokens of an article.
        first, last: The name's, half open.
    """
    return any(
        tuple(words.lower[first : first + size]) in _IDIOMS
        for size in range(2, _LONGEST + 1)
        if last <= first + size
    )


def is_native_american(words: Words, first: int, last: int) -> bool:
    """No people of India: the Cree Indian Band, an Indian reservation, American Indians."""
    if last - first > 1 or words.lower[first] not in ("indian", "indians"):
        return False
    before = words.lower[first - 1] if first else ""
    after = words.text[last] if last < len(words) else ""
    return before in ("american", "native") or after in _OF_NATIVES
