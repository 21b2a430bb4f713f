"""What the transformer reads of names in texts without marked roles, for the linear model.

    python -m benchmarks.read_roles FOLDER

FOLDER holds a folder for each run of `benchmarks.train_transformer`, named `fold-0` to `fold-4` and
`nothing`, after what was left out. Written to `benchmarks/read_roles.npz`: for each name the number
of its text, where it stands, and the probability of each role by each run, in steps of 1/255. What
measures the linear model on a fold learned only from a transformer that had not seen it either.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.development import OUT
from benchmarks.folds import FOLDS
from benchmarks.unmarked import UNMARKED

__all__ = ["EXAMPLES", "main", "read_roles"]

EXAMPLES: Final = OUT / "transformer" / "examples.npz"
"""Where `benchmarks.transformer_examples` leaves what the transformer learns from."""

_FILE: Final = Path(__file__).with_suffix(".npz")
_RUNS: Final = (*(f"fold-{fold}" for fold in range(FOLDS)), "nothing")


@cache
def read_roles(without: int | None) -> dict[tuple[int, int, int], list[float]]:
    """Probability of each role by text number, start and end of a name.

    Args:
        without: The fold that the transformer had not seen; None if it had seen all.
    """
    held = np.load(_FILE)
    chances = held["chances"][:, FOLDS if without is None else without] / 255.0
    chances /= chances.sum(axis=1, keepdims=True)
    return dict(zip(map(tuple, held["keys"].tolist()), chances.tolist(), strict=True))


def main() -> None:
    examples = np.load(EXAMPLES)
    names = examples["names"][examples["rows"][:, 6].astype(int)]
    unmarked = names == UNMARKED
    chances = []
    for run in _RUNS:
        held = np.load(Path(sys.argv[1]) / run / "read.npz")
        read = np.zeros((len(names), held["read"].shape[1]))
        read[held["wanted"]] = held["read"]
        chances.append(np.rint(255 * np.exp(read[unmarked])).astype(np.uint8))
    keys = examples["keys"][unmarked]
    np.savez_compressed(_FILE, keys=keys, chances=np.stack(chances, axis=1))
    print(f"{len(keys)} names, {_FILE.stat().st_size // 1000} KB")


if __name__ == "__main__":
    main()
