"""What a visitor put right in his own articles stays in them when others stand beside."""

from __future__ import annotations

from dateline.corrections import Correction
from dateline.corrections.own_articles import of_articles

LEBANON, LIBYA = "geonames:266826", "geonames:2210247"
SURFACES = {"one": ["Tripoli", "Homs"], "two": ["TRIPOLI", "Tripoli"], "three": ["Homs"]}


def test_what_was_said_of_every_mention_is_said_of_each_of_his_articles_that_has_it() -> None:
    said = Correction("surface", surface="tripoli", place=LEBANON, note="why", at="2026-11-24")
    became = of_articles([said], SURFACES)
    assert [(one.scope, one.key) for one in became] == [("article", "one"), ("article", "two")]
    assert {(one.place, one.note, one.at) for one in became} == {(LEBANON, "why", "2026-11-24")}


def test_one_of_an_article_still_wins_over_a_later_one_of_all() -> None:
    closer = Correction("article", "one", surface="Tripoli", place=LIBYA)
    later = Correction("surface", surface="Tripoli", place=LEBANON)
    became = of_articles([closer, later], SURFACES)
    assert became[-1] is closer and [one.key for one in became] == ["one", "two", "one"]


def test_what_is_of_no_article_here_stays_behind() -> None:
    gone = Correction("mention", "gone", 0, 4, "Homs", role="event")
    nowhere = Correction("surface", surface="Idlib", role="event")
    assert of_articles([gone, nowhere], SURFACES) == ()
