"""Whether a place lies where the article is set."""

from __future__ import annotations

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import read_frames
from dateline.geoparsing.roles.syntax import read_syntax
from dateline.geoparsing.roles.theatre import Theatre
from dateline.language_model import load

TEXT = (
    "Shells fall on Sarmin\n\nShells fell on Sarmin and Binnish. In Maarat people hid, and "
    "in Idlib too.\n\nTrucks came from Oslo."
)
HERE, AFAR = 7, 9


def _theatre() -> Theatre:
    names = [("Sarmin", HERE), ("Binnish", HERE), ("Maarat", HERE), ("Idlib", HERE), ("Oslo", AFAR)]
    facts = [
        MentionFacts(TEXT.index(name), TEXT.index(name) + len(name), "city", country=country)
        for name, country in names
    ]
    syntax = read_syntax(load().nlp(TEXT))
    return Theatre(syntax, facts, read_frames(syntax, facts))


def test_the_country_of_most_places_is_where_the_article_is_set() -> None:
    assert {"theatre=most+many", "foremost=True+many", "theatre open"} <= set(
        _theatre().told(HERE, "city")
    )


def test_a_place_alone_in_its_country_is_far_from_it() -> None:
    assert {"theatre=third+many", "theatre only=True+many", "theatre later"} <= set(
        _theatre().told(AFAR, "city")
    )


def test_of_a_place_in_no_known_country_nothing_is_told() -> None:
    assert _theatre().told(-1, "none") == ["theatre=none"]
