"""The two ways to read articles for their places.

`standard` has rules and linear models, and is about as fast as the parser alone. `accurate` lets a
small transformer read the surroundings of each name too, for its role: it takes three times as
long, and needs the extra `accurate`.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final, Literal

from dateline.errors import ChoiceError, ModelError

__all__ = ["ENGINES", "PACKAGES", "Engine", "packages_missing", "require"]

Engine = Literal["standard", "accurate"]

ENGINES: Final[tuple[Engine, ...]] = ("standard", "accurate")

PACKAGES: Final = ("onnxruntime", "tokenizers")
"""What the accurate engine needs beside the library's own packages."""


def require(engine: Engine) -> None:
    """Say that there is no such engine, or what it lacks, before files are read for it.

    Args:
        engine: The one that shall read.

    Raises:
        ChoiceError: There is none of that name.
        ModelError: A package that it needs is not installed.
    """
    if engine not in ENGINES:
        raise ChoiceError(f"engine {engine!r}", f"one of {', '.join(ENGINES)}", "choose one")
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if engine == "accurate" and missing:
        raise packages_missing(" and ".join(missing))


def packages_missing(which: str) -> ModelError:
    """The error that says it.

    Args:
        which: Their names, or what the import said.
    """
    return ModelError(
        f"the accurate engine needs packages that are not installed: {which}",
        " and ".join(PACKAGES),
        "pip install 'dateline[accurate]', or read with the standard engine",
    )
