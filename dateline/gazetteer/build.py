"""`python -m dateline.gazetteer.build --sources FOLDER`: make the gazetteer again."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path
from typing import Final

from dateline.gazetteer.making import geonames
from dateline.gazetteer.making.merge import collect
from dateline.gazetteer.making.pack import pack

__all__ = ["build"]

_READ: Final = (
    "admin",
    "airports",
    "countryInfo",
    "geonames_cities",
    "ne_10m_admin_0_disputed_areas",
    "ne_10m_admin_0_label_points",
    "ne_10m_admin_1_label_points",
    "ne_10m_geography",
    "ne_10m_lakes",
    "ne_10m_populated_places",
    "ne_10m_rivers",
    "ocha_syria",
    "wof_",
)
"""How the names of the source files begin; their hashes are kept with the gazetteer."""


def build(sources: Path, output: Path) -> tuple[str, int]:
    """Make the gazetteer.

    Args:
        sources: Folder of the open data files; `data/README.md` lists them.
        output: Folder to write to.

    Returns:
        Its version and how many places it holds. The same sources give the same version.
    """
    entries = collect(sources)
    digests = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(sources.iterdir())
        if path.name.startswith(_READ)
    }
    return pack(entries, output, geonames.neighbours(sources), digests), len(entries)


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
    version, places = build(options.sources, options.output)
    size = sum(path.stat().st_size for path in options.output.iterdir())
    print(f"{places:,} places, {size / 1e6:.1f} MB in {options.output}, version {version}")


if __name__ == "__main__":
    main()
