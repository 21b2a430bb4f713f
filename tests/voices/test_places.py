"""What the gazetteer placed, and what is listed with it, is no person and no organisation."""

from __future__ import annotations

import re

import pytest

from dateline.findings import Mention, NameMention, Role
from dateline.voices import without_places
from tests.corpora import PLACES


def found(text: str, surfaces: str) -> list[tuple[int, int, str]]:
    """Where words stand, each time, parted by semicolons."""
    return sorted(
        (match.start(), match.end(), match[0])
        for surface in filter(None, surfaces.split(";"))
        for match in re.finditer(re.escape(surface), text)
    )


def left(text: str, names: str, places: str, role: Role = "event", *, known: bool = True) -> str:
    """The names that stay, parted by semicolons, where these places are found in the text."""
    place = PLACES["aleppo"] if known else None
    stay = without_places(
        text,
        [NameMention(*span, "organisation", span[2]) for span in found(text, names)],
        [Mention(*span, role, None, place) for span in found(text, places)],
    )
    return ";".join(name.surface for name in stay)


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Vesk was shelled.", "Vesk", "Vesk"),
        ("Sheikh Vesk was shelled.", "Vesk", "Sheikh Vesk"),
        ("A mother in the Vesk quarter said so.", "Vesk quarter", "Vesk"),
        ("They shut down Olm and Vesk, near the border.", "Olm and Vesk", "Vesk"),
        ("In the ministries of Vesk Tarr is a method.", "Vesk Tarr", "Vesk;Tarr"),
    ],
)
def test_a_toponym_or_a_part_of_one_is_no_name(text: str, name: str, place: str) -> None:
    assert left(text, name, place) == ""


@pytest.mark.parametrize("role", ["name", "actor", "demonym"])
@pytest.mark.parametrize("name", ["Vesk Media Center", "Vesk City"])
def test_a_name_that_holds_a_place_stays(name: str, role: Role) -> None:
    assert left(f"The {name} was there.", name, "Vesk", role) == name


def test_an_organisation_named_after_where_something_happens_stays() -> None:
    assert left("The Vesk Media Center was there.", "Vesk Media Center", "Vesk")


def test_a_name_cut_across_a_dateline_is_none() -> None:
    assert left("VESK (Meridian) – Snow fell.", "VESK (Meridian", "VESK", "dateline") == ""


def test_what_is_placed_as_often_elsewhere_in_the_article_is_a_place() -> None:
    text = "Vesk is camps. In Old Vesk it rained."
    mentions = [Mention(18, 26, "Vesk", "event", None, PLACES["aleppo"])]
    assert not without_places(text, [NameMention(0, 4, "Vesk", "person", "Vesk")], mentions)
    assert without_places(text, [NameMention(0, 4, "Vesk", "person", "Ana Vesk")], mentions)
    twice = [NameMention(at, at + 4, "Vesk", "person", "Vesk") for at in (0, 4)]
    assert len(without_places(text, twice, mentions)) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Vesk left. In Old Vesk it rained. Vesk spoke.", "Vesk"),
        ("The VSK met. In Old VSK it rained.", "VSK"),
    ],
)
def test_a_title_or_an_acronym_tells_a_name_whatever_is_placed(text: str, name: str) -> None:
    start = text.index(f"Old {name}")
    mentions = [
        Mention(start, start + 4 + len(name), name, "event", None, PLACES["aleppo"], "")
        for _ in range(2)
    ]
    starts = [m.start() for m in re.finditer(name, text) if m.start() < start]
    names = [NameMention(at, at + len(name), name, "organisation", name) for at in starts]
    assert len(without_places(text, names, mentions)) == 1


def test_a_surname_that_is_joined_to_a_full_name_stays_within_a_toponym() -> None:
    text = "The Arden camp says so."
    names = [NameMention(4, 9, "Arden", "person", "Zora Arden")]
    mentions = [Mention(0, 9, "The Arden", "event", None, PLACES["aleppo"])]
    assert without_places(text, names, mentions) == tuple(names)


@pytest.mark.parametrize(
    ("text", "stay"),
    [
        ("They took Vesk, Tarr, Olm and Dorn.", ""),
        ("They took Tarr, Olm, and Dorn.", ""),
        ("Olm, Vesk or Dorn may be next.", ""),
        ("In Vesk, Tarr and Olm said so.", "Tarr;Olm"),
        ("In Vesk, Tarr said so.", "Tarr"),
        ("Tarr and Vesk are quiet.", "Tarr"),
        ("Tarr; Olm; and Vesk.", "Tarr;Olm"),
    ],
)
def test_what_is_listed_before_a_place_is_one(text: str, stay: str) -> None:
    assert left(text, "Tarr;Olm", "Vesk;Dorn") == stay


@pytest.mark.parametrize(("role", "known"), [("actor", True), ("event", False)])
def test_a_list_of_who_acts_or_of_what_nobody_knows_tells_nothing(role: Role, known: bool) -> None:
    text = "Tarr, Olm and Vesk signed."
    assert left(text, "Tarr;Olm", "Vesk", role, known=known) == "Tarr;Olm"
