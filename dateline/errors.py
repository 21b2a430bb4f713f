"""What can go wrong, as a tree.

    DatelineError
    ├── ReadingError (ValueError)         a file, row or column that cannot be read as articles
    ├── SchemaError (ValueError)          a table that is not as its schema says
    ├── GazetteerError (LookupError)      the gazetteer is missing or not what the program expects
    ├── ModelError (LookupError)          no language model, or a trained file made for another one
    ├── CorpusError (OSError)             a corpus folder that is missing, damaged or in use
    ├── ChoiceError (ValueError)          a filter or an address that cannot be understood
    └── CorrectionError (ValueError)      a correction that cannot be applied to anything

Each leaf is also the builtin one would guess. Every message has three parts: what came, what was
expected, what to do. A place that is *not found* is no error: it is a missing value.
"""

from __future__ import annotations

__all__ = [
    "ChoiceError",
    "CorpusError",
    "CorrectionError",
    "DatelineError",
    "GazetteerError",
    "ModelError",
    "ReadingError",
    "SchemaError",
]


class DatelineError(Exception):
    """The root: catch this to catch whatever this library raises on purpose.

    Args:
        came: What was found, with the value itself where it is short.
        expected: What would have been right.
        todo: What the reader can do about it.
    """

    def __init__(self, came: str, expected: str = "", todo: str = "") -> None:
        self.came, self.expected, self.todo = came, expected, todo
        super().__init__(
            came, expected, todo
        )  # args rebuild it when a worker process sends it back

    def __str__(self) -> str:
        parts = [self.came]
        if self.expected:
            parts.append(f"expected {self.expected}")
        if self.todo:
            parts.append(self.todo)
        return "; ".join(parts)


class ReadingError(DatelineError, ValueError):
    """A file, row or column that cannot be read as articles."""


class SchemaError(DatelineError, ValueError):
    """A table that is not as its schema says."""


class GazetteerError(DatelineError, LookupError):
    """The gazetteer is missing or not what the program expects."""


class ModelError(DatelineError, LookupError):
    """No language model is installed, or a trained file was made for another one."""


class CorpusError(DatelineError, OSError):
    """A corpus folder that is missing, damaged or in use."""

    __str__ = DatelineError.__str__  # OSError would print its arguments as errno and file name


class ChoiceError(DatelineError, ValueError):
    """A filter or an address that cannot be understood."""


class CorrectionError(DatelineError, ValueError):
    """A correction that cannot be applied to anything, or that says nothing."""
