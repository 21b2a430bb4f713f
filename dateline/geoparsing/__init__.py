"""From a parsed article to its place mentions.

Recognition finds what may be toponyms, resolution chooses a place of the gazetteer for each or
leaves it unplaced, acceptance keeps those that are toponyms in the light of where they would lie,
roles say what each does in its sentence, and the focus is the one place the article is about.

    >>> from dateline.findings import Article
    >>> from dateline.gazetteer import Gazetteer
    >>> from dateline.language_model import load
    >>> language = load()
    >>> geoparser = Geoparser(Gazetteer.open(), language)
    >>> article = Article("Shells fell on Hama in Syria.")
    >>> mentions, dateline, focus = geoparser.read(language.nlp(article.text), article)
    >>> [mention.surface for mention in mentions]
    ['Hama', 'Syria']
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from pathlib import Path

import dateline.spacy_alone  # noqa: F401  (first: others import the whole of spaCy)

# isort: split
from spacy.tokens import Doc

from dateline.findings import Article, Mention
from dateline.gazetteer import Gazetteer
from dateline.gazetteer.place import Place
from dateline.geoparsing import models
from dateline.geoparsing.focus.model import FocusModel
from dateline.geoparsing.name_facts import NameBook
from dateline.geoparsing.recognition.capitals import Capitals, lacks_capitals
from dateline.geoparsing.recognition.footnote_marks import without_footnote_marks
from dateline.geoparsing.recognition.recogniser import Recogniser, Span
from dateline.geoparsing.recognition.unseen_marks import without_unseen_marks
from dateline.geoparsing.resolution.resolver import Resolution, Resolver
from dateline.geoparsing.roles.reader import RoleDecision, RoleReader
from dateline.language_model import LanguageModel
from dateline.reading.dateline_line import DatelineLine

__all__ = ["Geoparser"]


class Geoparser:
    """Everything that turns one parsed article into mentions, loaded once.

    Args:
        gazetteer: The places to choose from.
        language_model: The pipeline that parses; trained files must be made for it.
        folder: Where the trained files of all language models lie; None for ours.

    Attributes:
        version: Short hash over the trained files, recorded in a corpus.
        recogniser, resolver: The two trained parts, for use on their own.

    Raises:
        ModelError: A trained file is missing or was made for another language model.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        language_model: LanguageModel,
        folder: Path | None = None,
    ) -> None:
        trained = models.load(language_model.name, folder)
        book = NameBook(gazetteer)
        self.version = trained.version
        self._gazetteer = gazetteer
        self._capitals = Capitals(book)
        self.recogniser = Recogniser(trained.spans, book)
        self.resolver = Resolver(trained.places, book)
        self._acceptance = trained.acceptance
        self._roles = RoleReader.load(language_model.name, folder)
        self._focus = FocusModel.load(language_model.name, folder)

    def prepared(self, text: str) -> str:
        """What the language model is to parse for a text: the same, with capitals if it has none,
        and without unseen marks beside its words or the numbers of footnotes.

        Args:
            text: An article.

        Returns:
            A text as long as the article, so that offsets into it are offsets into the article.
        """
        text = without_footnote_marks(without_unseen_marks(text))
        return self._capitals.put(text) if lacks_capitals(text) else self._capitals.put_alone(text)

    def read(
        self, doc: Doc, article: Article
    ) -> tuple[tuple[Mention, ...], Place | None, Place | None]:
        """Find, place and explain the toponyms of one article.

        Args:
            doc: The article's text as the language model parsed it, `prepared` if need be.
            article: The article itself.

        Returns:
            Mentions in text order, without overlaps; the place of the dateline and the place the
            article is about, or None where there is none.
        """
        line = self.recogniser.dateline(article.text)
        likely = self.recogniser.spans(doc, line, article.agency)
        found = self.resolver.resolve(doc, likely)
        accepted = self._acceptance.accepted(likely, found)
        spans, resolutions = [*compress(likely, accepted)], [*compress(found, accepted)]
        roles = self._roles.assign(
            doc,
            spans,
            resolutions,
            dateline_span=(line.start, line.end) if line else None,
            gazetteer=self._gazetteer,
            year=article.published.year if article.published else 0,
        )
        mentions = _mentions(doc, article.text, spans, resolutions, roles, self._gazetteer)
        return (
            mentions,
            _filed_from(mentions, line),
            self._focus.choose(article.text, mentions, self._gazetteer),
        )


def _mentions(
    doc: Doc,
    text: str,
    spans: Sequence[Span],
    resolutions: Sequence[Resolution],
    roles: Sequence[RoleDecision],
    gazetteer: Gazetteer,
) -> tuple[Mention, ...]:
    sentences = _sentences(doc, spans)
    return tuple(
        Mention(
            start=span.start,
            end=span.end,
            surface=text[span.start : span.end],
            role=role.role,
            confidence=found.confidence,
            place=None if found.row is None else gazetteer.place(found.row),
            direction=role.direction,
            sentence_start=sentence[0],
            sentence_end=sentence[1],
            rule=role.rule,
            runners_up=tuple((gazetteer.place(row), score) for row, score in found.runners_up),
        )
        for span, found, role, sentence in zip(spans, resolutions, roles, sentences, strict=True)
    )


def _sentences(doc: Doc, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Start and end of the sentence each span begins in."""
    bounds = [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
    found, at = [], 0
    for span in spans:
        while at + 1 < len(bounds) and bounds[at][1] <= span.start:
            at += 1
        found.append(bounds[at])
    return found


def _filed_from(mentions: Sequence[Mention], line: DatelineLine | None) -> Place | None:
    """The first place in the dateline: the town, where town and country stand in it."""
    filed = (
        m.role == "dateline" if line is None else line.start <= m.start < line.end for m in mentions
    )
    return next((m.place for m, it in zip(mentions, filed, strict=True) if it and m.place), None)
