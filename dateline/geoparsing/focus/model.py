"""The one place an article is about.

Every place that the article names is described by `focus_features`; a weighted sum of them, learned
as a conditional logistic regression over the places of each article (McFadden 1974, "Conditional
logit analysis of qualitative choice behavior"), says how likely each is what the story is about.
There is no focus only where no place is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from dateline.errors import ModelError
from dateline.findings import Mention
from dateline.gazetteer.place import Place
from dateline.geoparsing.focus.features import FOCUS_FEATURES, focus_features
from dateline.geoparsing.trained_files import AGAIN, home_of, text_of_file

if TYPE_CHECKING:
    from dateline.gazetteer import Gazetteer

__all__ = ["FocusModel"]


@dataclass(frozen=True)
class FocusModel:
    """What training leaves for the choice of the focus.

    Attributes:
        weights: By feature; one that is missing weighs nothing.
    """

    weights: Mapping[str, float]

    @staticmethod
    def load(language_model: str, folder: Path | None = None) -> FocusModel:
        """Read the weights trained on the mentions found with a language model.

        Args:
            language_model: `en_core_web_md` or `en_core_web_sm`.
            folder: Where the trained files of all language models lie; None for ours.

        Raises:
            ModelError: There are none, or they were trained on other features.
        """
        path = home_of(language_model, folder) / "focus.json"
        weights = json.loads(text_of_file(path))["weights"]
        if unknown := set(weights) - set(FOCUS_FEATURES):
            raise ModelError(
                f"{path} weighs {min(unknown)!r}",
                "the features of this version of the program",
                AGAIN,
            )
        return FocusModel(weights)

    def save(self, language_model: str, folder: Path) -> None:
        """Write the weights so that `load` reads them.

        Args:
            language_model: The spaCy model that parsed the examples.
            folder: Where the trained files of all language models lie.
        """
        path = home_of(language_model, folder) / "focus.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        data = {"language_model": language_model, "weights": dict(self.weights)}
        path.write_text(json.dumps(data, indent=0) + "\n", encoding="utf-8")

    def choose(self, text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Place | None:
        """Choose the place an article is about.

        Args:
            text: The article: title, blank line, body.
            mentions: Its mentions in text order, with roles and places.
            gazetteer: Where the places come from; it knows which lies in which.

        Returns:
            The focus, or None where no mention has a place.
        """
        places, features = focus_features(text, mentions, gazetteer)
        if not places:
            return None
        weights = np.array([self.weights.get(name, 0.0) for name in FOCUS_FEATURES])
        return places[int((features @ weights).argmax())]  # of equals the one named first
