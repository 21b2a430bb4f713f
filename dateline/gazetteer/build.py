"""`python -m dateline.gazetteer.build --sources FOLDER`: make the gazetteer again."""

from __future__ import annotations

import argparse
from pathlib import Path

from dateline.gazetteer.making import geonames
from dateline.gazetteer.making.merge import collect
from dateline.gazetteer.making.pack import pack


def main(arguments: list[str] | None = None) -> None:
    """Read the arguments, build, and say what was made."""
    parser = argparse.ArgumentParser(prog="python -m dateline.gazetteer.build", description=__doc__)
    parser.add_argument("--sources", type=Path, required=True, help="folder of the open data files")
    parser.add_argument(
        "--output",
        type=Path,
        default=Path(__file__).parents[2] / "data" / "gazetteer",
        help="folder to write to (default: data/gazetteer of the checkout)",
    )
    options = parser.parse_args(arguments)
    entries = collect(options.sources)
    version = pack(entries, options.output, geonames.neighbours(options.sources), {})
    size = sum(path.stat().st_size for path in options.output.iterdir())
    print(f"{len(entries):,} places, {size / 1e6:.1f} MB in {options.output}, version {version}")


if __name__ == "__main__":
    main()
