"""Boosted trees as LightGBM grew them, asked through its C library.

LightGBM's Python package imports pandas, SciPy and scikit-learn, which takes longer than to load
all that is trained. Training needs that package; reading articles needs the library only.
https://lightgbm.readthedocs.io/en/stable/C-API.html
"""

from __future__ import annotations

import ctypes
import importlib.util
import re
import weakref
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dateline.errors import ModelError
from dateline.geoparsing.trained_files import AGAIN, text_of_file

__all__ = ["Trees"]

_ANSWER: Final = 0  # C_API_PREDICT_NORMAL: a probability, where one was learned
_BY_ROW: Final = 1
_ALL: Final = -1
_DTYPES: Final = {np.dtype(np.float32): 0, np.dtype(np.float64): 1}
_ONE_THREAD: Final = b"num_threads=1"


class Trees:
    """Trees that say what each row of features means; the same as `lightgbm.Booster.predict`.

    Args:
        text: As `lightgbm.Booster.model_to_string` writes it.

    Attributes:
        text: The same.
        columns: Features in a row.
        classes: How many classes they tell apart; 1 where they give one number.

    Raises:
        ValueError: The text holds no trees.
        ModelError: LightGBM is not installed whole.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        handle, rounds = ctypes.c_void_p(), ctypes.c_int()
        columns, classes = ctypes.c_int(), ctypes.c_int()
        _call(
            "BoosterLoadModelFromString",
            text.encode(),
            ctypes.byref(rounds),
            ctypes.byref(handle),
        )
        self._handle = handle
        weakref.finalize(self, _library().LGBM_BoosterFree, handle)
        _call("BoosterGetNumFeature", handle, ctypes.byref(columns))
        _call("BoosterGetNumClasses", handle, ctypes.byref(classes))
        self.columns, self.classes = columns.value, classes.value

    @staticmethod
    def read(path: Path, columns: Sequence[str]) -> Trees:
        """Read trained trees.

        Args:
            path: A file that `write` wrote.
            columns: Names of the features they were trained on.

        Raises:
            ModelError: It is missing or damaged, or its trees look at other features.
        """
        try:
            trees = Trees(text_of_file(path))
        except ValueError as error:
            raise ModelError(f"{path} is damaged", "LightGBM trees", AGAIN) from error
        if trees.columns != len(columns):
            raise ModelError(f"{path} has {trees.columns} columns", f"{len(columns)}", AGAIN)
        return trees

    def write(self, path: Path) -> None:
        """Write the trees alone: LightGBM's log of how they were grown, and of pandas, goes."""
        text = re.split(r"\n(?:parameters|pandas_categorical):", self.text)[0]
        path.write_text(text.rstrip() + "\n", encoding="utf-8")

    def predict(self, rows: NDArray[np.float32] | NDArray[np.float64]) -> NDArray[np.float64]:
        """What the trees say of each row, float64.

        Args:
            rows: Features, shape (rows, `columns`).

        Returns:
            Shape (rows,), or (rows, `classes`) where there are several.

        Raises:
            ValueError: There are other columns.
        """
        shape = len(rows) if self.classes == 1 else (len(rows), self.classes)
        found, count = np.empty(shape), ctypes.c_int64()
        if not len(rows):
            return found
        by_row: NDArray[Any] = np.ascontiguousarray(rows)
        _call(
            "BoosterPredictForMat",
            self._handle,
            ctypes.c_void_p(by_row.ctypes.data),
            ctypes.c_int(_DTYPES[by_row.dtype]),
            ctypes.c_int32(by_row.shape[0]),
            ctypes.c_int32(by_row.shape[1]),
            ctypes.c_int(_BY_ROW),
            ctypes.c_int(_ANSWER),
            ctypes.c_int(0),
            ctypes.c_int(_ALL),
            _ONE_THREAD,
            ctypes.byref(count),
            ctypes.c_void_p(found.ctypes.data),
        )
        return found


def _call(function: str, *arguments: object) -> None:
    library = _library()
    if getattr(library, f"LGBM_{function}")(*arguments):
        raise ValueError(library.LGBM_GetLastError().decode(errors="replace"))


@cache
def _library() -> ctypes.CDLL:
    package = importlib.util.find_spec("lightgbm")  # found, not imported
    home = Path(package.origin).parent if package and package.origin else None
    # macOS has .dylib and Windows bin/….dll for lib/….so.
    paths = sorted(home.glob("*/lib_lightgbm.*")) if home else []
    if not paths:
        raise ModelError(
            f"no library of LightGBM in {home or 'any package'}",
            "lightgbm 4.6 or later",
            "install Dateline again",
        )
    library = ctypes.CDLL(str(paths[0]))
    library.LGBM_GetLastError.restype = ctypes.c_char_p
    return library
