"""The parse of one article as plain lists, read once so that every mention is looked at cheaply.

spaCy parses a headline and the paragraph below it as one sentence when the headline has no full
stop; arcs over a paragraph break are cut here, and the head's own arc is taken in their place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Final

from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, LOWER, POS, SENT_START, TAG
from spacy.tokens import Doc

from dateline.geoparsing.roles.cues import WAR_WORDS
from dateline.geoparsing.roles.lives import told_lives
from dateline.geoparsing.roles.years import history_until
from dateline.language_model.parsed_text import strings_of, text_of

__all__ = ["MODIFIERS", "NOUNS", "PROPER", "VERBS", "Syntax", "read_syntax"]

NOUNS: Final = ("NOUN", "PROPN")
VERBS: Final = ("VERB", "AUX")
PROPER: Final = ("NNP", "NNPS")
"""Tags of proper nouns: what is called, and not what it is."""
MODIFIERS: Final = ("compound", "amod", "nmod")
"""Relations of a word before a noun that says which one is meant: the *X* envoy."""

_OPENING: Final = frozenset("“«„")
_CLOSING: Final = frozenset("”»")
_EXCERPT: Final = 3
"""Most sentences of a text that is no article, where it has no headline."""
_FIRM: Final = frozenset(("corp", "inc", "ltd", "plc", "co"))
_MARKS: Final = _OPENING | _CLOSING | {"‘", "’", "``", "''", '"'}


@dataclass(frozen=True, slots=True)
class Syntax:
    """One list entry a token, unless said otherwise.

    Attributes:
        lower, lemma, pos, tag, dep, entity: spaCy's strings; lemmas in lower case.
        head: Index of the head; the token itself at a root.
        start: Code-point offset of the token.
        paragraph, sentence: Running numbers from 0; paragraph 0 is the headline where there is one.
        quoted: Whether the token stands within quotation marks.
        life: Of whose life it tells, as `told_lives` says; mostly empty.
        subject, object: From a verb's index to its subject's and object's.
        below: From a token's index to the relations of the words that depend on it.
        headline_end: Index of the first token after the headline; 0 without one.
        war_words: Distinct words of war in the whole article.
        words: All its distinct words, in lower case.
        sentence_first: Index of the first token of each sentence, by sentence number.
        history_until: The newest year that is history to the article; 0 where none is.
        firms: What begins the name of a firm somewhere in the article: the arboga of Arboga Corp.
    """

    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    entity: list[str]
    head: list[int]
    start: list[int]
    paragraph: list[int]
    sentence: list[int]
    quoted: list[bool]
    life: list[str]
    subject: dict[int, int]
    object: dict[int, int]
    below: dict[int, set[str]]
    headline_end: int
    war_words: int
    words: frozenset[str]
    sentence_first: list[int]
    history_until: int
    firms: frozenset[str]

    @property
    def excerpt(self) -> bool:
        """Whether it is no article: what a name does there, nothing else in it can tell."""
        return not self.headline_end and len(self.sentence_first) <= _EXCERPT

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """First and past-the-last token that the span of code points touches."""
        first = bisect_right(self.start, start) - 1
        return max(first, 0), max(bisect_left(self.start, end), first + 1)

    def word(self, token: int) -> str:
        """The token in lower case; empty outside the article."""
        return self.lower[token] if 0 <= token < len(self.lower) else ""

    def sentence_of(self, token: int) -> tuple[int, int]:
        """First and past-the-last token of the sentence `token` stands in."""
        number = self.sentence[token]
        after = number + 1
        last = len(self.lower)
        return self.sentence_first[number], (
            self.sentence_first[after] if after < len(self.sentence_first) else last
        )


def read_syntax(doc: Doc, year: int = 0) -> Syntax:
    """Read what the role model needs from a parsed article.

    Args:
        doc: With tagger, parser, lemmatizer and entity recogniser applied.
        year: In which the article was published; 0 where it is not known.

    Returns:
        The parse with arcs cut at paragraph breaks.
    """
    dep, pos, tag = strings_of(doc, DEP), strings_of(doc, POS), strings_of(doc, TAG)
    lemma = [word.lower() for word in strings_of(doc, LEMMA)]
    lower, entity = strings_of(doc, LOWER), strings_of(doc, ENT_TYPE)
    start: list[int] = doc.to_array([IDX]).tolist()
    paragraph, headline_end = _paragraphs(text_of(doc), lower, start)
    head, dep = _cut(doc.to_array([HEAD]).astype("int64").tolist(), dep, paragraph)
    sentence_starts = (doc.to_array([SENT_START]) == 1).tolist()
    sentence, first = _sentences(sentence_starts, paragraph)
    subject: dict[int, int] = {}
    objects: dict[int, int] = {}
    below: dict[int, set[str]] = {}
    for token, relation in enumerate(dep):
        below.setdefault(head[token], set()).add(relation)
        if relation in ("nsubj", "nsubjpass", "agent"):
            subject.setdefault(head[token], token)
        elif relation in ("dobj", "attr"):
            objects.setdefault(head[token], token)
    words = frozenset(lower)
    return Syntax(
        lower=lower,
        lemma=lemma,
        pos=pos,
        tag=tag,
        dep=dep,
        entity=entity,
        head=head,
        start=start,
        paragraph=paragraph,
        sentence=sentence,
        quoted=_quoted(lower, paragraph),
        life=told_lives(lower, paragraph, headline_end),
        subject=subject,
        object=objects,
        below=below,
        headline_end=headline_end,
        war_words=len(WAR_WORDS & words),
        words=words,
        sentence_first=first,
        history_until=history_until(lower, year),
        firms=_firms(lower, tag),
    )


def _paragraphs(text: str, lower: list[str], start: list[int]) -> tuple[list[int], int]:
    number, headline_end = 0, 0
    out = []
    for token, word in enumerate(lower):
        out.append(number)
        if "\n" not in word and "\r" not in word:
            continue
        before = text[start[token] - 1 : start[token]] if start[token] else ""
        # a single line break inside a sentence is only a wrapped line
        if word.count("\n") > 1 or before in '.!?:"”’)—':
            if number == 0 and word.count("\n") > 1 and before not in '.:"”)—':
                headline_end = token + 1
            number += 1
    return out, headline_end


def _firms(lower: list[str], tag: list[str]) -> frozenset[str]:
    """Words before "Corp." or "Inc.", and those one word further: Arboga Corp., Tranemo Pumps Inc.

    A firm is called by the first of them alone wherever it is told of again.
    """
    found = set()
    for token, word in enumerate(lower):
        if word.rstrip(".") in _FIRM and token > 0 and tag[token][:3] == "NNP":
            found.add(lower[token - 1])
            if token > 1 and tag[token - 1][:3] == "NNP" == tag[token - 2][:3]:
                found.add(lower[token - 2])
    return frozenset(found)


def _cut(relative: list[int], dep: list[str], paragraph: list[int]) -> tuple[list[int], list[str]]:
    raw = [token + step for token, step in enumerate(relative)]
    head, cut = list(raw), list(dep)
    for token, above in enumerate(raw):
        place = paragraph[token]
        if above != token and paragraph[above] == place:
            continue
        relation = dep[token]
        for _ in range(6):
            if paragraph[above] == place:
                break
            relation, above = dep[above], raw[above]
        if paragraph[above] != place or above == token:
            above, relation = token, "ROOT"
        head[token], cut[token] = above, relation
    return head, cut


def _sentences(starts: list[bool], paragraph: list[int]) -> tuple[list[int], list[int]]:
    number, out, first = -1, [], []
    for token, begins in enumerate(starts):
        if token == 0 or begins or paragraph[token] != paragraph[token - 1]:
            number += 1
            first.append(token)
        out.append(number)
    return out, first


def _quoted(lower: list[str], paragraph: list[int]) -> list[bool]:
    out, inside, place = [], False, 0
    for token, word in enumerate(lower):
        if paragraph[token] != place:
            inside, place = False, paragraph[token]  # marks left open end with their paragraph
        if word not in _MARKS:
            out.append(inside)
            continue
        if word in _OPENING or (word in ("‘", "''", "``") and not inside):
            inside = True
        elif word in _CLOSING or (word in ("’", "''") and inside):
            inside = False
        elif word == '"':
            inside = not inside
        out.append(inside)
    return out
