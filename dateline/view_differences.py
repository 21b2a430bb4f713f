"""What is other than when a view was saved, as far as that can be known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.corpus import Corpus
from dateline.plural import plural
from dateline.views import KEY_DIGITS, VERSIONS, View

__all__ = ["differences"]

_NAMED: Final = 3
"""Articles that are named; of more the number is said."""


def differences(view: View, corpus: Corpus, keys: Sequence[str] | None = None) -> tuple[str, ...]:
    """What is other than when a view was saved, in sentences; none where the data are the same.

    Args:
        view: The view.
        corpus: What it is opened on, without a visitor's own articles.
        keys: Of the articles of this corpus that it shows now; None where nobody counted.

    Returns:
        What can be said of the articles comes first. An article that is gone has no name any more.
    """
    if view.fingerprint == corpus.fingerprint:
        return ()
    said = [] if keys is None else _articles(view, corpus, keys)
    if len(corpus.articles) != view.articles:
        now = plural(len(corpus.articles), "article")
        said.append(f"The corpus then held {view.articles:,}, now {now}.")
    corrections = len(corpus.corrections)
    if corrections != view.corrections:
        was = "correction was" if view.corrections == 1 else "corrections were"
        said.append(f"{view.corrections:,} {was} in force then, now {corrections:,}.")
    for key, called in VERSIONS.items():
        then, is_now = view.versions.get(key, ""), corpus.provenance.get(key, "")
        if then != is_now:
            said.append(
                f"{called[0].upper()}{called[1:]} was {_short(then)} then, {_short(is_now)} now."
            )
    return tuple(said) or ("Some articles, or what was found in them, are others than they were.",)


def _articles(view: View, corpus: Corpus, keys: Sequence[str]) -> list[str]:
    """How many articles it shows, and which are new in it or have left it."""
    said = []
    if len(keys) != view.shown:
        said.append(f"It showed {plural(view.shown, 'article')} then, {len(keys):,} now.")
    if len(view.keys) != view.shown:  # too many to be kept, or saved before they were
        return said
    then, now = set(view.keys), {key[:KEY_DIGITS] for key in keys}
    come = [key for key in keys if key[:KEY_DIGITS] not in then]
    if come:
        said.append(f"New in it: {_named(corpus, come)}.")
    left = then - now
    if left:
        present = [key for key in corpus.column("articles", "key") if key[:KEY_DIGITS] in left]
        if present:
            said.append(f"No longer in it, though in the corpus: {_named(corpus, present)}.")
        gone = len(left) - len(present)
        if gone > 0:
            said.append(f"{plural(gone, 'article')} of it left the corpus.")
    return said


def _named(corpus: Corpus, keys: Sequence[str]) -> str:
    numbers = [corpus.article_id(key) for key in keys[:_NAMED]]
    titles = corpus.listing([n for n in numbers if n is not None], further=False)["title"]
    named = ", ".join(f"“{title}”" if title else "one without a title" for title in titles)
    more = len(keys) - _NAMED
    return f"{named} and {more:,} more" if more > 0 else named


def _short(version: str) -> str:
    return version[:24] or "unknown"
