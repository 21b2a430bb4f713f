"""What every test can rely on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from xdist.scheduler import LoadFileScheduling

# The same examples in every run where a change is judged; new ones on everybody's own machine. What
# an example takes says more of what else the machine does than of us: `benchmarks/` measure speed.
settings.register_profile("judging", derandomize=True, deadline=None)
settings.register_profile("at home", deadline=None)
settings.load_profile("judging" if os.environ.get("CI") else "at home")


@pytest.fixture(autouse=True)
def main_module() -> Iterator[None]:
    """Leave `__main__` as it was: a page test puts its script there, and spawned workers run it."""
    before = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = before


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadFileScheduling:
    """With `-n`, a file stays with one worker, and all that drives Chromium with one.

    Two browsers that draw maps in software at once take longer than one after the other.
    """
    from xdist.scheduler import LoadFileScheduling

    class OneBrowser(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = super()._split_scope(nodeid)
            return "tests/browser" if file.startswith("tests/browser/") else file

    return OneBrowser(config, log)
