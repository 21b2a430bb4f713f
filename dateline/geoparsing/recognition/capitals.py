"""Capitals for texts that have none, as people write in chats and posts: "shelling in goma again".

Recognition and the parser know names by their capitals. A text all in small letters gets them where
a name of the gazetteer stands and no ordinary word: a word that news seldom has, or one that is
used as names of places are. Its length stays, so that every offset holds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.lang.en.stop_words import STOP_WORDS

from dateline.geoparsing.name_facts import NameBook
from dateline.geoparsing.toponym_words import DIRECTIONS, LOCATIVE, is_generic, kind_of, word_set
from dateline.geoparsing.word_classes import word_classes

__all__ = ["Capitals", "lacks_capitals"]

_LOOKED_AT: Final = 4_000  # characters
_FEWEST_WORDS: Final = 10
_MOST_CAPITALS: Final = 0.03
_WORD: Final = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?")
_PART: Final = re.compile(r"(?:(?<=-)|\A)[^\W\d_]")
_BEGINS: Final = re.compile(r"(?:\A|[.!?]\s+|\n\s*)([a-z])")
_NO_WORD: Final = frozenset("/@_")
"""Beside these a word is part of an address or of somebody's name."""
_ALONE: Final = re.compile(
    r"(?:\A|(?<=\n\n))[^\W\d_A-Z][\w’'-]{2,}(?: [^\W\d_A-Z][\w’'-]+){0,3}(?=\n\n|\n?\Z)"
)
"""A line of some words in small letters between empty ones."""
_LONGEST: Final = 4  # words
_SHORTEST: Final = 4  # letters, of a word that the table does not have
_OF_GREAT_PLACES: Final = 0.09
_OF_PLACES: Final = 0.15
"""Shares of great places in a class of words from which on a great place's name is used as theirs
are, and from which on any place's is, where it stands as a place does."""
_OF_TOWNS: Final = 0.08
"""Such a share for towns of the lands that other names of the text point to."""
_ITS_LAND: Final = 0.5
"""Share of a name's places from which on it points to the land in which they lie."""
_BEFORE_PLACES: Final = LOCATIVE | word_set("from to towards toward into over through via of and")
_ORDINARY: Final = word_set("pole poles polish dane island states sham us bride august february")
"""Ordinary words that are peoples' and places' names, too."""


def lacks_capitals(text: str) -> bool:
    """Whether somebody wrote a text in small letters throughout, in a script that has others."""
    words = _WORD.findall(text[:_LOOKED_AT])
    capitals = sum(word[0].isupper() for word in words)
    return (
        len(words) >= _FEWEST_WORDS
        and capitals <= _MOST_CAPITALS * len(words)
        and any(word[0].islower() for word in words)
    )


class Capitals:
    """Puts capitals where names of places stand.

    Args:
        book: The gazetteer's knowledge of names.
    """

    def __init__(self, book: NameBook) -> None:
        self._book = book
        self._shares: dict[str, float] = {}

    def put(self, text: str) -> str:
        """A text without capitals with those of its places and of its sentences' beginnings.

        Args:
            text: As `lacks_capitals` finds it.

        Returns:
            A text as long, that differs in the case of letters alone.
        """
        letters = list(text)
        for match in _BEGINS.finditer(text):
            letters[match.start(1)] = match[1].upper()
        sure = [*self._names(text)]
        for start, end in (*sure, *self._shy(text, sure)):
            letters[start:end] = _titled(text[start:end])
        return "".join(letters)

    def put_alone(self, text: str) -> str:
        """A text with capitals where a line of its own is a place's name and nothing else.

        So somebody heads a note, or fills a cell: "wadi halfa".

        Args:
            text: Any article.

        Returns:
            A text as long, that differs in the case of letters alone.
        """
        return _ALONE.sub(
            lambda line: _titled(line[0]) if self._is_place(line[0], "") else line[0], text
        )

    def _names(self, text: str) -> Iterator[tuple[int, int]]:
        words = [match.span() for match in _WORD.finditer(text) if _stands_alone(text, match)]
        at = 0
        while at < len(words):
            before = text[slice(*words[at - 1])] if at else ""
            for size in range(min(_LONGEST, len(words) - at), 0, -1):
                start, end = words[at][0], words[at + size - 1][1]
                name = text[start:end]
                if len(name.split(" ")) == size and self._is_place(name, before):
                    yield start, end
                    at += size - 1
                    break
            at += 1

    def _shy(self, text: str, sure: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Names that stand as a place's do, of towns in the lands that the sure ones point to.

        *Acre* and *Afrin* are used as surnames are; "in afrin" beside Aleppo is no person.
        """
        lands = {
            code
            for start, end in sure
            for code, share in self._book[_titled(text[start:end])].countries
            if share >= _ITS_LAND
        }
        taken = {start for start, _ in sure}
        before = ""
        for match in _WORD.finditer(text):
            word = match[0]
            if (
                before in LOCATIVE
                and match.start() not in taken
                and _stands_alone(text, match)
                and self._may_name(word, before, _OF_TOWNS)
                and not lands.isdisjoint(self._book[_titled(word)].homes)
            ):
                yield match.span()
            before = word

    def _is_place(self, name: str, before: str) -> bool:
        words = name.split(" ")
        if words[0] in STOP_WORDS or words[-1] in STOP_WORDS or name in _ORDINARY:
            return False
        titled = _titled(name)
        if not (self._book.is_known(titled) or self._book.is_demonym(titled)):
            return False
        if len(words) > 1:
            named = any(self._may_name(word, "") for word in words)
            return not is_generic(name) and (named or self._book[titled].well_known)
        return self._may_name(name, before)

    def _may_name(self, word: str, before: str, of_places: float = _OF_PLACES) -> bool:
        """Whether a word is rather a name than an ordinary word, as far as it alone tells."""
        if word in STOP_WORDS or word in _ORDINARY or word in DIRECTIONS or kind_of(word):
            return False
        known = word_classes().get(word)
        if known is None:
            return len(word) >= _SHORTEST
        fact = self._book[_titled(word)]
        if fact.is_whole:
            return True
        share = self._share_of_places()[known.fine]
        least = min(of_places, _OF_GREAT_PLACES) if fact.well_known else of_places
        return share >= least and (fact.well_known or before in _BEFORE_PLACES)

    def _share_of_places(self) -> dict[str, float]:
        """Of each fine class of words, how many in 0..1 are names of great places."""
        if not self._shares:  # takes a second, and most readers never need it
            members: dict[str, list[bool]] = defaultdict(list)
            for word, (_, fine) in word_classes().items():
                titled = _titled(word)
                known = self._book.is_known(titled)
                members[fine].append(known and self._book[titled].well_known)
            self._shares = {fine: sum(great) / len(great) for fine, great in members.items()}
        return self._shares


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    beside = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    domain = re.match(r"\.\w", text[match.end() : match.end() + 2])
    behind = re.search(r"\w\.\Z", text[max(0, match.start() - 2) : match.start()])
    return _NO_WORD.isdisjoint(beside) and not domain and not behind


def _titled(name: str) -> str:
    return " ".join(_PART.sub(lambda part: _upper(part[0]), word) for word in name.split(" "))


def _upper(letter: str) -> str:
    """A letter's capital; the letter itself where that is two, as of ß."""
    return capital if len(capital := letter.upper()) == 1 else letter
