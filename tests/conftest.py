"""What every test can rely on."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def main_module() -> Iterator[None]:
    """Leave `__main__` as it was: a page test puts its script there, and spawned workers run it."""
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before
