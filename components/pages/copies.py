"""Copies of the open article: how many there are, listed together, or taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from components import session
from components.choice import Choice, read_article, show_copies
from components.pages.shown import Opened, Shown
from components.pages.taking_back import part_of, remember, writable
from dateline.corrections import splits
from dateline.hosting import may_write
from dateline.query import narrow

__all__ = ["Copies", "copies", "list_all", "split"]


@dataclass(frozen=True, slots=True)
class Copies:
    """What is said of the copies of an article.

    Attributes:
        said: How many there are; empty where it is the only one.
        listing: What the button says that lists them all; empty where they are listed.
        split: What the button says that makes it a text of its own; empty where it cannot.
    """

    said: str = ""
    listing: str = ""
    split: str = ""


def copies(shown: Shown, opened: Opened) -> Copies:
    """Of the open article."""
    found = len(_members(shown, opened))
    if found < 2:
        return Copies()
    are_listed = shown.choice.query.copies and len(shown.ids) == found
    may_split = not opened.own and may_write(part_of(shown.corpus, opened).folder)
    return Copies(
        f"One of {found:,} copies of a text.",
        "" if are_listed else "List both" if found == 2 else f"List all {found:,}",
        "Count it as a text of its own" if may_split else "",
    )


def list_all(shown: Shown, opened: Opened, *, closing: bool = False) -> None:
    """Show all copies of the open article and nothing else; for callbacks.

    Filters that would hide one of them give way, the others stay.

    Args:
        shown: What is shown.
        opened: The article.
        closing: It lies over the list, and is closed; else it stays open.
    """
    query, members = shown.choice.query, _members(shown, opened)
    on = [name for name in query.active() if name not in ("copies", "roles")]

    def hide(*names: str) -> bool:
        """Whether these filters, in the roles that count, leave one of them out."""
        alone = query.without("copies", *(name for name in on if name not in names))
        return not narrow(shown.corpus, alone).articles[members].all()

    giving_way = [name for name in on if hide(name)]
    kept = [name for name in on if name not in giving_way]
    if kept and hide(*kept):  # only together do they: a place and a country, say
        giving_way = on
    session.change(_listed, str(opened.row["key"]), giving_way, closing)


def _listed(choice: Choice, key: str, giving_way: Sequence[str], closing: bool) -> Choice:
    return read_article(show_copies(choice, key, giving_way=giving_way), "" if closing else key)


def split(shown: Shown, opened: Opened) -> None:
    """Take the open article out of its group of copies; for callbacks. Can be undone.

    Where its copies are listed by its own key, the others stay listed.
    """
    if not copies(shown, opened).split:
        return
    folder, key = writable(part_of(shown.corpus, opened)), str(opened.row["key"])
    if shown.choice.query.copies == key:
        others = _members(shown, opened)
        other = shown.corpus.listing(others[others != opened.number][:1], further=False)
        session.change(show_copies, str(other["key"].iat[0]))
    splits.split(folder, [key])
    remember("this article is a text of its own", partial(splits.join, folder, [key]))


def _members(shown: Shown, opened: Opened) -> npt.NDArray[np.int64]:
    """Ids of the articles of its group of copies, itself included."""
    groups = shown.corpus.codes.groups
    return np.flatnonzero(groups == groups[opened.number])
