"""Whether a place lies in the country an article is about, or is named from afar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.syntax import Syntax

__all__ = ["Theatre"]

_FEW: Final = 4
"""With fewer places below a country, their shares tell little."""


class Theatre:
    """How the places an article names are spread over countries.

    Args:
        syntax: The article.
        mentions: In text order.
        frames: One for each.
    """

    def __init__(
        self, syntax: Syntax, mentions: Sequence[MentionFacts], frames: Sequence[Frame]
    ) -> None:
        opening = 1 if syntax.headline_end else 0
        placed = [
            (mention, frame) for mention, frame in zip(mentions, frames, strict=True)
            if mention.country >= 0
        ]  # fmt: skip
        self._named = Counter(mention.country for mention, _ in placed)
        self._fine = Counter(
            mention.country
            for mention, _ in placed
            if mention.precision not in ("country", "") and not mention.demonym
        )
        self._opening = {
            mention.country for mention, frame in placed if syntax.paragraph[frame.first] <= opening
        }
        self._foremost = self._fine.most_common(1)[0][0] if self._fine else -1
        self._size = "few" if self._fine.total() < _FEW else "many"

    def told(self, country: int, kind: str) -> list[str]:
        """Indicators of a place.

        Args:
            country: Number of its country, or -1.
            kind: Its precision, or `capital`.

        Returns:
            Names of indicators.
        """
        if country < 0:
            return ["theatre=none"]
        share = self._fine[country] / max(1, self._fine.total())
        band = "none" if not share else "third" if share < 0.34 else "part"
        band = "most" if share >= 0.67 else band
        since = "open" if country in self._opening else "later"
        return [
            f"theatre={band}+{self._size}",
            f"theatre={band}+{kind}",
            f"theatre only={self._named[country] == 1}+{self._size}",
            f"theatre {since}",
            f"theatre {since}+{kind}",
            f"foremost={country == self._foremost}+{self._size}",
        ]
