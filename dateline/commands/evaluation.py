"""`dateline sample` and `dateline evaluate`: measure the program on articles of one's own."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Final

from dateline.commands.progress_bar import ProgressBar
from dateline.errors import ReadingError

__all__ = ["run_evaluate", "run_sample"]

_SHOWN: Final = 20


def run_sample(options: argparse.Namespace) -> int:
    """Draw articles from a corpus to be annotated."""
    from dateline.corpus import Corpus
    from dateline.evaluation import draw
    from dateline.extraction.interchange import write_records

    records = draw(
        Corpus.open(options.corpus), options.articles, seed=options.seed, blank=options.blank
    )
    if options.output.suffix.lower() == ".json":
        text = json.dumps(records, ensure_ascii=False, indent=1)
        options.output.write_text(text + "\n", encoding="utf-8")
    else:
        write_records(records, options.output)
    mentions = sum(len(record["mentions"]) for record in records)
    print(f"{options.output}: {len(records)} articles, {mentions} mentions to be checked")
    return 0


def run_evaluate(options: argparse.Namespace) -> int:
    """Read annotated articles again and say how often the program is right."""
    from dateline.evaluation import evaluate, read_annotated
    from dateline.evaluation.report import mistake_line, mistakes_csv, report_lines
    from dateline.extraction.extractor import Failure
    from dateline.extraction.workers import read_all
    from dateline.findings import Findings
    from dateline.geoparsing.engine import require

    require(options.engine)
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
            engine=options.engine,
        )
    # An article that could not be read found nothing: it counts, as everything annotated does.
    findings = [Findings() if isinstance(result, Failure) else result for result in results]
    evaluation = evaluate(annotated, findings)
    print("\n".join(report_lines(evaluation)))
    print(", ".join(f"{name} {version}" for name, version in provenance.items()))
    if options.mistakes:
        options.mistakes.write_bytes(mistakes_csv(evaluation.mistakes))
        print(f"{options.mistakes}: {len(evaluation.mistakes)} mistakes")
        return 0
    for mistake in evaluation.mistakes[:_SHOWN]:
        print(mistake_line(mistake))
    if len(evaluation.mistakes) > _SHOWN:
        print(f"… and {len(evaluation.mistakes) - _SHOWN} more: --mistakes FILE.csv lists them all")
    return 0
