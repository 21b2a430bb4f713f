"""A choice in the address bar: every part checked on the way in, defaults left out on the way out.

One parameter a value, repeated. A leading `!` excludes, and a backslash before it means a value
that begins with one. Nothing that stands in an address is executed or fetched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from components.address.values import (
    SHAPES,
    area,
    code_point,
    day,
    is_plain,
    map_view,
    matching,
    near,
    one_of,
    words,
)
from components.choice import BINS, STACKS, UNITS, Choice
from dateline.errors import ChoiceError
from dateline.findings import ROLES
from dateline.query import FURTHER, MOST_AREAS, ORDERS, Area, Query, Values

__all__ = ["VERSION", "Address", "first", "read", "write"]

VERSION: Final = "1"

_MOST: Final = 100
"""Values of one parameter."""

_MOST_COLUMNS: Final = 20

_FACETS: Final = {
    "source": "sources",
    "agency": "agencies",
    "country": "countries",
    "lang": "languages",
    "place": "places",
    "person": "people",
    "org": "organisations",
    "speaker": "speaker_kinds",
}
_NO_ROLE: Final = "none"
_KEY: Final = re.compile(r"[0-9a-f]{8,64}")
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{8}")
_VIEW: Final = re.compile(r"[0-9a-f]{10}")
_CORPUS: Final = re.compile(r"[^\W_][\w. ,()-]{0,99}")
"""The name of a folder beside that of the page, in any script; no path leads out of it."""

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Address:
    """What an address asks for.

    Attributes:
        choice: The readable part.
        fingerprint: First 8 digits of the fingerprint of the corpus it was made on, or empty.
        dropped: Names of the parameters that could not be read, with the value where it is short.
        corpus: Key of the corpus it was made in; empty for the one the page was started with.
        view: Id of a saved view that stands for all of it, or empty.
    """

    choice: Choice
    fingerprint: str
    dropped: tuple[str, ...]
    corpus: str = ""
    view: str = ""


def write(
    choice: Choice, fingerprint: str, *, own: Collection[str] = (), corpus: str = ""
) -> dict[str, list[str]]:
    """The address of a choice.

    Args:
        choice: What to write.
        fingerprint: Of the corpus it is made on; its first 8 digits are written.
        own: Keys of articles a visitor brought for himself: never written.
        corpus: Key of the corpus; empty for the one the page was started with.

    Returns:
        Values by parameter in a fixed order; empty if everything is as it is at first.
    """
    query, plain = choice.query, Choice()
    pairs: list[tuple[str, str]] = [("corpus", corpus)] if corpus else []
    pairs += [("q", query.words)] if query.words else []
    for name, end in zip(
        ("from", "to", "sfrom", "sto"), (*query.published, *query.spoken), strict=True
    ):
        pairs += [(name, end.isoformat())] if end else []
    if query.roles != plain.query.roles:
        pairs += [("role", role or _NO_ROLE) for role in query.roles or ("all",)]
    facets = [(name, query.values(field)) for name, field in _FACETS.items()]
    for name, values in [*facets, *((FURTHER + name, values) for name, values in query.further)]:
        pairs += [(name, _escaped(value)) for value in values.include]
        pairs += [(name, f"!{value}") for value in values.exclude]
    for corners in query.areas:
        pairs.append(("area", ";".join(f"{lon:.4f},{lat:.4f}" for lon, lat in corners)))
    if query.near:
        pairs.append(("near", f"{query.near[0]},{query.near[1]:g}"))
    if query.copies and query.copies not in own:
        pairs.append(("copies", query.copies))
    for name in ("unit", "bin", "by", "sort"):
        if getattr(choice, name) != getattr(plain, name):
            pairs.append((name, getattr(choice, name)))
    pairs += [("share", "1")] if choice.share else []
    if choice.article and choice.article not in own:
        pairs.append(("a", choice.article))
        pairs += [("m", str(choice.mention))] if choice.mention >= 0 else []
    if choice.view:
        pairs.append(("z", "{:.4f},{:.4f},{:.2f}".format(*choice.view)))
    # The last two: the map writes them itself, as soon as it has moved or gone on.
    pairs += [("t", choice.step.isoformat())] if choice.step else []
    found: dict[str, list[str]] = {}
    if pairs:
        found = {name: [value] for name, value in first(fingerprint).items()}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def first(fingerprint: str) -> dict[str, str]:
    """The parameters that stand first in every address that says anything."""
    return {"v": VERSION, "c": fingerprint[:8]}


def read(parameters: Mapping[str, Sequence[str]]) -> Address:
    """Understand an address as far as it can be understood.

    Args:
        parameters: Values by name, as they came: anything at all.

    Returns:
        The choice, and the names of what was dropped. Never an error.
    """
    reading = _Reading(parameters)
    query = Query(
        words=reading.one("q", words, ""),
        published=reading.days("from", "to"),
        spoken=reading.days("sfrom", "sto"),
        roles=reading.roles(),
        areas=reading.areas(),
        near=reading.one("near", near, None),
        copies=reading.one("copies", matching(_KEY), ""),
        own=False,  # no link holds what a visitor brought
        further=reading.further(),
        **{field: reading.values(name, field) for name, field in _FACETS.items()},
    )
    article = reading.one("a", matching(_KEY), "")
    mention = reading.one("m", code_point, -1)
    choice = Choice(
        query=query,
        article=article,
        mention=mention if article else -1,
        view=reading.one("z", map_view, None),
        unit=reading.one("unit", one_of(UNITS), UNITS[0]),
        sort=reading.one("sort", one_of(ORDERS), ORDERS[0]),
        bin=reading.one("bin", one_of(BINS), BINS[0]),
        by=reading.one("by", one_of(STACKS), ""),
        share=reading.one("share", one_of(("1",)), "") == "1",
        step=reading.one("t", day, None),
    )
    reading.one("v", one_of((VERSION,)), VERSION)
    fingerprint = reading.one("c", matching(_FINGERPRINT), "")
    corpus = reading.one("corpus", matching(_CORPUS), "")
    view = reading.one("s", matching(_VIEW), "")
    return Address(choice, fingerprint, reading.finish(), corpus, view)


class _Reading:
    """Takes parameters out one by one and remembers what could not be read."""

    def __init__(self, parameters: Mapping[str, Sequence[str]]) -> None:
        self._left = {name: list(values) for name, values in parameters.items()}
        self._dropped: list[str] = []

    def one(self, name: str, parse: Callable[[str], Read], default: Read) -> Read:
        """The last value given, as browsers and Streamlit have it."""
        values = self._left.pop(name, [])
        if not values:
            return default
        try:
            return parse(values[-1])
        except (ChoiceError, ValueError):
            self._drop(name, values[-1])
            return default

    def days(self, first: str, last: str) -> tuple[date | None, date | None]:
        between = self.one(first, day, None), self.one(last, day, None)
        if between[0] and between[1] and between[0] > between[1]:
            self._drop(f"{first} and {last}", f"{between[0]} after {between[1]}")
            return None, None
        return between

    def roles(self) -> tuple[str, ...]:
        values = self._left.pop("role", [])
        known = [value for value in values if value in (*ROLES, _NO_ROLE, "all")]
        for value in values:
            if value not in known:
                self._drop("role", value)
        if not known:
            return Query().roles
        return () if "all" in known else tuple("" if r == _NO_ROLE else r for r in known)

    def values(self, name: str, field: str = "") -> Values:
        include: set[str] = set()
        exclude: set[str] = set()
        given = self._left.pop(name, [])
        for raw in given[:_MOST]:
            value = raw[1:] if raw[:1] in ("!", "\\") else raw
            shape = SHAPES.get(field)
            if not is_plain(value) or (shape and not shape.fullmatch(value)):
                self._drop(name, raw)
            else:
                (exclude if raw.startswith("!") else include).add(value)
        if len(given) > _MOST:
            self._drop(name, f"{len(given) - _MOST} more values")
        return Values(tuple(include - exclude), tuple(exclude))

    def areas(self) -> tuple[Area, ...]:
        found: list[Area] = []
        given = self._left.pop("area", [])
        for raw in given[:MOST_AREAS]:
            try:
                found.append(area(raw))
            except ValueError:
                self._drop("area", raw)
        if len(given) > MOST_AREAS:
            self._drop("area", f"{len(given) - MOST_AREAS} more")
        return tuple(found)

    def further(self) -> tuple[tuple[str, Values], ...]:
        """Columns of the corpus' own; whether it has them is for the page to say."""
        names = [name for name in self._left if name.startswith(FURTHER) and is_plain(name)]
        return tuple(
            (name.removeprefix(FURTHER), self.values(name)) for name in names[:_MOST_COLUMNS]
        )

    def _drop(self, name: str, value: str) -> None:
        shown = "".join(c if c.isprintable() else " " for c in value[:40]).strip()
        self._dropped.append(f"{name}={shown}" if shown else name)

    def finish(self) -> tuple[str, ...]:
        """What was dropped, with the names of parameters there are none of."""
        for name, values in self._left.items():
            self._drop(name[:20], values[-1] if values else "")
        return tuple(self._dropped[:20])


def _escaped(value: str) -> str:
    return f"\\{value}" if value[:1] in ("!", "\\") else value
