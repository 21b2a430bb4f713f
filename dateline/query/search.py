"""Which articles hold what was typed into the search box, in what order, and where.

A query is read by `dateline.query.words` and looked up in the corpus's full-text index. Which
article is best is BM25's answer (Robertson and Zaragoza, *The Probabilistic Relevance Framework*,
2009), a title counting twice; words of which only a part is given count the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Final
from unicodedata import category
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt
import tantivy

from dateline.corpus import Corpus
from dateline.query.words import And, Node, Not, Term, read, terms
from dateline.store import fulltext
from dateline.store.fulltext import EXACT, STEMMED, FullText, analyse

__all__ = ["explanation", "matching", "ranked", "spans"]

Ids = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

_TITLE_BOOST: Final = 2.0
_REMEMBERED: Final = 16
_LONG: Final = 5
"""Letters of a word in which one letter may be off; in a longer one, two."""


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """All that match a query: ids and scores, best first, and the same as a mask."""

    ids: Ids
    scores: npt.NDArray[np.float64]
    mask: Mask


_lock: Final = Lock()
_indexes: Final[WeakKeyDictionary[Corpus, FullText]] = WeakKeyDictionary()
_found: Final[WeakKeyDictionary[Corpus, dict[Node | None, _Found]]] = WeakKeyDictionary()


def explanation(words: str) -> str:
    """What in the words could not be read and what is searched instead; empty if all could."""
    return read(words).explanation


def matching(corpus: Corpus, words: str) -> Mask:
    """Which articles match.

    Args:
        corpus: Whose articles are searched.
        words: As typed. If it asks for nothing (only signs), no article matches.

    Returns:
        bool, shape (articles,), not to be changed; remembered for the last few searches.
    """
    return _all(corpus, read(words).node).mask


def ranked(
    corpus: Corpus, words: str, *, mask: Mask | None = None, limit: int | None = None
) -> Ids:
    """Ids of the articles that match, best first; of equally good ones the newest.

    Args:
        corpus: Whose articles are searched. In a corpus joined of two, each weighs words by how
            rare they are in its own part.
        words: As typed.
        mask: bool, shape (articles,): those that may be given.
        limit: How many at most; None for all.
    """
    node = read(words).node
    if limit is not None and mask is None and node is not None and not corpus.parts:
        with _lock:
            index = _index(corpus)
        ids, scores = index.hits(_query(node, index.schema), limit)
        return ids[_order(corpus, ids, scores)]
    ids = _all(corpus, node).ids
    return (ids if mask is None else ids[mask[ids]])[:limit]


def spans(text: str, words: str) -> list[tuple[int, int]]:
    """Where what is searched for stands in a text, as half-open code points, in order.

    What is asked of a title is sought in the first line; what is asked of a source stands nowhere.
    """
    asked = [term for term in terms(read(words).node) if term.where != "source"]
    if not asked:
        return []
    standing = [match.span() for match in _word().finditer(text)]
    # Letter by letter, as the index does it: a whole word may have other small letters (ΣΑΣ).
    held = ["".join(map(str.lower, text[begin:end])) for begin, end in standing]
    first_line = text.find("\n") if "\n" in text else len(text)
    found = set()
    for term in asked:
        for at in _places(held, term):
            begin, end = standing[at][0], standing[at + len(term.words) - 1][1]
            if not term.where or end <= first_line:
                found.add((begin, end))
    return sorted(found)


def _places(held: list[str], term: Term) -> Iterator[int]:
    """Numbers of the words of a text at which a term begins."""
    sought = term.words
    if term.how == "exact":
        yield from (
            at
            for at, word in enumerate(held)
            if word == sought[0] and tuple(held[at : at + len(sought)]) == sought
        )
        return
    forms = {word for word in set(held) if _fits(word, term)}
    yield from (at for at, word in enumerate(held) if word in forms)


def _fits(word: str, term: Term) -> bool:
    sought = term.words[0]
    if term.how == "prefix":
        return word.startswith(sought)
    if term.how == "fuzzy":
        return _is_near(word, sought, _distance(sought))
    return word == sought or analyse(word, stemmed=True) == analyse(sought, stemmed=True)


def _distance(word: str) -> int:
    return 1 if len(word) <= _LONG else 2


def _is_near(first: str, second: str, most: int) -> bool:
    """Whether few letters are added, lost, changed, or change places with their neighbour."""
    if abs(len(first) - len(second)) > most:
        return False
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, 1):
        following = [i]
        for j, other in enumerate(second, 1):
            cost = min(row[j] + 1, following[-1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            following.append(cost)
        before, row = row, following
    return row[-1] <= most


@cache
def _word() -> re.Pattern[str]:
    """Words as the index cuts them: `\\w` and the marks that `re` leaves out.

    Without these an Arabic word with vowel signs would be several.
    """
    marks = (chr(code) for code in range(0x300, 0xFE30) if category(chr(code)).startswith("M"))
    return re.compile(rf"[\w{''.join(marks)}]+")


def _all(corpus: Corpus, node: Node | None) -> _Found:
    if corpus.parts:
        found = [(_all(part, node), numbers) for part, numbers in corpus.parts]
        ids = np.concatenate([numbers[one.ids] for one, numbers in found]).astype(np.int64)
        scores = np.concatenate([one.scores for one, _ in found])
        order = _order(corpus, ids, scores)
        return _as_found(ids[order], scores[order], len(corpus.articles))
    with _lock:
        remembered = _found.setdefault(corpus, {})
        if node not in remembered:
            if len(remembered) >= _REMEMBERED:
                remembered.pop(next(iter(remembered)))
            ids, scores = np.zeros(0, dtype=np.int64), np.zeros(0)
            if node is not None:
                index = _index(corpus)
                ids, scores = index.hits(_query(node, index.schema))
            order = _order(corpus, ids, scores)
            remembered[node] = _as_found(ids[order], scores[order], len(corpus.articles))
        return remembered[node]


def _as_found(ids: Ids, scores: npt.NDArray[np.float64], count: int) -> _Found:
    mask = np.zeros(count, dtype=bool)
    mask[ids] = True
    mask.flags.writeable = ids.flags.writeable = False
    return _Found(ids, scores, mask)


def _order(corpus: Corpus, ids: Ids, scores: npt.NDArray[np.float64]) -> Ids:
    """The best first, then the newest; articles stand in the order of time, undated ones last."""
    is_undated = np.isnat(corpus.articles["published"].to_numpy()[ids])
    return np.lexsort((np.where(is_undated, ids, -ids), is_undated, -scores))


def _index(corpus: Corpus) -> FullText:
    """The index as it was written, else from the user's cache, else built in memory."""
    if corpus in _indexes:
        return _indexes[corpus]
    count = len(corpus.articles)
    found = None
    if corpus.index is not None:
        found = fulltext.opened(corpus.index, count)
        found = found or fulltext.in_cache(corpus.fingerprint, count, _articles(corpus))
    _indexes[corpus] = found or fulltext.in_memory(count, _articles(corpus))
    return _indexes[corpus]


def _articles(corpus: Corpus) -> Iterator[fulltext.Article]:
    titles = corpus.column("articles", "title").tolist()
    sources = corpus.articles["source"].astype("str").fillna("").tolist()
    texts = corpus.column("texts", "text").array
    n_dated = int(corpus.articles["published"].count())
    for number in fulltext.newest_first(n_dated, len(titles)):
        yield number, str(texts[number]), titles[number], sources[number]


def _query(node: Node, schema: tantivy.Schema) -> tantivy.Query:
    """The query for the index, made piece by piece: its own parser reads `a AND NOT b` amiss."""
    make, occur = tantivy.Query.boolean_query, tantivy.Occur
    if isinstance(node, Term):
        return _term(node, schema)
    if isinstance(node, And):
        wanted = [_query(part, schema) for part in node.parts if not isinstance(part, Not)]
        unwanted = [_query(part.part, schema) for part in node.parts if isinstance(part, Not)]
        kept = wanted or [tantivy.Query.all_query()]
        return make([(occur.Must, q) for q in kept] + [(occur.MustNot, q) for q in unwanted])
    if isinstance(node, Not):
        everything = (occur.Must, tantivy.Query.all_query())
        return make([everything, (occur.MustNot, _query(node.part, schema))])
    return make([(occur.Should, _query(part, schema)) for part in node.parts])


def _term(term: Term, schema: tantivy.Schema) -> tantivy.Query:
    if term.where:
        return _in_field(term, term.where, schema)
    title = tantivy.Query.boost_query(_in_field(term, "title", schema), _TITLE_BOOST)
    both = (_in_field(term, "text", schema), title)
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in both])


def _in_field(term: Term, name: str, schema: tantivy.Schema) -> tantivy.Query:
    query, exact, word = tantivy.Query, EXACT[name], term.words[0]
    if term.how == "prefix":
        return query.regex_query(schema, exact, f"{word}.*")  # words hold no signs to escape
    if term.how == "fuzzy":
        return query.fuzzy_term_query(schema, exact, word, _distance(word))
    if len(term.words) > 1:
        return query.phrase_query(schema, exact, list(term.words))
    field = exact if term.how == "exact" else STEMMED[name]
    if field != exact:
        word = analyse(word, stemmed=True)[0]
    return query.term_query(schema, field, word)
