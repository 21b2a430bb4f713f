"""Rates and mistakes: all that was annotated counts, and every mistake shows its sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.evaluation import AnnotatedArticle, AnnotatedMention, AnnotatedPlace, evaluate
from dateline.evaluation.calibration import expected_error, reliability
from dateline.evaluation.matching import pairs
from dateline.evaluation.nearness import FIELD_KM, SPOT_KM, is_meant
from dateline.evaluation.report import mistakes_csv, report_lines
from dateline.findings import Findings
from dateline.gazetteer.place import Place
from tests.corpora import ARTICLES, PLACES, article


def annotated(number: int) -> tuple[AnnotatedArticle, Findings]:
    """An article whose annotation says what its findings say."""
    read, found = article(*ARTICLES[number])
    mentions = tuple(
        AnnotatedMention(m.start, m.end, m.role, m.place and as_meant(m.place.name, m.place))
        for m in found.mentions
    )
    focus = found.focus and as_meant(found.focus.name, found.focus)
    return AnnotatedArticle(replace(read, identifier=str(number)), mentions, (), focus), found


def as_meant(name: str, place: Place) -> AnnotatedPlace:
    return AnnotatedPlace(
        name, place.latitude, place.longitude, place.country_code, place.precision
    )


def test_findings_as_annotated_are_all_right() -> None:
    each = [annotated(number) for number in range(len(ARTICLES))]
    evaluation = evaluate([a for a, _ in each], [f for _, f in each])
    assert evaluation.recognition.f1 == evaluation.placed.f1 == evaluation.roled.f1 == 1
    assert evaluation.marks.right < evaluation.marks.given  # Port Nowhere cannot be placed
    assert evaluation.focus.recall == 1
    assert evaluation.mistakes == ()


def test_silence_does_not_pay() -> None:
    wanted, _ = annotated(1)
    evaluation = evaluate([wanted], [Findings()])
    assert evaluation.recognition.recall == evaluation.placed.recall == 0
    assert [mistake.kind for mistake in evaluation.mistakes].count("missed") == 4
    assert evaluation.mistakes[-1].kind == "focus"


def test_every_kind_of_mistake_is_told_from_the_others() -> None:
    wanted, found = annotated(1)
    dateline, aleppo, sukkari, damascus = found.mentions
    wrong = (
        replace(dateline, start=dateline.start - 1, surface="an " + dateline.surface),
        replace(aleppo, role="setting"),
        replace(sukkari, place=PLACES["suva"]),
        replace(damascus, place=None, confidence=None),
        replace(damascus, start=0, end=4, place=PLACES["suva"]),
    )
    evaluation = evaluate([wanted], [replace(found, mentions=wrong)])
    kinds = {mistake.kind: mistake for mistake in evaluation.mistakes}
    assert set(kinds) == {"span", "role", "place", "not placed", "no place"}
    assert (kinds["role"].wanted, kinds["role"].given) == ("event", "setting")
    assert "Suva (FJ)" in kinds["place"].given
    assert "km off" in kinds["place"].given
    assert "al-Sukkari" in kinds["place"].context


def test_ignored_spans_and_unplaced_ones_count_neither_way() -> None:
    wanted, found = annotated(1)
    first = wanted.mentions[0]
    without = replace(wanted, mentions=wanted.mentions[1:], ignored=((first.start, first.end),))
    assert evaluate([without], [found]).recognition.precision == 1
    nowhere = replace(wanted, mentions=(replace(first, place=None), *wanted.mentions[1:]))
    assert evaluate([nowhere], [found]).placed.precision == 1


def test_a_town_is_known_by_distance_a_country_by_code_a_region_by_name() -> None:
    tripoli = as_meant("Tripoli", PLACES["tripoli lebanon"])
    assert not is_meant(tripoli, PLACES["tripoli libya"], FIELD_KM)
    syria = as_meant("Syria", PLACES["syria"])
    assert not is_meant(syria, PLACES["aleppo"], FIELD_KM)
    assert is_meant(replace(syria, latitude=33.0), PLACES["syria"], SPOT_KM)
    province = as_meant("Aleppo Governorate", PLACES["aleppo province"])
    assert is_meant(replace(province, latitude=34.0), PLACES["aleppo province"], SPOT_KM)
    assert not is_meant(province, PLACES["aleppo"], SPOT_KM)
    by_id = replace(tripoli, gazetteer_id="geonames:266826", latitude=0.0)
    assert is_meant(by_id, PLACES["tripoli lebanon"], SPOT_KM)
    assert not is_meant(tripoli, None, FIELD_KM)


class _Span:
    def __init__(self, start: int, length: int) -> None:
        self.start, self.end = start, start + length


SPANS = st.lists(st.builds(_Span, st.integers(0, 30), st.integers(1, 6)), max_size=8)


@given(SPANS, SPANS)
def test_pairs_are_one_to_one_overlap_and_take_every_equal_span(
    wanted: list[_Span], found: list[_Span]
) -> None:
    paired = pairs(wanted, found)
    assert len({i for i, _ in paired}) == len({j for _, j in paired}) == len(paired)
    for i, j in paired:
        assert min(wanted[i].end, found[j].end) > max(wanted[i].start, found[j].start)
    exact = pairs(wanted, found, exact=True)
    assert len(exact) <= len(paired)
    assert all((wanted[i].start, wanted[i].end) == (found[j].start, found[j].end) for i, j in exact)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60))
def test_the_reliability_curve_holds_every_placement(placed: list[tuple[float, bool]]) -> None:
    curve = reliability([c for c, _ in placed], [hit for _, hit in placed])
    assert sum(each.count for each in curve) == len(placed)
    right = sum(each.count * each.right for each in curve)
    assert right == pytest.approx(sum(hit for _, hit in placed))
    assert 0 <= expected_error(curve) <= 1


def test_a_confidence_that_means_what_it_says_has_no_error() -> None:
    assert expected_error(reliability([0.75] * 4, [True, True, True, False])) == 0
    assert expected_error(reliability([1.0] * 4, [False] * 4)) == 1


def test_the_report_marks_figures_from_few_cases() -> None:
    wanted, found = annotated(1)
    lines = list(report_lines(evaluate([wanted], [found])))
    assert lines[0] == "1 article, 4 mentions annotated"
    assert lines[-1].startswith("* fewer than")


def test_a_formula_in_a_text_is_harmless_in_the_table_of_mistakes() -> None:
    wanted, _ = annotated(1)
    evaluation = evaluate([wanted], [Findings()])
    formula = replace(evaluation.mistakes[0], surface="=HYPERLINK(1)", context="+cmd")
    table = mistakes_csv([formula]).decode()
    assert "'=HYPERLINK" in table
    assert "'+cmd" in table
