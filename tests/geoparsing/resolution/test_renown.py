"""Cities that are meant for a pact or a university, among the towns of a local paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.findings import Mention
from dateline.geoparsing.resolution.bywords import names_a_pact, names_scholars

Read = Callable[[str], tuple[Mention, ...]]


def country(mentions: tuple[Mention, ...], surface: str) -> str:
    found = next(m.place for m in mentions if m.surface.startswith(surface))
    return found.country_code if found else ""


def around(text: str, name: str) -> tuple[str, int, int]:
    start = text.index(name)
    return text, start, start + len(name)


@pytest.mark.parametrize(
    ("text", "pact"),
    [
        ("They left the Paris Agreement.", True),
        ("They left the Paris climate accord.", True),
        ("They left the Paris climate deal.", True),
        ("Under the Paris Conventions, it is banned.", True),
        ("The Treaty of Paris ended it.", True),
        ("The Paris agreement on water ends in May.", False),  # of a town and its neighbour
        ("The Paris Convention Center will close.", False),
        ("The Paris Convention and Visitors Bureau will close.", False),
        ("A man of Paris agreed.", False),
    ],
)
def test_a_pact_is_told_by_its_word(text: str, pact: bool) -> None:
    assert names_a_pact(*around(text, "Paris")) == pact


@pytest.mark.parametrize(
    ("text", "scholars"),
    [
        ("Researchers at Oxford found a gene.", True),
        ("Oxford scientists found a gene.", True),
        ("She studied law at Oxford before the war.", True),
        ("He has a doctorate from Oxford.", True),
        ("A study by Oxford epidemiologists says so.", True),
        ("Students at Oxford were sent home.", False),  # a high school's
        ("A professor at Oxford College left.", True),
        ("She studied at Oxford High School.", False),
        ("He taught at Oxford, Ohio, for years.", False),
        ("Firefighters at Oxford put it out.", False),
    ],
)
def test_scholars_tell_a_university(text: str, scholars: bool) -> None:
    assert names_scholars(*around(text, "Oxford")) == scholars


PACT = (
    "The mayors of Austin, Dallas and Lubbock want Texas to honor the Paris Agreement. Waco and "
    "Denton may join them."
)
WATER = (
    "The Paris agreement on water ends in May, the mayors of Sulphur Springs, Denton and Lubbock "
    "said. Texas has seen no rain."
)


def test_the_city_of_a_pact_is_meant_among_towns_near_a_namesake(mentions: Read) -> None:
    assert country(mentions(PACT), "Paris") == "FR"


def test_an_agreement_of_a_town_is_its_own(mentions: Read) -> None:
    assert country(mentions(WATER), "Paris") == "US"


STUDY = (
    "Researchers at {} followed 4,000 nurses in Boston, Worcester and Springfield. The work was "
    "paid by a foundation in Lowell, Massachusetts."
)


@pytest.mark.parametrize("name", ["Oxford", "Harvard and Oxford"])
def test_a_university_is_meant_among_towns_near_a_namesake(mentions: Read, name: str) -> None:
    assert country(mentions(STUDY.format(name)), "Oxford") == "GB"


def test_a_university_that_says_so_is_not_that_of_a_namesake(mentions: Read) -> None:
    found = mentions(STUDY.format("Oxford University"))
    drawn = [m.place for m in found if m.surface.startswith("Oxford") and m.place]
    assert [place.country_code for place in drawn] in ([], ["GB"])


def test_a_town_of_its_name_is_meant_where_no_scholars_are(mentions: Read) -> None:
    text = STUDY.format("Brown").replace("Lowell", "Oxford")
    assert country(mentions(text), "Oxford") == "US"
