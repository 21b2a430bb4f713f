"""Saved views come back as they were, and say what is other than it was."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import views
from dateline.errors import ChoiceError, CorpusError
from dateline.view_differences import differences
from dateline.views import View
from tests.corpora import ARTICLES, article, corpus_of, small_corpus

OTHER = "0" * 64
NOW = "2026-11-24T12:00:00+00:00"


def view(name: str = "", **address: list[str]) -> View:
    return views.made(small_corpus(), address or {"q": ["snow"]}, shown=3, created=NOW, name=name)


def test_a_view_that_is_saved_is_found_by_its_id(tmp_path: Path) -> None:
    saved = views.save(tmp_path, view("Snow", q=["снег"], source=["!Levant Desk", "Річка"]))
    assert views.find(tmp_path, saved.id) == saved
    assert saved.address == {"q": ["снег"], "source": ["!Levant Desk", "Річка"]}
    assert views.find(tmp_path, "0000000000") is None


def test_the_same_view_of_the_same_data_is_one(tmp_path: Path) -> None:
    first = views.save(tmp_path, view())
    second = views.save(tmp_path, view("Snow"))
    third = views.save(tmp_path, view())
    assert first.id == second.id == third.id
    assert third.name == "Snow"
    assert view(q=["rain"]).id != first.id
    other = corpus_of(article(*ARTICLES[0]))
    assert views.made(other, {"q": ["snow"]}, shown=0, created=NOW).id != first.id


def test_only_those_with_a_name_are_listed_the_newest_first(tmp_path: Path) -> None:
    views.save(tmp_path, replace(view("Old", q=["a"]), created="2026-01-01T00:00:00+00:00"))
    views.save(tmp_path, view("New", q=["b"]))
    views.save(tmp_path, view(q=["c"]))
    assert [one.name for one in views.named(tmp_path)] == ["New", "Old"]


def test_a_view_can_be_renamed_and_removed(tmp_path: Path) -> None:
    saved = views.save(tmp_path, view("Snow"))
    views.rename(tmp_path, saved.id, " First  snow ")
    assert [one.name for one in views.named(tmp_path)] == ["First snow"]
    views.remove(tmp_path, saved.id)
    views.remove(tmp_path, saved.id)
    assert views.named(tmp_path) == ()
    with pytest.raises(CorpusError, match="no view"):
        views.rename(tmp_path, saved.id, "x")


@pytest.mark.parametrize("name", ["x" * 101, "a\x00b", "a\u202eb"])
def test_a_name_that_is_too_long_or_hides_something_is_refused(name: str) -> None:
    with pytest.raises(ChoiceError):
        view(name)


def test_an_address_without_end_is_refused() -> None:
    with pytest.raises(ChoiceError, match="characters"):
        view(q=["x" * 30_000])


def test_two_who_save_at_once_both_keep_theirs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "_PATIENCE", 60.0)  # for twenty-four on a disk that may be slow
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda i: views.save(tmp_path, view(f"V{i}", q=[str(i)])), range(24)))
    assert len(views.named(tmp_path)) == 24


def test_a_folder_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "_MOST", 1)
    views.save(tmp_path, view(q=["a"]))
    views.save(tmp_path, view("again", q=["a"]))
    with pytest.raises(CorpusError, match="at most 1"):
        views.save(tmp_path, view(q=["b"]))


@given(st.dictionaries(st.text(max_size=8), st.lists(st.text(max_size=12), max_size=3), max_size=4))
def test_any_address_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, address: dict[str, list[str]]
) -> None:
    folder = tmp_path_factory.mktemp("views")
    saved = views.save(folder, view(q=["x"]))
    kept = views.save(folder, views.made(small_corpus(), address, shown=0, created=NOW))
    assert views.find(folder, kept.id) == kept
    assert kept.address == address
    assert views.find(folder, saved.id) is not None


@pytest.mark.parametrize(
    "content",
    ["{", "[]", '{"format": 2, "views": []}', '{"format": 1, "views": [{"id": "a"}]}',
     '{"format": 1, "views": [{"id": "a", "name": "", "address": []}]}'],
)  # fmt: skip
def test_a_file_that_is_none_is_said_and_not_overwritten(tmp_path: Path, content: str) -> None:
    (tmp_path / views.FILE).write_text(content)
    for call in (lambda: views.named(tmp_path), lambda: views.save(tmp_path, view())):
        with pytest.raises(CorpusError, match="cannot be read"):
            call()
    assert (tmp_path / views.FILE).read_text() == content


def test_on_the_same_data_nothing_differs() -> None:
    assert differences(view(), small_corpus()) == ()


def test_on_other_data_what_differs_is_said() -> None:
    before = replace(
        view(),
        fingerprint=OTHER,
        articles=9,
        corrections=2,
        versions={"dateline": "0.0", "gazetteer": "abc"},
    )
    said = " ".join(differences(before, small_corpus()))
    assert "then held 9, now 11 articles" in said
    assert "2 corrections were in force then, now 0" in said
    assert "The gazetteer was abc then, unknown now" in said
    assert "Dateline was 0.0 then, test now" in said


def test_a_view_that_names_the_engine_of_an_earlier_version_is_found_and_compared(
    tmp_path: Path,
) -> None:
    versions = {"geoparser": "t1+r1", "engine": "accurate"}
    views.save(tmp_path, replace(view("Snow"), fingerprint=OTHER, versions=versions))
    [saved] = views.named(tmp_path)
    assert saved.versions == versions
    assert differences(saved, small_corpus()) == (
        "Dateline was unknown then, test now.",
        "The trained files was t1+r1 then, unknown now.",
    )


def test_data_of_the_same_size_that_are_others_are_told_apart() -> None:
    said = differences(replace(view(), fingerprint=OTHER), small_corpus())
    assert len(said) == 1 and "are others than they were" in said[0]


def test_articles_that_came_into_a_view_or_left_it_are_named() -> None:
    corpus = small_corpus()
    keys = corpus.column("articles", "key").tolist()
    titles = corpus.listing(range(len(keys)))["title"].tolist()
    gone = "f" * 64
    before = views.made(corpus, {}, shown=3, created=NOW, keys=[keys[0], keys[1], gone])
    said = differences(replace(before, fingerprint=OTHER), corpus, [keys[0], *keys[2:8]])
    assert said[:4] == (
        "It showed 3 articles then, 7 now.",
        f"New in it: “{titles[2]}”, “{titles[3]}”, “{titles[4]}” and 3 more.",
        f"No longer in it, though in the corpus: “{titles[1]}”.",
        "1 article of it left the corpus.",
    )


def test_of_many_articles_only_the_number_is_kept_and_compared() -> None:
    corpus = small_corpus()
    many = [f"{number:064x}" for number in range(201)]
    before = views.made(corpus, {}, shown=201, created=NOW, keys=many)
    assert before.keys == ()
    keys = corpus.column("articles", "key").tolist()
    said = differences(replace(before, fingerprint=OTHER), corpus, keys)
    assert said == ("It showed 201 articles then, 11 now.",)


def test_a_file_from_before_articles_were_kept_is_read(tmp_path: Path) -> None:
    saved = views.save(tmp_path, view("Snow"))
    found = json.loads((tmp_path / views.FILE).read_text())
    del found["views"][0]["keys"]
    (tmp_path / views.FILE).write_text(json.dumps(found))
    assert views.find(tmp_path, saved.id) == saved


def test_the_file_is_json_that_can_be_read_by_eye(tmp_path: Path) -> None:
    views.save(tmp_path, view("Snow"))
    found = json.loads((tmp_path / views.FILE).read_text())
    assert found["views"][0]["name"] == "Snow"
