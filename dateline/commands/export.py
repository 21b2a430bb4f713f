"""What `dateline info` and `dateline export` do: a corpus in words, and as a file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence

from dateline.commands.terminal import say
from dateline.errors import ChoiceError
from dateline.plural import plural

__all__ = ["run_export", "run_info"]

_SHOWN = 12
_COUNTING = (".csv", ".xlsx", ".geojson", ".html")
"""Endings of files of what counts; others hold articles with all that was found in them."""


def run_info(options: argparse.Namespace) -> int:
    """Say what a corpus holds."""
    from dateline.commands.summary import summary_lines
    from dateline.corpus import Corpus

    say(*summary_lines(Corpus.open(options.corpus)))
    return 0


def run_export(options: argparse.Namespace) -> int:
    """Write what a query leaves of a corpus to a file."""
    from dateline.corpus import Corpus
    from dateline.export import export
    from dateline.query import Query, Values
    from dateline.query.search import explanation

    _expect_use(options)
    sources, countries = options.source, [country.upper() for country in options.country]
    if sources or countries:
        corpus = Corpus.open(options.corpus)
        _expect_known("source", sources, corpus.articles["source"].cat.categories)
        _expect_known("country", countries, corpus.places["country_code"].cat.categories)
    if unread := explanation(options.words):
        print(unread, file=sys.stderr)
    query = Query(
        words=options.words,
        published=(options.first, options.last),
        roles=() if "all" in options.role else tuple(options.role) or Query().roles,
        sources=Values(include=tuple(sources)),
        countries=Values(include=tuple(countries)),
    )
    written = export(
        options.corpus,
        options.output,
        query,
        rows=options.rows or "mentions",
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


def _expect_use(options: argparse.Namespace) -> None:
    """Nothing that was asked for is passed over: of each kind of file only some can be asked."""
    ending = options.output.suffix.lower()
    for asked, option, endings in (
        (options.rows, "--rows", (".csv",)),
        (options.excel, "--excel", (".csv",)),
        (options.texts, "--texts", (".xlsx", ".html")),
        (options.coordinates != "exact", "--coordinates", _COUNTING),
        (options.role and not options.country, "--role", _COUNTING),  # with it, it chooses articles
    ):
        if asked and ending not in endings:
            raise ChoiceError(
                f"{option} with {options.output}",
                f"an output that ends in {' or '.join(endings)}",
                "leave it out, or name another file",
            )


def _expect_known(what: str, given: Sequence[str], there: Iterable[str]) -> None:
    """A value that the corpus has not is a slip of the hand: it would give an empty file."""
    known = sorted(filter(None, there))
    for value in given:
        if value not in known:
            shown = ", ".join(known[:_SHOWN]) + (" …" if len(known) > _SHOWN else "")
            raise ChoiceError(
                f"--{what} {value}, which is not in the corpus",
                f"one of {shown}" if known else "a corpus that has some",
                "check how it is written",
            )
