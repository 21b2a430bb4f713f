"""The tables of one corpus from those of several parts of it, without a Python object a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from dateline.assembly.concatenation import concatenated
from dateline.assembly.copies import copy_groups
from dateline.store.integrity import FINDINGS
from dateline.store.parquet import RUNNERS_UP, runners_up
from dateline.tables import ARTICLES, PLACES, TEXTS

__all__ = ["merged"]

Ints = npt.NDArray[np.int32]

_POINTERS: Final = ("place_id", "focus_place", "dateline_place")


def merged(
    parts: Sequence[Mapping[str, pd.DataFrame]], keys: Sequence[str]
) -> dict[str, pd.DataFrame]:
    """Join parts of a corpus. Which texts are copies is found anew, over all of them.

    Args:
        parts: Tables of `dateline.tables` by name; each part has its own article and place ids.
        keys: `key` of every article of the parts, in the order of the corpus: by time, undated
            last.

    Returns:
        The tables that reading all articles at once gives, but that findings of one article may
        stand in any order, and runners-up are of dtype `dateline.store.parquet.RUNNERS_UP`.
    """
    numbers: pd.Series[Any] = pd.Series(np.arange(len(keys), dtype=np.int32), index=list(keys))
    places = _places([part[PLACES.name] for part in parts])
    rows: pd.Series[Any] = places.set_index("gazetteer_id")["place_id"]
    gathered: dict[str, list[pd.DataFrame]] = {}
    for part in parts:
        own_numbers = numbers.loc[part[ARTICLES.name]["key"]].to_numpy(dtype=np.int32)
        own_rows = rows.loc[part[PLACES.name]["gazetteer_id"]].to_numpy(dtype=np.int32)
        for schema in (ARTICLES, TEXTS, *FINDINGS):
            frame = _renumbered(part[schema.name], own_numbers, own_rows)
            gathered.setdefault(schema.name, []).append(frame)
    whole = {name: concatenated(frames) for name, frames in gathered.items()}
    for name in (ARTICLES.name, TEXTS.name):
        whole[name] = whole[name].sort_values("article_id", ignore_index=True)
    groups = copy_groups(whole[TEXTS.name]["text"].tolist())
    whole[ARTICLES.name] = whole[ARTICLES.name].assign(copy_group=groups)
    return {**whole, PLACES.name: places}


def _places(tables: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Every place once, by gazetteer id."""
    whole = concatenated(tables).drop_duplicates("gazetteer_id")
    whole = whole.sort_values("gazetteer_id", ignore_index=True)
    return whole.assign(place_id=np.arange(len(whole), dtype=np.int32))


def _renumbered(frame: pd.DataFrame, articles: Ints, places: Ints) -> pd.DataFrame:
    """The rows under the new numbers of articles and places, by their old ones."""
    with_none = np.append(places, np.int32(-1))  # -1 is the last
    changes: dict[str, Any] = {"article_id": articles[frame["article_id"].to_numpy()]}
    for name in _POINTERS:
        if name in frame:
            changes[name] = with_none[frame[name].to_numpy()]
    if "runners_up" in frame:
        lists = runners_up(frame["runners_up"])
        pairs = lists.flatten()
        ids, scores = pairs.flatten()
        new = pa.StructArray.from_arrays(
            [places[ids.to_numpy(zero_copy_only=False)], scores], fields=list(pairs.type)
        )
        held = pa.ListArray.from_arrays(_from_zero(lists.offsets), new)
        changes["runners_up"] = pd.Series(held, index=frame.index, dtype=RUNNERS_UP)
    return frame.assign(**changes)


def _from_zero(offsets: pa.Array) -> pa.Array:
    begins = offsets.to_numpy()
    return pa.array(begins - begins[0])
