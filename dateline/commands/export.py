"""What `dateline info` and `dateline export` do: a corpus in words, and as a file."""

from __future__ import annotations

import argparse

__all__ = ["run_export", "run_info"]


def run_info(options: argparse.Namespace) -> int:
    """Say what a corpus holds."""
    from dateline.commands.summary import summary_lines
    from dateline.corpus import Corpus

    print("\n".join(summary_lines(Corpus.open(options.corpus))))
    return 0


def run_export(options: argparse.Namespace) -> int:
    """Write what a query leaves of a corpus to a file."""
    from dateline.export import export
    from dateline.figures.hover import plural
    from dateline.query import Query, Values

    query = Query(
        words=options.words,
        published=(options.first, options.last),
        roles=() if "all" in options.role else tuple(options.role) or Query().roles,
        sources=Values(include=tuple(options.source)),
        countries=Values(include=tuple(options.country)),
    )
    written = export(
        options.corpus,
        options.output,
        query,
        rows=options.rows,
        texts=options.texts,
        excel=options.excel,
        coordinates=options.coordinates,
    )
    counts = (
        (written.mentions, "mention"),
        (written.places, "place"),
        (written.articles, "article"),
    )
    print(f"{options.output}: {', '.join(plural(count, noun) for count, noun in counts)}")
    return 0
