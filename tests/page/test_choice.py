"""Each gesture makes one new choice, and the old one stays as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from components.choice import (
    Choice,
    around,
    days,
    exclude,
    include,
    pick_mention,
    pick_place,
    read_article,
    search,
    show_copies,
    toggle_role,
    within,
    without,
)
from dateline.errors import ChoiceError
from dateline.query import MOST_AREAS, Query, Values

ALEPPO, IDLIB = "geonames:170063", "geonames:169389"
SQUARE = [(36.0, 36.0), (38.0, 36.0), (38.0, 37.0), (36.0, 37.0)]


def places(choice: Choice) -> tuple[str, ...]:
    return choice.query.places.include


def test_a_place_is_picked_alone_and_given_back_by_the_second_click() -> None:
    once = pick_place(pick_place(Choice(), IDLIB), ALEPPO)
    assert places(once) == (ALEPPO,)
    assert places(pick_place(once, ALEPPO)) == ()


def test_with_shift_places_add_up_and_one_of_them_can_be_taken_out() -> None:
    both = pick_place(pick_place(Choice(), IDLIB), ALEPPO, add=True)
    assert set(places(both)) == {ALEPPO, IDLIB}
    assert places(pick_place(both, IDLIB, add=True)) == (ALEPPO,)


def test_a_click_among_several_leaves_that_place_only() -> None:
    both = pick_place(pick_place(Choice(), IDLIB), ALEPPO, add=True)
    assert places(pick_place(both, IDLIB)) == (IDLIB,)


def test_polygon_and_places_take_turns() -> None:
    drawn = within(pick_place(Choice(), ALEPPO), SQUARE)
    assert len(drawn.query.areas[0]) == 4 and places(drawn) == ()
    picked = pick_place(drawn, ALEPPO)
    assert picked.query.areas == () and places(picked) == (ALEPPO,)


def test_with_shift_a_place_and_an_area_stand_beside_each_other_whichever_was_first() -> None:
    drawn = within(Choice(), SQUARE)
    both = pick_place(drawn, ALEPPO, add=True)
    assert both.query.areas == drawn.query.areas and places(both) == (ALEPPO,)
    assert within(pick_place(Choice(), ALEPPO), SQUARE, add=True).query == both.query
    assert pick_place(both, ALEPPO, add=True).query == drawn.query
    assert pick_place(both, IDLIB).query == pick_place(Choice(), IDLIB).query


def test_to_the_first_place_of_the_facet_an_area_gives_way_and_others_are_added() -> None:
    drawn = within(Choice(), SQUARE)
    assert include(drawn, "places", ALEPPO).query == pick_place(Choice(), ALEPPO).query
    both = include(pick_place(drawn, ALEPPO, add=True), "places", IDLIB)
    assert both.query.areas == drawn.query.areas and len(places(both)) == 2
    assert exclude(drawn, "places", ALEPPO).query.areas == drawn.query.areas


def test_an_area_is_added_to_those_drawn_before_and_without_shift_it_takes_their_place() -> None:
    north = [(x, y + 20) for x, y in SQUARE]
    both = within(within(Choice(), SQUARE), north, add=True)
    assert len(both.query.areas) == 2
    assert within(both, SQUARE, add=True).query == both.query, "drawn twice"
    assert within(both, SQUARE).query == within(Choice(), SQUARE).query
    around_it = around(pick_place(Choice(), ALEPPO), ALEPPO, 25.0)
    assert within(around_it, SQUARE, add=True).query.near == (ALEPPO, 25.0)
    full = Choice()
    for east in range(MOST_AREAS):
        full = within(full, [(x + east, y) for x, y in SQUARE], add=True)
    with pytest.raises(ChoiceError):
        within(full, north, add=True)


def test_a_place_is_added_to_the_one_in_the_middle_of_a_radius() -> None:
    around_it = around(pick_place(Choice(), ALEPPO), ALEPPO, 25.0)
    added = pick_place(around_it, IDLIB, add=True)
    assert places(added) == tuple(sorted((ALEPPO, IDLIB))) and added.query.near is None
    assert places(pick_place(around_it, IDLIB)) == (IDLIB,)


def test_a_lasso_that_encloses_nothing_is_refused() -> None:
    with pytest.raises(ChoiceError):
        within(Choice(), [(1.0, 1.0), (2.0, 2.0)])


def test_a_mention_in_a_role_that_is_hidden_brings_its_role_along() -> None:
    found = pick_mention(Choice(), article="aa", start=7, place=ALEPPO, role="comparison")
    assert found.query.roles == ("event", "comparison")
    assert (found.article, found.mention, places(found)) == ("aa", 7, (ALEPPO,))


def test_a_mention_clicked_twice_gives_back_place_and_receipt() -> None:
    once = pick_mention(Choice(), article="aa", start=7, place=ALEPPO, role="event")
    twice = pick_mention(once, article="aa", start=7, place=ALEPPO, role="event")
    assert places(twice) == () and twice.mention == -1 and twice.article == "aa"


def test_another_mention_of_a_chosen_place_says_why_and_keeps_the_place() -> None:
    once = pick_mention(Choice(), article="aa", start=7, place=ALEPPO, role="event")
    other = pick_mention(once, article="aa", start=90, place=ALEPPO, role="event")
    assert places(other) == (ALEPPO,) and other.mention == 90
    by_link = pick_place(Choice(), ALEPPO)
    told = pick_mention(by_link, article="aa", start=7, place=ALEPPO, role="event")
    assert places(told) == (ALEPPO,) and told.mention == 7


def test_a_mention_that_is_not_placed_only_opens_its_receipt() -> None:
    once = pick_mention(Choice(), article="aa", start=7, place="", role="event")
    assert once.query == Query() and once.mention == 7
    assert pick_mention(once, article="aa", start=7, place="", role="event").mention == -1


def test_days_are_put_in_order() -> None:
    found = days(Choice(), (date(2017, 1, 2), date(2016, 12, 5)), strip="spoken")
    assert found.query.spoken == (date(2016, 12, 5), date(2017, 1, 2))


def test_taking_the_last_role_away_means_all_roles() -> None:
    assert toggle_role(Choice(), "event").query.roles == ()
    assert toggle_role(toggle_role(Choice(), "actor"), "event").query.roles == ("actor",)


def test_a_value_is_kept_left_out_or_neither() -> None:
    kept = include(Choice(), "sources", "Levant Desk")
    assert kept.query.sources == Values(include=("Levant Desk",))
    out = exclude(kept, "sources", "Levant Desk")
    assert out.query.sources == Values(exclude=("Levant Desk",))
    assert exclude(out, "sources", "Levant Desk").query == Query()
    assert include(kept, "sources", "Levant Desk").query == Query()


def test_a_column_of_the_readers_own_is_a_facet_like_any_other() -> None:
    kept = include(Choice(), "x.rubric", "front")
    assert kept.query.further == (("rubric", Values(include=("front",))),)
    assert without(kept, "x.rubric", "front").query == Query()


def test_a_filter_is_taken_off_whole_or_value_by_value() -> None:
    both = include(include(Choice(), "countries", "SY"), "countries", "LY")
    assert without(both, "countries", "LY").query.countries == Values(include=("SY",))
    assert without(both, "countries").query == Query()
    assert without(search(Choice(), "convoy"), "words").query == Query()
    assert without(Choice(), "roles").query.roles == ()


def test_whatever_narrows_leads_back_to_the_page_of_the_open_article() -> None:
    turned = Choice(page=3, article="aa")
    assert search(turned, "convoy").page == 0
    assert read_article(turned, "bb") == Choice(article="bb")


def test_the_best_come_first_while_words_are_searched_for_unless_another_order_was_chosen() -> None:
    found = search(Choice(), "bread")
    assert found.sort == "relevance"
    assert search(found, "").sort == without(found, "words").sort == "newest"
    assert search(replace(found, sort="newest"), "bread line").sort == "newest"
    oldest = search(Choice(sort="oldest"), "bread")
    assert oldest.sort == search(oldest, "").sort == "oldest"


def test_a_distance_around_a_place_takes_its_turn_with_the_place() -> None:
    near = around(pick_place(Choice(), ALEPPO), ALEPPO, 25)
    assert near.query.near == (ALEPPO, 25.0) and places(near) == ()
    back = around(near, ALEPPO, None)
    assert back.query.near is None and places(back) == (ALEPPO,)
    with pytest.raises(ChoiceError):
        around(Choice(), ALEPPO, 30_000)


def test_copies_are_shown_alone_and_what_would_hide_them_gives_way() -> None:
    before = Choice(Query(words="snow", agencies=Values(("Northline",))), sort="relevance", page=3)
    all_of_them = show_copies(before, "ab" * 8, giving_way=("words",))
    assert all_of_them.query == Query(agencies=Values(("Northline",)), copies="ab" * 8)
    assert (all_of_them.page, all_of_them.sort) == (0, "newest")
    assert without(all_of_them, "copies").query == Query(agencies=Values(("Northline",)))
