"""The language an article is written in, from a slice of it."""

from __future__ import annotations

from functools import cache
from typing import Final

from py3langid.langid import MODEL_FILE, LanguageIdentifier

__all__ = ["detect"]

LANGUAGES: Final = (
    "am ar az be bg bn bs ca cs da de el en es et eu fa fi fr ha he hi hr hu hy id is it ja ka kk "
    "km ko ku ky lo lt lv mk mn ms my ne nl no pl ps pt ro ru si sk sl so sq sr sv sw ta th tr uk "
    "ur uz vi zh"
)
"""Those that newspapers of some size are printed in. Dialects, creoles and dead languages win too
easily over English on a headline full of foreign names."""

SLICE: Final = 600
"""Characters looked at from the start, and as many from the middle."""

SURE: Final = 8
"""How much more probable than English another language must be to be taken for it: a headline or a
sentence full of foreign names scores low in all of them."""

UNSURE: Final = (0.5, 0.02)
"""Below the first probability nothing is certain; a text at least as probably English as the second
is called that."""


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
    english = shares["en"]
    low, possible = UNSURE
    return "en" if english * SURE >= share or (share < low and english >= possible) else code


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(LANGUAGES.split())
    return identifier
