"""Dependencies point one way: dashboard → components → dateline; the library stands alone."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIBRARY = sorted((ROOT / "dateline").rglob("*.py"))
COMPONENTS = sorted((ROOT / "components").rglob("*.py"))

LAYERS = {
    "errors": set(),
    "tables": {"errors", "findings", "gazetteer"},
    "store": {"corpus", "query", "figures", "export", "assembly", "extraction", "cli", "commands"},
    "codes": {"corpus", "query", "figures", "export", "extraction", "cli", "commands"},
    "corpus": {"query", "figures", "export", "extraction", "cli", "commands"},
    "corpus_tables": {"corpus", "query", "figures", "export", "extraction", "cli", "commands"},
    "query": {"figures", "export", "extraction", "geoparsing", "cli", "commands"},
    "figures": {"export", "extraction", "geoparsing", "cli", "commands"},
    "export": {"extraction", "geoparsing", "cli", "commands"},
    "gazetteer": {"geoparsing", "extraction", "query", "figures", "corpus", "store", "commands"},
    "geoparsing": {"extraction", "query", "figures", "cli", "corpus", "store", "commands"},
    "reading": {"extraction", "geoparsing", "query", "figures", "corpus", "store", "commands"},
    "assembly": {"extraction", "geoparsing", "query", "figures", "corpus", "cli", "commands"},
    "extraction": {"query", "figures", "corpus", "cli", "commands"},
}
"""Part of the library → parts it must not import (for `tables`: the only ones it may)."""


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", LIBRARY, ids=lambda p: str(p.relative_to(ROOT)))
def test_the_library_imports_neither_streamlit_nor_the_page(path: Path) -> None:
    tops = {name.split(".")[0] for name in imported(path)}
    assert not tops & {"streamlit", "components", "dashboard", "benchmarks", "tests"}


def test_only_figures_import_plotly() -> None:
    users = {
        str(path.relative_to(ROOT))
        for path in LIBRARY + COMPONENTS
        if any(name.split(".")[0] == "plotly" for name in imported(path))
    }
    assert all(user.startswith(("dateline/figures", "components/plotview")) for user in users)


@pytest.mark.parametrize("part", [part for part in LAYERS if part not in ("errors", "tables")])
def test_a_layer_imports_nothing_above_it(part: str) -> None:
    paths = [
        p for p in LIBRARY if p.relative_to(ROOT / "dateline").parts[0] in (part, f"{part}.py")
    ]
    assert paths
    for path in paths:
        above = {name.split(".")[1] for name in imported(path) if name.startswith("dateline.")}
        assert not above & LAYERS[part], path


def test_finding_names_knows_nothing_of_what_becomes_of_them() -> None:
    rooms = ROOT / "dateline/geoparsing"
    for path in sorted((rooms / "recognition").rglob("*.py")):
        later = {f"dateline.geoparsing.{room}" for room in ("resolution", "roles", "focus")}
        assert not {".".join(name.split(".")[:3]) for name in imported(path)} & later, path


def test_errors_import_nothing_and_tables_only_what_they_name() -> None:
    assert not {n for n in imported(ROOT / "dateline/errors.py") if n.startswith("dateline")}
    tables = {n.split(".")[1] for n in imported(ROOT / "dateline/tables.py") if "dateline." in n}
    assert tables <= LAYERS["tables"]


def test_components_do_not_import_one_another_but_for_the_choice() -> None:
    """Pages assemble components; what they share is the choice and the session that holds it."""
    shared = {"choice", "session", "address", "plotview", "reader", "copy_button"}
    for path in COMPONENTS:
        own = path.relative_to(ROOT / "components").parts[0].removesuffix(".py")
        if own in ("pages", "__init__"):
            continue
        others = {n.split(".")[1] for n in imported(path) if n.startswith("components.")}
        assert others <= shared | {own}, path


@pytest.mark.parametrize(
    ("program", "unloaded"),
    [
        pytest.param(
            "import dateline, dateline.corpus, dateline.query",
            {"spacy", "streamlit", "lightgbm", "plotly"},
            id="the page's side of the library: it loads no language model and no page",
        ),
        pytest.param(
            "from components.pages import explore, corpus, method, saved, shelf",
            {"spacy", "lightgbm", "sklearn", "scipy"},
            id="showing a corpus: the first visitor does not wait for a language model",
        ),
        pytest.param(
            "import dateline.commands.records, dateline.extraction.workers\n"
            "from dateline.extraction.interchange import write_records\n"
            "write_records([], None)\n"
            "from dateline.gazetteer import Gazetteer\n"
            "Gazetteer.open().geocode('Aleppo, Syria')",
            {"pandas", "lightgbm", "sklearn", "scipy"},
            id="reading articles: these take longer to import than all models to load",
        ),
    ],
)
def test_in_a_fresh_process_nothing_is_loaded_that_is_not_needed(
    program: str, unloaded: set[str]
) -> None:
    told = f"{program}\nimport sys\nprint(*sorted({unloaded!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == ""


def test_no_component_shows_outside_text_as_html() -> None:
    for path in COMPONENTS:
        assert "unsafe_allow_html" not in path.read_text(encoding="utf-8"), path
    for path in (ROOT / "components").rglob("*.js"):
        source = path.read_text(encoding="utf-8")
        assert "innerHTML" not in source, path
        assert "insertAdjacentHTML" not in source, path
        assert "eval(" not in source, path
