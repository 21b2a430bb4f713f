"""Two ports of one name, which readers put right, and what the page says of it."""

from __future__ import annotations

from typing import Any

from tests.corpora import ARTICLES, PLACES, article, small_corpus

LEBANON = PLACES["tripoli lebanon"].gazetteer_id
LIBYA = PLACES["tripoli libya"].gazetteer_id
KEYS = small_corpus().column("articles", "key").tolist()
PORTS = [article(*row) for row in ARTICLES][5][1].mentions


def captions(test: Any) -> str:
    return "\n".join(caption.value for caption in test.caption)
