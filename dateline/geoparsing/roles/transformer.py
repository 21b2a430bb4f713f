"""The part of the accurate engine: a small transformer reads each name where it stands.

MiniLM (Wang et al. 2020, "MiniLM: Deep Self-Attention Distillation for Task-Agnostic Compression of
Pre-Trained Transformers"; six layers, 23 million weights, Apache 2.0) fine-tuned on the texts that
the linear model learns from, its weights kept in eight bits. It knows of words what few marked
texts can teach; the rules and the linear model know the parse. It needs the packages of the extra
`accurate`, and no network.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.errors import ModelError
from dateline.findings import ROLES
from dateline.geoparsing.engine import packages_missing
from dateline.geoparsing.roles.windows import windows
from dateline.resources import data_folder

__all__ = ["RoleTransformer"]


class RoleTransformer:
    """The fine-tuned transformer, loaded once.

    Args:
        folder: Where `roles.onnx` and `tokenizer.json` lie.

    Attributes:
        version: Short hash over both files.

    Raises:
        ModelError: A file or a package is missing, or a file is damaged.
    """

    def __init__(self, folder: Path) -> None:
        try:
            import onnxruntime
            from tokenizers import Tokenizer
        except ImportError as error:
            raise packages_missing(str(error)) from error
        contents = [_content(folder / name) for name in ("roles.onnx", "tokenizer.json")]
        self.version = hashlib.sha256(b"".join(contents)).hexdigest()[:8]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # every core has a process of its own
        options.log_severity_level = 3
        try:
            self._session: Any = onnxruntime.InferenceSession(
                contents[0], options, providers=["CPUExecutionProvider"]
            )
            self._tokenizer: Any = Tokenizer.from_buffer(contents[1])
        except Exception as error:  # both libraries raise classes of their own
            raise ModelError(
                f"a file in {folder} is damaged: {error}", "an ONNX model and its tokenizer",
                "install Dateline again",
            ) from error  # fmt: skip
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        numbers = self._tokenizer.get_vocab()
        self._marks = (numbers["[CLS]"], numbers["[SEP]"])

    @staticmethod
    @lru_cache(maxsize=8)
    def load(folder: Path | None = None) -> RoleTransformer:
        """The transformer of a folder of trained files, the same object at every call.

        Args:
            folder: Where the trained files of all language models lie; None for ours.

        Raises:
            ModelError: As for the class.
        """
        return RoleTransformer((folder or data_folder() / "models") / "accurate")

    def read(self, text: str, spans: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
        """How likely each role is for each name, by its surroundings alone.

        Args:
            text: The article.
            spans: Half-open code points of the names, in text order.

        Returns:
            Natural logarithms of probabilities, float64, shape (names, 8), in the order of `ROLES`.
        """
        found: NDArray[np.float64] = np.zeros((len(spans), len(ROLES)))
        pieces = self._tokenizer.encode(text, add_special_tokens=False)
        if not pieces.ids:
            found -= np.log(len(ROLES))
            return found
        for window in windows(pieces.ids, pieces.offsets, spans, self._marks):
            (found[window.numbers],) = self._session.run(
                None,
                {
                    "ids": np.array([window.ids], np.int64),
                    "firsts": np.array(window.firsts, np.int64),
                    "ends": np.array(window.ends, np.int64),
                },
            )
        return found


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ModelError(
            f"the trained file {path} is missing", "the files of the accurate engine",
            "install Dateline again, or read with the standard engine",
        ) from error  # fmt: skip
