"""Counts with their nouns."""

from __future__ import annotations

__all__ = ["plural"]


def plural(count: int, noun: str) -> str:
    """A count with its noun: `1 article`, `1,204 articles`."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
