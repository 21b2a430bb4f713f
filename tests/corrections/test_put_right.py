"""What readers put right holds everywhere, as if the articles had been read so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.corpus import Corpus
from dateline.corrections import NOT_A_PLACE, Correction, Point
from dateline.corrections.corrected import RULE
from dateline.findings import ROLES, Article, Findings, Mention
from dateline.joined import joined
from dateline.query import Query, by_day, by_facets, by_place, narrow, page, totals, unplaced
from tests.corpora import ARTICLES, PLACES, article, corpus_of, own_corpus, small_corpus

BASE = [article(*row) for row in ARTICLES]
KEYS = small_corpus().column("articles", "key").tolist()
LEBANON = PLACES["tripoli lebanon"].gazetteer_id
LIBYA = PLACES["tripoli libya"].gazetteer_id
ALEPPO = PLACES["aleppo"].gazetteer_id


def every(surface: str, **said: Any) -> Correction:
    return Correction(scope="surface", surface=surface, **said)


def one(number: int, mention: Mention, **said: Any) -> Correction:
    span = {"start": mention.start, "end": mention.end, "surface": mention.surface}
    return Correction(scope="mention", key=KEYS[number], **span, **said)


def mention(number: int, nth: int) -> Mention:
    return BASE[number][1].mentions[nth]


def places(corpus: Corpus, roles: tuple[str, ...] = ()) -> dict[str, int]:
    """Mentions by gazetteer id."""
    counts = by_place(corpus, narrow(corpus, Query(roles=roles)))
    ids = corpus.places["gazetteer_id"].iloc[counts["place_id"]]
    return dict(zip(ids, counts["mentions"].tolist(), strict=True))


def test_every_mention_of_a_surface_is_put_to_another_place_whatever_its_case() -> None:
    before = places(small_corpus())
    after = places(small_corpus().put_right([every("TRIPOLI ", place=LEBANON)]))
    assert after[LEBANON] == before[LEBANON] + before[LIBYA] == 3
    assert LIBYA not in after
    assert before == places(small_corpus()), "the corpus that was there has changed"


def test_one_mention_weighs_more_than_its_article_and_that_more_than_the_corpus() -> None:
    first, second = mention(5, 0), mention(5, 2)
    assert (first.surface, second.surface) == ("Tripoli", "Tripoli")
    corpus = small_corpus().put_right(
        [
            one(5, second, place=ALEPPO),
            Correction(scope="article", key=KEYS[5], surface="Tripoli", place=LIBYA),
            every("Tripoli", place=PLACES["suva"].gazetteer_id),
        ]
    )
    rows = corpus.rows("mentions", 5)
    found = dict(zip(rows["start"], corpus.gazetteer_ids[rows["place_id"]], strict=True))
    assert (found[first.start], found[second.start]) == (LIBYA, ALEPPO)
    assert corpus.touched == (1, 1, 1)


def test_the_later_of_two_wins_and_place_and_role_are_decided_apart() -> None:
    corpus = small_corpus().put_right(
        [
            every("Suva", place=ALEPPO, role="actor"),
            every("Suva", role="setting"),
        ]
    )
    row = corpus.rows("mentions", 8).set_index("surface").loc["Suva"]
    assert corpus.gazetteer_ids[row["place_id"]] == ALEPPO
    assert row["role"] == "setting"
    assert corpus.touched == (1, 1)


def test_what_is_no_place_is_counted_nowhere_and_comes_back_when_undone() -> None:
    correction = every("Washington", place=NOT_A_PLACE)
    corpus = small_corpus().put_right([correction])
    assert PLACES["washington"].gazetteer_id not in places(corpus)
    assert "Washington" not in corpus.rows("mentions", 4)["surface"].tolist()
    assert len(corpus.mentions) == len(small_corpus().mentions) - 1
    assert corpus.corrections == (correction,) and corpus.touched == (1,)
    assert corpus.put_right([]) is small_corpus()


def test_a_mention_that_was_not_placed_is_placed() -> None:
    corpus = small_corpus().put_right([every("the Old Mill", place="36.21 37.13 neighbourhood")])
    point = Point(36.21, 37.13, "neighbourhood")
    row = corpus.places.iloc[corpus.place_id(point.gazetteer_id)]
    assert (row["name"], row["precision"]) == ("the Old Mill", "neighbourhood")
    assert (row["latitude"], row["longitude"]) == (36.21, 37.13)
    assert (row["country_code"], row["admin1"]) == ("SY", "Aleppo"), "as the town next to it"
    assert places(corpus)[point.gazetteer_id] == 1
    assert "the Old Mill" not in unplaced(corpus, narrow(corpus, Query())).to_string()


def test_a_point_on_the_open_sea_lies_in_no_country() -> None:
    corpus = small_corpus().put_right([every("Mediterranean", place="-45.5, -170.25")])
    row = corpus.places.iloc[-1]
    assert row["gazetteer_id"] == "own:-45.5_-170.25_feature"
    assert pd.isna(row["country_code"])
    assert places(corpus)["own:-45.5_-170.25_feature"] == 1


def test_a_place_that_the_corpus_lacks_comes_from_the_gazetteer_if_that_has_it() -> None:
    corpus = small_corpus().put_right(
        [
            every("Suva", place="geonames:2643743"),
            every("Kharkiv", place="geonames:999999999"),
        ]
    )
    assert corpus.touched == (1, None)
    row = corpus.places.iloc[corpus.place_id("geonames:2643743")]
    assert (row["name"], row["country_code"]) == ("London", "GB")
    assert places(corpus)[PLACES["kharkiv"].gazetteer_id] == 2


def test_what_was_put_right_is_sure_says_so_and_keeps_its_former_place_beside() -> None:
    corpus = small_corpus().put_right([every("Tripoli", place=LEBANON)])
    row = corpus.rows("mentions", 5).query("surface == 'Tripoli'").iloc[0]
    assert (row["confidence"], row["rule"]) == (1, RULE)
    others = [corpus.gazetteer_ids[other["place_id"]] for other in row["runners_up"]]
    assert others == [LIBYA]
    untouched = corpus.rows("mentions", 1).iloc[0]
    assert untouched["rule"] == "marked" and untouched["confidence"] == pytest.approx(0.9)


def test_the_focus_and_the_dateline_of_an_article_follow_its_mentions() -> None:
    corpus = small_corpus().put_right(
        [
            Correction(scope="article", key=KEYS[1], surface="Aleppo", place=LEBANON),
            Correction(scope="article", key=KEYS[2], surface="Aleppo", role="event"),
            every("Suva", place=NOT_A_PLACE),
        ]
    )
    articles, ids = corpus.articles, corpus.gazetteer_ids
    assert ids[articles["focus_place"].iat[1]] == LEBANON
    assert ids[articles["dateline_place"].iat[1]] == LEBANON
    assert ids[articles["focus_place"].iat[2]] == ALEPPO
    assert articles["dateline_place"].iat[2] == -1
    assert articles["focus_place"].iat[8] == -1
    assert ids[articles["dateline_place"].iat[3]] == ALEPPO, "nothing was said of that article"


def test_a_group_of_copies_can_be_split_and_the_texts_are_counted_so() -> None:
    before = totals(small_corpus(), narrow(small_corpus(), Query()))
    corpus = small_corpus().put_right([], {KEYS[3]: KEYS[3], "0" * 16: "gone"})
    after = totals(corpus, narrow(corpus, Query()))
    assert (before.texts, after.texts) == (9, 10)
    groups = corpus.articles["copy_group"]
    assert groups.iat[1] == groups.iat[2] != groups.iat[3]
    assert sorted(groups.unique()) == list(range(groups.nunique()))
    together = small_corpus().put_right([], {KEYS[0]: "a", KEYS[9]: "a"})
    assert together.articles["copy_group"].iat[0] == together.articles["copy_group"].iat[9]


def test_the_fingerprint_changes_with_what_was_said_not_with_who_said_it() -> None:
    said = every("Tripoli", place=LEBANON)
    names = {
        small_corpus().fingerprint,
        small_corpus().put_right([said]).fingerprint,
        small_corpus().put_right([said, every("Suva", role="name")]).fingerprint,
        small_corpus().put_right([every("Suva", role="name"), said]).fingerprint,
        small_corpus().put_right([], {KEYS[3]: "x"}).fingerprint,
    }
    assert len(names) == 5
    again = replace(said, note="=1+1", at="2026-01-01")
    assert small_corpus().put_right([again]).fingerprint in names


def test_a_visitor_sees_his_own_articles_beside_the_corrected_corpus() -> None:
    shared = small_corpus().put_right([every("Aleppo", place=LEBANON)])
    whole = joined(shared, own_corpus())
    counted = places(whole)
    assert counted[LEBANON] == places(shared)[LEBANON] + 1
    assert counted[ALEPPO] == 1, "his own article was not put right"
    for number in range(len(whole.articles)):
        rows = whole.rows("mentions", number)
        assert rows["place_id"].is_monotonic_increasing


def test_how_much_a_correction_would_touch_is_what_it_then_touches() -> None:
    corpus = small_corpus().put_right([one(5, mention(5, 0), place=LIBYA)])
    proposed = [
        every("Tripoli", place=LEBANON),
        Correction(scope="article", key=KEYS[5], surface="Tripoli", place=NOT_A_PLACE),
        one(5, mention(5, 2), role="event"),
        every("nowhere", place=LEBANON),
    ]
    found = corpus.reach(proposed)
    assert [(one.mentions, one.articles, one.changed) for one in found] == [
        (2, 2, 0),
        (1, 1, 1),
        (1, 1, 1),
        (0, 0, 0),
    ]
    assert found[0].now == ((LEBANON, 2),)
    for correction, reach in zip(proposed, found, strict=True):
        after = corpus.put_right([*corpus.corrections, correction])
        assert after.touched[-1] == reach.mentions


SAID = st.fixed_dictionaries(
    {
        "place": st.sampled_from(["", NOT_A_PLACE, *(p.gazetteer_id for p in PLACES.values())]),
        "role": st.sampled_from(["", *ROLES]),
    }
).filter(lambda said: said["place"] or said["role"])
MENTIONS = [(n, m) for n, (_, found) in enumerate(BASE) for m in found.mentions]


@st.composite
def corrections(draw: st.DrawFn) -> Correction:
    number, chosen = draw(st.sampled_from(MENTIONS))
    scope, said = draw(st.sampled_from(["mention", "article", "surface"])), draw(SAID)
    if scope == "mention":
        return one(number, chosen, **said)
    key = KEYS[number] if scope == "article" else ""
    return Correction(scope=scope, key=key, surface=chosen.surface, **said)


def told(made: list[Correction], number: int, found: Mention, part: str) -> str:
    """What holds for a mention, in the plainest words: the last that speaks of it most closely."""
    for scope in ("mention", "article", "surface"):
        for correction in reversed(made):
            meant = {
                "mention": (correction.key, correction.start) == (KEYS[number], found.start),
                "article": correction.key == KEYS[number] and correction.surface == found.surface,
                "surface": correction.surface == found.surface,
            }[scope]
            if correction.scope == scope and meant and getattr(correction, part):
                return str(getattr(correction, part))
    return ""


def built_so(made: list[Correction]) -> Corpus:
    """A corpus whose articles were read as the corrections say."""
    by_id = {place.gazetteer_id: place for place in PLACES.values()}
    articles: list[tuple[Article, Findings]] = []
    for number, (one_article, findings) in enumerate(BASE):
        mentions = []
        for found in findings.mentions:
            place, role = (told(made, number, found, part) for part in ("place", "role"))
            if place == NOT_A_PLACE:
                continue
            changed = replace(found, role=role or found.role)
            if place:
                changed = replace(changed, place=by_id[place], confidence=1.0)
            mentions.append(changed)
        articles.append((one_article, replace(findings, mentions=tuple(mentions))))
    return corpus_of(*articles)


def counted(corpus: Corpus, query: Query) -> dict[str, Any]:
    selection = narrow(corpus, query)
    frame = by_place(corpus, selection)
    ids = corpus.gazetteer_ids[frame["place_id"]]
    table = frame.drop(columns="place_id").astype({"confidence": "float64"}).round(5)
    return {
        "totals": totals(corpus, selection),
        "places": table.astype(object).set_axis(ids).sort_index().to_dict("index"),
        "days": by_day(corpus, selection, "month").to_dict("list"),
        "facets": {
            name: sorted(zip(tally["value"], tally["articles"], strict=True))
            for name, tally in by_facets(corpus, query, selection=selection).items()
        },
        "list": page(corpus, selection)["key"].tolist(),
    }


@settings(max_examples=25)
@given(st.lists(corrections(), min_size=1, max_size=8), st.sampled_from([(), ("event",)]))
def test_counts_are_those_of_a_corpus_that_was_read_so(
    made: list[Correction], roles: tuple[str, ...]
) -> None:
    after, wanted = small_corpus().put_right(made), built_so(made)
    assert counted(after, Query(roles=roles)) == counted(wanted, Query(roles=roles))
    ids = after.mentions[["article_id", "place_id"]].to_numpy()
    assert np.array_equal(ids, ids[np.lexsort((ids[:, 1], ids[:, 0]))]), "the kernels live on this"
    whole = after.table("mentions", ["article_id", "place_id", "start", "surface", "rule"])
    for number in range(len(after.articles)):
        hot = after.mentions[after.mentions["article_id"] == number]
        rows = after.rows("mentions", number)
        assert rows["place_id"].tolist() == hot["place_id"].tolist()
        assert rows["role"].tolist() == hot["role"].tolist()
        mine = whole[whole["article_id"] == number]
        assert mine["start"].tolist() == rows["start"].tolist()
        assert mine["rule"].tolist() == rows["rule"].tolist()
