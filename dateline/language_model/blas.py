"""How many threads multiply matrices: one, since it is articles that are read side by side."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController

__all__ = ["one_thread"]


def one_thread() -> AbstractContextManager[object]:
    """Let numpy's BLAS take one thread while a text is parsed.

    It would take all there are, for matrices so small that the threads mostly wait for each other:
    twice the work of the processor, and no article sooner.
    """
    limit: AbstractContextManager[object] = _blas().limit(limits=1, user_api="blas")
    return limit


@cache
def _blas() -> ThreadpoolController:
    return ThreadpoolController()
