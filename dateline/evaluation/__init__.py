"""How well extraction does on articles that somebody annotated by hand.

    from dateline.evaluation import evaluate, read_annotated

    articles = read_annotated(Path("sample.jsonl"))
    evaluation = evaluate(articles, findings)    # one Findings an article
    evaluation.recognition.f1                    # spans found exactly
    evaluation.mistakes[0]                       # what went wrong, where, in which sentence

`draw` takes a sample from a corpus, with what the program found already filled in, to be corrected.
docs/evaluate.md describes the file and every figure.
"""

from __future__ import annotations

from dateline.evaluation.annotated import (
    AnnotatedArticle,
    AnnotatedMention,
    AnnotatedPlace,
    read_annotated,
)
from dateline.evaluation.sample import draw
from dateline.evaluation.scoring import Evaluation, Mistake, Rates, evaluate

__all__ = [
    "AnnotatedArticle",
    "AnnotatedMention",
    "AnnotatedPlace",
    "Evaluation",
    "Mistake",
    "Rates",
    "draw",
    "evaluate",
    "read_annotated",
]
