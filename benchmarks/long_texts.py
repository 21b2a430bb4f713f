"""How long extraction takes of texts of growing length, stage by stage.

    python -m benchmarks.long_texts [characters …]

The texts are invented: sentences about towns of the gazetteer, drawn so that a few are named often
and new ones keep coming, and about people with made-up names. The last text is one paragraph
without a full stop. Times are of the processor, not of the clock. The figures are kept in
`benchmarks/long_texts.txt`.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import wraps
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np

from dateline import dates, voices
from dateline.extraction.extractor import Extractor
from dateline.findings import Article
from dateline.gazetteer import Gazetteer
from dateline.geoparsing.focus.model import FocusModel
from dateline.geoparsing.recognition.recogniser import Recogniser
from dateline.geoparsing.resolution.resolver import Resolver
from dateline.geoparsing.roles.reader import RoleReader

__all__ = ["main"]

SIZES: Final = (30_000, 100_000, 300_000, 1_000_000)
ONE_PARAGRAPH: Final = 100_000
FIGURES: Final = Path(__file__).with_suffix(".txt")
_TOWNS: Final = 3_000
_PUBLISHED: Final = datetime(2020, 5, 6)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SYLLABLES: Final = ("ba", "der", "hol", "ka", "lin", "mar", "nov", "or", "sel", "tam", "vi", "zu")
_SENTENCES: Final = (
    "Shells fell on {town} on {day}, residents said.",
    "A convoy left {town} for {other} in the early morning.",
    '"We heard the planes before dawn," said {person}, a teacher in {town}.',
    "The governor told reporters in {town} that the bridge near {other} had been repaired.",
    "Since the fighting in {town} in {year}, thousands have fled to {other}.",
    "{person} said on {day} that talks in {town} would go on.",
    "Officials in {town}, {country}, said {number} people were wounded two weeks ago.",
    "Farmers north of {town} could not harvest their fields last month.",
    '"No one came to help us until the evening," {person} added.',
    "The market reopened and children went back to school after the long winter.",
    "Aid workers of the Harbour Relief Agency reached {town} from {other}.",
)


def main() -> None:
    """Time every size, print and keep the figures."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    extractor = Extractor()
    extractor.read(Article("Shells fell on Hama in Syria."))  # load and warm everything once
    spent = _watch(extractor)
    draw = _Sentences(extractor.gazetteer)
    lines = [extractor.model.label, "characters  mentions  " + "".join(f"{s:>11}" for s in _STAGES)]
    for size in sizes:
        lines.append(_row(extractor, draw.text(size), spent))
        print(lines[-1], flush=True)
    lines.append(_row(extractor, draw.paragraph(ONE_PARAGRAPH), spent) + "  (no full stop)")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines += ["Seconds of the processor; per 1,000 characters in the last column, in ms.",
              f"Most memory: {most:.0f} MB."]  # fmt: skip
    text = "\n".join(lines) + "\n"
    if sizes == SIZES:
        FIGURES.write_text(text, encoding="utf-8")
    print(text, end="")


_STAGES: Final = ("parse", "recognise", "resolve", "roles", "focus", "dates", "quotations", "names",
                  "all", "ms/1,000")  # fmt: skip


def _row(extractor: Extractor, text: str, spent: dict[str, float]) -> str:
    spent.clear()
    start = time.process_time()
    found = extractor._find(extractor._parse(text), Article(text, published=_PUBLISHED))
    spent["all"] = time.process_time() - start
    spent["ms/1,000"] = spent["all"] / len(text) * 1e6
    figures = "".join(f"{spent.get(stage, 0.0):11.2f}" for stage in _STAGES)
    return f"{len(text):10,}  {len(found.mentions):8,}  {figures}"


def _watch(extractor: Extractor) -> dict[str, float]:
    """Seconds by stage, filled whenever one of them is called."""
    spent: dict[str, float] = {}

    def watch(owner: Any, name: str, stage: str) -> None:
        whole: Callable[..., Any] = getattr(owner, name)

        @wraps(whole)
        def timed(*given: Any, **named: Any) -> Any:
            start = time.process_time()
            try:
                return whole(*given, **named)
            finally:
                spent[stage] = spent.get(stage, 0.0) + time.process_time() - start

        setattr(owner, name, timed)

    watch(extractor, "_parse", "parse")
    watch(Recogniser, "spans", "recognise")
    watch(Resolver, "resolve", "resolve")
    watch(RoleReader, "assign", "roles")
    watch(FocusModel, "choose", "focus")
    watch(dates, "find_dates", "dates")
    watch(voices, "find_quotes", "quotations")
    watch(voices, "find_names", "names")
    return spent


class _Sentences:
    """Invented sentences; the same text at every run."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        known = np.flatnonzero(gazetteer.population > 15_000)
        generator = random.Random(7)  # noqa: S311
        rows = generator.sample(known.tolist(), _TOWNS)
        places = [gazetteer.place(row) for row in rows]
        self._towns = [p.name for p in places if p.precision == "city" and p.name.isascii()]
        self._countries = sorted({place.country_code for place in places})
        names = [_name(generator) for _ in range(_TOWNS)]
        self._people = [f"{one} {other}" for one, other in pairwise(names)]

    def text(self, size: int) -> str:
        """Paragraphs of three to six sentences."""
        generator = random.Random(size)  # noqa: S311
        sentences = self._drawn(generator)
        paragraphs: list[str] = []
        held = 0
        while held < size:
            paragraph = " ".join(next(sentences) for _ in range(generator.randint(3, 6)))
            paragraphs.append(paragraph)
            held += len(paragraph) + 2
        return "\n\n".join(paragraphs)[:size]

    def paragraph(self, size: int) -> str:
        """One sentence that never ends."""
        sentences = self._drawn(random.Random(size))  # noqa: S311
        clauses: list[str] = []
        held = 0
        while held < size:
            clauses.append(next(sentences).rstrip(".").replace('"', ""))
            held += len(clauses[-1]) + 5
        return " and ".join(clauses)[:size]

    def _drawn(self, generator: random.Random) -> Iterator[str]:
        def one(names: list[str]) -> str:
            return names[min(int(generator.paretovariate(0.5)), len(names)) - 1]

        while True:
            yield generator.choice(_SENTENCES).format(
                town=one(self._towns),
                other=one(self._towns),
                person=one(self._people),
                country=generator.choice(("Syria", "Ukraine", "Sudan", "Mali", "Yemen")),
                day=generator.choice(_DAYS),
                year=generator.randint(1990, 2019),
                number=generator.randint(2, 90),
            )


def _name(generator: random.Random) -> str:
    return "".join(generator.choices(_SYLLABLES, k=generator.randint(2, 3))).capitalize()


if __name__ == "__main__":
    main()
