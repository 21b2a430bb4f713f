"""What a rule says of a mention."""

from __future__ import annotations

from typing import NamedTuple

from dateline.findings import Role

__all__ = ["Ruling"]


class Ruling(NamedTuple):
    """A role that a rule gives a mention.

    Attributes:
        role: The role.
        reason: Words for its receipt.
        sure: It stands without the learned model, which else is only told of it.
    """

    role: Role
    reason: str
    sure: bool = True
