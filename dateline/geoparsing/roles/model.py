"""The role of a place mention heard alone: what the name does in its sentence.

Rules that are sure decide first; a multinomial logistic regression over the parse decides the
rest. `roles.reader` hears them together.

    >>> from dateline.language_model import load
    >>> language = load()
    >>> model = RoleModel.load(language.name)
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from dateline.errors import ModelError
from dateline.findings import ROLES
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.features import features
from dateline.geoparsing.roles.frames import Frame, read_frames
from dateline.geoparsing.roles.rules.in_order import rule
from dateline.geoparsing.roles.rules.ruling import Ruling
from dateline.geoparsing.roles.syntax import Syntax, read_syntax
from dateline.geoparsing.trained_files import AGAIN, home_of, text_of_file
from dateline.language_model.parsed_text import text_of

__all__ = ["RoleModel", "role_features"]

_NAME: Final = ROLES.index("name")
_DEMONYM: Final = ROLES.index("demonym")
_DATELINE: Final = ROLES.index("dateline")
_ADJECTIVES: Final = frozenset({"demonym", "name"})
"""What an adjective or a people can be that begins a longer name."""
_COMPARISON: Final = ROLES.index("comparison")
_DOUBTFUL: Final = 0.38
"""Below it a parallel without a signal word is none: the next likeliest role is taken."""


def role_features(
    doc: Doc, facts: Sequence[MentionFacts], *, year: int = 0, sure_too: bool = False
) -> tuple[Syntax, list[Frame], list[Ruling | None], list[list[str]]]:
    """Read an article's parse for its mentions: what training and the model both look at.

    Args:
        doc: The parsed article.
        facts: Its mentions, in text order.
        year: In which it was published; 0 where that is not known.
        sure_too: Also give the indicators of mentions that a sure rule decides; training learns
            from them, the model needs none.

    Returns:
        The parse, and for each mention its frame, what a rule says, and its indicators.
    """
    syntax = read_syntax(doc, year)
    frames = read_frames(syntax, facts)
    rulings = [rule(syntax, fact, frame) for fact, frame in zip(facts, frames, strict=True)]
    wanted = [sure_too or ruling is None or not ruling.sure for ruling in rulings]
    named = features(syntax, facts, frames, text_of(doc), wanted)
    for own, ruling in zip(named, rulings, strict=True):
        if ruling is not None:
            own.append(f"ruled={ruling.role}{'!' if ruling.sure else '?'}")
    return syntax, frames, rulings, named


@dataclass(frozen=True)
class RoleModel:
    """The trained weights for one language model.

    Attributes:
        columns: Row of each feature in `weights`.
        weights: float32, shape (features, 8), in the order of `ROLES`.
    """

    columns: dict[str, int]
    weights: NDArray[np.float32]

    @staticmethod
    def load(language_model: str, folder: Path | None = None) -> RoleModel:
        """Read the weights trained for a language model.

        Args:
            language_model: `en_core_web_md` or `en_core_web_sm`.
            folder: Where the trained files of all language models lie; None for ours.

        Returns:
            The model.

        Raises:
            ModelError: There is none for this language model, or the file is for another.
        """
        data = json.loads(text_of_file(home_of(language_model, folder) / "roles.json"))
        return RoleModel.from_data(data, language_model)

    @staticmethod
    def from_data(data: dict[str, Any], language_model: str) -> RoleModel:
        """Take the weights as `dateline.geoparsing.roles.training.as_data` writes them.

        Args:
            data: The contents of a trained file.
            language_model: Name of the spaCy model that parses the articles.

        Returns:
            The model.

        Raises:
            ModelError: It was trained for another language model or other roles.
        """
        if data.get("language_model") != language_model or tuple(data.get("roles", ())) != ROLES:
            raise ModelError(
                f"a role model made for {data.get('language_model')!r}",
                f"one for {language_model}",
                AGAIN,
            )
        thousandths = data["thousandths"]
        weights = np.array(list(thousandths.values()), float).reshape(-1, len(ROLES)) / 1000
        columns = {name: number for number, name in enumerate(thousandths)}
        return RoleModel(columns, weights.astype(np.float32))

    def chances(self, named: Sequence[str]) -> NDArray[np.float64]:
        """Probability of each role from a mention's indicators, float64, shape (8,).

        `dateline` is left out: a place is in the dateline or it is not, and that is known before.
        """
        rows = {self.columns.get(name, -1) for name in ("bias", *named)} - {-1}
        scores = self.weights[sorted(rows)].sum(axis=0, dtype=np.float64)
        scores[_DATELINE] = -np.inf
        raised = np.exp(scores - scores.max())
        chance: NDArray[np.float64] = raised / raised.sum()
        return chance

    def weighed(self, ruling: Ruling | None, named: Sequence[str]) -> NDArray[np.float64]:
        """Probability of each role that a mention may have, float64, shape (8,).

        Args:
            ruling: What a rule says of it, if one applies; what it is sure of has probability 1.
            named: Its indicators.
        """
        if ruling is not None and ruling.sure:
            return np.where(np.array(ROLES) == ruling.role, 1.0, 0.0)
        chance = self.chances(named)
        if "demonym" not in named:
            chance[_DEMONYM] = 0.0  # the gazetteer and the parse know its adjectives
        elif ruling is not None and ruling.role == "demonym":
            chance[[role not in _ADJECTIVES for role in ROLES]] = 0.0
        if "beside a name" not in named:
            chance[_NAME] = 0.0  # a lone name is no part of another
        chance /= chance.sum()
        if chance[_COMPARISON] < _DOUBTFUL:
            chance[_COMPARISON] = 0.0
        return chance
