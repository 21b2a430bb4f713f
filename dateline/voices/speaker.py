"""Who speaks, as an attribution says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dateline.voices.saying import kind_of

__all__ = ["NOBODY", "Speaker", "may_be"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom an attribution names.

    Attributes:
        name: Full name, or the words of the text.
        start, end: The words of the attribution that name the speaker; -1 if none do.
        description: What the text says of the speaker there: title, apposition, clause.
        person: Whether a person is named by name.
        gender: `m`, `f` or empty where unknown.
    """

    name: str
    start: int = -1
    end: int = -1
    description: str = ""
    person: bool = False
    gender: str = ""


NOBODY: Final = Speaker("")


def may_be(pronoun: str, speaker: Speaker) -> bool:
    """Whether "they" or "it" can take up a speaker: no person with a name, and "it" no doctor."""
    if speaker.person:
        return False
    return pronoun != "it" or kind_of(speaker.name) not in ("resident", "unnamed")
