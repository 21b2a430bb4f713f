"""What a visitor put right in his own articles, as it holds for them among others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.corrections.correction import Correction, same_surface

__all__ = ["of_articles"]


def of_articles(
    corrections: Sequence[Correction], surfaces: Mapping[str, Iterable[str]]
) -> tuple[Correction, ...]:
    """The same corrections where other articles stand beside these.

    One of every mention of a surface becomes one for each article that has the surface, since
    nobody asked about the articles of others. These come first, so that one that was made for an
    article still wins over one that was made for all.

    Args:
        corrections: The oldest first.
        surfaces: The words of each mention, by the key of the article.

    Returns:
        Corrections of a mention or an article; those of articles that are not in `surfaces` are
        left out.
    """
    present = {key: {*map(same_surface, each)} for key, each in surfaces.items()}
    everywhere = [
        replace(one, scope="article", key=key)
        for one in corrections
        if one.scope == "surface"
        for key, each in present.items()
        if same_surface(one.surface) in each
    ]
    closer = [one for one in corrections if one.scope != "surface" and one.key in present]
    return (*everywhere, *closer)
