"""Whether an article that a visitor brings is in the corpus already."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from dateline.assembly import article_key
from dateline.corpus import Corpus
from dateline.findings import Article, Findings
from dateline.plural import plural

__all__ = ["said", "same_article"]

_MOST_READ: Final = 100
"""Texts of the same length that are compared; a large corpus may have thousands."""


def same_article(corpus: Corpus, article: Article, findings: Findings) -> str:
    """Key of the article of a corpus that this one is; empty if it is none of them.

    It is the same if its text is, and nothing that is said of it contradicts: who pastes a text
    seldom says where and when it appeared. With another source or day it is a copy.
    """
    key = article_key(article)
    if corpus.article_id(key) is not None:
        return key
    lengths = corpus.articles["words"].to_numpy()
    for number in np.flatnonzero(lengths == findings.words)[:_MOST_READ].tolist():
        if corpus.text(number).split() != article.text.split():
            continue
        row = corpus.listing([number], further=False).iloc[0]
        is_other_source = bool(article.source) and article.source != row["source"]
        days = [one for one in (article.published, row["published"]) if not pd.isna(one)]
        is_other_day = len({one.date() for one in days}) > 1
        if not is_other_source and not is_other_day:
            return str(row["key"])
    return ""


def said(count: int, repeated: int) -> str:
    """Of so many articles so many were here: one sentence, or nothing."""
    if not repeated:
        return ""
    if repeated < count:
        verb = "was" if repeated == 1 else "were"
        return f"{repeated:,} of {plural(count, 'article')} {verb} here already."
    return "This article is here already." if count == 1 else "These articles are here already."
