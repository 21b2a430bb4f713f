"""`pip install .` gives a command that works from another folder, even when it cannot be written.

The wheel is built and installed into a fresh environment of its own. Only the dependencies are
borrowed from the environment the tests run in, which holds the locked versions.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
TEXT = "Shells fell on Idlib on Monday, a doctor in Aleppo said."


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("dateline-*.whl")
    return built


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(folder, with_pip=False, symlinks=True)
    site = next(folder.glob("lib/python*/site-packages"))
    subprocess.run(
        [
            sys.executable,
            *["-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target"],
            site,
            wheel,
        ],
        check=True,
        capture_output=True,
    )
    borrowed = sysconfig.get_paths()["purelib"]
    (site / "borrowed.pth").write_text(borrowed + "\n")
    script = folder / "bin" / "dateline"
    script.write_text(
        f"#!{folder}/bin/python\nfrom dateline.cli import main\nraise SystemExit(main())\n"
    )
    script.chmod(0o755)
    return script


def run(command: Path, *words: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment["XDG_CACHE_HOME"] = str(cwd / "cache")
    return subprocess.run(
        [str(command), *words],
        cwd=cwd,
        env=environment,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_wheel_carries_page_data_and_settings_but_no_test_and_no_plotly_js(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    for needed in (
        "dateline/app/dashboard.py",
        "dateline/app/components/pages/explore.py",
        "dateline/app/data/demo/articles.csv",
        "dateline/app/.streamlit/config.toml",
    ):
        assert needed in names
    assert any(name.startswith("dateline/app/data/gazetteer/") for name in names)
    assert any(name.startswith("dateline/app/static/") for name in names)
    assert not [n for n in names if "plotly" in n and n.endswith(".js") and "/static/" in n]
    assert not [n for n in names if n.startswith(("tests/", "benchmarks/"))]


def test_the_installed_command_reads_a_text(command: Path, tmp_path: Path) -> None:
    done = run(command, "extract", cwd=tmp_path, stdin=TEXT)
    assert done.returncode == 0, done.stderr
    assert "Idlib" in done.stdout
    assert "event" in done.stdout


def test_the_installed_page_runs_from_a_copy_in_the_cache(command: Path, tmp_path: Path) -> None:
    program = "from dateline.commands.launch import page_folder; print(page_folder())"
    python = command.with_name("python")
    done = subprocess.run(
        [str(python), "-c", program],
        cwd=tmp_path,
        env={"XDG_CACHE_HOME": str(tmp_path / "cache"), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )
    folder = Path(done.stdout.strip())
    assert folder.is_relative_to(tmp_path / "cache")
    assert (folder / "dashboard.py").exists()
    assert (folder / ".streamlit" / "config.toml").exists()
    assert any((folder / "static").iterdir())
