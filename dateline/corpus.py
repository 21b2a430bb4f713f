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
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from dateline.codes import Codes
from dateline.codes.columns import Coded, coded
from dateline.corrections import Correction, Reach, ledger, splits
from dateline.corrections.decided import Mentioned
from dateline.corrections.putting_right import fingerprint_after, put_right, reach
from dateline.errors import ChoiceError
from dateline.source import Memory, Source
from dateline.store import SET_ASIDE
from dateline.store.beyond import has_roles, is_beyond
from dateline.store.fingerprint import fingerprint
from dateline.store.generation import OnDisk, open_generation
from dateline.store.integrity import FINDINGS, arranged
from dateline.store.parquet import to_arrow
from dateline.tables import (
    ARTICLES,
    DATES,
    MENTIONS,
    NAMES,
    PLACES,
    QUOTES,
    SCHEMAS,
    TEXTS,
    Schema,
    empty,
)

__all__ = ["Corpus", "Source"]


class Corpus:
    """The tables of a corpus. Frames and arrays are shared: never change them in place.

    Attributes:
        name: What it is called.
        provenance: Versions of program, gazetteer, language model and trained models.
        set_aside: What could not be read: `file`, `row`, `reason`, `text`.
        articles: Hot columns of ARTICLES; row number = `article_id`.
        own: bool, shape (articles,): brought by the visitor himself.
        places: All columns of PLACES; row number = `place_id`.
        parts: The corpora this one is joined of, each with the numbers its articles have here; else
            empty.
        further: Columns of ARTICLES beyond the schema, from the reader's own table.
        index: Where the full-text index of a corpus on disk lies or would lie; else None.
        folder: Where it was opened; else None.
        beyond: Folder of the generation whose findings stay on disk (`dateline.store.beyond`), so
            that the four tables of them are read anew whenever they are asked for; else None.
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
        self.name, self.provenance = name, dict(provenance)
        self.set_aside, self.further = set_aside, further
        self.parts, self.index, self.folder, self.beyond = parts, index, folder, beyond
        self.corrections: tuple[Correction, ...] = ()
        self.touched: tuple[int | None, ...] = ()
        self.given_groups: Mapping[str, str] = {}
        self._before = self
        self._fingerprint = fingerprint
        self._source, self._hot = source, hot
        self._further_codes: dict[str, Coded] = {}
        self.articles = hot[ARTICLES.name]
        self.own = np.zeros(len(self.articles), dtype=bool) if own is None else own
        self.places = hot[PLACES.name]

    @classmethod
    def open(cls, folder: Path) -> Corpus:
        """Open a corpus folder, and put right in it what readers did.

        Raises:
            CorpusError: There is no corpus, a file is missing or damaged, or the format is another.
        """
        return cls.as_read(folder).up_to_date()

    @classmethod
    def as_read(cls, folder: Path) -> Corpus:
        """Open a corpus folder as its articles were read, without corrections.

        Raises:
            CorpusError: As `open`.
        """
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

    def text(self, article_id: int) -> str:
        """The text of one article: title, blank line, body."""
        return self._source.text(self._article(article_id))

    def rows(
        self, table: str, article_id: int, columns: Sequence[str] | None = None
    ) -> pd.DataFrame:
        """The rows of one article.

        Args:
            table: `mentions`, `dates`, `quotes` or `names`.
            article_id: 0..number of articles - 1.
            columns: Their names, in the order wanted; all where missing.

        Returns:
            The rows in the order of the table: mentions by place, the others by where they start.

        Raises:
            ChoiceError: There is no such article.
        """
        return self._source.rows(_BY_NAME[table], self._article(article_id), columns)

    def listing(
        self, ids: Sequence[int] | npt.NDArray[np.integer[Any]], *, further: bool = True
    ) -> pd.DataFrame:
        """All columns of ARTICLES for some articles.

        Args:
            ids: Article ids, in the order wanted.
            further: With the columns beyond the schema.

        Returns:
            One row an id, index 0..n-1.

        Raises:
            ChoiceError: There is no such article.
        """
        wanted = [self._article(int(number)) for number in ids]
        names = [column.name for column in ARTICLES.columns if not column.hot]
        columns = [*names, *(self.further if further else ())]
        hot = self.articles.iloc[wanted].reset_index(drop=True)
        return pd.concat([hot, self._source.listing(wanted, columns)], axis=1)

    def table(self, table: str, columns: Sequence[str]) -> pd.DataFrame:
        """Some columns of a whole table; those not in memory are read anew at each call.

        Args:
            table: Name of a schema in `dateline.tables.SCHEMAS`.
            columns: Their names, in the order wanted.
        """
        kept = self._hot.get(table) if self.beyond is None else None
        if kept is not None and set(columns) <= set(kept.columns):
            return pd.DataFrame(kept[list(columns)])
        return self._source.table(_BY_NAME[table], columns)

    def column(self, table: str, name: str) -> pd.Series[Any]:
        """One column of a whole table, as `table` gives it."""
        return self.table(table, [name])[name]

    def article_id(self, key: str) -> int | None:
        """The article with this content hash, or None."""
        return self._ids_by_key.get(key)

    def place_id(self, gazetteer_id: str) -> int | None:
        """The row of a place, or None where the corpus does not mention it."""
        return self._rows_of_places.get(gazetteer_id)

    @cached_property
    def fingerprint(self) -> str:
        """64 hexadecimal digits that name exactly these data."""
        return self._fingerprint if isinstance(self._fingerprint, str) else self._fingerprint()

    @cached_property
    def has_roles(self) -> bool:
        """Some mention has a role; in imported data none has."""
        if self.beyond is not None:
            return has_roles(self.beyond)
        return bool(self.mentions["role"].notna().any())

    @cached_property
    def codes(self) -> Codes:
        """The tables as arrays of integers, for the counting kernels."""
        on_disk = self.beyond is not None
        found = {each.name: empty(each) if on_disk else self._hot[each.name] for each in FINDINGS}
        return Codes(articles=self.articles, places=self.places, **found)

    @property
    def mentions(self) -> pd.DataFrame:
        """Hot columns of MENTIONS."""
        return self._hot[MENTIONS.name]

    @property
    def dates(self) -> pd.DataFrame:
        """Hot columns of DATES."""
        return self._hot[DATES.name]

    @property
    def quotes(self) -> pd.DataFrame:
        """Hot columns of QUOTES."""
        return self._hot[QUOTES.name]

    @property
    def names(self) -> pd.DataFrame:
        """Hot columns of NAMES."""
        return self._hot[NAMES.name]

    def further_codes(self, name: str) -> Coded:
        """One of the reader's own columns as codes.

        Raises:
            ChoiceError: The corpus has no such column.
        """
        if name not in self.further:
            raise ChoiceError(
                f"a column {name!r}",
                f"one of {', '.join(self.further) or 'none: this corpus has no further columns'}",
                "leave the filter out",
            )
        if name not in self._further_codes:
            self._further_codes[name] = coded(self.column("articles", name).astype("category"))
        return self._further_codes[name]

    @cached_property
    def gazetteer_ids(self) -> pd.Index[str]:
        """The gazetteer id of each place, by `place_id`."""
        ids: pd.Index[str] = pd.Index(self.places["gazetteer_id"], dtype="str")
        return ids

    @cached_property
    def place_names(self) -> list[str]:
        """The name of each place, by `place_id`; to look up many of them one by one."""
        return [str(name) for name in self.places["name"].tolist()]

    @cached_property
    def _rows_of_places(self) -> dict[str, int]:
        return {identifier: row for row, identifier in enumerate(self.gazetteer_ids)}

    @cached_property
    def _mentioned(self) -> Mentioned:
        return Mentioned(self._source, self.article_id)

    @cached_property
    def _ids_by_key(self) -> dict[str, int]:
        return {key: number for number, key in enumerate(self.column(ARTICLES.name, "key"))}

    def _article(self, article_id: int) -> int:
        if not 0 <= article_id < len(self.articles):
            raise ChoiceError(
                f"article {article_id}", f"a number below {len(self.articles)}", "choose another"
            )
        return int(article_id)


_BY_NAME = {schema.name: schema for schema in SCHEMAS}
_IN_MEMORY = tuple(schema for schema in SCHEMAS if schema is not TEXTS)


def _arrow(tables: Mapping[str, pd.DataFrame]) -> dict[str, pa.Table]:
    return {schema.name: to_arrow(tables[schema.name], schema) for schema in SCHEMAS}


def _kept(schema: Schema) -> list[str]:
    """Columns that stay in memory; of PLACES all, since there are few and the map needs them."""
    return [column.name for column in schema.columns if column.hot or schema is PLACES]
