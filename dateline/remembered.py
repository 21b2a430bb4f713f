"""Answers that are asked for again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["Remembered"]

Key = TypeVar("Key")
Answer = TypeVar("Answer")


class Remembered(dict[Key, Answer]):
    """The answers of a function that always gives the same, at the pace of a dictionary.

    Args:
        answer: Asked for what is not known yet.
        limit: With so many answers all are forgotten, so that memory stays bounded.
    """

    def __init__(self, answer: Callable[[Key], Answer], limit: int) -> None:
        super().__init__()
        self._answer, self._limit = answer, limit

    def __missing__(self, key: Key) -> Answer:
        if len(self) >= self._limit:
            self.clear()
        answer = self[key] = self._answer(key)
        return answer
