"""Where the program's own data lie: in a checkout at its top, in a wheel under `app/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dateline.errors import DatelineError

__all__ = ["app_folder", "data_folder", "is_checkout", "static_folder"]


@cache
def app_folder() -> Path:
    """The folder that holds `dashboard.py`, `components`, `data`, `static` and `.streamlit`.

    Raises:
        DatelineError: Neither the checkout nor the wheel has it.
    """
    package = Path(__file__).parent
    for folder in (package / "app", package.parent):
        if (folder / "dashboard.py").exists() or (folder / "data" / "gazetteer").is_dir():
            return folder
    raise DatelineError(
        f"no data folder beside {package}",
        "`data/gazetteer` in the checkout or in the installed package",
        "install Dateline again",
    )


def is_checkout() -> bool:
    """Whether the program runs from a checkout rather than from an installed wheel."""
    return app_folder() == Path(__file__).parents[1]


def data_folder() -> Path:
    """The folder `data`: demo, gazetteer, models."""
    return app_folder() / "data"


def static_folder() -> Path:
    """The folder `static`: what the browser fetches."""
    return app_folder() / "static"
