"""The one place an article is about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dateline.errors import ModelError
from dateline.findings import Mention, Role
from dateline.gazetteer import Gazetteer
from dateline.geoparsing.focus.features import FOCUS_FEATURES, focus_features
from dateline.geoparsing.focus.model import FocusModel
from dateline.geoparsing.focus.training import FocusExample, fit_focus
from dateline.language_model import load

ALEPPO = "geonames:170063"
BAB = "geonames:174018"
PROVINCE = "geonames:170062"
HOMS = "geonames:169577"
SYRIA = "geonames:163843"
GENEVA = "geonames:2660646"
TRIPOLI, TRIPOLI_OF_LIBYA = "geonames:266826", "geonames:2210247"

Found = tuple[str | None, Role, int]
TEXT = "A headline of some words\n\n" + "words and words " * 60


@pytest.fixture(scope="module")
def model() -> FocusModel:
    return FocusModel.load(load().name)


def mentions_of(gazetteer: Gazetteer, text: str, found: tuple[Found, ...]) -> list[Mention]:
    out = []
    for identifier, role, start in found:
        place = None if identifier is None else gazetteer.by_gazetteer_id(identifier)
        assert identifier is None or place is not None
        surface = place.name if place else text[start : start + 4]
        out.append(Mention(start, start + 4, surface, role, 0.9, place))
    return out


class Read:
    """An article with mentions at given places, and what it is said to be about."""

    def __init__(self, model: FocusModel, gazetteer: Gazetteer) -> None:
        self._model, self._gazetteer = model, gazetteer

    def __call__(self, *found: Found, text: str = TEXT) -> str | None:
        mentions = mentions_of(self._gazetteer, text, found)
        place = self._model.choose(text, mentions, self._gazetteer)
        return place.gazetteer_id if place else None


@pytest.fixture
def focus(model: FocusModel, gazetteer: Gazetteer) -> Read:
    return Read(model, gazetteer)


def test_an_article_without_placed_mentions_has_no_focus(focus: Read) -> None:
    assert focus() is None
    assert focus((None, "event", 40)) is None


def test_the_place_of_the_event_outweighs_the_place_of_the_talks(focus: Read) -> None:
    assert focus((GENEVA, "setting", 30), (ALEPPO, "event", 60)) == ALEPPO


def test_the_town_of_the_headline_outweighs_another_in_the_lead(focus: Read) -> None:
    assert focus((HOMS, "event", 3), (ALEPPO, "event", 60), (HOMS, "event", 300)) == HOMS


def test_a_country_said_over_and_over_does_not_drown_the_town_of_the_headline(
    focus: Read,
) -> None:
    often: list[Found] = [(SYRIA, "event", start) for start in range(100, 800, 40)]
    assert focus((HOMS, "event", 3), *often) == HOMS


def test_a_province_in_the_headline_gives_way_to_the_town_in_the_lead(focus: Read) -> None:
    assert focus((PROVINCE, "event", 3), (BAB, "event", 40)) == BAB


def test_a_province_alone_stays_the_focus(focus: Read) -> None:
    assert focus((PROVINCE, "event", 3), (GENEVA, "setting", 40)) == PROVINCE


def test_a_country_does_not_give_way_to_a_town_of_another(focus: Read) -> None:
    assert focus((SYRIA, "event", 3), (GENEVA, "comparison", 40)) == SYRIA


def test_the_dateline_stands_in_where_nothing_else_is(focus: Read) -> None:
    assert focus((GENEVA, "dateline", 27)) == GENEVA


def test_a_parallel_is_never_preferred_to_an_event(focus: Read) -> None:
    assert focus((HOMS, "comparison", 3), (ALEPPO, "event", 900)) == ALEPPO


def test_of_two_namesakes_the_one_where_the_event_is_laid_is_taken(focus: Read) -> None:
    found: list[Found] = [(TRIPOLI, "event", 3), (TRIPOLI_OF_LIBYA, "background", 800)]
    assert focus(*found) == TRIPOLI


def test_a_text_without_headline_is_read_from_its_beginning(focus: Read) -> None:
    text = "words and words " * 60
    assert focus((ALEPPO, "event", 10), (HOMS, "event", 700), text=text) == ALEPPO


def test_each_named_place_is_described_once_and_in_order(gazetteer: Gazetteer) -> None:
    found: tuple[Found, ...] = (
        (HOMS, "event", 3), (SYRIA, "actor", 40), (HOMS, "setting", 60), (None, "event", 80)
    )  # fmt: skip
    places, features = focus_features(TEXT, mentions_of(gazetteer, TEXT, found), gazetteer)
    assert [place.gazetteer_id for place in places] == [HOMS, SYRIA]
    assert features.shape == (2, len(FOCUS_FEATURES))
    assert np.isfinite(features).all()
    column = dict(zip(FOCUS_FEATURES, features.T.tolist(), strict=True))
    assert column["event in headline"] == [1.0, 0.0]
    assert column["is country"] == [0.0, 1.0]
    assert column["share of events"] == [1.0, 0.0]
    assert column["events inside"] == [0.0, 1.0]


def test_a_province_that_only_locates_a_town_is_told_from_one_of_its_own(
    gazetteer: Gazetteer,
) -> None:
    def locating(start: int) -> float:
        found: tuple[Found, ...] = ((BAB, "event", 40), (PROVINCE, "event", start))
        _, features = focus_features(TEXT, mentions_of(gazetteer, TEXT, found), gazetteer)
        return float(features[1, FOCUS_FEATURES.index("only locates")])

    assert locating(60) == 1.0
    assert locating(400) == 0.0


def test_where_a_place_is_last_named_and_how_often_by_a_direction_is_told(
    gazetteer: Gazetteer,
) -> None:
    found: tuple[Found, ...] = ((HOMS, "event", 3), (BAB, "event", 40), (BAB, "event", 505))
    above, first, last = mentions_of(gazetteer, TEXT, found)
    mentions = [above, first, replace(last, direction="north of")]
    _, features = focus_features(TEXT, mentions, gazetteer)
    column = dict(zip(FOCUS_FEATURES, features.T.tolist(), strict=True))
    assert column["how late"] == [0.0, pytest.approx(0.5, abs=0.01)]
    assert column["times with a direction"] == [0.0, pytest.approx(np.log(2))]


def test_what_the_examples_prefer_is_learned() -> None:
    rows = np.zeros((2, len(FOCUS_FEATURES)))
    rows[1, FOCUS_FEATURES.index("event in headline")] = 1.0
    right = np.array([False, True])
    open_to_both = FocusExample(rows, np.array([True, True]), 0)
    fitted = fit_focus([FocusExample(rows, right, 0)] * 5 + [open_to_both])
    assert fitted.weights["event in headline"] > 0.5
    assert fitted.weights["event in lead"] == 0.0


def test_a_model_is_read_as_it_was_written(tmp_path: Path) -> None:
    written = FocusModel({"event in lead": 0.5, "is country": -1.25})
    written.save("en_core_web_md", tmp_path)
    assert FocusModel.load("en_core_web_md", tmp_path) == written


def test_a_model_of_other_features_is_refused(tmp_path: Path) -> None:
    FocusModel({"colour of the headline": 1.0}).save("en_core_web_md", tmp_path)
    with pytest.raises(ModelError, match="colour of the headline"):
        FocusModel.load("en_core_web_md", tmp_path)


def test_a_missing_model_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="make models"):
        FocusModel.load("en_core_web_md", tmp_path)


@pytest.mark.parametrize("language_model", ["en_core_web_md", "en_core_web_sm"])
def test_every_language_model_has_its_weights(language_model: str) -> None:
    weights = FocusModel.load(language_model).weights
    assert set(weights) == set(FOCUS_FEATURES)
    assert weights["event in headline"] > 0 > weights["is country"]
