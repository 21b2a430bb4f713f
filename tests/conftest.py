"""What every test can rely on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

# The same examples in every run where a change is judged; new ones on everybody's own machine.
settings.register_profile("judging", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("judging")


@pytest.fixture(autouse=True)
def main_module() -> Iterator[None]:
    """Leave `__main__` as it was: a page test puts its script there, and spawned workers run it."""
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before
