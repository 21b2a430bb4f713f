"""Which corrections decide one mention, for whoever asks why it is what it is."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.corrections.correction import SCOPES, Correction, same_surface

__all__ = ["deciding"]


def deciding(
    corrections: Sequence[Correction], *, key: str, start: int, end: int, surface: str
) -> tuple[Correction, ...]:
    """What decides the place of a mention, and what its role.

    Args:
        corrections: Those in force, the oldest first; as for a whole corpus, a later one wins over
            an earlier, and a closer one over both.
        key: Content hash of its article.
        start, end: Half-open code points.
        surface: The words of the text.

    Returns:
        None, one, or two; the one of the place comes first.
    """
    span, words = (start, end), same_surface(surface)
    fitting = [
        one
        for one in corrections
        if (one.key in ("", key))
        and (
            (one.start, one.end) == span
            if one.scope == "mention"
            else same_surface(one.surface) == words
        )
    ]
    farthest_first = sorted(fitting, key=lambda one: -SCOPES.index(one.scope))
    places = [one for one in farthest_first if one.place]
    roles = [one for one in farthest_first if one.role]
    return tuple(dict.fromkeys((*places[-1:], *roles[-1:])))
