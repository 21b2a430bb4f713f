"""A process that dies takes one article with it, and none of the others."""

from __future__ import annotations

import os
from collections.abc import Sequence

from dateline.extraction.workers import CHUNK, in_processes
from dateline.findings import Article


def titles(articles: Sequence[Article]) -> list[str]:
    """What a process answers; one article kills it."""
    if any(article.title == "deadly" for article in articles):
        os._exit(1)
    return [article.title for article in articles]


def test_one_article_that_kills_its_process_is_none_and_all_others_are_read() -> None:
    deadly = CHUNK + 3
    articles = [
        Article(text="Text.", title="deadly" if number == deadly else f"{number}")
        for number in range(3 * CHUNK)
    ]
    read: list[str | None] = [None] * len(articles)
    for at, chunk, answer in in_processes(titles, articles, 2):
        for offset in range(len(chunk)):
            assert read[at + offset] is None
            read[at + offset] = answer[offset] if answer else None
    assert read == [None if one == deadly else f"{one}" for one in range(len(articles))]
