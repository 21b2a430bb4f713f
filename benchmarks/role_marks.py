"""Roles that we marked in sets of real news which do not mark them.

    python -m benchmarks.role_marks        counts what is marked, and says where two readers differ

`benchmarks/role_marks/<set>.jsonl` holds no text, only where a name stands in a text of the set and
its role; one line an article:

    {"id": "284", "text": "1f0c…", "marks": [[30, 35, "event"], …], "ignore": [[7, 11], …],
     "about": [[30, 35]]}

`about` is a mention of the place that the story is about, where there is one and it was asked.
`text` is the CRC-32 of the article, so that marks never fall on other words. The articles of
`exports` are real ones that journalists exported (`benchmarks.exports`). The names of lgl,
geovirus and geowebnews are those that the set marks; of the others every toponym and demonym is
marked. Each article was read by one reader, a language model that was given `CONVENTIONS.md` there
and the names in their text, not what Dateline makes of them; `<set>.second.jsonl` has the articles
that another such reader marked as well, without sight of the first's marks. How far they agree
tells how clear the conventions are, not that both are right.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.development import records
from benchmarks.exports import LISTED, checksum
from dateline.findings import ROLES

__all__ = ["ROLE_SETS", "WHOLE", "RoleMark", "RoleMarks", "main", "role_marks"]

FOLDER: Final = Path(__file__).with_name("role_marks")
WHOLE: Final = ("syria_press", "event_location", "polnear", "timebank", "exports", "relocar")
"""Sets in which we marked every toponym, not its role alone."""
ROLE_SETS: Final = (*WHOLE, "lgl", "geovirus", "geowebnews")


class RoleMark(NamedTuple):
    """One name: half-open code points and its role."""

    start: int
    end: int
    role: str


class RoleMarks(NamedTuple):
    """One article's names in text order, the spans that count neither way, what it is about."""

    marks: tuple[RoleMark, ...]
    ignored: tuple[tuple[int, int], ...]
    about: tuple[tuple[int, int], ...]


@cache
def role_marks(name: str) -> dict[str, RoleMarks]:
    """The marked articles of one set, by `id`.

    Args:
        name: One of `ROLE_SETS`, or with `.second` behind it.

    Raises:
        ValueError: A line does not fit the article it is of.
    """
    texts = {record["id"]: record["text"] for record in records(name.removesuffix(".second"))}
    return dict(_read(FOLDER / f"{name}.jsonl", texts))


def _read(path: Path, texts: dict[str, str]) -> Iterator[tuple[str, RoleMarks]]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if (text := texts.get(row["id"])) is None and path == LISTED:
            continue  # read otherwise today than when it was marked
        if text is None or checksum(text) != row["text"]:
            raise ValueError(f"{path.name}: article {row['id']} has changed since it was marked")
        marks = tuple(RoleMark(*mark) for mark in row["marks"])
        if strange := {mark.role for mark in marks} - set(ROLES):
            raise ValueError(f"{path.name}: article {row['id']} has roles {sorted(strange)}")
        yield row["id"], RoleMarks(marks, _spans(row["ignore"]), _spans(row["about"]))


def _spans(pairs: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in pairs)


def _agreement(name: str) -> str:
    first, second = role_marks(name), role_marks(f"{name}.second")
    pairs = [
        (by_place[mark.start, mark.end], mark.role)
        for key, other in second.items()
        for by_place in ({(m.start, m.end): m.role for m in first[key].marks},)
        for mark in other.marks
        if (mark.start, mark.end) in by_place
    ]
    same = sum(one == other for one, other in pairs)
    differing = Counter(tuple(sorted(pair)) for pair in pairs if pair[0] != pair[1])
    shown = ", ".join(f"{a}/{b} {number}" for (a, b), number in differing.most_common(6))
    share = same / len(pairs)
    return f"  {len(second)} read twice: {len(pairs)} names, same role {share:.3f}; {shown}"


def _lines(name: str) -> int:
    return len((FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines())


def main() -> None:
    """Print how much is marked of each set, by role, and how far two readers agree."""
    for name in ROLE_SETS:
        marked = role_marks(name)
        if lost := _lines(name) - len(marked):
            print(f"{name}: {lost} articles are read otherwise since they were marked: left out")
        count = Counter(mark.role for own in marked.values() for mark in own.marks)
        roles = ", ".join(f"{role} {count[role]}" for role in ROLES)
        print(f"{name}: {len(marked)} articles, {sum(count.values())} names: {roles}")
        if (FOLDER / f"{name}.second.jsonl").exists():
            print(_agreement(name))


if __name__ == "__main__":
    main()
