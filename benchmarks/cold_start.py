"""How long `dateline extract FILE` takes in a fresh process, from its start to the first findings.

    python -m benchmarks.cold_start [runs]

The file holds one article of the demonstration corpus. Seconds on the clock count what else the
machine does, CPU seconds and memory are the process's own, as the system accounts for them when it
ends. In a run before the first that counts the system caches the files, and Python keeps what it
compiled, as it does unless told not to and as pip does when it installs. The figures are kept in
`benchmarks/cold_start.txt`.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from dateline.reading import read
from dateline.resources import data_folder

FIGURES: Final = Path(__file__).with_suffix(".txt")


def main(runs: int) -> str:
    """What it took, as text."""
    load = os.getloadavg()[0]
    article = read([data_folder() / "demo" / "articles.csv"]).articles[0]
    with tempfile.TemporaryDirectory() as folder:
        file, found = Path(folder) / "in.jsonl", Path(folder) / "out.jsonl"
        file.write_text(json.dumps({"text": article.text}) + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "dateline", "extract", str(file), "--output", str(found)]
        took = [_run(command) for _ in range(runs + 1)][1:]
        mentions = len(json.loads(found.read_text(encoding="utf-8"))["mentions"])
    lines = [
        f"one article of {len(article.text.split())} words, {mentions} mentions; {runs} runs; "
        f"{os.cpu_count()} processors, load {load:.1f} at the start"
    ]
    for name, unit, values in zip(
        ("on the clock", "CPU", "memory"), ("s", "s", "MB"), zip(*took, strict=True), strict=True
    ):
        middle, least, most = statistics.median(values), min(values), max(values)
        digits = 0 if unit == "MB" else 2
        lines.append(
            f"{name:<14}{middle:7.{digits}f} {unit}   ({least:.{digits}f} to {most:.{digits}f})"
        )
    return "\n".join(lines) + "\n"


def _run(command: list[str]) -> tuple[float, float, float]:
    """Seconds on the clock, CPU seconds, and the most memory in MB."""
    kept = {name: told for name, told in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=kept)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {status}")
    return (
        time.perf_counter() - begun,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss * 1024 / 1e6,
    )


if __name__ == "__main__":
    report = main(int(sys.argv[1]) if sys.argv[1:] else 7)
    print(report, end="")
    FIGURES.write_text(report, encoding="utf-8")
