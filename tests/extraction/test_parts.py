"""What was found is kept under the keys of its articles and the versions of what found it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.assembly import article_key
from dateline.errors import DatelineError
from dateline.extraction.extractor import Failure
from dateline.extraction.parts import Parts
from dateline.extraction.storage import storage_at
from tests.corpora import ARTICLES, article

PAIRS = [article(*row) for row in ARTICLES]
READ = [found for _, found in PAIRS]
KEYS = [article_key(read) for read, _ in PAIRS]


@pytest.fixture(params=["{0}", "file://{0}", "memory:/{0}"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A folder, the same by its address, and one in storage that has no real folders."""
    where = str(request.param).format(tmp_path)
    yield where
    storage_at(where).clear()


def kept(parts: Parts) -> dict[str, object]:
    where = parts.kept()
    found: dict[str, object] = {}
    for name in set(where.values()):
        found.update((key, got) for key, got in parts.results(name) if where[key] == name)
    return found


def test_what_was_found_is_there_again(place: str) -> None:
    parts = Parts.of(place, {"model": "1"})
    parts.write([read for read, _ in PAIRS[:5]], READ[:5])
    parts.write([read for read, _ in PAIRS[5:]], [*READ[5:-1], Failure("no luck")])
    again = Parts.of(place, {"model": "1"})
    assert kept(again) == dict(zip(KEYS, [*READ[:-1], Failure("no luck")], strict=True))


def test_what_other_versions_found_is_not_ours(place: str) -> None:
    Parts.of(place, {"model": "1"}).write([PAIRS[0][0]], [READ[0]])
    assert not Parts.of(place, {"model": "2"}).kept()


def test_an_article_in_two_parts_is_there_once(place: str) -> None:
    parts = Parts.of(place, {})
    parts.write([PAIRS[0][0], PAIRS[1][0]], READ[:2])
    parts.write([PAIRS[1][0], PAIRS[2][0]], READ[1:3])
    parts.write([PAIRS[1][0], PAIRS[2][0]], READ[1:3])
    assert kept(parts) == dict(zip(KEYS[:3], READ[:3], strict=True))


def test_a_part_being_written_or_cut_short_is_no_part(tmp_path: Path) -> None:
    parts = Parts.of(str(tmp_path), {})
    parts.write([PAIRS[0][0]], [READ[0]])
    (part,) = tmp_path.rglob("*.parquet")
    content = part.read_bytes()
    part.with_name("x.parquet.1.incoming").write_bytes(content)
    part.with_name("y.parquet").write_bytes(content[: len(content) // 2])
    part.with_name("z.parquet").write_bytes(b"")
    assert list(parts.kept().values()) == [part.name]


def test_a_part_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="cannot be read any more"):
        list(Parts.of(str(tmp_path), {}).results("gone.parquet"))


def test_a_storage_that_is_cleared_is_empty(place: str) -> None:
    storage = storage_at(place)
    storage.write("a", b"1")
    storage.write("a", b"2")
    assert (list(storage.names()), storage.read("a")) == (["a"], b"2")
    storage.clear()
    assert list(storage.names()) == []


def test_an_address_of_an_unknown_kind_is_said() -> None:
    with pytest.raises(DatelineError, match="no way to write to nowhere://a"):
        storage_at("nowhere://a")
