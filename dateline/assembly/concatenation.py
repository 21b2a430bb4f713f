"""Frames of the same table, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from pandas.api.types import union_categoricals

__all__ = ["concatenated"]


def concatenated(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """One below the other; categories are those of all, a column some have not is empty there.

    Args:
        frames: At least one, with columns of the same dtypes.

    Returns:
        Columns in the order in which they are first met, index 0..n-1.
    """
    names = [*dict.fromkeys(name for frame in frames for name in frame.columns)]
    return pd.DataFrame(
        {name: _column([frame.get(name) for frame in frames], frames) for name in names}
    )


def _column(parts: Sequence[pd.Series[Any] | None], frames: Sequence[pd.DataFrame]) -> Any:
    whole = [
        pd.Series("", frame.index, dtype="str") if part is None else part
        for part, frame in zip(parts, frames, strict=True)
    ]
    if isinstance(whole[0].dtype, pd.CategoricalDtype):
        if all(part.dtype == whole[0].dtype for part in whole):  # a vocabulary keeps its order
            return pd.concat(whole, ignore_index=True)
        return union_categoricals(whole, sort_categories=True)
    return pd.concat(whole, ignore_index=True)
