"""What was trained for recognition, resolution and acceptance, read and written as plain data.

Each language model has a folder of its own, such as `data/models/en_core_web_md`, and each file
names the model whose parses it was trained on. Roles and focus read and write their own files.
`make models` writes them all again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from dateline.errors import ModelError
from dateline.geoparsing.acceptance.model import ACCEPTANCE, AcceptanceModel
from dateline.geoparsing.recognition.features import SPAN_FEATURES
from dateline.geoparsing.recognition.recogniser import SpanModel
from dateline.geoparsing.resolution.confidence import EVIDENCE, Confidence
from dateline.geoparsing.resolution.features import FIRST_ROUND, SECOND_ROUND
from dateline.geoparsing.resolution.resolver import PlaceModel
from dateline.geoparsing.trained_files import AGAIN, home_of, text_of_file
from dateline.geoparsing.trees import Trees
from dateline.geoparsing.word_classes import WORD_CLASSES

__all__ = ["TrainedModels", "load", "save"]

_FILES: Final = (
    "spans.json",  # clue weights, threshold, columns
    "spans.txt",  # LightGBM trees over `SPAN_FEATURES`
    "places.json",  # weights of the confidence, least confidence, columns
    "places_first.txt",  # trees over `FIRST_ROUND`
    "places_second.txt",  # trees over `SECOND_ROUND`
    "acceptance.json",  # least probability, columns
    "acceptance.txt",  # trees over `ACCEPTANCE`
    "roles.json",  # weights of `roles.model`
    "roles_reread.txt",  # trees over `REREADING`, of `roles.reader`
    "focus.json",  # weights of `focus.model`
)
"""All that the version of a language model's trained parts is made of."""


@dataclass(frozen=True)
class TrainedModels:
    """The trained parts of geoparsing, without roles and focus, which load themselves.

    Attributes:
        spans: Which candidates may be toponyms.
        places: Which place each means.
        acceptance: Which of them are toponyms.
        version: Short hash over all trained files of the language model.
    """

    spans: SpanModel
    places: PlaceModel
    acceptance: AcceptanceModel
    version: str


def load(language_model: str, folder: Path | None = None) -> TrainedModels:
    """Read what was trained for a language model.

    Args:
        language_model: `en_core_web_md` or `en_core_web_sm`.
        folder: Where the trained files of all language models lie; None for ours.

    Raises:
        ModelError: A file is missing, or was made for another language model or other features.
    """
    home = home_of(language_model, folder)
    spans = _facts(home / "spans.json", language_model, SPAN_FEATURES)
    places = _facts(home / "places.json", language_model, SECOND_ROUND)
    acceptance = _facts(home / "acceptance.json", language_model, ACCEPTANCE)
    return TrainedModels(
        SpanModel(
            Trees.read(home / "spans.txt", SPAN_FEATURES),
            spans["clues"],
            spans["intercept"],
            spans["threshold"],
        ),
        PlaceModel(
            Trees.read(home / "places_first.txt", FIRST_ROUND),
            Trees.read(home / "places_second.txt", SECOND_ROUND),
            Confidence(
                np.array([places["confidence"][name] for name in EVIDENCE]),
                places["intercept"],
            ),
            places["least"],
        ),
        AcceptanceModel(Trees.read(home / "acceptance.txt", ACCEPTANCE), acceptance["least"]),
        _version(home),
    )


def save(
    spans: SpanModel,
    places: PlaceModel,
    acceptance: AcceptanceModel,
    language_model: str,
    folder: Path,
) -> None:
    """Write trained parts so that `load` reads them.

    Args:
        spans: From `recognition.training.fit_spans`.
        places: From `resolution.training.fit_places`.
        acceptance: From `acceptance.training.fit_acceptance`.
        language_model: The spaCy model that parsed the examples.
        folder: Where the trained files of all language models lie.
    """
    home = home_of(language_model, folder)
    home.mkdir(parents=True, exist_ok=True)
    for name, trees in (
        ("spans.txt", spans.trees),
        ("places_first.txt", places.first),
        ("places_second.txt", places.second),
        ("acceptance.txt", acceptance.trees),
    ):
        trees.write(home / name)
    _write(
        home / "spans.json",
        language_model,
        SPAN_FEATURES,
        {
            "threshold": spans.threshold,
            "intercept": spans.intercept,
            "clues": dict(spans.clues),
        },
    )
    _write(
        home / "places.json",
        language_model,
        SECOND_ROUND,
        {
            "least": places.least,
            "intercept": round(places.confidence.intercept, 5),
            "confidence": {
                name: round(float(weight), 5)
                for name, weight in zip(EVIDENCE, places.confidence.weights, strict=True)
            },
        },
    )
    _write(home / "acceptance.json", language_model, ACCEPTANCE, {"least": acceptance.least})


def _write(path: Path, language_model: str, columns: Sequence[str], own: Mapping[str, Any]) -> None:
    """Write facts as `_facts` reads them."""
    data = {"language_model": language_model, "columns": list(columns), **own}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _facts(path: Path, language_model: str, columns: Sequence[str]) -> dict[str, Any]:
    """What stands beside trees, if it is of this language model and of these columns."""
    facts: dict[str, Any] = json.loads(text_of_file(path))
    if facts.get("language_model") != language_model:
        raise ModelError(
            f"{path} was made for {facts.get('language_model')!r}",
            f"one made for {language_model}",
            AGAIN,
        )
    if facts.get("columns") != list(columns):
        raise ModelError(
            f"{path} was made for other features",
            "the features of this version of the program",
            AGAIN,
        )
    return facts


def _version(home: Path) -> str:
    digest = hashlib.sha256()
    for name in _FILES:
        path = home / name
        if path.exists():
            digest.update(path.read_bytes())
    digest.update(WORD_CLASSES.read_bytes())
    return digest.hexdigest()[:12]
