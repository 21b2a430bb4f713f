"""What of the library a module imports, and what that imports: read from the source."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path

__all__ = ["imported_by", "left_out"]

_ROOT = Path(__file__).parents[1]

_DECIDE_NOTHING = {"errors.py", "resources.py", "extraction/provenance.py"}
"""What an extractor imports that has no say in what it finds: words of errors, where data lie (they
have versions of their own), and the version itself."""


def imported_by(module: str) -> set[str]:
    """The modules of the library that one needs, itself among them.

    Args:
        module: Its dotted name.

    Returns:
        Paths below `dateline/`, with slashes; `__init__.py` of the library itself is left out, as
        it only names what others define.
    """
    found: set[Path] = set()
    waiting = {module}
    while waiting:
        path = _path(waiting.pop())
        if path is None or path in found:
            continue
        found.add(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                waiting |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                waiting |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    return {path.relative_to(_ROOT / "dateline").as_posix() for path in found}


def _path(module: str) -> Path | None:
    """Where a module of the library lies; None for anything else."""
    parts = module.split(".")
    if parts[0] != "dateline" or len(parts) == 1:
        return None
    file = _ROOT.joinpath(*parts)
    choices = (file.with_suffix(".py"), file / "__init__.py")
    return next((path for path in choices if path.is_file()), None)


def left_out(named: Sequence[str]) -> set[str]:
    """What reads articles and is in none of the parts named: files, and folders without slash."""
    return {
        path
        for path in imported_by("dateline.extraction.extractor") - _DECIDE_NOTHING
        if path not in named and not any(path.startswith(f"{part}/") for part in named)
    }
