"""Words and "phrases" in the texts of a corpus, whole words only, whatever their case.

All of them must occur. The texts are held in lower case in memory, from the first search on.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from threading import Lock
from typing import Any, Final
from unicodedata import category
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from dateline.corpus import Corpus

__all__ = ["matching", "spans", "terms"]

_TERM: Final = re.compile(r'"([^"]*)"?|([^\s"]+)')
_NO_WORD: Final = r"[^\p{L}\p{M}\p{N}_]"
_REMEMBERED: Final = 16

_lock: Final = Lock()
_texts: Final[WeakKeyDictionary[Corpus, pa.ChunkedArray]] = WeakKeyDictionary()
_found: Final[WeakKeyDictionary[Corpus, dict[str, npt.NDArray[np.bool_]]]] = WeakKeyDictionary()


def terms(words: str) -> tuple[str, ...]:
    """The words and phrases asked for, in lower case; one without letter or digit asks nothing.

    >>> terms('Convoy "bread line" –')
    ('convoy', 'bread line')
    """
    lowered = pc.utf8_lower(pa.scalar(words, pa.large_string())).as_py()
    found = (phrase or word for phrase, word in _TERM.findall(lowered))
    parts = (" ".join(re.findall(f"[{_word_signs()}]+", term)) for term in found)
    return tuple(dict.fromkeys(part for part in parts if part))


def matching(corpus: Corpus, words: str) -> npt.NDArray[np.bool_]:
    """Which articles hold all the words and phrases.

    Args:
        corpus: Whose texts are searched, title included.
        words: As typed. If it asks for nothing (only signs), no article holds it.

    Returns:
        bool, shape (articles,), not to be changed; remembered for the last few searches.
    """
    if corpus.parts:
        mask = np.zeros(len(corpus.articles), dtype=bool)
        for part, numbers in corpus.parts:
            mask[numbers] = matching(part, words)
        return mask
    asked = terms(words)
    key = "\n".join(asked)
    with _lock:
        remembered = _found.setdefault(corpus, {})
        if key not in remembered:
            if len(remembered) >= _REMEMBERED:
                remembered.pop(next(iter(remembered)))
            remembered[key] = _search(_lowered(corpus), asked)
        return remembered[key]


def spans(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words and phrases stand in one text, as half-open code points, in order."""
    patterns = [_pattern(term) for term in terms(words)]
    found = {match.span() for pattern in patterns for match in pattern.finditer(text)}
    return sorted(found)


@lru_cache(maxsize=256)
def _pattern(term: str) -> re.Pattern[str]:
    signs = _word_signs()
    inside = f"[^{signs}]+".join(map(re.escape, term.split()))
    return re.compile(f"(?<![{signs}]){inside}(?![{signs}])", re.IGNORECASE)


@cache
def _word_signs() -> str:
    """What words are made of, for a character class: `\\w` and the marks that `re` leaves out.

    Without these an Arabic word with vowel signs would be several. `_NO_WORD` says it to Arrow.
    """
    marks = (chr(code) for code in range(0x300, 0xFE30) if category(chr(code)).startswith("M"))
    return r"\w" + "".join(marks)


def _lowered(corpus: Corpus) -> pa.ChunkedArray:
    if corpus not in _texts:
        texts = pa.chunked_array([pa.array(corpus.column("texts", "text"), pa.large_string())])
        _texts[corpus] = pc.utf8_lower(texts)
    return _texts[corpus]


def _search(texts: pa.ChunkedArray, asked: tuple[str, ...]) -> npt.NDArray[np.bool_]:
    rows = np.arange(len(texts)) if asked else np.zeros(0, dtype=np.int64)
    for word in sorted({word for term in asked for word in term.split()}, key=len, reverse=True):
        held = pc.match_substring(texts.take(pa.array(rows)), word)  # a fast shortlist
        rows = rows[_booleans(held)]
    for term in asked:
        inside = rf"{_NO_WORD}+".join(map(re.escape, term.split()))
        whole = rf"(?:^|{_NO_WORD}){inside}(?:{_NO_WORD}|$)"
        rows = rows[_booleans(pc.match_substring_regex(texts.take(pa.array(rows)), whole))]
    mask = np.zeros(len(texts), dtype=bool)
    mask[rows] = True
    mask.flags.writeable = False
    return mask


def _booleans(array: Any) -> npt.NDArray[np.bool_]:
    return np.asarray(array.to_numpy(), dtype=bool)
