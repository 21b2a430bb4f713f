"""Spans of an article that may be toponyms: many more than are, hardly one too few.

Four sources: what spaCy calls an entity, trimmed to the bare name; the longest capitalised word
sequences that the gazetteer knows, inside entities too (Oxford in *Oxford University Press*), also
with the s of a possessive that lost its apostrophe; capitalised runs around a word such as Street,
County or Hospital, which no gazetteer lists; and what stands where only the name of a town or a
district does (*the village of X*, *the X neighbourhood*), listed or not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from typing import Final

from dateline.geoparsing.recognition.craft import is_a_craft
from dateline.geoparsing.recognition.idioms import is_native_american
from dateline.geoparsing.recognition.kind_runs import kind_runs
from dateline.geoparsing.recognition.never_places import (
    abbreviations,
    armed_groups,
    given_names,
    is_a_brand,
    is_never_a_place,
    is_numbered,
    surnames,
)
from dateline.geoparsing.recognition.peoples import is_a_people
from dateline.geoparsing.recognition.persons import (
    begins_with_a_title,
    ends_a_person,
    is_a_person,
)
from dateline.geoparsing.recognition.slots import (
    is_called_after_a_saint,
    owns_nothing,
    possessives,
    slots,
)
from dateline.geoparsing.recognition.words import (
    BEFORE_NAMES,
    Words,
    marks_a_speaker,
)
from dateline.geoparsing.toponym_words import (
    ABBREVIATED,
    ARTICLES,
    CONNECTORS,
    DIRECTIONS,
    is_bearing,
    kind_of,
)

__all__ = ["Candidate", "candidate_spans", "trimmed"]

_NUMERIC: Final = frozenset({"DATE", "CARDINAL", "MONEY", "TIME", "PERCENT", "ORDINAL", "QUANTITY"})
_LONGEST: Final = 7  # words; "Democratic Republic of the Congo" has five
_PER_START: Final = 2  # "Gaza City" and "Gaza": annotators and readers may mean either
_INITIALS: Final = re.compile(r"((?:[A-Z]\.){2,})[-‑–](\w+)")
_STUCK: Final = re.compile(r"([A-Z][\w’'-]*[^\W\d_])\.\d+|[-–—\"“‘']([A-Z][^\W\d_]+)")
_CLOCK: Final = re.compile(r"\d{1,2}[:.h]\d\d")
_TRIM_BACK: Final = frozenset({"'s", "’s", "'", "’", ",", ".", ";", ":", "-", "–", "—", '"', "”"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate span.

    Attributes:
        first, last: Index of its first token and of the one after its last.
        start, end: Code points.
        entity: It is exactly a (trimmed) entity of spaCy's.
        known: The gazetteer knows the very name.
    """

    first: int
    last: int
    start: int
    end: int
    entity: bool
    known: bool


def candidate_spans(
    words: Words,
    certain: Set[tuple[int, int]],
    is_known: Callable[[str], bool],
    is_land: Callable[[str], bool],
    dateline: Sequence[tuple[int, int]] = (),
) -> list[Candidate]:
    """All candidate spans of one article.

    Args:
        words: Its tokens.
        certain: Spans of them that are `certain_places`.
        is_known: Whether the gazetteer has the name exactly.
        is_land: Whether a country or region bears it, so that a town may be said to lie in it.
        dateline: Code points of the places in its dateline.

    Returns:
        Distinct spans in text order; they may overlap.
    """
    entities = _entities(words)
    known = _known(words, is_known)
    runs = kind_runs(words, known) | possessives(words, is_known) | slots(words)
    runs |= certain | _aligned(words, dateline)
    text, found = words.article, []
    families = surnames(words)
    others = (
        families | given_names(words, families) | abbreviations(text, is_known) | armed_groups(text)
    )
    entities = {span for span in entities if not _are_two(words, *span, known, is_land)}
    for first, last in sorted(entities | known | runs):
        start, end = words.start[first], words.end[last - 1]
        if is_never_a_place(text[start:end], others):
            continue
        if (first, last + 1) in known and owns_nothing(words, first, last):
            continue  # St. John, of "St. John's."
        if is_a_person(words, first, last) or _is_shouted(words, first, last):
            continue
        if is_a_people(words, first, last) or is_a_craft(words, first, last):
            continue
        if is_native_american(words, first, last) or is_called_after_a_saint(words, first, last):
            continue
        if _is_a_side(words, first, last) or (last - first == 1 and ends_a_person(words, first)):
            continue
        sure = (first, last) in known or is_known(text[start:end])
        if not sure and (is_numbered(text[start:end]) or is_a_brand(text[start:end])):
            continue
        if not sure and begins_with_a_title(words, first, last):
            continue
        found.append(Candidate(first, last, start, end, (first, last) in entities, sure))
    for at, word in enumerate(words.text):
        if initials := _INITIALS.match(word):  # "U.S.-led" is one token
            start, end = words.start[at], words.start[at] + len(initials[1])
            found.append(Candidate(at, at + 1, start, end, False, is_known(initials[1])))
            other = words.start[at] + initials.start(2)
            if words.end[at] == other + len(initials[2]) and is_known(initials[2]):
                found.append(Candidate(at, at + 1, other, words.end[at], False, True))
        if stuck := _STUCK.fullmatch(word):
            name, start = (
                stuck[stuck.lastindex or 1],
                words.start[at] + stuck.start(stuck.lastindex or 1),
            )
            if is_known(name) and not is_never_a_place(name, others):
                found.append(Candidate(at, at + 1, start, start + len(name), False, True))
    found.sort(key=lambda candidate: (candidate.start, candidate.end))
    return found


def _entities(words: Words) -> set[tuple[int, int]]:
    spans = set()
    for entity in words.doc.ents:
        if entity.label_ in _NUMERIC:
            continue
        first, last = trimmed(words, entity.start, entity.end)
        if first < last and words.line[first] == words.line[last - 1]:
            spans.add((first, last))
    return spans


def _are_two(
    words: Words,
    first: int,
    last: int,
    known: set[tuple[int, int]],
    is_land: Callable[[str], bool],
) -> bool:
    """Whether an entity is a town and where it lies, the comma lost: "in Lagos Nigeria".

    "Bur Abor" is one village, though a hamlet somewhere is called Bur, and another Abor.
    """
    if (first, last) in known or words.doc[first].ent_type_ not in ("GPE", "LOC"):
        return False
    if any(kind_of(word) or word in DIRECTIONS for word in words.lower[first:last]):
        return False  # West Wales, Lore City
    return any(
        (first, at) in known
        and (at, last) in known
        and is_land(words.article[words.start[at] : words.end[last - 1]])
        for at in range(first + 1, last)
    )


def _aligned(words: Words, spans: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Spans of code points as spans of tokens, where they begin and end with one."""
    found = set()
    for start, end in spans:
        first, last = bisect_left(words.start, start), bisect_left(words.end, end) + 1
        if last <= len(words) and words.start[first] == start and words.end[last - 1] == end:
            found.add((first, last))
    return found


def trimmed(words: Words, first: int, last: int) -> tuple[int, int]:
    """Cut what is none of a name from a span of tokens: a leading article or time of day, final
    possessives, and signs such as a flag."""
    while first < last and (
        words.lower[first] in BEFORE_NAMES
        or _CLOCK.fullmatch(words.text[first])
        or _is_a_sign(words.text[first])
        or marks_a_speaker(words.text, first)
    ):
        first += 1
    while first < last and (words.text[last - 1] in _TRIM_BACK or _is_a_sign(words.text[last - 1])):
        last -= 1
    return first, last


def _is_a_sign(text: str) -> bool:
    return not any(letter.isalnum() for letter in text)


def _known(words: Words, is_known: Callable[[str], bool]) -> set[tuple[int, int]]:
    spans = set()
    text = words.article
    for first in range(len(words)):
        if not _may_begin(words, first):
            continue
        taken = 0
        for last in reversed(_ends(words, first)):
            if last - first == 1 and _is_only_a_word(words, first):
                continue
            if is_known(text[words.start[first] : words.end[last - 1]]):
                spans.add((first, last))
                taken += 1
                if taken == _PER_START:
                    break
    return spans


def _may_begin(words: Words, first: int) -> bool:
    if words.lower[first] in BEFORE_NAMES:
        within = first > 0 and words.text[first - 1].isalpha()  # in The Hague
        return words.text[first] == "The" and within and not words.doc[first].is_sent_start
    if words.capital[first]:
        return True
    if words.lower[first] not in ARTICLES or first + 2 >= len(words):
        return False
    after = first + 2 if words.text[first + 1] in "-‑ " else first + 1
    return words.capital[after] and words.line[after] == words.line[first]


def _ends(words: Words, first: int) -> list[int]:
    """Where a name beginning at `first` may end: after each capitalised word that follows on."""
    ends = [first + 1] if words.capital[first] else []
    if ends and first + 1 < len(words) and words.text[first + 1] == "." and _is_short(words, first):
        ends.append(first + 2)  # W.Va. where the dot is a token of its own
    for at in range(first + 1, min(first + _LONGEST, len(words))):
        if words.line[at] != words.line[first]:
            break
        if words.capital[at] or words.text[at].isdigit() or owns_nothing(words, first, at):
            ends.append(at + 1)
        elif words.lower[at] not in CONNECTORS:
            if kind_of(words.lower[at]) and words.capital[at - 1]:  # "Bureij refugee camp"
                ends.append(at + 1)
            elif words.lower[at] != "refugee":
                break
    return ends


def _is_a_side(words: Words, first: int, last: int) -> bool:
    """A part of the world or of a land that bears no name: "the West", but not "the West Bank"."""
    return (
        last - first == 1
        and is_bearing(words.text[first])
        and first > 0
        and words.lower[first - 1] == "the"
        and not (last < len(words) and (words.capital[last] or kind_of(words.lower[last])))
    )


def _is_shouted(words: Words, first: int, last: int) -> bool:
    """A pronoun in capitals among words in capitals: the US of "GIVE US WATER"."""
    if words.text[first] not in ABBREVIATED or last - first > 1 or words.loud[first]:
        return False
    beside = [words.text[at] for at in (first - 1, last) if 0 <= at < len(words)]
    return len(beside) == 2 and all(w.isalpha() and w.isupper() and len(w) > 1 for w in beside)


def _is_short(words: Words, at: int) -> bool:
    text = words.text[at]
    return words.end[at] == words.start[at + 1] and ("." in text or len(text) <= 5)


def _is_only_a_word(words: Words, at: int) -> bool:
    """A short or function word that is a name only by chance: "In", "OR", "Me"."""
    text = words.text[at]
    if text in ABBREVIATED:
        return False
    if len(text) < 2 or (words.doc[at].is_stop and (not text.isupper() or words.loud[at])):
        return True
    return len(text) == 2 and (words.loud[at] or not text.isupper())
