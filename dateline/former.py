"""A corpus that articles are added to, as it was before, and whether it must be read again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

import pandas as pd

from dateline.assembly import articles_of
from dateline.assembly.taking_apart import findings_of
from dateline.extraction.pipeline import KeptExtraction
from dateline.findings import Article
from dateline.reading.gdelt import CODED_BY
from dateline.store.generation import open_generation
from dateline.tables import SCHEMAS

__all__ = ["Former"]

_READERS: Final = {
    "language_model": "the language model",
    "gazetteer": "the gazetteer",
    "geoparser": "the trained files",
    "extraction": "the program",
    "engine": "the engine",  # named by corpora of earlier versions alone, which had two
}
"""Versions in the provenance that decide what is found in an article."""


@dataclass(frozen=True)
class Former:
    """The corpus that something is added to, as it was read.

    Attributes:
        name: What the page calls it.
        provenance: Its entries, see `dateline.extraction.provenance`.
        set_aside: Rows and files that are not in it: `file`, `row`, `reason`, `text`.
        tables: Its tables, whole, by their name in `dateline.tables`.
    """

    name: str
    provenance: dict[str, str]
    set_aside: pd.DataFrame
    tables: Mapping[str, pd.DataFrame]

    @classmethod
    def open(cls, corpus: Path) -> Former:
        """Read the newest generation of a corpus folder.

        Raises:
            CorpusError: No corpus there, or none that this program can read.
        """
        generation = open_generation(corpus)
        manifest = generation.manifest
        whole = {
            schema.name: generation.table(
                schema,
                [
                    *(column.name for column in schema.columns),
                    *(generation.further if schema.further else ()),
                ],
            )
            for schema in SCHEMAS
        }
        return cls(manifest.name, manifest.provenance, generation.set_aside, whole)

    @cached_property
    def keys(self) -> list[str]:
        """Of its articles, in their order."""
        return self.tables["articles"]["key"].tolist()

    @property
    def without_readers(self) -> dict[str, str]:
        """Its provenance but for the readers, of which there may be fewer now."""
        return {name: said for name, said in self.provenance.items() if name not in _READERS}

    @property
    def notes(self) -> list[str]:
        """What was decided when it was read, in sentences."""
        return self.provenance.get("notes", "").splitlines()

    def articles(self) -> Iterator[Article]:
        """The articles again; what was coded elsewhere has no text to be read from once more."""
        articles = articles_of(self.tables["articles"], self.tables["texts"])
        for article, found in zip(articles, findings_of(self.tables), strict=True):
            coded = article.further.get(CODED_BY) or any(m.role is None for m in found.mentions)
            yield replace(article, findings=found) if coded or not article.text else article

    def with_new(
        self, new: Sequence[Article], read: Callable[[Sequence[Article]], KeptExtraction]
    ) -> tuple[KeptExtraction, tuple[str, ...]]:
        """New articles beside those that are there; or all read, where the readers are others.

        Args:
            new: Articles that are not in it.
            read: Reads articles.

        Returns:
            What is known of all, and notes on why the old ones were read again.
        """
        found = read(new)
        others = [
            meaning
            for name, meaning in _READERS.items()
            if self.provenance.get(name) != found.kept.versions.get(name)
        ]
        if not others:
            return replace(found, blocks=(self.tables, *found.blocks)), ()
        before = list(self.articles())
        all_of_them = "its article was" if len(before) == 1 else f"all {len(before):,} were"
        said = f"{' and '.join(others)} changed since, so {all_of_them} read again."
        whole = read([*before, *new])
        # The new ones are kept since a moment ago, not since a run that was stopped.
        resumed = whole.kept.resumed - len(new) + found.kept.resumed
        kept = replace(whole.kept, resumed=resumed)
        return replace(whole, kept=kept), (said[0].upper() + said[1:],)
