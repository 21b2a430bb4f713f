"""What is told of a corpus as a whole, anew whenever it grows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import pandas as pd

from dateline.languages import language_name

__all__ = ["notes_of", "without_them"]

_FOREIGN: Final = "Not in English, so kept and searchable but not mapped: "
_WITHOUT_ROLE: Final = "Coded elsewhere, so without roles, and shown where these are asked for: "


def notes_of(tables: Mapping[str, pd.DataFrame]) -> tuple[str, ...]:
    """Sentences on articles whose places are not read, or have no role while others' have.

    Args:
        tables: Tables of `dateline.tables` by name.
    """
    return (*_foreign(tables["articles"]), *_without_role(tables["mentions"]))


def without_them(notes: Iterable[str]) -> list[str]:
    """Notes but for those of `notes_of`."""
    return [note for note in notes if not note.startswith((_FOREIGN, _WITHOUT_ROLE))]


def _foreign(articles: pd.DataFrame) -> tuple[str, ...]:
    languages = articles["language"]
    language = languages.astype("str")
    other = language[(language != "en") & languages.notna()].value_counts()
    if other.empty:
        return ()
    listed = ", ".join(f"{count:,} in {language_name(str(code))}" for code, count in other.items())
    return (f"{_FOREIGN}{listed}.",)


def _without_role(mentions: pd.DataFrame) -> tuple[str, ...]:
    coded = mentions["role"].isna()
    if coded.all() or not coded.any():  # where none has a role, all of them are shown
        return ()
    articles = mentions.loc[coded, "article_id"].nunique()
    return (f"{_WITHOUT_ROLE}{articles:,} {'article' if articles == 1 else 'articles'}.",)
