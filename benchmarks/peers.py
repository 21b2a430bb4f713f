"""Programs one would otherwise install, and ours, on the same sets: names, places, speed.

    pip install -r benchmarks/peers-requirements.txt    # only for this
    python -m benchmarks.geoparsing     # ours, each document by models that have not seen it
    python -m benchmarks.peers          # figures go to benchmarks/peers.txt

Peers that give names without spans are credited with every occurrence of the name; peers that give
no coordinates with the most populous place of that name. Speed is articles per second of CPU time
on GeoWebNews, set-up not counted; ours is the whole extraction, with roles, dates and quotations.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from benchmarks.development import EVALUATION, OUT, records
from dateline.extraction.extractor import shared_extractor
from dateline.extraction.interchange import place_record, write_records
from dateline.findings import Article
from dateline.gazetteer import Gazetteer
from dateline.language_model import load

__all__ = ["PEERS", "main"]

SETS: Final = (("lgl", ()), ("geovirus", ("--no-demonyms",)), ("geowebnews", ()))
FIGURES: Final = Path(__file__).with_suffix(".txt")
_TIMED: Final = "geowebnews"

Mentions = list[dict[str, Any]]
Peer = Callable[[list[str]], Iterator[Mentions]]


def _geotext(texts: list[str]) -> Iterator[Mentions]:
    from geotext import GeoText

    for text in texts:
        found = GeoText(text)
        yield _occurrences(text, {name: _populous(name) for name in found.cities + found.countries})


def _flashgeotext(texts: list[str]) -> Iterator[Mentions]:
    from flashgeotext.geotext import GeoText

    finder = GeoText()
    for text in texts:
        found = finder.extract(input_text=text, span_info=True)
        yield [
            _mention(text, span, _populous(name))
            for kind in ("cities", "countries")
            for name, about in found[kind].items()
            for span in about["span_info"]
        ]


def _local_geocode(texts: list[str]) -> Iterator[Mentions]:
    from geocode.geocode import Geocode

    geocoder = Geocode()
    geocoder.load()
    for text in texts:
        yield _occurrences(text, {one["name"]: one for one in geocoder.decode(text)})


def _spacy(texts: list[str]) -> Iterator[Mentions]:
    for doc in load().nlp.pipe(texts, batch_size=16):
        yield [
            _mention(doc.text, (entity.start_char, entity.end_char), _populous(entity.text))
            for entity in doc.ents
            if entity.label_ in ("GPE", "LOC", "FAC")
        ]


def _ours(texts: list[str]) -> Iterator[Mentions]:
    """Timed only: what is scored was read by models that had not seen it."""
    for _ in shared_extractor().read_many([Article(text) for text in texts]):
        yield []


PEERS: Final[dict[str, Peer]] = {
    "geotext 0.4.0, most populous": _geotext,
    "flashgeotext 0.5.5, most populous": _flashgeotext,
    "local-geocode 0.0.2": _local_geocode,
    "spaCy md, most populous": _spacy,
    "Dateline": _ours,
}


@cache
def _populous(name: str) -> dict[str, Any] | None:
    """The most populous place of a name, countries first where the name is theirs."""
    gazetteer = Gazetteer.open()
    rows = [candidate.row for candidate in gazetteer.candidates(name) if candidate.quality < 3]
    best = max(rows, key=lambda row: int(gazetteer.population[row]), default=None)
    return None if best is None else place_record(gazetteer.place(best))


def _mention(text: str, span: Iterable[int], place: dict[str, Any] | None) -> dict[str, Any]:
    start, end = span
    return {"start": start, "end": end, "text": text[start:end], "place": place}


def _occurrences(text: str, places: dict[str, dict[str, Any] | None]) -> Mentions:
    """Every occurrence of the names as whole words, the longest name first."""
    if not places:
        return []
    names = "|".join(map(re.escape, sorted(places, key=len, reverse=True)))
    return [
        _mention(text, found.span(), places[found[0]])
        for found in re.finditer(rf"\b(?:{names})\b", text)
    ]


def _written(label: str, peer: Peer, name: str) -> Path:
    """Where what a peer finds in a set lies."""
    if peer is _ours:
        return OUT / load().name / f"{name}.jsonl"
    rows = records(name)
    found = peer([row["text"] for row in rows])
    path = OUT / "peers" / f"{label.split()[0].lower()}-{name}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_records(
        ({"id": row["id"], "mentions": m} for row, m in zip(rows, found, strict=True)), path
    )
    return path


def _speed(peer: Peer) -> float:
    """Articles a second of CPU time."""
    texts = [row["text"] for row in records(_TIMED)]
    list(peer(texts[:2]))  # models and tables are loaded
    begin = time.process_time()
    list(peer(texts))
    return len(texts) / (time.process_time() - begin)


def _figures(name: str, out: Path, options: tuple[str, ...]) -> dict[str, float]:
    gold = EVALUATION / f"{name}.dev.jsonl"
    command = [sys.executable, str(EVALUATION / "score.py"), "geoparsing", str(gold), str(out)]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=True)
    pairs = (pair.split("=") for pair in done.stdout.split() if re.fullmatch(r"\w+=[\d.]+", pair))
    return {key: float(value) for key, value in pairs}


def main() -> None:
    """Run every peer on every set."""
    lines = [
        f"{'':36s}" + "".join(f"{name:>22s}" for name, _ in SETS) + f"{'articles per':>16s}",
        f"{'':36s}" + f"{'exact F1   F1@161':>22s}" * len(SETS) + f"{'CPU second':>16s}",
    ]
    for label, peer in PEERS.items():
        cells = ""
        for name, options in SETS:
            figures = _figures(name, _written(label, peer, name), options)
            cells += f"{figures['exact_f1']:13.3f}{figures['f_at_161']:9.3f}"
        lines.append(f"{label:36s}{cells}{_speed(peer):16.1f}")
        print(lines[-1], file=sys.stderr)
    text = "\n".join(lines) + "\n"
    FIGURES.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
