"""plotly.js for the browser: copied out of the installed Plotly wheel, never fetched."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from importlib import resources
from pathlib import Path

import plotly

from dateline.errors import DatelineError
from dateline.resources import is_checkout, static_folder

__all__ = ["copy_plotly", "plotly_url"]


def copy_plotly(folder: Path) -> Path:
    """Put `plotly-<version>.min.js` into a folder, unless it is there already.

    The file appears whole or not at all, also when two processes start at once.

    Args:
        folder: Where Streamlit serves static files from.

    Returns:
        Path of the file.

    Raises:
        DatelineError: The folder cannot be written to.
    """
    target = folder / _file_name()
    source = resources.files("plotly") / "package_data" / "plotly.min.js"
    if target.exists():
        return target
    try:
        with (
            resources.as_file(source) as path,
            path.open("rb") as stream,
            tempfile.NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as part,
        ):
            shutil.copyfileobj(stream, part)
        Path(part.name).chmod(0o644)
        Path(part.name).replace(target)
    except OSError as error:
        raise DatelineError(
            f"{folder} cannot be written to ({error.strerror})",
            f"a folder for {target.name}, which the page needs to draw",
            f"make it writable, or copy {source} there under that name",
        ) from error
    return target


@cache
def plotly_url() -> str:
    """Address of plotly.js relative to the page, such as `app/static/plotly-7.1.0.min.js`."""
    if is_checkout():  # an installed page was given its copy when it was started
        copy_plotly(static_folder())
    return f"app/static/{_file_name()}"


def _file_name() -> str:
    return f"plotly-{plotly.__version__}.min.js"
