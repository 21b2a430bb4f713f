"""Near-duplicates: articles that are copies of one text, as agencies' reports are.

Two texts are copies when more than half of the five-word shingles of the shorter one stand in the
other (containment; Broder 1997, *On the resemblance and containment of documents*). A sample of the
shingles makes the shortlist, the whole sets decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = ["copy_groups"]

SHINGLE_WORDS: Final = 5
CONTAINMENT: Final = 0.5

_SAMPLE: Final = 4
"""Of long texts, the shingles whose hash is a multiple of this make the shortlist."""
_WHOLE_UP_TO: Final = 256
"""Texts of so many shingles or fewer go into the shortlist whole."""
_SHORTLISTED: Final = 0.1
"""Share of the smaller sample that must be met for a pair to be looked at in full."""

_WORD: Final = re.compile(r"\w+")
Hashes = npt.NDArray[np.uint64]


def copy_groups(texts: Sequence[str]) -> npt.NDArray[np.int32]:
    """Group the copies among some texts.

    Each text joins the first one before it, itself in no earlier group, of which it is a copy. So
    two reports do not become one text because a later round-up holds both.

    Args:
        texts: In the order of publication.

    Returns:
        int32, shape (texts,): dense group numbers, in order of the first text of each group.
    """
    shingles = [_shingles(words) for words in _word_numbers(texts)]
    leader = np.arange(len(texts))
    for earlier, later in _shortlist(shingles):
        if leader[later] == later and leader[earlier] == earlier:
            smaller = min(len(shingles[earlier]), len(shingles[later]))
            shared = np.intersect1d(shingles[earlier], shingles[later], assume_unique=True)
            if len(shared) > CONTAINMENT * smaller:
                leader[later] = earlier
    _, groups = np.unique(leader, return_inverse=True)
    return groups.astype(np.int32)


def _word_numbers(texts: Sequence[str]) -> Iterator[npt.NDArray[np.uint64]]:
    """Each text as numbers of its words; the same word has the same number in every text."""
    numbers: dict[str, int] = {}
    for text in texts:
        words = _WORD.findall(text.casefold())
        yield np.array([numbers.setdefault(word, len(numbers)) for word in words], dtype=np.uint64)


def _shingles(words: npt.NDArray[np.uint64]) -> Hashes:
    """Distinct hashes of the shingles, sorted; of a shorter text, one of all its words."""
    length = min(SHINGLE_WORDS, len(words))
    if not length:
        return words
    hashes = np.zeros(len(words) - length + 1, dtype=np.uint64)
    for offset in range(length):
        hashes = _mixed(hashes + words[offset : offset + len(hashes)] + np.uint64(1))
    return np.unique(hashes)


def _mixed(values: Hashes) -> Hashes:
    """The finalizer of splitmix64 (Steele, Lea, Flood 2014): every bit depends on every other."""
    values = values + np.uint64(0x9E3779B97F4A7C15)
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _shortlist(shingles: Sequence[Hashes]) -> Iterator[tuple[int, int]]:
    """Pairs (earlier, later) that share enough of their samples, by later, then earlier.

    Each shingle pairs the first text that has it with every other that has it: copies of a text
    meet in it, and a phrase that stands under a thousand texts makes a thousand pairs, not half a
    million.
    """
    samples = [
        hashes if len(hashes) <= _WHOLE_UP_TO else hashes[hashes % np.uint64(_SAMPLE) == 0]
        for hashes in shingles
    ]
    sizes = np.array([len(sample) for sample in samples], dtype=np.int64)
    if not sizes.sum():
        return
    hashes = np.concatenate(samples)
    owners = np.repeat(np.arange(len(samples), dtype=np.int64), sizes)
    order = np.argsort(hashes, kind="stable")  # within one hash, by text
    hashes, owners = hashes[order], owners[order]
    begins = np.flatnonzero(np.diff(hashes, prepend=hashes[:1] + np.uint64(1)))
    lengths = np.diff(np.append(begins, len(hashes)))
    firsts = np.repeat(owners[begins], lengths)
    met = owners != firsts
    keys, counts = np.unique(owners[met] * len(samples) + firsts[met], return_counts=True)
    later, earlier = np.divmod(keys, len(samples))
    enough = counts >= _SHORTLISTED * np.minimum(sizes[earlier], sizes[later])
    yield from zip(earlier[enough].tolist(), later[enough].tolist(), strict=True)
