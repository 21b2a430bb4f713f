"""An address brings back the choice it was written from, and no address does harm."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import address
from components.choice import BINS, STACKS, UNITS, Choice, within
from dateline.figures.polygon import MOST_CORNERS, simplify
from dateline.findings import ROLES, SPEAKER_KINDS
from dateline.query import MOST_AREAS, ORDERS, Query, Values

FINGERPRINT = "0123456789abcdef" * 4
NAMES = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=30)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def values(each: st.SearchStrategy[str]) -> st.SearchStrategy[Values]:
    def divide(both: tuple[set[str], set[str]]) -> Values:
        include, exclude = both
        return Values(tuple(include - exclude), tuple(exclude))

    return st.tuples(st.sets(each, max_size=4), st.sets(each, max_size=3)).map(divide)


def between(pair: tuple[date | None, date | None]) -> tuple[date | None, date | None]:
    first, last = pair
    return (last, first) if first and last and first > last else pair


SPANS = st.tuples(st.none() | DAYS, st.none() | DAYS).map(between)
PLACES = st.from_regex(r"[a-z]{3,9}:[A-Za-z0-9_.-]{1,9}", fullmatch=True)
CORNER = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


AREAS = st.lists(CORNER, min_size=3, max_size=60).map(simplify)
QUERIES = st.builds(
    Query,
    words=NAMES.map(lambda words: " ".join(words.split())),
    published=SPANS,
    spoken=SPANS,
    roles=st.sets(st.sampled_from((*ROLES, ""))).map(tuple),
    sources=values(NAMES),
    countries=values(st.from_regex(r"[A-Z]{2}", fullmatch=True)),
    places=values(PLACES),
    languages=values(st.from_regex(r"[a-z]{2,3}", fullmatch=True)),
    agencies=values(NAMES),
    people=values(NAMES),
    organisations=values(NAMES),
    speaker_kinds=values(st.sampled_from(SPEAKER_KINDS)),
    areas=st.lists(AREAS.filter(bool), max_size=4).map(tuple),
    near=st.none() | st.tuples(PLACES, st.integers(1, 20_000).map(float)),
    copies=st.just("") | st.from_regex(r"[0-9a-f]{16}", fullmatch=True),
    further=st.dictionaries(NAMES, values(NAMES), max_size=3).map(lambda d: tuple(d.items())),
)
OPENED = st.just(("", -1)) | st.tuples(
    st.from_regex(r"[0-9a-f]{16}", fullmatch=True), st.integers(-1, 10**9 - 1)
)


def opening(choice: Choice, opened: tuple[str, int]) -> Choice:
    return replace(choice, article=opened[0], mention=opened[1])


PLAIN_CHOICES = st.builds(
    Choice,
    query=QUERIES,
    view=st.none()
    | st.tuples(
        st.integers(-1800000, 1800000).map(lambda n: n / 10000),
        st.integers(-900000, 900000).map(lambda n: n / 10000),
        st.integers(0, 2200).map(lambda n: n / 100),
    ),
    unit=st.sampled_from(UNITS),
    sort=st.sampled_from(ORDERS),
    bin=st.sampled_from(BINS),
    by=st.sampled_from(STACKS),
    share=st.booleans(),
    step=st.none() | DAYS,
)
CHOICES = st.builds(opening, PLAIN_CHOICES, OPENED)


@given(CHOICES)
def test_what_is_written_is_read_back_the_same(choice: Choice) -> None:
    found = address.read(address.write(choice, FINGERPRINT))
    assert found.dropped == ()
    assert found.choice == choice


PARAMETERS = (
    "v c q from to sfrom sto role source agency country lang place person org speaker area near "
    "copies unit share bin by sort t a m z x.desk zzz x."
)


@given(
    st.dictionaries(
        st.sampled_from(PARAMETERS.split()) | st.text(max_size=5),
        st.lists(st.text(max_size=40), max_size=4),
        max_size=12,
    )
)
def test_no_address_raises_and_what_it_yields_can_be_written(
    parameters: dict[str, list[str]],
) -> None:
    found = address.read(parameters)
    again = address.read(address.write(found.choice, FINGERPRINT))
    assert again.choice == found.choice and again.dropped == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("from", "2016-02-30"),
        ("from", "20160203"),
        ("role", "victim"),
        ("role", "!event"),
        ("country", "<script>"),
        ("place", "geonames:170063';--"),
        ("speaker", "Assad"),
        ("source", "a\0b"),
        ("area", "1,2;3,4"),
        ("area", "nan,nan;1,2;3,4"),
        ("area", "1,2;3,4;5,1e9"),
        ("near", "geonames:1,0"),
        ("near", "geonames:1,inf"),
        ("copies", "../k3"),
        ("z", "0,0,99"),
        ("z", "1,2"),
        ("a", "../../etc/passwd"),
        ("m", "-1"),
        ("m", "٣"),
        ("m", "1e9"),
        ("sort", "loudest"),
        ("unit", "deaths"),
        ("by", "weather"),
        ("share", "yes"),
        ("t", "zz~yy"),
        ("v", "2"),
        ("c", "xyz"),
        ("q", "a" * 5000),
        ("colour", "green"),
    ],
)
def test_what_cannot_be_read_is_dropped_and_named(name: str, value: str) -> None:
    found = address.read({name: [value]})
    assert found.choice == Choice()
    assert [dropped.partition("=")[0] for dropped in found.dropped] == [name]


def test_days_in_the_wrong_order_are_dropped_together() -> None:
    found = address.read({"from": ["2016-12-31"], "to": ["2016-01-01"], "q": ["convoy"]})
    assert found.dropped == ("from and to=2016-12-31 after 2016-01-01",)
    assert found.choice.query == Query(words="convoy")


def test_the_first_view_has_an_empty_address() -> None:
    assert address.write(Choice(), FINGERPRINT) == {}


def test_all_roles_and_the_default_role_are_told_apart() -> None:
    everything = Choice(query=Query(roles=()))
    assert address.write(everything, FINGERPRINT)["role"] == ["all"]
    assert address.read({}).choice.query.roles == ("event",)


def test_an_article_of_ones_own_is_never_in_a_link() -> None:
    choice = Choice(query=Query(copies="ab" * 8), article="ab" * 8, mention=7)
    assert not {"a", "m", "copies"} & set(address.write(choice, FINGERPRINT, own={"ab" * 8}))
    written = address.write(choice, FINGERPRINT)
    assert written["a"] == written["copies"] == ["ab" * 8]


def test_a_receipt_is_kept_with_its_article_alone() -> None:
    open_at = Choice(article="ab" * 8, mention=0)
    assert address.write(open_at, FINGERPRINT)["m"] == ["0"]
    assert address.read({"m": ["7"]}).choice == Choice()


def test_a_leading_exclamation_mark_excludes_and_can_be_meant() -> None:
    found = address.read({"source": ["!Harbour Post", "\\!Now"]}).choice.query.sources
    assert found == Values(include=("!Now",), exclude=("Harbour Post",))


def test_each_area_is_a_parameter_and_one_that_cannot_be_read_leaves_the_others() -> None:
    corners = "36,35;38,35;37,37"
    found = address.read({"area": [corners, "1,2", "0,0;1,0;0,1"]})
    assert found.dropped == ("area=1,2",) and len(found.choice.query.areas) == 2
    written = address.write(found.choice, FINGERPRINT)["area"]
    assert written[1] == "36.0000,35.0000;38.0000,35.0000;37.0000,37.0000"
    many = [f"{n},0;{n},1;{n + 1},0" for n in range(MOST_AREAS + 2)]
    found = address.read({"area": many})
    assert found.dropped == ("area=2 more",) and len(found.choice.query.areas) == MOST_AREAS


def test_a_lasso_of_hundreds_of_corners_fits_into_a_link() -> None:
    circle = [
        (37 + math.cos(i / 100 * math.pi), 36 + math.sin(i / 100 * math.pi)) for i in range(200)
    ]
    choice = within(within(Choice(), [(0, 0), (1, 0), (0, 1)]), circle)
    assert 10 < len(choice.query.areas[0]) <= MOST_CORNERS
    written = address.write(choice, FINGERPRINT)
    assert len(written["area"][0]) < 800
    assert address.read(written).choice == choice
