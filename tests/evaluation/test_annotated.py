"""Annotated files: written by hand, so every slip is said with its article and mention."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.evaluation import AnnotatedPlace, read_annotated

TEXT = "Buses left Aleppo.\n\nIn Тартус the drivers of Aleppo rested."
ALEPPO = {"name": "Aleppo", "latitude": 36.2, "longitude": 37.16, "precision": "city"}


def written(folder: Path, *records: Any, name: str = "gold.jsonl") -> Path:
    path = folder / name
    if name.endswith(".json"):
        path.write_text(json.dumps(list(records)), encoding="utf-8")
    else:
        path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["gold.jsonl", "gold.json"])
def test_both_forms_of_the_file_give_the_same(tmp_path: Path, name: str) -> None:
    record = {"id": "a", "text": TEXT, "mentions": [{"start": 11, "end": 17, "place": ALEPPO}]}
    (article,) = read_annotated(written(tmp_path, record, name=name))
    assert article.article.identifier == "a"
    assert article.mentions[0].place == AnnotatedPlace("Aleppo", 36.2, 37.16, "", "city")


def test_mentions_without_a_start_are_found_in_the_order_of_the_text(tmp_path: Path) -> None:
    words = ["Aleppo", "Тартус", "Aleppo"]
    record = {"text": TEXT, "mentions": [{"text": word, "role": "event"} for word in words]}
    (article,) = read_annotated(written(tmp_path, record))
    spans = [(mention.start, mention.end) for mention in article.mentions]
    assert [TEXT[start:end] for start, end in spans] == words
    assert len(set(spans)) == 3


def test_a_place_may_be_written_flat_beside_the_span(tmp_path: Path) -> None:
    flat = {"start": 11, "end": 17, "role": "event", **ALEPPO}
    record = {"id": "7", "text": TEXT, "mentions": [flat], "focus": "Aleppo"}
    (article,) = read_annotated(written(tmp_path, record))
    assert article.mentions[0].place == article.focus
    assert article.focus is not None
    assert article.focus.gazetteer_id == ""  # `id` is the article's, not the place's


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"text": TEXT}, "no list of mentions"),
        ({"text": TEXT, "mentions": ["Aleppo"]}, "mention 1"),
        ({"text": TEXT, "mentions": [{"text": "Homs"}]}, "'Homs' does not occur"),
        ({"text": TEXT, "mentions": [{"start": 5, "end": 900}]}, "900"),
        ({"text": TEXT, "mentions": [{"start": 9, "end": 9}]}, "from 9 to 9"),
        ({"text": TEXT, "mentions": [{"start": 0, "end": 5, "text": "Aleppo"}]}, "'Buses' stands"),
        ({"text": TEXT, "mentions": [{"text": "Aleppo", "role": "target"}]}, "'target'"),
        ({"text": TEXT, "mentions": [{"text": "Aleppo", "place": "Aleppo"}]}, "'Aleppo'"),
        ({"text": TEXT, "mentions": [{"text": "Aleppo", "place": {"latitude": 91}}]}, "latitude"),
        ({"text": TEXT, "mentions": [{"text": "Aleppo", "place": ALEPPO | {"precision": "x"}}]},
         "precision 'x'"),
        ({"text": TEXT, "mentions": [{"start": 11, "end": 17}, {"start": 12, "end": 17}]},
         "overlap"),
        ({"text": TEXT, "mentions": [], "focus": "Aleppo"}, "focus 'Aleppo'"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_said_with_its_article(
    tmp_path: Path, record: dict[str, Any], said: str
) -> None:
    with pytest.raises(DatelineError) as error:
        read_annotated(written(tmp_path, {"id": "odd", **record}))
    assert said in str(error.value)
    assert "article odd" in str(error.value)


@given(value=st.recursive(
    st.none() | st.booleans() | st.integers(-5, 70) | st.floats() | st.sampled_from(["", "Aleppo"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["start", "end", "text", "role", "place", "latitude", "longitude", "lat"]),
        inner, max_size=5,
    ),
    max_leaves=12,
))  # fmt: skip
def test_whatever_stands_in_a_mention_is_read_or_refused_in_words(
    value: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = written(tmp_path_factory.mktemp("gold"), {"text": TEXT, "mentions": [value]})
    try:
        (article,) = read_annotated(path)
    except DatelineError:
        return
    assert all(0 <= m.start < m.end <= len(TEXT) for m in article.mentions)


def test_all_slips_of_a_file_are_said_at_once(tmp_path: Path) -> None:
    mentions: list[dict[str, Any]] = [
        {"text": "Aleppo", "role": "Event"},
        {"text": "Aleppo", "start": 2, "end": 8},
        {"text": "Aleppo"},
    ]
    records = [
        {"id": "one", "text": TEXT, "mentions": mentions, "ignore": [[0, 5]]},
        {"id": "two", "text": TEXT, "mentions": [], "published": "5 Dec 2016"},
        {"id": "right", "text": TEXT, "mentions": []},
    ]
    with pytest.raises(DatelineError) as error:
        read_annotated(written(tmp_path, *records))
    said = str(error.value).splitlines()
    assert said[0].startswith("4 slips in ")
    assert [line.split(":")[0].split(" has ")[0].split(" is ")[0].strip() for line in said[1:]] == [
        "article one, mention 1",
        "article one, mention 2",
        "article one, ignored span 1",
        "article two",
    ]


@pytest.mark.parametrize("country", ["SY", "sy", "", None])
def test_a_country_is_two_letters_or_none(tmp_path: Path, country: str | None) -> None:
    place = ALEPPO | {"country": country}
    record = {"text": TEXT, "mentions": [{"text": "Aleppo", "place": place}]}
    (article,) = read_annotated(written(tmp_path, record))
    assert article.mentions[0].place is not None
    assert article.mentions[0].place.country_code == ("SY" if country else "")


def test_a_name_in_place_of_a_countrys_code_is_no_silent_miss(tmp_path: Path) -> None:
    place = ALEPPO | {"country": "Syria", "precision": "country"}
    record = {"text": TEXT, "mentions": [{"text": "Aleppo", "place": place}]}
    with pytest.raises(DatelineError, match="country 'Syria'; expected two letters"):
        read_annotated(written(tmp_path, record))


def test_spaces_around_words_and_an_empty_start_do_not_move_a_span(tmp_path: Path) -> None:
    mention = {"text": " Aleppo\n", "start": None, "end": None}
    (article,) = read_annotated(written(tmp_path, {"text": TEXT, "mentions": [mention]}))
    assert TEXT[article.mentions[0].start : article.mentions[0].end] == "Aleppo"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"text": "x", "mentions": []}', "no array; expected an array of articles; put it in"),
        ('[{"text": 5, "mentions": []}]', "article 0: .*expected an object with a 'text'"),
        ('{"text": "x"}\n{"text": "y"}', "is no JSON: .*ends in .jsonl"),
    ],
)
def test_a_file_of_another_form_is_refused_with_what_it_is(
    tmp_path: Path, content: str, said: str
) -> None:
    path = tmp_path / "gold.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DatelineError, match=said):
        read_annotated(path)
