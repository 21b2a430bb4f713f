"""From the tables of a corpus back to what was found in each article; see `dateline.assembly`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from dateline.findings import DateMention, Findings, Mention, NameMention, Quote
from dateline.gazetteer.place import Place

__all__ = ["findings_of"]

Tables = Mapping[str, pd.DataFrame]


def findings_of(tables: Tables) -> Iterator[Findings]:
    """What was found in each article, in the order of the articles.

    Args:
        tables: Every table of `dateline.tables` with all its columns, sorted by article.

    Returns:
        One value an article, so that `tables_of` makes the same tables of them again.
    """
    places = [Place(*row[1:]) for row in _rows(_ordered_places(tables["places"]))]
    articles = tables["articles"]
    found = {
        name: _Spans(tables[name], len(articles))
        for name in ("mentions", "dates", "quotes", "names")
    }
    for article in _rows(
        articles[["article_id", "language", "focus_place", "dateline_place", "words"]]
    ):
        number, language, focus, dateline, words = article
        yield Findings(
            mentions=tuple(_mention(row, places) for row in found["mentions"].of(number)),
            dates=tuple(_date(row) for row in found["dates"].of(number)),
            quotes=tuple(_quote(row) for row in found["quotes"].of(number)),
            names=tuple(_name(row) for row in found["names"].of(number)),
            focus=_place(focus, places),
            dateline=_place(dateline, places),
            language=language or "",
            words=int(words),
        )


class _Spans:
    """Rows of a table of findings by article."""

    def __init__(self, frame: pd.DataFrame, articles: int) -> None:
        self._frame = frame
        ids = frame["article_id"].to_numpy()
        self._ends = np.searchsorted(ids, np.arange(articles + 1))

    def of(self, number: int) -> Iterator[Any]:
        rows = self._frame.iloc[self._ends[number] : self._ends[number + 1]]
        return (_Row(dict(zip(rows.columns, row, strict=True))) for row in _rows(rows))


class _Row(NamedTuple):
    cells: dict[str, Any]

    def __getitem__(self, name: Any) -> Any:
        return self.cells[name]


def _rows(frame: pd.DataFrame) -> Iterator[list[Any]]:
    """Rows of plain Python values, None where missing."""
    columns = [
        [None if _is_missing(value) else value for value in frame[name].tolist()]
        for name in frame.columns
    ]
    return map(list, zip(*columns, strict=True)) if columns else iter(())


def _is_missing(value: Any) -> bool:
    return value is None or value is pd.NaT or (isinstance(value, float) and value != value)


def _ordered_places(places: pd.DataFrame) -> pd.DataFrame:
    return (
        places[
            [
                "place_id",
                *("gazetteer_id", "name", "latitude", "longitude", "country_code"),
                *("admin1", "admin2", "feature_code", "precision", "population"),
            ]
        ]
        .astype({"country_code": "object"})
        .fillna({"country_code": ""})
    )


def _place(number: int | None, places: list[Place]) -> Place | None:
    return None if number is None or number < 0 else places[number]


def _mention(row: Any, places: list[Place]) -> Mention:
    return Mention(
        row["start"],
        row["end"],
        row["surface"],
        row["role"],
        row["confidence"],
        _place(row["place_id"], places),
        direction=row["direction"] or "",
        sentence_start=row["sentence_start"],
        sentence_end=row["sentence_end"],
        rule=row["rule"] or "",
        runners_up=tuple(
            (places[other["place_id"]], float(other["score"])) for other in row["runners_up"]
        ),
    )


def _date(row: Any) -> DateMention:
    earliest, latest = (
        None if row[name] is None else row[name].date() for name in ("earliest", "latest")
    )
    return DateMention(row["start"], row["end"], row["surface"], earliest, latest, row["precision"])


def _quote(row: Any) -> Quote:
    return Quote(
        *(row["start"], row["end"], row["speaker"]),
        *(row["speaker_start"], row["speaker_end"], row["speaker_kind"]),
    )


def _name(row: Any) -> NameMention:
    return NameMention(row["start"], row["end"], row["surface"], row["kind"], row["canonical"])
