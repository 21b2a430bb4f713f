"""A bar on standard error for work that takes a while."""

from __future__ import annotations

__all__ = ["ProgressBar"]


class ProgressBar:
    """Called with (articles done, articles in all); shown only in a terminal, gone when done.

    Args:
        label: What is being done.
    """

    def __init__(self, label: str) -> None:
        from tqdm import tqdm

        self._bar = tqdm(desc=label, unit=" articles", disable=None, leave=False)

    def __call__(self, done: int, total: int) -> None:
        self._bar.total = total
        self._bar.update(done - self._bar.n)

    def note(self, text: str) -> None:
        """Say something beside the bar."""
        self._bar.set_postfix_str(text)

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()
