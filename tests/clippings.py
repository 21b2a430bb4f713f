"""Invented articles as a table, of which a corpus is built."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

BODIES = (
    "Shells fell on Idlib at noon, said Mira Osgood of Orchard Relief.",
    "“Water comes by cart,” a driver said in Homs on 3 December 2016.",
    "Talks were held in Geneva while buses left Aleppo.",
    "A choir in Suva sang for Kharkiv.",
    "В Алеппо продолжался обстрел восточных кварталов города, сообщили вчера жители района.",
    "Nothing happened on that day.",
)

ROWS = [
    {"title": f"Title {n}", "body": body, "date": f"2016-12-{9 - n:02}", "source": "Levant Desk"}
    for n, body in enumerate(BODIES)
]


def table(folder: Path, rows: Sequence[dict[str, str]], name: str = "all.csv") -> Path:
    path = folder / name
    pd.DataFrame(rows).to_csv(path, index=False)
    return path
