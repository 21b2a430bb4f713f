"""Every file of a folder of real exports: what is read of it, and what is said.

    python -m benchmarks.formats FOLDER          # writes benchmarks/formats.txt

The folder holds one folder a kind, and a README.md whose tables name each file with the number of
articles, items or rows that a plain count gives. One row a file: format as recognised, that number,
articles, rows set aside, and what is noted; of the articles themselves nothing is shown. The number
that is set aside counts what is no article too, such as people and tables, and exact repeats.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from dateline.errors import ReadingError
from dateline.reading import read
from dateline.reading.files import File
from dateline.reading.formats import format_of

OUTPUT: Final = Path(__file__).with_suffix(".txt")

_ROW: Final = re.compile(r"^\| `(?P<file>[^`]+)` \| *(?P<count>[\d,]*) *\|", re.MULTILINE)
_QUOTED: Final = re.compile(r"'[^']*'|“[^”]*”|\d[\d./:-]{5,}")
_SENTENCE: Final = re.compile(r"[^/]* [^/.]*")
_WIDTH: Final = 46


class _Read(NamedTuple):
    file: str
    format: str
    counted: str
    articles: int
    aside: Counter[str]
    notes: tuple[str, ...]


def _files(folder: Path) -> Iterator[Path]:
    """The files of the folders in a folder, and those folders of texts that are one collection."""
    for kind in sorted(path for path in folder.iterdir() if path.is_dir()):
        found = sorted(path for path in kind.rglob("*") if path.is_file())
        if len({path.suffix for path in found}) == 1 and found[0].suffix == ".txt":
            yield kind
        else:
            yield from found


def _format(path: Path) -> str:
    if path.is_dir():
        return "folder of texts"
    try:
        return format_of(File(path.name, path.stat().st_size, path)).name
    except ReadingError:
        return "none by itself"


def _read(path: Path, folder: Path, counts: dict[str, str]) -> _Read:
    name = path.relative_to(folder).as_posix()
    try:
        reading = read([path])
    except ReadingError as error:
        aside = Counter([_general(str(error).rpartition(": ")[2])])
        return _Read(name, _format(path), counts.get(name, ""), 0, aside, ())
    aside = Counter(map(_general, reading.set_aside["reason"]))
    said = (_general(note.partition(": ")[2]) for note in reading.notes)
    notes = tuple(note for note in said if not note.startswith(("Of its columns", "An export of")))
    return _Read(name, _format(path), counts.get(name, ""), len(reading.articles), aside, notes)


def _general(text: str) -> str:
    """A note without what it quotes of the articles."""
    return re.sub(r"the same article as .*", "the same article", _QUOTED.sub("…", text))


def _table(rows: list[_Read]) -> Iterator[str]:
    yield f"{'file':{_WIDTH}} {'format':18} {'count':>6} {'articles':>8} {'aside':>6}"
    for row in rows:
        file = _SENTENCE.sub("…", row.file)  # some are named by their headlines
        aside = sum(row.aside.values())
        yield f"{file:{_WIDTH}} {row.format:18} {row.counted:>6} {row.articles:>8} {aside:>6}"
        for reason, number in row.aside.most_common(4):
            yield f"    {number} set aside: {reason[:160]}"
        for note in row.notes:
            yield f"    {note[:160]}"


def main() -> None:
    """Read the folder named and write what came of it."""
    if len(sys.argv) != 2:
        raise SystemExit("python -m benchmarks.formats FOLDER")
    folder = Path(sys.argv[1])
    listed = (folder / "README.md").read_text(encoding="utf-8")
    counts = {match["file"]: match["count"] for match in _ROW.finditer(listed)}
    rows = [_read(path, folder, counts) for path in _files(folder)]
    whole = [row for row in rows if row.articles]
    lines = [
        f"{len(rows)} files or folders of texts; {len(whole)} hold articles: "
        f"{sum(row.articles for row in rows):,} were read, "
        f"{sum(sum(row.aside.values()) for row in rows):,} rows set aside.",
        "",
        *_table(rows),
    ]
    OUTPUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
