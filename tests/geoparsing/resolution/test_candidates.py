"""Arrays of candidates, and the votes of an article's names."""

from __future__ import annotations

import numpy as np
import pytest

from dateline.geoparsing.name_facts import FACTS, REGION, NameBook
from dateline.geoparsing.resolution import article_votes
from dateline.geoparsing.resolution.candidates import PlaceCandidates
from dateline.geoparsing.resolution.features import FIRST_ROUND, SECOND_ROUND, PlaceView
from dateline.language_model import LanguageModel


def candidates(language: LanguageModel, book: NameBook, text: str, names: str) -> PlaceCandidates:
    spans = sorted((text.index(name), text.index(name) + len(name)) for name in names.split())
    return PlaceCandidates(language.nlp(text), spans, book)


def test_spellings_of_one_name_share_its_vote(language: LanguageModel, book: NameBook) -> None:
    text = "TRIPOLI fell. Then Tripoli burned, and Beirut."
    found = candidates(language, book, text, "TRIPOLI Tripoli Beirut")
    assert (len(found.groups), found.names) == (3, 2)
    assert set(found.repeats[found.name == 0]) == {2.0}


def test_ranks_count_within_a_group(language: LanguageModel, book: NameBook) -> None:
    found = candidates(language, book, "Paris and Xyzzyqw and Homs", "Paris Xyzzyqw Homs")
    largest, second, rank = found.ranked(found.prominence)
    assert np.all(largest >= found.prominence) and np.all(second <= largest)
    for number in range(len(found.groups)):
        here = found.slice_of(number)
        assert sorted(rank[here]) == list(range(here.stop - here.start))


def test_a_name_hears_only_the_others(language: LanguageModel, book: NameBook) -> None:
    found = candidates(language, book, "Syria and Hama", "Syria Hama")
    votes = article_votes.early_votes(found)
    share = article_votes.share_of(found, votes, found.country)
    syria = book.gazetteer.countries.index("SY")
    hama = found.name == 1
    assert share[hama & (found.country == syria)].min() == pytest.approx(1.0)
    assert share[hama & (found.country != syria)].max(initial=0.0) == 0.0


def test_a_single_name_hears_nobody(language: LanguageModel, book: NameBook) -> None:
    found = candidates(language, book, "Only Hama", "Hama")
    votes = article_votes.early_votes(found)
    assert not article_votes.share_of(found, votes, found.country).any()
    nearness, nearest = article_votes.pulls(found, votes)
    assert not np.any(nearness) and np.all(nearest > 10_000)


def test_rows_have_the_columns_they_are_said_to_have(
    language: LanguageModel, book: NameBook
) -> None:
    text = "Hama and Syria"
    view = PlaceView(PlaceCandidates(language.nlp(text), [(0, 4), (9, 14)], book))
    first = view.first_round()
    assert first.shape == (len(view), len(FIRST_ROUND)) and first.dtype == np.float32
    second = view.second_round(first, np.full(len(view), 0.5))
    assert second.shape == (len(view), len(SECOND_ROUND)) and np.isfinite(second).all()
    empty = PlaceView(PlaceCandidates(language.nlp("x"), [], book))
    assert empty.first_round().shape == (0, len(FIRST_ROUND))
    assert len(book["Hama"].numbers) == len(FACTS)


def test_what_contradicts_the_text_counts_next_to_nothing(
    language: LanguageModel, book: NameBook
) -> None:
    text = "In Odessa, Texas, it rained."
    view = PlaceView(PlaceCandidates(language.nlp(text), [(3, 9), (11, 16)], book))
    mended = view.agreed(np.full(len(view), 0.5))
    texas = [book.gazetteer.place(int(row)).admin1 == "Texas" for row in view.candidates.row]
    odessa = view.candidates.group == 0
    assert mended[odessa & np.array(texas)].max() >= 0.5
    assert mended[odessa & ~np.array(texas)].max() < 0.05


def test_a_list_speaks_for_places_of_its_sort(language: LanguageModel, book: NameBook) -> None:
    text = "Oregon, Washington and Idaho voted. Then Boise did."
    found = candidates(language, book, text, "Oregon Washington Idaho Boise")
    states = (found.precision == REGION) & (found.quality == 0)
    sort, home = article_votes.listed(found, article_votes.votes_of(found, states.astype(float)))
    washington = found.slice_of(1)
    names = [book.gazetteer.place(int(row)) for row in found.row[washington]]
    state = washington.start + [p.feature_code for p in names].index("ADM1")
    capital = washington.start + [p.feature_code for p in names].index("PPLC")
    assert sort[state] > sort[capital] and home[state] > home[capital]
    assert np.all(home <= sort + 1e-9) and sort.max() <= 1 + 1e-9
    alone = found.slice_of(3)
    assert not sort[alone].any() and not home[alone].any()


@pytest.mark.parametrize(
    ("name", "thing"),
    [("Lake Xyzzyqw", 1), ("Kish River", 1), ("Qwxyz School", 2), ("Hama", 0), ("River", 0)],
)
def test_a_name_says_what_sort_of_thing_it_is(
    language: LanguageModel, book: NameBook, name: str, thing: float
) -> None:
    text = f"They met at {name}, near Hama."
    spans = [(text.index(one), text.index(one) + len(one)) for one in dict.fromkeys((name, "Hama"))]
    view = PlaceView(PlaceCandidates(language.nlp(text), spans, book))
    here = view.candidates.slice_of(0)
    column = view.first_round()[here, FIRST_ROUND.index("thing")]
    assert set(column.tolist()) <= {thing}
