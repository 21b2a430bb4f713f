"""Two places that a text joins by a mark: the ends of a road, a front named twice, a choice.

*The Fada N'Gourma - Pama axis*, *the Rosslare–Fishguard sailing*, *Vuhledar/Mykilske: shelling*,
*Sinjar / Sinuni, Ninewa*. Where one of them is sure to be a place, so is the other if the gazetteer
knows its name; and whether it does or not in the *Salamiyah and/or Tell al-Tout* of a charge.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from dateline.geoparsing.recognition.words import Words
from dateline.geoparsing.toponym_words import word_set

__all__ = ["paired_places"]

_DASHES: Final = frozenset({"-", "‑", "–", "—"})
_WAYS: Final = word_set(
    "road roads highway route railway motorway track line corridor axis ferry ferries sailing "
    "sailings crossing flight flights train trains bus buses"
)
_BUILT: Final = word_set("road highway railway motorway")
"""Of these, in small letters after two names, both are sure."""
_CHOICES: Final = ((1, ["and/or"]), (3, ["and", "/", "or"]))
_SET_OFF: Final = frozenset({",", ":", ";"})
_LIKELY: Final = 0.8
_SHORTEST: Final = 3  # letters


def paired_places(
    words: Words,
    likely: Mapping[tuple[int, int], float],
    known: frozenset[tuple[int, int]],
    are_neighbours: Callable[[str, str], bool],
) -> frozenset[tuple[int, int]]:
    """Spans of tokens that such a mark joins to a sure place.

    Args:
        words: The tokens of an article.
        likely: Probability of each candidate, by its first token and that after its last.
        known: Those of them whose very name the gazetteer knows.
        are_neighbours: Whether places of two names lie close together, so that both of such a pair
            are meant even where neither is sure.
    """
    ends = {first: (first, last) for first, last in sorted(known)}  # the longest from a token
    begins = {last: (first, last) for first, last in sorted(known, reverse=True)}
    found = {chosen for chosen in likely if _is_chosen(words, *chosen, begins, likely)}
    for mark, text in enumerate(words.text):
        if (text == "/" or text in _DASHES) and mark in begins and mark + 1 in ends:
            left, right = begins[mark], ends[mark + 1]
            if text == "/":
                chain = [left, right] if _is_a_slash(words, left, right) else []
                if chain and are_neighbours(_name(words, *left), _name(words, *right)):
                    found.update(chain)
            else:
                chain = _way(words, mark, begins, ends)
            road = chain[-1][1] if chain and text != "/" else len(words)
            told = road < len(words) and words.text[road] in _BUILT
            if told or any(likely[name] >= _LIKELY for name in chain):
                found.update(chain)
    return frozenset(name for name in found if _is_a_name(words, *name))


def _name(words: Words, first: int, last: int) -> str:
    return words.article[words.start[first] : words.end[last - 1]]


def _is_a_name(words: Words, first: int, last: int) -> bool:
    return len(_name(words, first, last)) >= _SHORTEST and not words.text[first].isupper()


def _way(
    words: Words,
    mark: int,
    begins: Mapping[int, tuple[int, int]],
    ends: Mapping[int, tuple[int, int]],
) -> list[tuple[int, int]]:
    """The names that dashes join about one of them, where a word before or after says way."""
    names = [begins[mark], ends[mark + 1]]
    while (first := names[0][0]) and words.text[first - 1] in _DASHES and first - 1 in begins:
        names.insert(0, begins[first - 1])
    while (last := names[-1][1]) + 1 in ends and words.text[last] in _DASHES:
        names.append(ends[last + 1])
    before = words.lower[first - 1] if first else ""
    after = words.lower[last] if last < len(words) else ""
    return names if before in _WAYS or after in _WAYS else []


def _is_a_slash(words: Words, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether but a slash stands between two names of a word, and no third follows.

    Spaces beside it set agency and photographer apart: "Photo: Meridian / Pama on Monday"; after
    two places a sign follows then.
    """
    after = words.text[right[1]] if right[1] < len(words) else ""
    close = words.end[left[1] - 1] == words.start[left[1]]
    close &= words.end[left[1]] == words.start[right[0]]
    return (
        words.text[left[1]] == "/"
        and (close or after in _SET_OFF)
        and words.line[left[0]] == words.line[right[0]]
        and not (after[:1].isupper() or after == "/")
    )


def _is_chosen(
    words: Words,
    first: int,
    last: int,
    begins: Mapping[int, tuple[int, int]],
    likely: Mapping[tuple[int, int], float],
) -> bool:
    """Whether *and/or* joins a name to one that is sure."""
    mark = next((n for n, signs in _CHOICES if words.lower[max(0, first - n) : first] == signs), 0)
    return (
        bool(mark)
        and words.text[last - 1] != "."
        and likely.get(begins.get(first - mark, (0, 0)), 0.0) >= _LIKELY
    )
