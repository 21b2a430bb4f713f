"""Files hold what the query leaves, and say what they are."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

from dateline import __version__
from dateline.corpus import Corpus
from dateline.credits import PLACE_NAMES
from dateline.errors import ChoiceError, CorpusError
from dateline.export import (
    PREAMBLE_LINES,
    articles_csv,
    articles_table,
    export,
    mentions_csv,
    mentions_table,
    places_csv,
    places_geojson,
)
from dateline.export.statement import statement
from dateline.joined import joined
from dateline.query import Query, Values, narrow
from tests.corpora import ARTICLES, article, corpus_of, own_corpus, small_corpus, tables_of
from tests.export.read_again import ALL, preamble, read
from tests.query import oracle
from tests.query.random_corpora import Tables, corpora, queries


@settings(max_examples=60)
@given(corpora(), queries())
def test_rows_and_counts_are_those_of_pandas(made: tuple[Tables, Corpus], query: Query) -> None:
    tables, corpus = made
    keep, passes = oracle.articles_and_mentions(tables, query)
    expected = (
        tables["mentions"][passes.to_numpy()]
        .merge(tables["articles"][["article_id", "key"]], on="article_id")
        .merge(tables["places"], on="place_id", how="left")
        .sort_values(["article_id", "start"], kind="stable")
    )
    selection = narrow(corpus, query)
    mentions = mentions_table(corpus, selection)
    assert mentions["article"].tolist() == expected["key"].tolist()
    assert mentions["surface"].tolist() == expected["surface"].tolist()
    assert mentions["gazetteer_id"].tolist() == expected["gazetteer_id"].fillna("").tolist()
    np.testing.assert_array_equal(mentions["latitude"], expected["latitude"].round(5))

    articles = articles_table(corpus, selection)
    per_article = expected.groupby("key")
    assert articles["article"].tolist() == tables["articles"]["key"][keep.to_numpy()].tolist()
    for column, counts in (
        ("mentions", per_article.size()),
        ("places", per_article["gazetteer_id"].nunique()),
    ):
        assert articles[column].tolist() == [int(counts.get(k, 0)) for k in articles["article"]]

    by_place = oracle.by_place(tables, query)
    ids = tables["places"]["gazetteer_id"]
    found = {
        one["id"]: [
            one["properties"][unit]
            for unit in ("articles_mentioning", "texts_mentioning", "mentions")
        ]
        for one in json.loads(places_geojson(corpus, query))["features"]
    }
    assert found == {
        ids[number]: [int(row[unit]) for unit in ("articles", "texts", "mentions")]
        for number, row in by_place.iterrows()
    }


def test_a_mention_comes_with_its_sentence_its_place_and_its_reason() -> None:
    rows = read(mentions_csv(small_corpus(), ALL))
    assert " ".join(rows) == (
        "article title published source surface role place gazetteer_id country country_code "
        "precision latitude longitude confidence direction sentence rule"
    )
    row = rows[rows["gazetteer_id"] == "geonames:2210247"].iloc[0]
    assert row["published"] == "2016-12-12 00:00:00"
    assert (row["surface"], row["place"], row["country"]) == ("Tripoli", "Tripoli", "Libya")
    assert (row["latitude"], row["longitude"]) == ("32.8925", "13.18")
    assert (row["confidence"], row["role"], row["rule"]) == ("0.4", "event", "marked")
    assert row["sentence"].startswith("Ships for Tripoli crossed the Mediterranean"), "no title"


def test_a_mention_that_is_not_placed_is_kept_with_an_empty_place() -> None:
    rows = read(mentions_csv(small_corpus(), Query()))
    row = rows[rows["surface"] == "Port Nowhere"].iloc[0]
    empty = ["place", "gazetteer_id", "country", "country_code", "precision", "latitude"]
    assert row[[*empty, "longitude", "confidence"]].tolist() == [""] * 8
    assert row["role"] == "event"
    assert "17 place mentions, 2 of them not placed" in preamble(
        mentions_csv(small_corpus(), Query())
    )


def test_articles_come_with_copies_places_and_the_readers_own_columns() -> None:
    rows = read(articles_csv(small_corpus(), ALL)).set_index("title")
    assert len(rows) == len(ARTICLES)
    copies = rows.loc[
        ["Convoys leave the east as night falls", "Convoys leave the east", "Buses at last"]
    ]
    assert copies["copy_group"].nunique() == 1
    assert copies["dateline_id"].unique().tolist() == ["geonames:170063"]
    assert rows.loc["Two ports, one name", "x.rubric"] == "sea"
    assert rows.loc["Undated, unsigned", ["published", "source"]].tolist() == ["", ""]


@pytest.mark.parametrize("write", [mentions_csv, articles_csv])
def test_other_scripts_arrive_as_they_were(write: Any) -> None:
    city = "حلب"
    corpus = corpus_of(
        article("2016-12-05", "صدى المرفأ", "", "هدوء في حلب", f"[{city}|event|aleppo] هادئة."),
        article(*ARTICLES[7]),
    )
    for excel in (False, True):
        data = write(corpus, ALL, excel=excel)
        assert data.startswith(b"\xef\xbb\xbf") is excel
        rows = read(data)
        assert rows["title"].tolist() == ["هدوء في حلب", "Ранок у Харкові"]
        assert rows["source"].tolist() == ["صدى المرفأ", "Річка"]
    assert read(mentions_csv(corpus, ALL))["surface"].tolist() == [city, "Харкові"]


NOTHING = Query(words="zeppelin")


def test_an_empty_selection_is_a_file_of_headings_that_says_so() -> None:
    corpus = small_corpus()
    for write in (mentions_csv, articles_csv):
        data = write(corpus, NOTHING)
        assert list(read(data)) == list(read(write(corpus, ALL)))
        assert read(data).empty
        assert "0 articles" in preamble(data) and "not placed" not in preamble(data)
        assert "“zeppelin”" in preamble(data)
    assert json.loads(places_geojson(corpus, NOTHING))["features"] == []


def test_a_corpus_of_nothing_can_be_exported() -> None:
    corpus = corpus_of(name="")
    assert read(mentions_csv(corpus, ALL)).empty
    assert read(articles_csv(corpus, ALL)).empty
    assert json.loads(places_geojson(corpus, ALL))["features"] == []


def test_every_file_states_corpus_fingerprint_filters_and_credits() -> None:
    corpus = small_corpus()
    query = Query(
        words="snow",
        published=(date(2016, 12, 1), None),
        places=Values(include=("geonames:170063",)),
        areas=(((30, 30), (40, 30), (40, 40.5)),),
    )
    files = [write(corpus, query) for write in (mentions_csv, articles_csv, places_geojson)]
    for data in files:
        said = data.decode("utf-8").replace('""', '"')
        assert "Invented Aleppo" in said
        assert corpus.fingerprint in said
        assert PLACE_NAMES in said
        assert "“snow”; published from 1 Dec 2016; role: event" in said
        assert "place: Aleppo (geonames:170063)" in said
        assert "30.0000 30.0000, 30.0000 40.0000, 40.5000 40.0000" in said
    assert preamble(files[0]).count("# ") == PREAMBLE_LINES


def test_the_credit_is_the_one_that_the_data_ask_for() -> None:
    readme = (Path(__file__).parents[2] / "data" / "README.md").read_text("utf-8")
    assert PLACE_NAMES in " ".join(readme.replace("\n>", " ").split())


def test_own_articles_are_included_and_said_to_be() -> None:
    both = joined(small_corpus(), own_corpus())
    data = mentions_csv(both, ALL)
    assert "2 articles brought by the visitor" in preamble(data)
    assert both.fingerprint in preamble(data)
    rows = read(data)
    ridge = rows[rows["title"] == "Seen from the ridge"]
    assert ridge["surface"].tolist() == ["Aleppo", "Hama", "Tripoli"]
    assert "brought" not in preamble(mentions_csv(small_corpus(), ALL))


def test_a_corpus_without_roles_claims_no_filter_by_role() -> None:
    tables = tables_of([article(*row) for row in ARTICLES])
    mentions = tables["mentions"]
    mentions["role"] = pd.Categorical([None] * len(mentions), mentions["role"].cat.categories)
    data = mentions_csv(Corpus.from_tables(tables), Query())
    assert "role: event" not in preamble(data)
    assert len(read(data)) == len(mentions)


def test_geojson_is_valid_and_every_point_is_on_the_earth() -> None:
    collection = json.loads(places_geojson(small_corpus(), ALL))
    assert collection["type"] == "FeatureCollection"
    assert len(collection["features"]) > 8
    for one in collection["features"]:
        longitude, latitude = one["geometry"]["coordinates"]
        assert (one["type"], one["geometry"]["type"]) == ("Feature", "Point")
        assert -180 <= longitude <= 180 and -90 <= latitude <= 90
        assert one["properties"]["precision"]
        assert one["properties"]["articles_mentioning"] >= one["properties"]["texts_mentioning"] > 0
    sea = next(f for f in collection["features"] if f["properties"]["name"] == "Mediterranean Sea")
    assert (sea["properties"]["country"], sea["properties"]["country_code"]) == ("", "")
    assert sea["geometry"]["coordinates"] == [20.0, 35.0]


def test_a_file_names_the_gazetteer_that_its_corpus_names() -> None:
    tables = tables_of([article(*row) for row in ARTICLES])
    for provenance, said in (
        ({"gazetteer": "g1"}, ", gazetteer g1"),
        ({"gazetteer": "g1", "engine": "accurate"}, ", gazetteer g1"),  # of an earlier version
        ({}, ""),
    ):
        corpus = Corpus.from_tables(tables, name="Invented", provenance=provenance)
        data = statement(corpus, ALL, narrow(corpus, ALL)).data
        assert data == f"{corpus.fingerprint}, exported by Dateline {__version__}{said}"


def test_export_takes_the_form_from_the_files_name(folder: Path, tmp_path: Path) -> None:
    corpus = Corpus.open(folder)
    written = export(folder, tmp_path / "all.csv", ALL)
    assert (written.articles, written.unplaced) == (len(ARTICLES), 2)
    assert (tmp_path / "all.csv").read_bytes() == mentions_csv(corpus, ALL)
    export(folder, tmp_path / "articles.CSV", ALL, rows="articles", excel=True)
    assert (tmp_path / "articles.CSV").read_bytes() == articles_csv(corpus, ALL, excel=True)
    export(folder, tmp_path / "places.csv", ALL, rows="places")
    assert (tmp_path / "places.csv").read_bytes() == places_csv(corpus, ALL)
    export(folder, tmp_path / "all.geojson")
    assert (tmp_path / "all.geojson").read_bytes() == places_geojson(corpus, Query())


def test_what_cannot_be_exported_is_said_before_anything_is_written(
    folder: Path, tmp_path: Path
) -> None:
    for output, rows, error in (
        ("all.ods", "mentions", ChoiceError),
        ("all.csv", "sentences", ChoiceError),
    ):
        with pytest.raises(error):
            export(folder, tmp_path / output, rows=rows)
    with pytest.raises(CorpusError):
        export(tmp_path / "nowhere", tmp_path / "all.csv")
    assert not list(tmp_path.glob("all.*"))
