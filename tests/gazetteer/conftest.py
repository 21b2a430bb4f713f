"""The gazetteer that comes with the program, opened once."""

from __future__ import annotations

import pytest

from dateline.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()
