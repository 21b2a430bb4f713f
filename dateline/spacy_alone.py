"""spaCy without its command line, which takes more than a quarter of the time to import it.

The package imports the commands that train, package and fetch models, and with them a client of
HTTP, templates and colours for terminals, all for the one function `spacy.info`. Importing this
module imports spaCy with that function put off until it is called. Nothing else is changed: who
imports `spacy.cli` later gets the whole of it. Packages whose modules use spaCy import this first.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

__all__ = ["info"]


def info(*arguments: Any, **options: Any) -> Any:
    """What `spacy.info` says, of spaCy or of a model."""
    from spacy.cli.info import info as now

    return now(*arguments, **options)


def _import() -> None:
    commands = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    vars(commands["spacy.cli.info"])["info"] = info
    sys.modules.update(commands)
    try:
        import spacy  # noqa: F401
    finally:
        for name in commands:
            del sys.modules[name]


if "spacy" not in sys.modules:
    _import()
