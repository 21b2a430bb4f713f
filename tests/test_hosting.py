"""What visitors are told names no folder of the machine that serves them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.hosting import without_paths


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            "/srv/app/data/models/roles-md.txt was made for other features; run `make models`",
            "roles-md.txt was made for other features; run `make models`",
        ),
        ("[Errno 28] No space left: '/srv/my data/a b.tmp'", "No space left: 'a b.tmp'"),
        (r"C:\Users\Ana\corpus is damaged", "corpus is damaged"),
        ("no corpus in /corpus; expected a folder", "no corpus in corpus; expected a folder"),
        ("another is writing to /srv/corpora/aleppo/", "another is writing to aleppo"),
        (f"{Path.home() / 'My Corpora' / 'views.json'} cannot be read", "cannot be read"),
    ],
)
def test_of_a_path_only_the_name_is_told_and_the_log_has_all(
    message: str, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    said = without_paths(message)
    assert said.endswith(told) and "/srv" not in said and str(Path.home()) not in said
    assert message in caplog.text


@pytest.mark.parametrize(
    "message",
    [
        "an address such as https://example.org/a/b.xml",
        "columns 'text/body' and/or date 5/12/2016; 3 of 4 / all",
        "expected `data/demo/articles.csv`",
        "a file ../a/b that is not here",
    ],
)
def test_what_is_no_path_of_the_machine_stays(message: str) -> None:
    assert without_paths(message) == message
