"""What one article says: language, places, dates, quotations, names."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import dateline.spacy_alone  # noqa: F401  (first: others import the whole of spaCy)

# isort: split
from spacy.tokens import Doc

from dateline import dates, language_model, voices
from dateline.errors import DatelineError
from dateline.extraction.provenance import code_version
from dateline.findings import Article, Findings
from dateline.gazetteer import Gazetteer
from dateline.geoparsing import Geoparser
from dateline.language_model import LanguageModel
from dateline.language_model.blas import one_thread
from dateline.reading.contents import MAPPED
from dateline.reading.language import detect

__all__ = ["Extractor", "Failure", "shared_extractor"]

_PIECE: Final = 100_000
"""Characters parsed at once; spaCy needs about 1 GB for a text ten times as long."""

_UNBROKEN: Final = re.compile(r"\S{1000}")
"""Signs without a space, of which spaCy's tokenizer takes time by the square of their number."""

_BATCH: Final = 16

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be read, and why."""

    reason: str


class Extractor:
    """Everything loaded once: language model, gazetteer, trained files.

    Args:
        gazetteer: The places to choose from; None for ours.
        model: The language model; None for the best that is installed.

    Attributes:
        model, gazetteer: What it reads with.

    Raises:
        ModelError: No language model, or trained files made for another one.
        GazetteerError: No gazetteer.
    """

    def __init__(
        self, gazetteer: Gazetteer | None = None, model: LanguageModel | None = None
    ) -> None:
        self.model = model or language_model.load()
        self.gazetteer = gazetteer or Gazetteer.open()
        self._geoparser = Geoparser(self.gazetteer, self.model)

    @property
    def provenance(self) -> dict[str, str]:
        """What a corpus records of the tools that read it."""
        return {
            "language_model": self.model.label,
            "language_model_package": self.model.package,
            "gazetteer": self.gazetteer.version,
            "geoparser": self._geoparser.version,
            "extraction": code_version(),
        }

    def read(self, article: Article) -> Findings | Failure:
        """What one article says; `Failure` if it cannot be read."""
        return next(iter(self.read_many([article])))

    def read_many(self, articles: Iterable[Article]) -> Iterator[Findings | Failure]:
        """What each article says, in the order they came."""
        batch: list[Article] = []
        for article in articles:
            batch.append(article)
            if len(batch) == _BATCH:
                yield from self._read_batch(batch)
                batch = []
        yield from self._read_batch(batch)

    def _read_batch(self, articles: list[Article]) -> Iterator[Findings | Failure]:
        languages = [
            "" if article.findings is not None else detect(article.text) for article in articles
        ]
        together = {
            i: self._geoparser.prepared(article.text)
            for i, article in enumerate(articles)
            if languages[i] == "en" and article.findings is None and _is_one_piece(article.text)
        }
        try:
            with one_thread():
                parsed = self.model.nlp.pipe(together.values(), batch_size=_BATCH)
                docs = dict(zip(together, parsed, strict=True))
        except Exception:  # one of them is to blame: each is parsed alone below
            docs = {}
        for i, article in enumerate(articles):
            if article.findings is not None:
                yield article.findings
                continue
            if languages[i] != "en":  # no model for it: kept and searchable, its places not read
                yield Findings(language=languages[i], words=len(article.text.split()))
                continue
            try:
                yield self._find(docs.pop(i) if i in docs else self._parse(article.text), article)
            except Exception as error:
                # Whatever goes wrong in one article is said of that article; the run goes on.
                logger.warning("an article is set aside: %s", error, exc_info=True)
                yield Failure(f"could not be read: {error}")

    def _parse(self, text: str) -> Doc:
        text = self._geoparser.prepared(text[:MAPPED])
        with one_thread():
            pieces = list(map(self.model.nlp, _pieces(text)))
        doc = Doc.from_docs(pieces, ensure_whitespace=False)
        if doc is None or doc.text != text:
            raise DatelineError("a long text could not be put together again after parsing")
        return doc

    def _find(self, doc: Doc, article: Article) -> Findings:
        published = article.published.date() if article.published else None
        mentions, dateline, focus = self._geoparser.read(doc, article)
        names = voices.without_places(article.text, voices.find_names(doc), mentions)
        return Findings(
            mentions=mentions,
            dates=dates.find_dates(doc, published),
            quotes=voices.find_quotes(doc, names),
            names=names,
            focus=focus,
            dateline=dateline,
            language="en",
            words=sum(token.is_alpha or token.like_num for token in doc)
            + len(article.text[MAPPED:].split()),
        )


@cache
def shared_extractor() -> Extractor:
    """The one extractor of this process, loaded at the first call.

    Raises:
        ModelError, GazetteerError: As for `Extractor`.
    """
    return Extractor()


def _is_one_piece(text: str) -> bool:
    return len(text) <= _PIECE and _UNBROKEN.search(text) is None


def _pieces(text: str) -> Iterator[str]:
    """Cut a long text at line ends, or at spaces where a line has no end, and runs without any."""
    start = 0
    while True:
        end = start + _PIECE
        if run := _UNBROKEN.search(text, start, end):
            end = run.end()
        elif end < len(text):
            cuts = (text.rfind(mark, start + 1, end) + 1 for mark in "\n ")
            end = next(filter(None, cuts), end)
        yield text[start:end]
        if end >= len(text):
            return
        start = end
