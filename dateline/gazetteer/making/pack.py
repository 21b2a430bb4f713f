"""Entries into files: rows in a good order, names to keys, keys to postings."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa

from dateline.gazetteer import storage
from dateline.gazetteer.making.entry import ALTERNATE, DEMONYM, Entry
from dateline.gazetteer.place import PRECISIONS
from dateline.gazetteer.spelling import abbreviation_keys, normalise, sound_keys

__all__ = ["pack"]

# Where names reach Latin script by ear, so that one has many spellings: all places, or towns only.
_BY_EAR: Final = frozenset(["SY", "IQ", "PS", "LB", "JO", "YE", "EG", "LY", "SD", "IL"])
_TOWNS_BY_EAR: Final = frozenset(
    ["SA", "IR", "AF", "PK", "TN", "DZ", "MA", "KW", "SO", "UA", "RU", "BY", "TD", "ET", "TR"]
)
_TOWN: Final = 5_000
_ALIKE: Final = 30
"""More places than so many that only sound alike are of no help to anybody."""


def pack(
    entries: Sequence[Entry],
    folder: Path,
    neighbours: Mapping[str, list[str]],
    sources: Mapping[str, Any],
) -> str:
    """Write the gazetteer.

    Args:
        entries: Every place, ids unique.
        folder: Where to.
        neighbours: ISO code to the countries it borders.
        sources: What it is made of, for the record.

    Returns:
        Its version.
    """
    keys = [_keys(entry) for entry in entries]
    trie = storage.trie_of({key for mine in keys for key in mine})
    # Rows in the order of their main name's number: then most postings rise by one, and pack well.
    main = [
        trie[min(mine, key=lambda key: (mine[key], len(key), key))] if mine else 0 for mine in keys
    ]
    order = sorted(
        range(len(entries)),
        key=lambda i: (main[i], -prominence(entries[i]), entries[i].gazetteer_id),
    )
    entries, keys = [entries[i] for i in order], [keys[i] for i in order]
    names: dict[str, list[tuple[int, float, int]]] = defaultdict(list)
    sounds: dict[str, list[tuple[int, float, int]]] = defaultdict(list)
    for row, (entry, mine) in enumerate(zip(entries, keys, strict=True)):
        rank = -prominence(entry)
        for key, quality in mine.items():
            names[key].append((quality, rank, row))
        for key in _sound_keys(entry, mine):
            sounds[key].append((DEMONYM, rank, row))
    alike = {key: sorted(found)[:_ALIKE] for key, found in sounds.items()}
    indexes = {"names": _postings(names), "sounds": _postings(alike)}
    table, codes = _table(entries)
    meta = {
        **codes,
        "neighbours": neighbours,
        "sources": sources,
        "places": len(entries),
        "names": len(trie),
    }
    return storage.write(folder, indexes, table, meta)


def prominence(entry: Entry) -> float:
    """How likely a name means this place, all else unknown: people, or what stands for people.

    A country or first-order division weighs as its people; a second-order division less, since its
    chief town is meant more often than not; a seat of government more than a town of its size, and
    no less than such a seat usually is.
    """
    seat, least = {"PPLC": (4.0, 1e5), "PPLA": (2.0, 3e4), "PPLA2": (1.3, 8e3)}.get(
        entry.feature_code, (1.0, 0.0)
    )
    people = max(entry.population, entry.prominence, least)
    return people * seat * (0.2 if entry.precision == "district" else 1.0)


def _keys(entry: Entry) -> dict[str, int]:
    keys: dict[str, int] = {}
    for name, quality in entry.names.items():
        short = abbreviation_keys(name)
        # A state's code in capitals is found more often in a headline than in an address.
        if short and entry.feature_code == "ADM1" and "." not in name:
            quality = ALTERNATE
        for key in short or (normalise(name),):
            if len(key) > 1 and quality < keys.get(key, 9):
                keys[key] = quality
    return keys


def _sound_keys(entry: Entry, keys: Mapping[str, int]) -> set[str]:
    towns = entry.country_code in _TOWNS_BY_EAR and prominence(entry) >= _TOWN
    if entry.precision == "country" or not (towns or entry.country_code in _BY_EAR):
        return set()
    found = {sound for key, q in keys.items() if q <= ALTERNATE for sound in sound_keys(key)}
    # Without vowels too many villages are alike, and towns where vowels are written.
    known = prominence(entry) >= 1 or entry.precision in ("feature", "neighbourhood")
    known &= entry.country_code in _BY_EAR
    return found if known else {sound for sound in found if not sound.startswith("-")}


def _postings(index: Mapping[str, list[tuple[int, float, int]]]) -> dict[str, list[int]]:
    return {
        key: [(row << storage.QUALITY_BITS) | quality for quality, _, row in sorted(found)]
        for key, found in index.items()
    }


def _table(entries: Sequence[Entry]) -> tuple[pa.Table, dict[str, list[str]]]:
    countries = sorted({e.country_code for e in entries})
    features = sorted({e.feature_code for e in entries})
    schemes = sorted({e.gazetteer_id.partition(":")[0] for e in entries})
    texts = sorted({_tail(e) for e in entries if not _tail(e).isdigit()})
    number_of = {text: number for number, text in enumerate(texts)}
    first = {e.admin1: row for row, e in enumerate(entries) if e.feature_code == "ADM1"}
    second = {
        e.admin2: row for row, e in enumerate(entries) if e.feature_code == "ADM2" and e.admin2
    }
    table = pa.table(
        {
            "name": pa.array([e.name for e in entries], pa.string()),
            "scheme": np.array(
                [schemes.index(e.gazetteer_id.partition(":")[0]) for e in entries], np.uint8
            ),
            "number": np.array(
                [int(t) if t.isdigit() else number_of[t] for t in map(_tail, entries)], np.int32
            ),
            "latitude": np.array([e.latitude for e in entries], np.float32),
            "longitude": np.array([e.longitude for e in entries], np.float32),
            "population": np.array([e.population for e in entries], np.int64),
            "prominence": np.array([_decibels(prominence(e)) for e in entries], np.uint8),
            "country": np.array([countries.index(e.country_code) for e in entries], np.int16),
            "admin1": np.array([first.get(e.admin1, -1) for e in entries], np.int32),
            "admin2": np.array([second.get(e.admin2, -1) for e in entries], np.int32),
            "precision": np.array([PRECISIONS.index(e.precision) for e in entries], np.uint8),
            "feature": np.array([features.index(e.feature_code) for e in entries], np.int16),
        }
    )
    return table, {"countries": countries, "features": features, "schemes": schemes, "texts": texts}


def _tail(entry: Entry) -> str:
    return entry.gazetteer_id.partition(":")[2]


def _decibels(people: float) -> int:
    return round(10 * math.log10(people + 1))
