"""What a reader typed into the search box, understood.

    bread line          both words (AND may be written)
    bread OR flour      either; AND binds closer, brackets say otherwise
    -flour, NOT flour   without
    "bread line"        these words in this order, in exactly this form; likewise saint-étienne
    evacu*              words that begin so
    alepo~              words spelt nearly so: one letter off, or two in words of more than five
    title:bread         in the title; source:"levant desk" in the name of the source

A plain word also finds its other English forms (`convoy` finds `convoys`). Operators are capitals.
Nothing typed is an error: what cannot be read is left out, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from dateline.store.fulltext import analyse

__all__ = ["And", "How", "Node", "Not", "Or", "Reading", "Term", "Where", "read", "terms"]

How = Literal["word", "exact", "prefix", "fuzzy"]
Where = Literal["", "title", "source"]


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or a phrase of several.

    Attributes:
        words: In lower case; several only where `how` is `exact`.
        how: A plain word with its English forms, exactly this, words that begin so, or nearly so.
        where: Anywhere in text and title if empty.
    """

    words: tuple[str, ...]
    how: How = "word"
    where: Where = ""


@dataclass(frozen=True, slots=True)
class Not:
    """What does not match `part`."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """What matches every part; at least two."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What matches any part; at least two."""

    parts: tuple[Node, ...]


Node = Term | Not | And | Or


@dataclass(frozen=True, slots=True)
class Reading:
    """How a query was understood.

    Attributes:
        node: What is searched for; None for nothing.
        problem: What could not be read, in a sentence; empty if all could.
    """

    node: Node | None
    problem: str = ""

    @property
    def explanation(self) -> str:
        """What could not be read and what was searched instead, in one line; else empty."""
        if not self.problem:
            return ""
        if self.node is None:
            return f"{self.problem} There is no word to search for, so no article is shown."
        return f"{self.problem} Searched instead: {_written(self.node)}"


def terms(node: Node | None) -> Iterator[Term]:
    """The terms that are searched for, those ruled out not among them."""
    if isinstance(node, Term):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from terms(part)


_QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_FIELD: Final = r"(?:title|source):"
_LEXEME: Final = re.compile(
    rf'(?P<open>-?(?:{_FIELD})?\()|(?P<close>\))|(?P<phrase>-?(?:{_FIELD})?"[^"]*"?)'
    r'|(?P<word>[^\s"()]+)',
    re.IGNORECASE,
)
_SPACED_FIELD: Final = re.compile(rf"(?<!\S)(-?{_FIELD})\s+", re.IGNORECASE)
_HEAD: Final = re.compile(rf"(?P<minus>-*)(?P<field>{_FIELD})?", re.IGNORECASE)
_DEEPEST: Final = 30
_LONGEST: Final = 60
"""Letters of a word beyond which neither its ending nor its spelling can be left open."""


@lru_cache(maxsize=256)
def read(words: str) -> Reading:
    """Understand a query as far as it can be understood; never an error."""
    plain = re.sub("[\ud800-\udfff]", " ", words).translate(_QUOTES)
    parser = _Parser(_SPACED_FIELD.sub(r"\1", plain))
    node = parser.either("", 0)
    if node is None and not parser.problems and words.strip():
        parser.problems.append("These are no words.")
    return Reading(node, next(iter(parser.problems), ""))


class _Parser:
    """Takes lexemes from left to right."""

    def __init__(self, words: str) -> None:
        self._lexemes = [(found.lastgroup, found[0]) for found in _LEXEME.finditer(words)]
        self._at = 0
        self.problems: list[str] = []

    def either(self, where: Where, depth: int) -> Node | None:
        """Parts with OR between them, up to the end or the bracket that closes."""
        parts = [self._both(where, depth)]
        while self._next() == ("word", "OR"):
            self._at += 1
            parts.append(self._both(where, depth))
        if len(parts) > 1 and None in parts:
            self.problems.append("OR needs words on both sides.")
        return _joined(Or, parts)

    def _both(self, where: Where, depth: int) -> Node | None:
        """Parts with AND or nothing between them."""
        parts: list[Node] = []
        operator, is_without = "", False
        while (lexeme := self._next()) is not None and lexeme != ("word", "OR"):
            kind, text = lexeme
            if kind == "close" and depth:
                break
            self._at += 1
            if kind == "close":
                self.problems.append("A bracket is closed that was never opened.")
            elif lexeme == ("word", "AND"):
                if not parts or operator:
                    self.problems.append("AND needs words on both sides.")
                operator = "AND"
            elif lexeme == ("word", "NOT"):
                is_without, operator = not is_without, "NOT"
            else:
                found = self._part(str(kind), text, where, depth)
                if found is not None:
                    parts.append(Not(found) if is_without else found)
                    operator, is_without = "", False
        if operator == "AND":
            self.problems.append("AND needs words on both sides.")
        elif operator:
            self.problems.append("NOT needs a word after it.")
        return _joined(And, parts)

    def _part(self, kind: str, text: str, where: Where, depth: int) -> Node | None:
        head = _HEAD.match(text)
        field = head["field"] if head else None
        inner: Where = where
        if field:
            inner = "title" if field.lower() == "title:" else "source"
        rest = text[head.end() :] if head else text
        if kind == "open":
            found = self._bracket(inner, depth)
        elif kind == "phrase":
            if len(rest) < 2 or not rest.endswith('"'):
                self.problems.append("A quotation mark was never closed.")
            asked = tuple(analyse(rest))
            found = Term(asked, "exact", inner) if asked else None
        else:
            found = self._word(rest, inner)
        if field and found is None:
            self.problems.append(f"{field.lower()} needs a word after it.")
        is_without = bool(head and head["minus"])
        return Not(found) if is_without and found is not None else found

    def _bracket(self, where: Where, depth: int) -> Node | None:
        if depth >= _DEEPEST:
            self.problems.append(f"Brackets lie more than {_DEEPEST} deep.")
            return None
        found = self.either(where, depth + 1)
        if self._next() is None:
            self.problems.append("A bracket was never closed.")
        self._at += 1
        return found

    def _word(self, text: str, where: Where) -> Node | None:
        found = re.fullmatch(r"(\**)(.*?)(\**|~\d?)", text)
        stars, body, ending = found.groups() if found else ("", text, "")
        how: How = "fuzzy" if ending.startswith("~") else "prefix" if ending else "word"
        if (stars and body) or "*" in body:
            self.problems.append("A star stands only at the end of a word.")
            if "*" in body:
                body, how = body[: body.index("*")], "prefix"
        asked = tuple(analyse(body))
        if how in ("prefix", "fuzzy") and max(map(len, asked), default=0) > _LONGEST:
            self.problems.append(f"A word of more than {_LONGEST} letters is searched as it is.")
            how = "word"
        if not asked:
            return None
        if how == "fuzzy":
            return _joined(And, [Term((word,), how, where) for word in asked])
        if how == "prefix":
            begun = Term(asked[-1:], how, where)
            return And((Term(asked[:-1], "exact", where), begun)) if asked[1:] else begun
        return Term(asked, "exact" if asked[1:] else "word", where)

    def _next(self) -> tuple[str | None, str] | None:
        return self._lexemes[self._at] if self._at < len(self._lexemes) else None


def _joined(kind: type[And] | type[Or], parts: Iterable[Node | None]) -> Node | None:
    kept = tuple(dict.fromkeys(part for part in parts if part is not None))
    if len(kept) < 2:
        return next(iter(kept), None)
    return kind(kept)


def _written(node: Node, *, inside: bool = False) -> str:
    """The query written out in full."""
    if isinstance(node, Term):
        words = " ".join(node.words)
        shown = {"exact": f'"{words}"', "prefix": f"{words}*", "fuzzy": f"{words}~"}
        return (f"{node.where}:" if node.where else "") + shown.get(node.how, words)
    if isinstance(node, Not):
        return f"NOT {_written(node.part, inside=True)}"
    sign = " AND " if isinstance(node, And) else " OR "
    whole = sign.join(_written(part, inside=True) for part in node.parts)
    return f"({whole})" if inside else whole
