"""The page Method says how its findings come about."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dateline.credits import PLACE_NAMES

pytestmark = pytest.mark.usefixtures("fresh")


def test_the_method_page_says_how_roles_come_about() -> None:
    def script() -> None:
        from components.pages import method

        method.show()

    test = AppTest.from_function(script, default_timeout=60).run()
    assert not test.exception
    assert any("Why roles" in one.value for one in test.markdown)
    shown = " ".join(frame.value.to_string() for frame in test.table)
    assert "event marks in the right spot" in shown  # by role
    assert "Western Asia" in shown  # by part of the world
    assert any(one.value == PLACE_NAMES for one in test.markdown)
