"""One correction: what a reader has put right, and what it holds for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Final, Literal

from dateline.errors import CorrectionError
from dateline.findings import ROLES
from dateline.gazetteer.place import PRECISIONS, Precision

__all__ = ["COLUMNS", "NOT_A_PLACE", "SCOPES", "Correction", "Point", "Scope", "same_surface"]

Scope = Literal["mention", "article", "surface"]

SCOPES: Final[tuple[Scope, ...]] = ("mention", "article", "surface")
"""From what weighs most to what weighs least: one mention, one surface in an article, one surface
everywhere."""

NOT_A_PLACE: Final = "not a place"

COLUMNS: Final = ("scope", "key", "start", "end", "surface", "place", "role", "note", "at")
"""The columns of `corrections.csv`."""

_OWN: Final = "own:"
_ID: Final = re.compile(r"[a-z][a-z0-9-]*:[\w./-]+")
_NUMBER: Final = r"([+-]?\d{1,3}(?:\.\d{1,12})?)"
_POINT: Final = re.compile(rf"{_NUMBER}(?:\s*,\s*|\s+){_NUMBER}(?:\s+([a-z]+))?", re.ASCII)
_OWN_ID: Final = re.compile(rf"{_OWN}{_NUMBER}_{_NUMBER}_([a-z]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Point:
    """A place that no gazetteer has, given by its coordinates.

    Attributes:
        latitude: Degrees north, WGS 84, rounded to 5 decimals (a metre).
        longitude: Degrees east.
        precision: How large the thing is that the point stands for, as the reader says.
    """

    latitude: float
    longitude: float
    precision: Precision = "feature"

    @classmethod
    def parse(cls, text: str) -> Point | None:
        """Read `36.2 37.16`, `36.2, 37.16 city` or the gazetteer id of such a point.

        Returns:
            The point, or None if the text is something else.

        Raises:
            CorrectionError: It is a point, but not on earth, or of an unknown precision.
        """
        found = _POINT.fullmatch(text.strip()) or _OWN_ID.fullmatch(text.strip())
        if found is None:
            return None
        latitude, longitude, precision = float(found[1]), float(found[2]), found[3] or "feature"
        known = next((one for one in PRECISIONS if one == precision), None)
        if not (abs(latitude) <= 90 and abs(longitude) <= 180) or known is None:
            raise CorrectionError(
                f"the point {text.strip()[:60]!r}",
                "latitude -90 to 90, longitude -180 to 180, and one of " + ", ".join(PRECISIONS),
                "latitude comes first, in degrees with a decimal point",
            )
        # Adding 0.0 makes one zero of the two.
        return cls(round(latitude, 5) + 0.0, round(longitude, 5) + 0.0, known)

    @property
    def gazetteer_id(self) -> str:
        """Such as `own:36.2_37.16_feature`: the same point has the same id in every corpus."""
        return f"{_OWN}{_degrees(self.latitude)}_{_degrees(self.longitude)}_{self.precision}"

    def __str__(self) -> str:
        return f"{_degrees(self.latitude)} {_degrees(self.longitude)} {self.precision}"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader has put right.

    Attributes:
        scope: `mention`: the one that stands at `start` to `end` of the article `key`; `article`:
            every mention of `surface` in the article `key`; `surface`: every one in the corpus.
        key: Content hash of the article; empty for `surface`.
        start, end: Half-open code points; -1 unless `scope` is `mention`.
        surface: The words of the text; for `mention` only to be read.
        place: Gazetteer id, a `Point` as text, `NOT_A_PLACE`, or empty: stays as it was.
        role: One of `dateline.findings.ROLES`, or empty: stays as it was.
        note: Why, in the reader's words.
        at: When, ISO 8601, UTC; empty if unknown.

    Raises:
        CorrectionError: It cannot be applied to anything, or says nothing.
    """

    scope: Scope
    key: str = ""
    start: int = -1
    end: int = -1
    surface: str = ""
    place: str = ""
    role: str = ""
    note: str = ""
    at: str = ""

    def __post_init__(self) -> None:
        if self.scope not in SCOPES:
            raise CorrectionError(f"the scope {self.scope!r}", f"one of {', '.join(SCOPES)}")
        if bool(self.key) != (self.scope != "surface"):
            raise CorrectionError(
                f"the scope {self.scope!r} with the article {self.key!r}",
                "the key of an article for mention and article, none for surface",
            )
        if self.scope == "mention":
            if not 0 <= self.start < self.end:
                raise CorrectionError(
                    f"the span {self.start} to {self.end}", "0 or more, the end after the start"
                )
        elif not same_surface(self.surface) or (self.start, self.end) != (-1, -1):
            raise CorrectionError(
                f"the surface {self.surface!r}", "the words that are meant, and no start or end"
            )
        if not self.place and not self.role:
            raise CorrectionError("neither place nor role", "one of them at the least")
        if self.role and self.role not in ROLES:
            raise CorrectionError(f"the role {self.role!r}", f"one of {', '.join(ROLES)}")
        if self.place and self.place != NOT_A_PLACE and self.place_id is None:
            raise CorrectionError(
                f"the place {self.place[:60]!r}",
                f"a gazetteer id, “latitude longitude”, or “{NOT_A_PLACE}”",
            )

    @classmethod
    def of(cls, cells: Mapping[str, str]) -> Correction:
        """A correction from a row of text.

        Args:
            cells: By the names of `COLUMNS`; `note`, `at` and what a scope does not need may lack.

        Raises:
            CorrectionError: The row cannot be applied, and why.
        """
        plain = {name: cells.get(name, "") for name in COLUMNS}
        # What is compared with vocabularies may stand in any case, with spaces around.
        for name in ("scope", "role", "key", "place", "start", "end", "at"):
            plain[name] = plain[name].strip()
        scope = next((one for one in SCOPES if one == plain["scope"].lower()), plain["scope"])
        place = plain["place"]
        point = Point.parse(place)
        return cls(
            scope=scope,  # type: ignore[arg-type]
            key=plain["key"],
            start=_offset(plain["start"]),
            end=_offset(plain["end"]),
            surface=plain["surface"],
            place=str(point) if point else NOT_A_PLACE if place.lower() == NOT_A_PLACE else place,
            role=plain["role"].lower(),
            note=plain["note"],
            at=plain["at"],
        )

    @property
    def cells(self) -> dict[str, str]:
        """The row of `corrections.csv`, by column; the inverse of `of`."""
        span = {"start": self.start, "end": self.end}
        return asdict(self) | {name: "" if at < 0 else str(at) for name, at in span.items()}

    @property
    def place_id(self) -> str | None:
        """Gazetteer id of the place it names; None where it names none."""
        point = Point.parse(self.place)
        if point:
            return point.gazetteer_id
        return self.place if _ID.fullmatch(self.place) else None

    @property
    def says(self) -> tuple[str, str, int, int, str, str, str]:
        """What it does, whoever wrote it when."""
        span = (self.start, self.end)
        surface = same_surface(self.surface) if self.scope != "mention" else ""
        return (self.scope, self.key, *span, surface, self.place, self.role)


def same_surface(surface: str) -> str:
    """What two surfaces have in common that are one: case and runs of white space do not count."""
    return " ".join(surface.split()).casefold()


def _offset(text: str) -> int:
    if not text:
        return -1
    if re.fullmatch(r"\d{1,9}", text, re.ASCII) is None:
        raise CorrectionError(f"the offset {text[:40]!r}", "a whole number of characters")
    return int(text)


def _degrees(value: float) -> str:
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
