"""`dateline sample` and `dateline evaluate`: measure the program on articles of one's own."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Final

from dateline.commands.progress_bar import ProgressBar
from dateline.commands.terminal import say
from dateline.durable import expect_place_for, replace
from dateline.errors import ChoiceError, ReadingError
from dateline.plural import plural

__all__ = ["run_evaluate", "run_sample"]

_SHOWN: Final = 20


def run_sample(options: argparse.Namespace) -> int:
    """Draw articles from a corpus to be annotated."""
    from dateline.corpus import Corpus
    from dateline.evaluation import draw
    from dateline.extraction.interchange import write_records

    if options.output.is_file():
        raise ChoiceError(
            f"{options.output} is there already, and may have been annotated",
            "the name of a new file",
            "name another, or move that one away",
        )
    expect_place_for(options.output)
    records = draw(
        Corpus.open(options.corpus), options.articles, seed=options.seed, blank=options.blank
    )
    if options.output.suffix.lower() == ".json":
        text = json.dumps(records, ensure_ascii=False, indent=1)
        replace(options.output, f"{text}\n".encode("utf-8", "replace"))
    else:
        write_records(records, options.output)
    mentions = sum(len(record["mentions"]) for record in records)
    checked = "mentions to be added" if options.blank else f"{plural(mentions, 'mention')} to check"
    print(f"{options.output}: {plural(len(records), 'article')}, {checked}")
    if len(records) < options.articles:
        print("the corpus has no more, copies counted once")
    return 0


def run_evaluate(options: argparse.Namespace) -> int:
    """Read annotated articles again and say how often the program is right."""
    from dateline.evaluation import evaluate, read_annotated
    from dateline.evaluation.report import mistake_line, mistakes_csv, report_lines
    from dateline.extraction.extractor import Failure
    from dateline.extraction.workers import read_all
    from dateline.findings import Findings

    if options.mistakes:
        expect_place_for(options.mistakes)
    annotated = read_annotated(Path(options.annotated))
    if not any(each.mentions for each in annotated):
        raise ReadingError(
            f"no mention is annotated in {options.annotated}",
            "every mention of a place, in at least one article",
            "write them in, as docs/evaluate.md says",
        )
    with ProgressBar("extracting") as progress:
        results, provenance = read_all(
            [each.article for each in annotated],
            processes=options.processes,
            progress=progress,
        )
    # An article that could not be read found nothing: it counts, as everything annotated does.
    findings = [Findings() if isinstance(result, Failure) else result for result in results]
    evaluation = evaluate(annotated, findings)
    say(*report_lines(evaluation))
    for article, result in zip(annotated, results, strict=True):
        if isinstance(result, Failure):
            say(f"article {article.article.identifier} counts as found empty: {result.reason}")
    print(", ".join(f"{name} {version}" for name, version in provenance.items()))
    if options.mistakes:
        replace(options.mistakes, mistakes_csv(evaluation.mistakes))
        print(f"{options.mistakes}: {plural(len(evaluation.mistakes), 'mistake')}")
        return 0
    for mistake in evaluation.mistakes[:_SHOWN]:
        say(mistake_line(mistake))
    if len(evaluation.mistakes) > _SHOWN:
        print(f"… and {len(evaluation.mistakes) - _SHOWN} more: --mistakes FILE.csv lists them all")
    return 0
