"""An evaluation to read in a terminal, and its mistakes as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Final

import pandas as pd

from dateline.evaluation.calibration import expected_error
from dateline.evaluation.scoring import Evaluation, Mistake, Rates
from dateline.formulas import harmless
from dateline.plural import plural

__all__ = ["mistake_line", "mistakes_csv", "report_lines"]

_FEW: Final = 30
"""Below this many cases a figure says little: it is marked."""


def report_lines(evaluation: Evaluation) -> Iterator[str]:
    """The figures, one a line, under a head that says what they are of."""
    wanted = evaluation.recognition.wanted
    yield f"{plural(evaluation.articles, 'article')}, {plural(wanted, 'mention')} annotated"
    yield f"{'':34s}{'precision':>10s}{'recall':>8s}{'F1':>7s}{'cases':>7s}"
    yield _line("found, span exactly as annotated", evaluation.recognition)
    yield _line("found, also where cut differently", evaluation.overlap)
    yield _line("in the right place (161 km)", evaluation.placed)
    if evaluation.roles:
        yield _line("found with its role", evaluation.roled)
        yield _line("event marks in the right spot", evaluation.marks)
        for role, rates in evaluation.roles.items():
            yield _line(f"  role {role}", rates)
    if evaluation.focus.wanted:
        yield _line("what the article is about", evaluation.focus)
    curve = evaluation.reliability
    if curve:
        yield f"expected calibration error {expected_error(curve):.3f}; confidence → right:"
        yield "  " + "  ".join(f"{b.confidence:.2f}→{b.right:.2f} ({b.count})" for b in curve)
    if any(r.wanted < _FEW for r in (evaluation.recognition, *evaluation.roles.values())):
        yield f"* fewer than {_FEW} cases: chance moves this figure by ten points and more"


def _line(label: str, rates: Rates) -> str:
    few = "*" if rates.wanted < _FEW else ""
    return (
        f"{label:34s}{rates.precision:10.3f}{rates.recall:8.3f}{rates.f1:7.3f}"
        f"{rates.wanted:7d}{few}"
    )


def mistake_line(mistake: Mistake) -> str:
    """One mistake in one line."""
    wanted, given = mistake.wanted or "nothing", mistake.given or "nothing"
    context = " ".join(mistake.context.split())
    surface = f" {mistake.surface!r}" if mistake.surface else ""
    return f"{mistake.article} [{mistake.kind}]{surface}: {wanted} → {given}   …{context}…"


def mistakes_csv(mistakes: Sequence[Mistake]) -> bytes:
    """One row a mistake: `article`, `kind`, `surface`, `wanted`, `given`, `context`.

    Every cell is harmless to a spreadsheet, see `dateline.formulas`; a byte order mark tells it
    that letters are UTF-8.
    """
    rows = [{k: harmless(v) for k, v in asdict(each).items()} for each in mistakes]
    columns = ["article", "kind", "surface", "wanted", "given", "context"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")
