"""The two ways to read articles for their places.

`standard` has rules and linear models, and is about as fast as the parser alone. `accurate` lets a
small transformer read the surroundings of each name too, for its role: it takes three times as
long, and needs the extra `accurate`.
"""

from __future__ import annotations

from typing import Final, Literal

__all__ = ["ENGINES", "Engine"]

Engine = Literal["standard", "accurate"]

ENGINES: Final[tuple[Engine, ...]] = ("standard", "accurate")
