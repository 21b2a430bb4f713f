"""spaCy's attribute ruler at a fifth of its cost, which is a tenth of the whole pipeline's.

The ruler sets parts of speech by some 180 patterns, and its matcher tries each at every token.
Nearly all look at one token only, and ask no more of it than its tag, its dependency, whether it is
space, and whether it is one of a few words. What they say is remembered by these four.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dateline.remembered import Remembered

__all__ = ["QuickAttributeRuler", "quicken"]

_FACTORY: Final = "dateline_attribute_ruler"
_ASKED: Final = ("TAG", "DEP", "IS_SPACE", "LOWER")
_KEPT: Final = 20_000

Pattern = list[dict[Any, Any]]
Test = tuple[int, frozenset[int], bool]
"""What one pattern asks: column of `_ASKED`, values, and whether it must be one of them or none."""
Token = tuple[int, ...]
"""A token's values of `_ASKED`; its word is 0 where no pattern names it."""


class QuickAttributeRuler(AttributeRuler):
    """An attribute ruler whose patterns say the same, sooner.

    Args:
        vocab: Of the pipeline.
        name: In the pipeline.
    """

    def __init__(self, vocab: Vocab, name: str = "attribute_ruler") -> None:
        super().__init__(vocab, name)
        self._matching = Remembered(self._rules_of, _KEPT)
        self.clear()

    def clear(self) -> None:
        """Forget all rules."""
        super().clear()
        self._simple: list[tuple[int, tuple[Test, ...]]] = []
        self._words: set[int] = set()
        self._others = Matcher(self.vocab)
        self._matching.clear()

    def add(self, patterns: Iterable[Pattern], attrs: dict[Any, Any], index: int = 0) -> None:
        """Add a rule, as spaCy's own does."""
        patterns = list(patterns)
        rule = len(self.attrs)
        super().add(patterns, attrs, index)
        for pattern in patterns:
            if _is_simple(pattern):
                tests = tuple(self._test(*asked) for asked in pattern[0].items())
                self._simple.append((rule, tests))
                for column, values, _ in tests:
                    self._words |= values if _ASKED[column] == "LOWER" else set()
            else:
                self._others.add(str(rule), [pattern])
        self._matching.clear()

    def match(self, doc: Doc) -> list[tuple[int, int, int, int]]:
        """The rules that apply to a document: number and key of each, and its tokens, in order."""
        found: set[tuple[int, int, int, int]] = set()
        if len(self._others):
            for key, start, end in self._others(doc, allow_missing=True):
                found.add((int(self.vocab.strings[key]), key, start, end))
        if len(doc):
            *columns, words = doc.to_array(list(_ASKED)).T.tolist()
            named = (word if word in self._words else 0 for word in words)
            for at, token in enumerate(zip(*columns, named, strict=True)):
                found.update((rule, key, at, at + 1) for rule, key in self._matching[token])
        return sorted(found)

    def _rules_of(self, token: Token) -> tuple[tuple[int, int], ...]:
        """Number and key of each rule that applies to a token by itself."""
        return tuple(
            (rule, self.vocab.strings[str(rule)])
            for rule, tests in self._simple
            if all((token[column] in values) == wanted for column, values, wanted in tests)
        )

    def _test(self, asked: int | str, value: Any) -> Test:
        operator, values = next(iter(value.items())) if isinstance(value, dict) else ("IN", [value])
        add = self.vocab.strings.add
        numbers = frozenset(add(one) if isinstance(one, str) else int(one) for one in values)
        return _ASKED.index(str(asked)), numbers, operator == "IN"


def _is_simple(pattern: Pattern) -> bool:
    """Whether a pattern asks for no more than the four columns of one token."""
    return len(pattern) == 1 and all(
        asked in _ASKED and _is_list(value, ("IN",) if asked == "LOWER" else ("IN", "NOT_IN"))
        for asked, value in pattern[0].items()
    )


def _is_list(value: object, operators: tuple[str, ...]) -> bool:
    if isinstance(value, Mapping):
        return len(value) == 1 and next(iter(value)) in operators
    return isinstance(value, (str, bool))


def quicken(nlp: Language) -> Language:
    """Replace a pipeline's attribute ruler, if it has one, by a quick one of the same rules."""
    if "attribute_ruler" in nlp.pipe_names:
        slow: Any = nlp.get_pipe("attribute_ruler")
        quick: Any = nlp.replace_pipe("attribute_ruler", _FACTORY)
        quick.add_patterns(slow.patterns)
    return nlp


@Language.factory(_FACTORY)
def _quick(nlp: Language, name: str) -> QuickAttributeRuler:
    return QuickAttributeRuler(nlp.vocab, name)
