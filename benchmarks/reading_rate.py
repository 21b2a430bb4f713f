"""Articles read in a second of CPU time: what a cluster needs follows from it.

python -m benchmarks.reading_rate       # the demonstration articles; writes reading_rate.txt
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

from dateline.assembly.copies import copy_groups
from dateline.extraction.extractor import shared_extractor
from dateline.reading import read
from dateline.resources import data_folder

OUTPUT: Final = Path(__file__).with_suffix(".txt")


def main() -> str:
    """What it took, as text."""
    articles = read([data_folder() / "demo" / "articles.csv"]).articles
    extractor = shared_extractor()
    list(extractor.read_many(articles[:16]))  # what is loaded at the first use
    begun = time.process_time()
    found = list(extractor.read_many(articles))
    took = time.process_time() - begun
    words = sum(len(article.text.split()) for article in articles)
    begun = time.process_time()
    copy_groups([article.text for article in articles])
    copies = time.process_time() - begun
    return (
        f"{extractor.model.label}: {len(found)} articles, {words / len(articles):.0f} words each\n"
        f"{len(found) / took:.1f} articles and {words / took:,.0f} words per CPU-second\n"
        f"copies among them: {1000 * copies / len(articles):.2f} ms of CPU an article\n"
    )


if __name__ == "__main__":
    report = main()
    print(report)
    OUTPUT.write_text(report, encoding="utf-8")
