"""How long extraction takes beside spaCy's own pipeline on the same texts.

    python -m benchmarks.extraction_speed [articles]

Both run in one process and thread, by turns on the same batches of articles of the press sample, so
that a busy machine slows both alike; so are first and second place. Seconds are the process's own,
whatever else runs beside it. spaCy's pipeline is the model as spaCy loads it; extraction holds all
that `dateline extract` does of an article but reading and writing files. The figures are kept in
`benchmarks/extraction_speed.txt`.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path
from typing import Final

import spacy

from benchmarks.development import records
from dateline.extraction.extractor import Extractor
from dateline.findings import Article

__all__ = ["main"]

BATCH: Final = 16
FIGURES: Final = Path(__file__).with_suffix(".txt")


def main() -> None:
    """Time both, print and keep the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("articles", type=int, nargs="?", default=128)
    given = options.parse_args()
    articles = [Article(record["text"]) for record in records("syria_press")[: given.articles]]
    extractor = Extractor()
    plain = spacy.load(extractor.model.nlp.path)
    list(extractor.read_many(articles[:BATCH]))  # load and warm everything once
    list(plain.pipe((a.text for a in articles[:BATCH]), batch_size=BATCH))
    ours, spacys = [], []
    for number, at in enumerate(range(BATCH, len(articles), BATCH)):
        batch = articles[at : at + BATCH]
        # Whoever comes second finds the texts' words in the cache: they take turns at it.
        for first in (number % 2 == 0, number % 2 == 1):
            start = time.process_time()
            if first:
                for _ in plain.pipe((a.text for a in batch), batch_size=BATCH):
                    pass
                spacys.append(time.process_time() - start)
            else:
                for _ in extractor.read_many(batch):
                    pass
                ours.append(time.process_time() - start)
    count = len(articles) - BATCH
    ratio = sum(ours) / sum(spacys)
    middle = statistics.median(a / b for a, b in zip(ours, spacys, strict=True))
    text = (
        f"{extractor.model.label}, {count} articles in batches of {BATCH}\n"
        f"spaCy's pipeline {1000 * sum(spacys) / count:.1f} ms an article\n"
        f"extraction       {1000 * sum(ours) / count:.1f} ms an article\n"
        f"ratio            {ratio:.3f} (median over batches {middle:.3f})\n"
    )
    FIGURES.write_text(text, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
