"""UN OCHA: subdistricts of Syria and the neighbourhoods of its cities."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.gazetteer.making.entry import ALTERNATE, MAIN, Entry, rows

__all__ = ["places"]


def places(folder: Path) -> Iterator[Entry]:
    """Neighbourhoods by their name, subdistricts only by name and kind.

    A subdistrict bears the name of its chief town, and who writes *Saraqeb* means the town.
    Governorates and districts are GeoNames' already.
    """
    for row in rows(folder / "ocha_syria_admin_neighbourhoods.csv"):
        place = (float(row["latitude"]), float(row["longitude"]), "SY")
        name = row["name_en"]
        if row["level"] == "neighbourhood":
            entry = Entry(f"ocha:{row['pcode']}", name, *place, "PPLX", "neighbourhood")
            entry.add([row["name_en_ref"]], MAIN)
            entry.add([row["name_ar"], f"حي {row['name_ar']}"], ALTERNATE)
            yield entry
        elif row["level"] == "adm3":
            title = f"{name} subdistrict"
            entry = Entry(f"ocha:{row['pcode']}", title, *place, "ADM3", "district")
            entry.add([f"ناحية {row['name_ar']}"], ALTERNATE)
            yield entry
