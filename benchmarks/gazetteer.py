"""What the gazetteer costs, how much of the annotated places it knows, and how fast it answers.

    python -m benchmarks.gazetteer

writes `benchmarks/gazetteer.txt`. *Any* is the share of annotated names with a candidate, *exact*
of those that `is_known` knows. The *ceiling* is the share with a right one among the candidates:
within 161 km, or right as `score.py` sees it (the same entity; a country by its code). No resolver
can do better than that.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import platform
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from benchmarks.development import EVALUATION, OUT, records
from dateline.gazetteer import Gazetteer, Place
from dateline.gazetteer.names import locate
from dateline.gazetteer.spelling import normalise

OUTPUT: Final = Path(__file__).with_suffix(".txt")
SETS: Final = ("lgl", "geovirus", "geowebnews", "conflict_articles")
TIMES: Final = 5

_LOAD: Final = """
import time
import geopy.geocoders, marisa_trie, pandas, pyarrow
import dateline.gazetteer
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096 / 1e6
before, start = resident(), time.perf_counter()
gazetteer = dateline.gazetteer.Gazetteer.open()
loaded = time.perf_counter() - start
for name in ("Aleppo", "Tripoli", "Shujaiya", "Xqzz", "geonames:1"):
    gazetteer.candidates(name), gazetteer.row(name)
print(loaded, resident() - before)
"""


def main() -> None:
    """Measure everything and write it down."""
    gazetteer = Gazetteer.open()
    lines = [
        f"gazetteer {gazetteer.version}: {len(gazetteer):,} places, "
        f"{sum(p.stat().st_size for p in gazetteer.folder.iterdir()) / 1e6:.1f} MB on disk",
        f"Python {platform.python_version()}, {platform.machine()}",
        "",
        *_cost(),
        *_speed(),
        "",
        *_ceilings(gazetteer),
        "",
        *_places(gazetteer),
    ]
    text = "\n".join(lines) + "\n"
    OUTPUT.write_text(text, encoding="utf-8")
    print(text, end="")


def _cost() -> Iterator[str]:
    runs = []
    for _ in range(TIMES):
        command = [sys.executable, "-c", _LOAD]
        answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        runs.append(tuple(map(float, answer.split())))
    seconds, megabytes = min(run[0] for run in runs), max(run[1] for run in runs)
    yield f"load: {seconds:.2f} s (best of {TIMES}), adds {megabytes:.0f} MB to the process"


def _speed() -> Iterator[str]:
    texts = [row["text"] for name in ("lgl", "geowebnews") for row in records(name)]
    words = [re.findall(r"\w[\w'’.-]*", text) for text in texts]
    grams = [
        " ".join(w[i : i + n]) for w in words for n in (1, 2, 3) for i in range(len(w) - n + 1)
    ]
    names = [gram for gram in grams if gram.istitle()]
    fresh = Gazetteer.open()
    normalise.cache_clear()
    yield _rate("is_known, any one to three words", fresh.is_known, grams[:200_000])
    yield _rate("candidates, such words in capitals", fresh.candidates, names[:50_000])
    yield _rate(
        "candidates, each for the first time", fresh.candidates, sorted(set(names))[:20_000]
    )


def _rate(what: str, ask: Any, questions: list[str]) -> str:
    start = time.perf_counter()
    for question in questions:
        ask(question)
    seconds = time.perf_counter() - start
    return (
        f"{what}: {len(questions) / seconds:,.0f} a second "
        f"({seconds / len(questions) * 1e6:.1f} µs each)"
    )


def _ceilings(gazetteer: Gazetteer) -> Iterator[str]:
    score = _scorer()
    yield "set                  places    any  exact  ≤161 km  right"
    for name in SETS:
        counts: Counter[str] = Counter()
        for row in records(name):
            for gold in row.get("toponyms", row.get("mentions", [])):
                if score.spot(gold):
                    counts.update(_judge(gazetteer, score, gold, row["text"]))
        of = counts["gold"]
        yield (
            f"{name:18s} {of:8d}  {counts['any'] / of:.3f}  {counts['exact'] / of:.3f}"
            f"    {counts['near'] / of:.3f}  {counts['right'] / of:.3f}"
            + (f"   right within 25 km {counts['fine'] / of:.3f}" if counts["fine"] else "")
        )


def _judge(
    gazetteer: Gazetteer, score: ModuleType, gold: dict[str, Any], text: str
) -> Iterator[str]:
    surface = text[gold["start"] : gold["end"]]
    places = [_scored(gazetteer.place(row)) for row, _ in gazetteer.candidates(surface)]
    near = [score.km(*score.spot(gold), *score.spot(place)) <= 161 for place in places]
    number = str(gold.get("geonames_id") or "none")
    yield "gold"
    if places:
        yield "any"
    if gazetteer.is_known(surface):
        yield "exact"
    if any(near):
        yield "near"
    if "precision" in gold:
        if any(score.right_place(gold, place, 161) for place in places):
            yield "right"
        if any(score.right_place(gold, place, 25) for place in places):
            yield "fine"
    elif any(near) or any(number in re.split(r"\D+", place["id"]) for place in places):
        yield "right"


def _places(gazetteer: Gazetteer) -> Iterator[str]:
    answers = OUT / "airwars_places.jsonl"
    OUT.mkdir(exist_ok=True)
    rows = records("airwars_places")
    start = time.perf_counter()
    with answers.open("w", encoding="utf-8") as file:
        for row in rows:
            found = [_scored(place) for place in locate(row["names"], gazetteer)]
            file.write(json.dumps({"id": row["id"], "candidates": found}) + "\n")
    seconds = time.perf_counter() - start
    score, printed = _scorer(), io.StringIO()
    with contextlib.redirect_stdout(printed):
        score.places(
            score.load(str(EVALUATION / "airwars_places.dev.jsonl")), score.load(str(answers))
        )
    yield f"Airwars {printed.getvalue().strip()} ({len(rows) / seconds:,.0f} notes a second)"


def _scored(place: Place) -> dict[str, Any]:
    return {
        "id": place.gazetteer_id,
        "name": place.name,
        "country": place.country_code,
        "admin1": place.admin1,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision,
    }


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", EVALUATION / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no scorer in {EVALUATION}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
