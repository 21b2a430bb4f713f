"""What the playback says of the days it has come to."""

from __future__ import annotations

from datetime import date

import pytest

from components.choice import Choice
from components.pages.over_time import playback
from components.pages.shown import look
from dateline.assembly import tables_of
from dateline.corpus import Corpus
from tests.corpora import article


@pytest.mark.parametrize(
    ("days", "bin_", "step", "said"),
    [
        (("2016-09-12", "2016-12-06"), "day", "2016-09-12", "12 Sep 2016"),
        (("2016-09-12", "2016-12-06"), "week", "2016-09-19", "19 – 25 Sep 2016"),
        (("2016-09-12", "2016-12-06"), "week", "2016-09-26", "26 Sep – 2 Oct 2016"),
        (("2016-12-06", "2017-01-20"), "week", "2016-12-26", "26 Dec 2016 – 1 Jan 2017"),
    ],
)
def test_a_step_is_named_by_its_days_and_no_longer_than_it_must(
    days: tuple[str, str], bin_: str, step: str, said: str
) -> None:
    rows = [article(day, "Levant Desk", "", "", f"Rain on {day}.") for day in days]
    corpus = Corpus.from_tables(tables_of(rows), name="Invented", provenance={})
    choice = Choice(bin=bin_, step=date.fromisoformat(step))  # type: ignore[arg-type]
    assert playback(look(corpus, choice), 1).label == f"{said} · 1 article"
