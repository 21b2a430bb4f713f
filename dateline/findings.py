"""What is found in one article: values without behaviour.

Every stage of extraction fills its own part; `dateline.assembly` turns the findings of many
articles into tables. Spans are half-open code points into the article's `text`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal, get_args

from dateline.gazetteer.place import Place

__all__ = [
    "ROLES",
    "SPEAKER_KINDS",
    "Article",
    "DateMention",
    "Findings",
    "Mention",
    "NameMention",
    "Quote",
    "Role",
]

Role = Literal[
    "event", "setting", "dateline", "actor", "demonym", "name", "comparison", "background"
]

ROLES: Final[tuple[Role, ...]] = get_args(Role)
"""What a place mention does in its sentence.

event
    Something reported happens, happened or may happen there, or its situation is what is reported.
setting
    Words are spoken, talks held, a decision announced there, or a source is based there.
dateline
    The place at the head of the article where it was filed.
actor
    The name stands for a government, an army, a people.
demonym
    An adjective or a people: Syrian, Russians.
name
    Part of something else's name: the Bosnian war, Camp David accords.
comparison
    Invoked as a parallel: another Srebrenica.
background
    None of these: origin, biography, distant generality.
"""

SPEAKER_KINDS: Final = (
    "official",
    "armed group",
    "aid organisation",
    "resident",
    "unnamed",
    "other",
)


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read.

    Attributes:
        text: Title, blank line, body; never changed afterwards.
        title: For lists only; empty if there is none.
        published: Civil time as printed, without zone, or None.
        source: The outlet, or empty.
        author: Or empty.
        url: Or empty.
        agency: The agency credited, or empty.
        identifier: The reader's own id of it, or empty.
        further: Every other column the reader's table had, as text.
        findings: What is known of it already, from another corpus or from coded data without a
            text; None where its text is to be read.
    """

    text: str
    title: str = ""
    published: datetime | None = None
    source: str = ""
    author: str = ""
    url: str = ""
    agency: str = ""
    identifier: str = ""
    further: dict[str, str] = field(default_factory=dict)
    findings: Findings | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place mention and why it is where it is.

    Attributes:
        start, end: Span of the bare name.
        surface: The text of that span.
        role: One of `ROLES`; None where it was never coded, as in data from elsewhere.
        confidence: 0..1 that `place` is right; None where there is no place.
        place: The place chosen, or None: *not placed*.
        direction: Words that shift or narrow it ("eastern", "north of", "20 km west of"), or empty.
        sentence_start, sentence_end: The sentence it stands in.
        rule: What decided the role, in a few words for the receipt.
        runners_up: Up to five other candidates with their scores (0..1), best first.
    """

    start: int
    end: int
    surface: str
    role: Role | None
    confidence: float | None
    place: Place | None
    direction: str = ""
    sentence_start: int = 0
    sentence_end: int = 0
    rule: str = ""
    runners_up: tuple[tuple[Place, float], ...] = ()


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date spoken of, as a half-open interval of days; None at an open or unresolved end.

    Attributes:
        precision: `day`, `week`, `month`, `quarter`, `season`, `year`, `decade`, `span` or `vague`.
    """

    start: int
    end: int
    surface: str
    earliest: date | None
    latest: date | None
    precision: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks, the marks outside the span.

    Attributes:
        speaker: A name where one is known, the words of the text for an unnamed source, or empty.
        speaker_start, speaker_end: Where the attribution names the speaker; -1 where nowhere.
        speaker_kind: One of `SPEAKER_KINDS`.
    """

    start: int
    end: int
    speaker: str
    speaker_start: int
    speaker_end: int
    speaker_kind: str


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person or organisation; `canonical` joins its mentions across the article."""

    start: int
    end: int
    surface: str
    kind: Literal["person", "organisation"]
    canonical: str


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one article."""

    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    names: tuple[NameMention, ...] = ()
    focus: Place | None = None
    dateline: Place | None = None
    language: str = ""
    words: int = 0
