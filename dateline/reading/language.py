"""The language an article is written in, from a slice of it, and how many words it has."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from py3langid.langid import MODEL_FILE, LanguageIdentifier

__all__ = ["count_words", "detect"]

LANGUAGES: Final = (
    "am ar az be bg bn bs ca cs da de el en es et eu fa fi fr ha he hi hr hu hy id is it ja ka kk "
    "km ko ku ky lo lt lv mk mn ms my ne nl no pl ps pt ro ru si sk sl so sq sr sv sw ta th tr uk "
    "ur uz vi zh"
)
"""Those that newspapers of some size are printed in. Dialects, creoles and dead languages win too
easily over English on a headline full of foreign names."""

SLICE: Final = 600
"""Characters looked at from the start, and as many from the middle."""

SURE: Final = 0.5
"""Share of the probability another language needs before a text that may be English (a share of
at least `POSSIBLE`) is called that: a headline full of names scores low in all of them."""

POSSIBLE: Final = 0.01


def detect(text: str) -> str:
    """The language of a text by py3langid, which learned from byte n-grams.

    Args:
        text: Any length; a slice at its start and one in its middle are looked at.

    Returns:
        ISO 639-1 code; where a short text leaves it open between English and another, `en`. Empty
        if there is no letter in it.
    """
    middle = len(text) // 2
    sample = text[:SLICE]
    if len(text) > 2 * SLICE:
        sample += " " + text[middle : middle + SLICE]
    if not any(map(str.isalpha, sample)):
        return ""
    shares = dict(_identifier().rank(sample))
    code, share = max(shares.items(), key=lambda item: item[1])
    return "en" if share < SURE and shares["en"] >= POSSIBLE else code


def count_words(text: str) -> int:
    r"""How many words: runs of letters, digits and underscores (`\w+`) in any script."""
    return sum(1 for _ in re.finditer(r"\w+", text))


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES.split())
    return identifier
