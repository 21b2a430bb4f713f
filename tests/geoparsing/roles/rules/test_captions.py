"""Places in captions of pictures from an archive, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.geoparsing.marked import decisions


@pytest.mark.parametrize(
    "marked",
    [
        "In this May 3, 2021 file photo, a soldier stands at a checkpoint in [Bunia].",
        "FILE - A soldier stands at a checkpoint in [Bunia] after shells fell on the market.",
        "A file picture shows the burnt market of [Bunia].",
        "Two were killed.\n\nFILE — Smoke rises over [Bunia] after an attack.",
    ],
)
def test_what_a_picture_from_the_archive_shows_was_before(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role == "background"
    assert "p=" not in decision.rule


@pytest.mark.parametrize(
    "marked",
    [
        "Soldiers attacked a checkpoint in [Bunia] on Monday, and a file of trucks left the town.",
        "A photo shows how shells fell on the market of [Bunia] on Monday.",
    ],
)
def test_other_files_and_pictures_are_of_the_day(marked: str) -> None:
    [decision] = decisions(marked)
    assert decision.role == "event"


def test_peoples_stay_what_they_are() -> None:
    [decision] = decisions("FILE - A [Congolese:demonym] soldier stands guard.")
    assert decision.role == "demonym"
