"""Roles on sets that nothing was trained on: the standard engine's model and the accurate one's,
each name heard alone.

    python -m benchmarks.left_out_sets FOLDER        figures go to benchmarks/left_out_sets.txt

FOLDER holds what `benchmarks.train_transformer` wrote with each set left out, in `set-NAME`. Spans
are taken as given. In brackets the difference on 95 of 100 samples of as many documents.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.role_texts import SETS
from benchmarks.role_training import examples, learned
from benchmarks.transformer_examples import EXAMPLES
from dateline.findings import ROLES
from dateline.geoparsing.roles.model import RoleModel
from dateline.language_model import load

__all__ = ["main"]

OUTPUT: Final = Path(__file__).with_suffix(".txt")
_SAMPLES: Final = 2000


def _read(folder: Path) -> dict[tuple[int, int, int], np.ndarray]:
    """Log-probability of each role by document, start and end of a name."""
    held = np.load(folder / "read.npz")
    keys = np.load(EXAMPLES)["keys"][held["out"]]
    return dict(zip(map(tuple, keys.tolist()), held["read"].astype(float), strict=True))


def compared(name: str, folder: Path, language: str) -> str:
    """One line about one set."""
    read = _read(folder / f"set-{name}")
    model = RoleModel.from_data(learned(language, keep=lambda one: one.name != name), language)
    marked = [one for one in examples(language) if one.name == name and one.label.weight]
    right = np.array(
        [
            [
                ROLES[model.weighed(one.ruling, one.learn.features, chances).argmax()]
                in one.label.allowed
                for chances in (None, read[one.number, one.label.start, one.label.end])
            ]
            for one in marked
        ]
    )
    _, at = np.unique([one.number for one in marked], return_inverse=True)
    better, size = np.bincount(at, right[:, 1].astype(float) - right[:, 0]), np.bincount(at)
    picks = np.random.default_rng(0).integers(0, len(size), (_SAMPLES, len(size)))
    low, high = np.percentile(better[picks].sum(1) / size[picks].sum(1), [2.5, 97.5])
    standard, accurate = right.mean(axis=0)
    return (
        f"{name:18s} {len(marked):5d} names: standard {standard:.3f}, accurate {accurate:.3f}, "
        f"{accurate - standard:+.3f} [{low:+.3f}, {high:+.3f}]"
    )


def main() -> None:
    language = load().name
    lines = [compared(name, Path(sys.argv[1]), language) for name in SETS]
    text = "\n".join(["right role, each set left out of all training", *lines, ""])
    OUTPUT.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
