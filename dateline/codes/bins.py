"""Days gathered into bins: days, weeks that begin on Monday, or months.

A bin has a number: days, Mondays or months since January 1970.
"""

from __future__ import annotations

from typing import Any, Final, Literal, get_args

import numpy as np
import numpy.typing as npt

from dateline.errors import ChoiceError

__all__ = ["BINS", "Bin", "bins_of", "first_days"]

Bin = Literal["day", "week", "month"]
BINS: Final[tuple[Bin, ...]] = get_args(Bin)

_MONDAY: Final = 3  # 1 January 1970 was a Thursday


def bins_of(days: npt.NDArray[np.int32], bin: Bin) -> npt.NDArray[np.int32]:
    """The bin of each day.

    Args:
        days: Days since 1970.
        bin: `day`, `week` or `month`.

    Returns:
        int32, same shape.

    Raises:
        ChoiceError: There is no such bin.
    """
    if bin == "day":
        return days
    if bin == "week":
        return (days + np.int32(_MONDAY)) // np.int32(7)
    if bin == "month":
        if not len(days):
            return days
        first = int(days.min())
        calendar = np.arange(first, int(days.max()) + 1).astype("datetime64[D]")
        months = calendar.astype("datetime64[M]").astype(
            np.int32
        )  # once a day, not once an article
        return months[days - first]
    raise ChoiceError(f"bin {bin!r}", f"one of {', '.join(BINS)}", "choose one of them")


def first_days(bins: npt.NDArray[np.integer[Any]], bin: Bin) -> npt.NDArray[np.datetime64]:
    """The first day of each bin, datetime64[us]."""
    numbers = bins.astype(np.int64)
    if bin == "week":
        numbers = numbers * 7 - _MONDAY
    unit = "M" if bin == "month" else "D"
    return numbers.astype(f"datetime64[{unit}]").astype("datetime64[us]")
