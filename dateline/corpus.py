"""A corpus: its tables, what they are called, and how to read what is not in memory.

    >>> corpus = Corpus.open(Path("aleppo"))         # doctest: +SKIP
    >>> corpus.name, len(corpus.articles)            # doctest: +SKIP
    ('Aleppo, autumn 2016', 124)
    >>> corpus.text(17)[:40]                         # doctest: +SKIP

Nothing in a corpus ever changes; several visitors and threads read the same one. Whoever wants
another table makes another corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from dateline.corpus_tables import CorpusTables
from dateline.corrections import Correction, Reach, ledger, splits
from dateline.corrections.decided import Mentioned
from dateline.corrections.putting_right import fingerprint_after, put_right, reach
from dateline.source import Memory, Source
from dateline.store import SET_ASIDE
from dateline.store.beyond import is_beyond
from dateline.store.fingerprint import fingerprint
from dateline.store.generation import OnDisk, open_generation
from dateline.store.integrity import arranged
from dateline.store.parquet import to_arrow
from dateline.tables import ARTICLES, PLACES, SCHEMAS, TEXTS, Schema

__all__ = ["Corpus", "Source"]


class Corpus(CorpusTables):
    """The tables of a corpus, what they are called and what readers put right in them.

    Attributes, beside those of `CorpusTables`:
        name: What it is called.
        provenance: Versions of program, gazetteer, language model and trained models.
        set_aside: What could not be read: `file`, `row`, `reason`, `text`.
        own: bool, shape (articles,): brought by the visitor himself.
        parts: The corpora this one is joined of, each with the numbers its articles have here; else
            empty.
        index: Where the full-text index of a corpus on disk lies or would lie; else None.
        folder: Where it was opened; else None.
        corrections: What readers put right in it, the oldest first.
        touched: Mentions that each of these decides; None where its place is unknown, so that it is
            left out.
        given_groups: Group of copies by the key of an article, where it was put right.
    """

    def __init__(
        self,
        source: Source,
        hot: Mapping[str, pd.DataFrame],
        *,
        name: str,
        provenance: Mapping[str, str],
        fingerprint: str | Callable[[], str],
        set_aside: pd.DataFrame,
        further: tuple[str, ...] = (),
        own: npt.NDArray[np.bool_] | None = None,
        parts: tuple[tuple[Corpus, npt.NDArray[np.int32]], ...] = (),
        index: Path | None = None,
        folder: Path | None = None,
        beyond: Path | None = None,
    ) -> None:
        super().__init__(source, hot, further=further, beyond=beyond)
        self.name, self.provenance = name, dict(provenance)
        self.set_aside = set_aside
        self.parts, self.index, self.folder = parts, index, folder
        self.corrections: tuple[Correction, ...] = ()
        self.touched: tuple[int | None, ...] = ()
        self.given_groups: Mapping[str, str] = {}
        self._before = self
        self._fingerprint = fingerprint
        self.own = np.zeros(len(self.articles), dtype=bool) if own is None else own

    @classmethod
    def open(cls, folder: Path | str) -> Corpus:
        """Open a corpus folder, and put right in it what readers did.

        Raises:
            CorpusError: There is no corpus, a file is missing or damaged, or the format is another.
        """
        return cls.as_read(folder).up_to_date()

    @classmethod
    def as_read(cls, folder: Path | str) -> Corpus:
        """Open a corpus folder as its articles were read, without corrections.

        Raises:
            CorpusError: As `open`.
        """
        folder = Path(folder)
        generation = open_generation(folder)
        manifest = generation.manifest
        beyond = is_beyond(manifest.counts)
        hot = OnDisk(generation, {schema.name: _kept(schema) for schema in _IN_MEMORY})
        return cls(
            generation,
            hot if beyond else dict(hot),
            name=manifest.name,
            provenance=manifest.provenance,
            fingerprint=manifest.fingerprint,
            set_aside=generation.set_aside,
            further=generation.further,
            index=generation.index,
            folder=folder,
            beyond=generation.folder if beyond else None,
        )

    @classmethod
    def from_tables(
        cls,
        tables: Mapping[str, pd.DataFrame],
        *,
        name: str = "",
        provenance: Mapping[str, str] | None = None,
        set_aside: pd.DataFrame | None = None,
    ) -> Corpus:
        """A corpus in memory, such as a visitor's own articles.

        Args:
            tables: Every table of `dateline.tables.SCHEMAS` by name; findings may be left out.
            name: What it is called.
            provenance: Versions of program, gazetteer, language model and trained models.
            set_aside: What could not be read.

        Raises:
            SchemaError: The tables do not hold together.
        """
        whole = arranged(tables)
        known = {column.name for column in ARTICLES.columns}
        return cls(
            Memory(whole),
            {schema.name: whole[schema.name][_kept(schema)] for schema in _IN_MEMORY},
            name=name,
            provenance=provenance or {},
            fingerprint=lambda: fingerprint(_arrow(whole), provenance or {}),
            set_aside=pd.DataFrame(columns=list(SET_ASIDE)) if set_aside is None else set_aside,
            further=tuple(sorted(set(whole[ARTICLES.name].columns) - known)),
        )

    def __repr__(self) -> str:
        return f"Corpus({self.name!r}, {len(self.articles)} articles, {self.fingerprint[:8]})"

    def up_to_date(self) -> Corpus:
        """This corpus with what readers have put right by now in the folder it was opened from.

        Raises:
            CorpusError: What was said cannot be read.
        """
        if self.folder is None:
            return self
        return self.put_right(ledger.read(self.folder).corrections, splits.read(self.folder))

    def put_right(
        self, corrections: Sequence[Correction], given_groups: Mapping[str, str] | None = None
    ) -> Corpus:
        """This corpus with these corrections instead of those it has.

        Args:
            corrections: The oldest first.
            given_groups: Group of copies by the key of an article.
        """
        before, given = self._before, dict(given_groups or {})
        if not corrections and not given:
            return before
        done = put_right(
            before._source, before._hot, before._mentioned, corrections, given, before.article_id
        )
        after = Corpus(
            done.source,
            done.source.hot,
            name=before.name,
            provenance=before.provenance,
            fingerprint=lambda: fingerprint_after(before.fingerprint, corrections, given),
            set_aside=before.set_aside,
            further=before.further,
            own=before.own,
            index=before.index,
            folder=before.folder,
        )
        after.corrections, after.touched = tuple(corrections), done.touched
        after.given_groups, after._before = given, before
        return after

    @property
    def is_held_for_corrections(self) -> bool:
        """Whether it is in memory only since something was put right in it."""
        return self.beyond is None and self._before.beyond is not None

    def reach(self, proposed: Sequence[Correction]) -> list[Reach]:
        """How much each of some further corrections would touch, if it alone were made now."""
        before = self._before
        return reach(before._hot, before._mentioned, self.corrections, proposed)

    @cached_property
    def fingerprint(self) -> str:
        """64 hexadecimal digits that name exactly these data."""
        return self._fingerprint if isinstance(self._fingerprint, str) else self._fingerprint()

    @cached_property
    def _mentioned(self) -> Mentioned:
        return Mentioned(self._source, self.article_id)


_IN_MEMORY = tuple(schema for schema in SCHEMAS if schema is not TEXTS)


def _arrow(tables: Mapping[str, pd.DataFrame]) -> dict[str, pa.Table]:
    return {schema.name: to_arrow(tables[schema.name], schema) for schema in SCHEMAS}


def _kept(schema: Schema) -> list[str]:
    """Columns that stay in memory; of PLACES all, since there are few and the map needs them."""
    return [column.name for column in schema.columns if column.hot or schema is PLACES]
