"""What can be brought, how long its reading will take, and that there was nothing."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from components import bring
from tests.page.test_own import said


def test_nothing_dropped_and_nothing_pasted_is_said() -> None:
    def script() -> None:
        from components import bring

        bring.form(lambda job, files: None)

    test = AppTest.from_function(script, default_timeout=60).run()
    test.button(key="bring_read").click().run()
    assert not test.exception and "Nothing to read yet" in said(test)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "about 10 s left"), (44, "about 40 s left"), (200, "about 3 min left")],
)
def test_the_time_left_is_said_roughly(seconds: float, words: str) -> None:
    assert bring._remaining(seconds) == words


def test_the_files_that_most_people_have_are_named_first() -> None:
    def script() -> None:
        from components import bring

        bring.form(lambda job, files: None)

    test = AppTest.from_function(script, default_timeout=60).run()
    named = [ending.lstrip(".") for ending in test.file_uploader(key="bring_files").allowed_type]
    assert named[:7] == ["text/*", "pdf", "docx", "txt", "html", "csv", "xlsx"]
    assert {"jsonl", "mbox", "gz"} < set(named)
