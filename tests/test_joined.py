"""A visitor's own articles stand among the shared ones, for him alone."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from dateline.corpus import Corpus
from dateline.joined import joined
from dateline.query import Query, Values, by_place, narrow, page, totals
from dateline.query.wording import filters_on, in_words
from tests.corpora import ARTICLES, article, corpus_of, own_corpus, small_corpus, tables_of

TABLES = ("mentions", "dates", "quotes", "names")


@pytest.fixture(scope="module")
def both() -> Corpus:
    return joined(small_corpus(), own_corpus())


def test_time_order_holds_and_own_articles_are_flagged(both: Corpus) -> None:
    published = both.articles["published"]
    assert published.dropna().is_monotonic_increasing
    assert published.isna().tolist() == [False] * 10 + [True] * 3
    assert both.articles["article_id"].tolist() == list(range(13))
    titles = both.listing(np.flatnonzero(both.own))["title"].tolist()
    assert titles == ["Seen from the ridge", ""]


def test_every_article_is_found_under_its_new_number(both: Corpus) -> None:
    for part in (small_corpus(), own_corpus()):
        keys = part.column("articles", "key")
        for old, key in enumerate(keys):
            new = both.article_id(key)
            assert new is not None
            assert both.text(new) == part.text(old)
            for table in TABLES:
                rows, wanted = both.rows(table, new), part.rows(table, old)
                assert sorted(rows["surface" if table != "quotes" else "speaker"]) == sorted(
                    wanted["surface" if table != "quotes" else "speaker"]
                )
                assert set(rows["article_id"]) <= {new}


def test_mentions_point_to_the_same_places_as_before(both: Corpus) -> None:
    for part in (small_corpus(), own_corpus()):
        for old, key in enumerate(part.column("articles", "key")):
            new = both.article_id(key)
            assert new is not None
            assert located(both, new) == located(part, old)


def located(corpus: Corpus, number: int) -> set[tuple[int, str, tuple[str, ...]]]:
    ids = corpus.places["gazetteer_id"]
    return {
        (
            row.start,
            "" if row.place_id < 0 else ids[row.place_id],
            tuple(ids[other["place_id"]] for other in row.runners_up),
        )
        for row in corpus.rows("mentions", number).itertuples()
    }


def test_a_place_of_both_is_one_place(both: Corpus) -> None:
    assert both.places["gazetteer_id"].is_unique
    assert both.places["place_id"].tolist() == list(range(len(both.places)))
    aleppo = both.place_id("geonames:170063")
    counts = by_place(both, narrow(both, Query())).set_index("place_id")
    assert counts.loc[aleppo, "articles"] == 7


def test_rows_of_one_article_stand_as_in_the_table(both: Corpus) -> None:
    for number in range(len(both.articles)):
        in_table = both.mentions[both.mentions["article_id"] == number]
        assert both.rows("mentions", number)["place_id"].tolist() == in_table["place_id"].tolist()
        roles = both.rows("mentions", number)["role"].tolist()
        assert roles == in_table["role"].tolist()


def test_counting_on_the_join_is_counting_on_one_corpus_of_all() -> None:
    other = corpus_of(article(*ARTICLES[4]), article(*ARTICLES[9]))
    first = corpus_of(*(article(*row) for n, row in enumerate(ARTICLES) if n not in (4, 9)))
    whole, both = corpus_of(*(article(*row) for row in ARTICLES)), joined(first, other)
    for query in (
        Query(),
        Query(roles=()),
        Query(words="aleppo"),
        Query(countries=Values(("SY",)), speaker_kinds=Values((), ("unnamed",))),
    ):
        assert totals(both, narrow(both, query)) == totals(whole, narrow(whole, query))


def test_groups_of_copies_stay_apart(both: Corpus) -> None:
    shared, own = both.articles[~both.own], both.articles[both.own]
    assert not set(shared["copy_group"]) & set(own["copy_group"])
    listed = both.listing(range(13))
    assert listed["copy_group"].tolist() == both.articles["copy_group"].tolist()


def test_further_columns_are_those_of_both(both: Corpus) -> None:
    assert both.further == ("box", "rubric")
    ridge = both.listing(np.flatnonzero(both.own)[:1]).iloc[0]
    assert (ridge["box"], ridge["rubric"]) == ("7", "")
    assert narrow(both, Query(further=(("box", Values(("7",))),))).articles.sum() == 1


def test_a_search_goes_through_both(both: Corpus) -> None:
    assert narrow(both, Query(words="ridge")).articles.tolist() == [*both.own[:12], False]
    listed = page(both, narrow(both, Query(words="suva")), rows=5)
    assert listed["own"].tolist() == [False, True]


def test_neither_part_is_changed() -> None:
    shared, own = small_corpus(), own_corpus()
    before = [frame.copy() for frame in (shared.articles, shared.mentions, own.mentions)]
    fingerprints = shared.fingerprint, own.fingerprint
    again = joined(shared, own)
    for frame, kept in zip((shared.articles, shared.mentions, own.mentions), before, strict=True):
        pd.testing.assert_frame_equal(frame, kept)
    assert (shared.fingerprint, own.fingerprint) == fingerprints
    assert again.fingerprint not in fingerprints
    assert not shared.own.any()


def test_an_empty_part_changes_nothing() -> None:
    for first, second in ((small_corpus(), corpus_of()), (corpus_of(), small_corpus())):
        both = joined(first, second)
        pd.testing.assert_frame_equal(
            both.mentions, small_corpus().mentions, check_categorical=False
        )
        assert both.text(0) == small_corpus().text(0)


def test_a_join_can_be_joined_again(both: Corpus) -> None:
    more = corpus_of(article("2016-12-05 20:30", "Mine", "", "Later", "[Suva|event|suva]."))
    thrice = joined(both, more)
    assert len(thrice.articles) == 14
    assert totals(thrice, narrow(thrice, Query(words="later"))).articles == 1
    assert [thrice.text(n)[:5] for n in np.flatnonzero(thrice.own)] == ["Later"]


def test_roles_keep_their_order_and_names_are_of_both(both: Corpus) -> None:
    assert tables_of([])["mentions"]["role"].cat.categories.tolist() == (
        both.mentions["role"].cat.categories.tolist()
    )
    assert {"Mira Osgood", "Salma Haddad"} <= set(both.names["canonical"].cat.categories)


def test_only_what_a_visitor_brought_can_be_asked_for(both: Corpus) -> None:
    assert narrow(both, Query(own=True)).articles.tolist() == both.own.tolist()
    assert not narrow(small_corpus(), Query(own=True)).articles.any()
    assert Query(own=True).without("own") == Query()
    assert [one.label for one in filters_on(both, Query(own=True))] == ["role: event", "yours only"]
    assert "only what the reader brought himself" in in_words(both, Query(own=True))
