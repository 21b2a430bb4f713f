"""Hold the roles found in real news against our own reading of it (`benchmarks.role_marks`).

    python -m benchmarks.roles_in_news              figures go to benchmarks/roles_in_news.txt

Takes what the last run of `benchmarks.geoparsing` found, each document by models that had not seen
it. A mention counts where it overlaps a marked name; what is marked and not found counts against
recall, what is found and not marked against precision, where the set's names were marked whole.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks.development import OUT
from benchmarks.role_marks import ROLE_SETS, WHOLE, RoleMarks, role_marks
from dateline.findings import ROLES

__all__ = ["main"]

FIGURES: Final = Path(__file__).with_suffix(".txt")
_MODEL: Final = "en_core_web_md"


class _Pair(NamedTuple):
    """The role marked and the role found; None where one of them has no such name."""

    marked: str | None
    found: str | None


def _pairs(read: RoleMarks, mentions: list[dict[str, Any]], *, whole: bool) -> list[_Pair]:
    pairs, taken = [], set()
    for mark in read.marks:
        at = next(
            (
                number
                for number, one in enumerate(mentions)
                if number not in taken and one["start"] < mark.end and mark.start < one["end"]
            ),
            None,
        )
        if at is not None:
            taken.add(at)
        pairs.append(_Pair(mark.role, None if at is None else mentions[at]["role"]))
    for number, one in enumerate(mentions):
        ignored = any(one["start"] < end and start < one["end"] for start, end in read.ignored)
        if whole and number not in taken and not ignored:
            pairs.append(_Pair(None, one["role"]))
    return pairs


def _told(name: str, folder: Path) -> list[str]:
    with (folder / f"{name}.jsonl").open(encoding="utf-8") as file:
        found = {row["id"]: row["mentions"] for row in map(json.loads, file)}
    count = Counter(
        pair
        for key, read in role_marks(name).items()
        for pair in _pairs(read, found[key], whole=name in WHOLE)
    )
    marked = sum(number for pair, number in count.items() if pair.marked)
    given = sum(number for pair, number in count.items() if pair.found)
    both = sum(number for pair, number in count.items() if pair.marked and pair.found)
    right = sum(number for pair, number in count.items() if pair.marked == pair.found)
    lines = [
        f"{name}: {len(role_marks(name))} articles, {marked} names; found {both / marked:.3f}, "
        f"of these the right role {right / both:.3f}; "
        f"every mention with its role: P/R {right / given:.3f} {right / marked:.3f}"
    ]
    for role in ROLES:
        gold = sum(number for pair, number in count.items() if pair.marked == role)
        own = sum(number for pair, number in count.items() if pair.found == role)
        if gold:
            hit = count[_Pair(role, role)]
            share = f"P/R {hit / own:.3f} {hit / gold:.3f}" if own else "never found"
            lines.append(f"  {role:10s} {gold:5d} marked  {share}")
    return lines


def main() -> None:
    lines = [line for name in ROLE_SETS for line in _told(name, OUT / _MODEL)]
    text = "\n".join(lines) + "\n"
    FIGURES.write_text(text, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
