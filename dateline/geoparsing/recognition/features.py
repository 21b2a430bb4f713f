"""Numbers and words that describe a candidate span to the span classifier.

Two views of the same candidate: `SpanView` gives a short row of numbers for boosted trees
(shape, entity labels, what the gazetteer knows, position in the article), `span_clues` gives words
around it for a linear score, which becomes one more number of that row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np
from spacy.attrs import DEP, POS

from dateline.geoparsing.name_facts import FACTS, NameBook, NameFacts
from dateline.geoparsing.recognition.candidates import Candidate, trimmed
from dateline.geoparsing.recognition.words import Words
from dateline.geoparsing.toponym_words import DIRECTIONS, KINDS, LOCATIVE, TITLES, kind_of, word_set
from dateline.language_model.parsed_text import strings_of

__all__ = ["SPAN_FEATURES", "SpanView"]

_LABELS: Final = ("GPE", "LOC", "FAC", "NORP", "LANGUAGE", "EVENT", "ORG", "PRODUCT",
                  "WORK_OF_ART", "LAW", "PERSON", "DATE", "CARDINAL")  # fmt: skip
_LABEL: Final = {label: number for number, label in enumerate(_LABELS)}
_NO_LABEL: Final = len(_LABELS)
_SHARES: Final = ("GPE", "LOC", "FAC", "NORP", "ORG", "PERSON")
_TAGS: Final = ("PROPN", "ADJ", "NOUN", "VERB", "ADP", "DET", "PUNCT", "NUM", "CCONJ", "PART",
                "PRON", "AUX", "ADV", "SPACE", "SCONJ", "X", "SYM", "INTJ")  # fmt: skip
_TAG: Final = {tag: number for number, tag in enumerate(_TAGS)}
_DEPENDENCIES: Final = ("pobj", "nsubj", "nsubjpass", "dobj", "compound", "amod", "nmod", "poss",
                        "appos", "conj", "npadvmod", "ROOT", "attr", "punct")  # fmt: skip
_DEPENDENCY: Final = {name: number for number, name in enumerate(_DEPENDENCIES)}
_KIND: Final = {kind: number for number, kind in enumerate(KINDS)}
_PLACE_PREPOSITIONS: Final = LOCATIVE | word_set(
    "from to into toward towards between via through throughout over off onto"
)
_EDGE: Final = "<edge>"

SPAN_FEATURES: Final = (
    "clues", "characters", "words", "entity", "known", "label", "inside_entity", "entity_words",
    "words_before_in_entity", "words_after_in_entity", "repeats", "named_elsewhere",
    *(f"share_{label}" for label in _SHARES),
    "in_a_person", "starts_a_person", "tag", "dependency", "head_tag", "tag_before", "tag_after",
    "kind", "kind_after", "kind_before", "kind_of_last_in_entity", "capitals", "loud_line",
    "line_start", "sentence_start", "capital_before", "capital_after", "run_before", "run_after",
    "title_before", "direction_before", "preposition_before", "of_before", "the_before",
    "comma_after_container", "comma_before_settlement", "comma_before", "comma_after",
    "parenthesis", "possessive_after", "hyphen_after",
    "dateline", "position", "first_line", "digits", "period",
    "lower_elsewhere", "contains_known", "within_known", "people_near", "places_near",
    *FACTS,
)  # fmt: skip
"""Names of the columns `SpanView.features` gives, in their order."""


class SpanView:
    """One article as the span classifier sees it.

    Args:
        words: Its tokens.
        candidates: From `candidate_spans`, in text order.
        book: The gazetteer's knowledge of names.
        dateline: Code points of the places in its dateline.
    """

    def __init__(
        self,
        words: Words,
        candidates: Sequence[Candidate],
        book: NameBook,
        dateline: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.words, self.candidates, self.book = words, candidates, book
        self._dateline = frozenset(dateline)
        doc = words.doc
        self._tag = strings_of(doc, POS)
        self._dependency = strings_of(doc, DEP)
        self._entity: list[tuple[int, int, str] | None] = [None] * len(words)
        self._labels: dict[str, Counter[str]] = defaultdict(Counter)
        self._person_parts: Counter[str] = Counter()
        self._person_first: Counter[str] = Counter()
        for entity in doc.ents:
            self._note_entity(entity.start, entity.end, entity.label_)
        self._surfaces = [words.article[c.start : c.end] for c in candidates]
        self._counts = Counter(self._surfaces)
        self._lower = {w for w, big in zip(words.text, words.capital, strict=True) if not big}
        self._known_spans = [(c.first, c.last) for c in candidates if c.known]
        self._known_from = [first for first, _ in self._known_spans]
        self._longest_known = max((b - a for a, b in self._known_spans), default=0)

    def _note_entity(self, start: int, end: int, label: str) -> None:
        first, last = trimmed(self.words, start, end)
        if first == last:
            return
        for at in range(start, end):
            self._entity[at] = (first, last, label)
        text = self.words.article[self.words.start[first] : self.words.end[last - 1]]
        self._labels[text][label] += 1
        if label == "PERSON":
            self._person_parts.update(self.words.text[first:last])
            if last - first > 1:
                self._person_first[self.words.text[first]] += 1

    def features(self, clues: np.ndarray) -> np.ndarray:
        """One row a candidate, columns as in `SPAN_FEATURES`; float32.

        Args:
            clues: The linear score of each candidate, float, shape (candidates,).
        """
        rows = [
            (clue, *self._row(candidate, surface))
            for clue, candidate, surface in zip(clues, self.candidates, self._surfaces, strict=True)
        ]
        return np.array(rows, dtype=np.float32).reshape(len(rows), len(SPAN_FEATURES))

    def clues(self) -> list[tuple[str, ...]]:
        """Words that speak for or against each candidate, as `place:word` strings."""
        return [self._clues(c, s) for c, s in zip(self.candidates, self._surfaces, strict=True)]

    def _clues(self, candidate: Candidate, surface: str) -> tuple[str, ...]:
        lower, first, last = self.words.lower, candidate.first, candidate.last
        before, after = self._word(first - 1), self._word(last)
        head = self.words.doc[last - 1].head.i
        return (
            f"is:{surface.lower()}",
            f"first:{lower[first]}",
            f"last:{lower[last - 1]}",
            f"end:{lower[last - 1][-3:]}",
            f"before:{before}",
            f"before2:{self._word(first - 2)} {before}",
            f"after:{after}",
            f"after2:{after} {self._word(last + 1)}",
            f"head:{lower[head]}" if not first <= head < last else "head:",
            f"way:{self._dependency[last - 1]}",
        )

    def _word(self, at: int) -> str:
        return self.words.lower[at] if 0 <= at < len(self.words) else _EDGE

    def _row(self, candidate: Candidate, surface: str) -> tuple[float, ...]:
        words, first, last = self.words, candidate.first, candidate.last
        facts = self.book[surface]
        before, after = self._word(first - 1), self._word(last)
        return (
            float(candidate.end - candidate.start),
            float(last - first),
            float(candidate.entity),
            float(candidate.known),
            *self._entity_numbers(candidate),
            float(self._counts[surface]),
            *self._elsewhere(surface, candidate),
            *self._grammar(first, last),
            float(_KIND.get(kind_of(words.lower[last - 1]), -1)),
            float(_KIND.get(kind_of(after), -1)),
            float(_KIND.get(kind_of(words.lower[first]), -1)),
            self._kind_closing_entity(first),
            float(surface.isupper()),
            float(words.loud[first]),
            *self._edges(first, last),
            float(before.rstrip(".") in TITLES),
            float(before in DIRECTIONS),
            float(before in _PLACE_PREPOSITIONS),
            float(before == "of"),
            float(before == "the"),
            *self._commas(first, last, facts),
            float(before == "("),
            float(after in {"'s", "’s", "'", "’"}),
            float(after in {"-", "–", "—"}),
            float((candidate.start, candidate.end) in self._dateline),
            candidate.start / max(1, len(words.article)),
            float(words.line[first] == 0),
            float(any(character.isdigit() for character in surface)),
            float(surface.endswith(".")),
            float(surface.lower() in self._lower),
            *self._overlaps(first, last),
            *self._company(first, last),
            *facts.numbers,
        )

    def _entity_numbers(self, candidate: Candidate) -> tuple[float, ...]:
        entity = self._entity[candidate.first] or self._entity[candidate.last - 1]
        if entity is None:
            return (float(_NO_LABEL), 0.0, 0.0, 0.0, 0.0)
        first, last, label = entity
        inside = first <= candidate.first and candidate.last <= last
        return (
            float(_LABEL.get(label, _NO_LABEL)),
            float(inside and not candidate.entity),
            float(last - first),
            float(candidate.first - first),
            float(last - candidate.last),
        )

    def _elsewhere(self, surface: str, candidate: Candidate) -> tuple[float, ...]:
        labels = self._labels.get(surface, Counter())
        total = sum(labels.values())
        last_word = self.words.text[candidate.last - 1]
        return (
            float(total),
            *(labels[label] / max(1, total) for label in _SHARES),
            float(self._person_parts[last_word] > 0),
            float(self._person_first[self.words.text[candidate.first]] > 0),
        )

    def _grammar(self, first: int, last: int) -> tuple[float, ...]:
        head = self.words.doc[last - 1].head.i
        return (
            float(_TAG.get(self._tag[last - 1], len(_TAGS))),
            float(_DEPENDENCY.get(self._dependency[last - 1], len(_DEPENDENCIES))),
            float(_TAG.get(self._tag[head], len(_TAGS))),
            float(_TAG[self._tag[first - 1]]) if first > 0 else -1.0,
            float(_TAG[self._tag[last]]) if last < len(self.words) else -1.0,
        )

    def _kind_closing_entity(self, first: int) -> float:
        entity = self._entity[first]
        return float(_KIND.get(kind_of(self.words.lower[entity[1] - 1]), -1)) if entity else -1.0

    def _edges(self, first: int, last: int) -> tuple[float, ...]:
        words = self.words
        line_start = first == 0 or words.line[first - 1] != words.line[first]
        run_before = run_after = 0
        while first - run_before > 0 and words.capital[first - run_before - 1] and run_before < 4:
            run_before += 1
        while last + run_after < len(words) and words.capital[last + run_after] and run_after < 4:
            run_after += 1
        return (
            float(line_start),
            float(bool(words.doc[first].is_sent_start)),
            float(run_before > 0),
            float(run_after > 0),
            float(run_before),
            float(run_after),
        )

    def _commas(self, first: int, last: int, facts: NameFacts) -> tuple[float, ...]:
        words = self.words
        comma_after = self._word(last) == ","
        comma_before = self._word(first - 1) == ","
        container = comma_after and self._is_container(last + 1)
        settlement = (
            comma_before
            and facts.is_container
            and first > 1
            and words.capital[first - 2]
            and self.book[words.text[first - 2]].is_settlement
        )
        return (float(container), float(settlement), float(comma_before), float(comma_after))

    def _is_container(self, at: int) -> bool:
        words = self.words
        if at >= len(words) or not words.capital[at]:
            return False
        if self.book[words.text[at]].is_container:
            return True
        if at + 1 >= len(words) or not words.capital[at + 1]:
            return False
        return self.book[f"{words.text[at]} {words.text[at + 1]}"].is_container

    def _overlaps(self, first: int, last: int) -> tuple[float, float]:
        contains = within = 0.0
        low = bisect_left(self._known_from, first - self._longest_known)
        for a, b in self._known_spans[low : bisect_left(self._known_from, last)]:
            if (a, b) == (first, last):
                continue
            if first <= a and b <= last:
                contains = max(contains, float(b - a))
            if a <= first and last <= b:
                within = max(within, float(b - a))
        return contains, within

    def _company(self, first: int, last: int) -> tuple[float, float]:
        """Persons and places that spaCy sees within five words on either side."""
        people = places = 0
        seen: set[tuple[int, int, str]] = set()
        for at in (*range(max(0, first - 5), first), *range(last, min(len(self.words), last + 5))):
            entity = self._entity[at]
            if entity is not None and entity not in seen and entity[:2] != (first, last):
                seen.add(entity)
                people += entity[2] == "PERSON"
                places += entity[2] in {"GPE", "LOC"}
        return float(people), float(places)
