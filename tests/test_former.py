"""What is in a corpus is read again only where something else would read it now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pandas as pd
import pytest

from dateline import store
from dateline.errors import CorpusError
from dateline.extraction.parts import Parts
from dateline.extraction.pipeline import KeptExtraction
from dateline.extraction.resumable import Kept
from dateline.findings import Article, Findings
from dateline.former import Former
from dateline.reading.gdelt import CODED_BY
from tests.corpora import ARTICLES, article, tables_of

VERSIONS = {"language_model": "md 1", "gazetteer": "g1", "geoparser": "t1", "extraction": "c1"}
NEW = Article("Rain fell on Suva.", "New")

Read = Callable[[Sequence[Article]], KeptExtraction]


def one(marked: str, **further: str) -> tuple[Article, Findings]:
    return article("2016-12-05", "Levant Desk", "", "", marked, **further)


def former(folder: Path, *found: tuple[Article, Findings], **further: str) -> Former:
    """A corpus of these articles, or else of the invented ones, as it is found again."""
    store.write(
        folder,
        tables_of(found or [article(*row) for row in ARTICLES]),
        name="Invented",
        provenance={"dateline": "0", **VERSIONS, **further, "notes": "a.csv: read.\nb.csv: read."},
        set_aside=pd.DataFrame(columns=list(store.SET_ASIDE)),
    )
    return Former.open(folder)


def reader(seen: list[list[Article]], versions: Mapping[str, str]) -> Read:
    """Finds nothing in any article, and says what it was asked to read."""

    def read(articles: Sequence[Article]) -> KeptExtraction:
        seen.append(list(articles))
        kept = Kept(Parts.of("nowhere", versions), dict(versions), 0)
        return KeptExtraction((), pd.DataFrame(columns=list(store.SET_ASIDE)), kept)

    return read


def test_what_the_same_readers_found_is_taken_as_it_is(tmp_path: Path) -> None:
    before, seen = former(tmp_path), list[list[Article]]()
    found, said = before.with_new([NEW], reader(seen, VERSIONS))
    assert seen == [[NEW]]
    assert found.blocks == (before.tables,)
    assert said == ()


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ({"gazetteer": "g2"}, "The gazetteer changed since"),
        ({"extraction": "c2"}, "The program changed since"),
        (
            {"language_model": "sm 1", "geoparser": "t2"},
            "The language model and the trained files changed since",
        ),
    ],
)
def test_where_a_reader_is_another_one_all_is_read_again_and_it_is_said(
    tmp_path: Path, others: dict[str, str], words: str
) -> None:
    before, seen = former(tmp_path), list[list[Article]]()
    found, said = before.with_new([NEW], reader(seen, VERSIONS | others))
    assert seen[-1] == [*before.articles(), NEW]
    assert [each.findings for each in seen[-1]] == [None] * (len(ARTICLES) + 1)
    assert found.blocks == ()
    assert said == (f"{words}, so all {len(ARTICLES)} were read again.",)


def test_what_an_engine_of_an_earlier_version_read_is_read_again_and_the_engine_forgotten(
    tmp_path: Path,
) -> None:
    before, seen = former(tmp_path, engine="accurate"), list[list[Article]]()
    _, said = before.with_new([NEW], reader(seen, VERSIONS))
    assert seen[-1] == [*before.articles(), NEW]
    assert said == (f"The engine changed since, so all {len(ARTICLES)} were read again.",)
    assert "engine" not in before.without_readers


def test_one_article_is_not_all_of_them(tmp_path: Path) -> None:
    _, said = former(tmp_path, one("In [Suva|event|suva].")).with_new([], reader([], {}))
    assert said[0].endswith("changed since, so its article was read again.")


def test_what_was_coded_elsewhere_is_not_read_again_but_handed_on_as_it_was(tmp_path: Path) -> None:
    coded = one("A page on [Suva|event|suva].", **{CODED_BY: "GDELT"})
    first, second = former(tmp_path, coded, one("In [Suva|event|suva].")).articles()
    assert first.findings is not None and second.findings is None
    assert [mention.surface for mention in first.findings.mentions] == ["Suva"]


def test_of_what_was_said_before_only_what_the_readers_were_is_told_anew(tmp_path: Path) -> None:
    before = former(tmp_path)
    assert before.without_readers == {"dateline": "0", "notes": "a.csv: read.\nb.csv: read."}
    assert before.notes == ["a.csv: read.", "b.csv: read."]
    assert before.keys == before.tables["articles"]["key"].tolist()


def test_a_folder_without_a_corpus_is_said(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="make one with `dateline build`"):
        Former.open(tmp_path)
