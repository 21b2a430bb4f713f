"""What a question means, on a corpus one can read."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from dateline.corpus import Corpus
from dateline.errors import ChoiceError
from dateline.query import Query, Values, by_facet, by_place, narrow, page, spoken_by_day, unplaced
from tests.corpora import ARTICLES, PLACES, article, corpus_of, small_corpus, tables_of

CONVOYS = [1, 2, 3]


def left(query: Query, corpus: Corpus | None = None) -> list[int]:
    return np.flatnonzero(narrow(corpus or small_corpus(), query).articles).tolist()


def gid(name: str) -> str:
    return PLACES[name].gazetteer_id


def test_the_role_decides_which_mentions_count_and_no_article_goes() -> None:
    assert left(Query(roles=("comparison",))) == list(range(11))
    counts = by_place(small_corpus(), narrow(small_corpus(), Query(roles=("comparison",))))
    named = small_corpus().places["name"].iloc[counts["place_id"]].tolist()
    assert named == ["Srebrenica"]


def test_a_place_must_be_mentioned_in_a_role_that_counts() -> None:
    assert left(Query(places=Values((gid("damascus"),)))) == []
    assert left(Query(roles=("actor",), places=Values((gid("damascus"),)))) == CONVOYS
    assert left(Query(roles=(), countries=Values(("US",)))) == [4]


def test_mentions_are_counted_piece_by_piece_as_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.query.kernels._PIECE", 1)
    body = "[Aleppo|event|aleppo] [Aleppo|setting|aleppo] [there|event|] " * 50
    corpus = corpus_of(article("2016-12-05", "", "", "", body))
    for roles, placed, others in (((), 100, 50), (("event",), 50, 50), (("setting",), 50, 0)):
        selection = narrow(corpus, Query(roles=roles))
        assert selection.mentions_by_place.sum(axis=1).tolist() == [others, placed]


def test_role_and_country_must_meet_in_one_mention() -> None:
    lebanon = Values(("LB",))
    assert left(Query(roles=("background",), countries=lebanon)) == [5]
    assert left(Query(roles=("event",), countries=lebanon)) == []


def test_places_and_countries_must_meet_in_one_mention() -> None:
    both = Query(places=Values((gid("tripoli libya"), gid("aleppo"))), countries=Values(("LY",)))
    assert left(both) == [5]


def test_copies_are_those_of_one_article_whichever_of_them_is_named() -> None:
    keys = small_corpus().column("articles", "key").tolist()
    for number in CONVOYS:
        assert left(Query(copies=keys[number])) == CONVOYS
    assert left(Query(copies=keys[0])) == [0]
    assert left(Query(copies=keys[1], sources=Values(("Quayside Post",)))) == [3]
    assert left(Query(copies="0" * 16)) == []


def test_a_country_left_out_takes_with_it_the_articles_that_mention_it_in_a_counting_role() -> None:
    assert left(Query(countries=Values(exclude=("SY",)))) == [5, 7, 8, 10]
    assert 4 in left(Query(countries=Values(exclude=("BA",))))
    assert 4 not in left(Query(roles=(), countries=Values(exclude=("BA",))))


def test_places_without_a_country_are_asked_for_by_an_empty_text() -> None:
    assert left(Query(countries=Values(("",)))) == [5]


def test_days_of_publication_include_both_ends_and_leave_out_the_undated() -> None:
    assert left(Query(published=(date(2016, 12, 5), date(2016, 12, 6)))) == [1, 2, 3, 4]
    assert left(Query(published=(None, date(2016, 12, 5)))) == [0, 1, 2]
    assert left(Query(published=(date(2022, 3, 2), None))) == [8]
    assert left(Query(published=(date(2030, 1, 1), None))) == []


def test_days_spoken_of_hold_for_the_undated_too() -> None:
    assert left(Query(spoken=(date(2016, 10, 3), date(2016, 10, 3)))) == [9]
    assert left(Query(spoken=(date(2016, 12, 5), date(2016, 12, 31)))) == CONVOYS


def test_what_is_said_more_vaguely_than_by_the_month_is_on_no_day() -> None:
    assert left(Query(spoken=(date(1970, 1, 1), date(1979, 12, 31)))) == []
    counted = spoken_by_day(small_corpus(), narrow(small_corpus(), Query()), "month")
    assert counted["day"].min().year == 2016


def test_since_a_day_speaks_of_that_day() -> None:
    assert left(Query(spoken=(date(2017, 1, 2), date(2017, 1, 2)))) == [6]
    assert left(Query(spoken=(date(2017, 1, 3), date(2019, 1, 3)))) == []


def test_a_polygon_keeps_what_lies_in_it_in_a_counting_role() -> None:
    north_syria = ((36.5, 36.0), (38.5, 36.0), (38.5, 36.9), (36.5, 36.9))
    assert left(Query(areas=(north_syria,))) == [0, 1, 2, 3, 4, 6, 9]


def test_of_several_polygons_one_is_enough() -> None:
    north_syria = ((36.5, 36.0), (38.5, 36.0), (38.5, 36.9), (36.5, 36.9))
    pacific = ((170.0, -30.0), (190.0, -30.0), (190.0, 0.0))
    assert left(Query(areas=(pacific, north_syria))) == [0, 1, 2, 3, 4, 6, 8, 9]


def test_what_is_pointed_at_one_by_one_by_areas_and_by_a_distance_adds_up() -> None:
    pacific = ((170.0, -30.0), (190.0, -30.0), (190.0, 0.0))
    fiji, kharkiv = Query(areas=(pacific,)), Query(places=Values((gid("kharkiv"),)))
    near = Query(near=(gid("aleppo"), 1.0))
    each = [left(one) for one in (fiji, kharkiv, near)]
    both = Query(areas=fiji.areas, places=kharkiv.places, near=near.near)
    assert left(both) == sorted(set().union(*each)) and all(each)
    assert left(Query(areas=fiji.areas, places=Values(exclude=kharkiv.places.include))) == each[0]
    shown = by_facet(small_corpus(), both, "places")["value"].tolist()
    assert set(shown) == set(by_facet(small_corpus(), Query(), "places")["value"])


def test_a_polygon_over_the_antimeridian_goes_on_beyond_180() -> None:
    pacific = ((170.0, -30.0), (190.0, -30.0), (190.0, 0.0), (170.0, 0.0))
    beyond = tuple((longitude - 360, latitude) for longitude, latitude in pacific)
    assert left(Query(areas=(pacific,))) == left(Query(areas=(beyond,))) == [8]


def test_near_a_place_of_the_corpus_within_kilometres() -> None:
    assert left(Query(roles=(), near=(gid("damascus"), 120.0))) == [0, *CONVOYS, 5]
    assert left(Query(roles=(), near=(gid("damascus"), 100.0))) == CONVOYS
    assert left(Query(near=("geonames:0", 500.0))) == []


def test_values_that_are_not_there_leave_nothing_and_are_no_error() -> None:
    assert left(Query(sources=Values(("Nobody's Paper",)))) == []
    assert left(Query(places=Values(("geonames:0",)))) == []
    assert left(Query(sources=Values(exclude=("Nobody's Paper",)))) == list(range(11))


def test_none_given_is_a_value_of_its_own() -> None:
    assert left(Query(sources=Values(("",)))) == [9]
    assert left(Query(agencies=Values(exclude=("",)))) == [1, 2]
    assert left(Query(further=(("rubric", Values(("", "sea"))),))) == [1, 5, 6, 7, 8, 9]


def test_people_organisations_and_speakers_are_those_of_the_article() -> None:
    assert left(Query(people=Values(("Mira Osgood",)))) == [4]
    assert left(Query(organisations=Values(("Orchard Relief",)))) == [0, 4]
    assert left(Query(organisations=Values(("Mira Osgood",)))) == []
    assert left(Query(speaker_kinds=Values(("unnamed", "resident")))) == [0, *CONVOYS]
    assert left(Query(speaker_kinds=Values(exclude=("resident",)))) == [0, 4, 5, 6, 7, 8, 9, 10]


def test_a_corpus_without_roles_shows_all_mentions_whatever_roles_are_asked_for() -> None:
    tables = tables_of([article(*ARTICLES[4])])
    tables["mentions"]["role"] = tables["mentions"]["role"].where([False] * 3)
    corpus = Corpus.from_tables(tables)
    assert narrow(corpus, Query()).mentions.all()
    roles = by_facet(corpus, Query(), "roles")
    assert (roles["value"].tolist(), roles["articles"].tolist()) == ([""], [1])
    assert by_place(corpus, narrow(corpus, Query()))["role"].isna().all()


def test_a_column_that_the_corpus_has_not_is_said() -> None:
    with pytest.raises(ChoiceError, match="a column 'colour'; expected one of rubric"):
        left(Query(further=(("colour", Values(("red",))),)))
    with pytest.raises(ChoiceError, match="facet 'colour'"):
        by_facet(small_corpus(), Query(), "colour")


def test_masks_cannot_be_changed() -> None:
    selection = narrow(small_corpus(), Query(words="aleppo"))
    for mask in (selection.articles, selection.mentions):
        with pytest.raises(ValueError, match="read-only"):
            mask[0] = True


def test_what_is_not_placed_is_listed_by_its_words() -> None:
    tray = unplaced(small_corpus(), narrow(small_corpus(), Query()))
    assert tray["surface"].tolist() == ["Port Nowhere", "the Old Mill"]
    assert unplaced(small_corpus(), narrow(small_corpus(), Query(places=Values(("x",))))).empty


def test_the_newest_come_first_and_the_undated_last_in_either_order() -> None:
    corpus = small_corpus()
    everything = narrow(corpus, Query())
    newest = page(corpus, everything, rows=20)["article_id"].tolist()
    oldest = page(corpus, everything, order="oldest", rows=20)["article_id"].tolist()
    assert newest == [8, 7, 6, 5, 4, 3, 2, 1, 0, 9, 10]
    assert oldest == list(range(11))
    second = page(corpus, everything, first=8, rows=4)["article_id"].tolist()
    assert second == [0, 9, 10]
    assert page(corpus, everything, first=50).empty
    with pytest.raises(ChoiceError, match="order 'best'"):
        page(corpus, everything, order="best")  # type: ignore[arg-type]


def test_copies_in_the_list_are_those_that_are_left() -> None:
    corpus = small_corpus()
    every = page(corpus, narrow(corpus, Query()), rows=20).set_index("article_id")["copies"]
    assert every[CONVOYS].tolist() == [3, 3, 3]
    few = page(corpus, narrow(corpus, Query(agencies=Values(("Northline",)))))
    assert few["copies"].tolist() == [2, 2]


def test_an_empty_corpus_answers_everything_with_nothing() -> None:
    corpus = corpus_of()
    query = Query(words="a", countries=Values(("SY",)), spoken=(date(2016, 1, 1), None))
    selection = narrow(corpus, query)
    assert by_place(corpus, selection).empty
    assert page(corpus, selection).empty
    assert not len(by_facet(corpus, query, "people")["value"])
