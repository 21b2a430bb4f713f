"""Where trained files lie, and what is said of one that is missing or does not fit."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from dateline.errors import ModelError
from dateline.resources import data_folder

__all__ = ["AGAIN", "home_of", "text_of_file"]

AGAIN: Final = "run `make models`"
"""What to do about a trained file that is missing, damaged or made for something else."""


def home_of(language_model: str, folder: Path | None = None) -> Path:
    """The folder of what was trained on the parses of one language model.

    Args:
        language_model: `en_core_web_md` or `en_core_web_sm`.
        folder: Where the trained files of all language models lie; None for ours.
    """
    return (folder or data_folder() / "models") / language_model


def text_of_file(path: Path) -> str:
    """The contents of a trained file.

    Raises:
        ModelError: It is missing.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        came = f"the trained file {path} is missing"
        raise ModelError(came, "one for each language model", AGAIN) from error
