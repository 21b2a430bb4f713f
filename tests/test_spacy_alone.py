"""spaCy is imported without its commands, and nobody who wants them can tell."""

from __future__ import annotations

import subprocess
import sys

import pytest


def in_a_fresh_process(program: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert not done.returncode, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(
    "first",
    [
        "import dateline.extraction.extractor",
        "import dateline.geoparsing",
        "import dateline.language_model",
    ],
)
def test_whatever_is_imported_first_the_commands_are_not(first: str) -> None:
    told = "print('spacy' in sys.modules, 'spacy.cli' in sys.modules, 'httpx' in sys.modules)"
    assert in_a_fresh_process(f"{first}\nimport sys\n{told}") == ["True", "False", "False"]


def test_who_imports_the_commands_later_gets_the_whole_of_them() -> None:
    program = (
        "import spacy\n"
        "from spacy.cli import download, info\n"
        "print(download.__module__, info.__module__, spacy.cli.info is info, spacy.cli.__file__)"
    )
    alone = in_a_fresh_process(program)
    assert in_a_fresh_process(f"import dateline.spacy_alone\n{program}") == alone
    assert alone[:3] == ["spacy.cli.download", "spacy.cli.info", "True"]


def test_information_about_spacy_is_what_it_gives_itself() -> None:
    program = "import spacy\nprint(sorted(spacy.info(silent=True)))"
    alone = in_a_fresh_process(program)
    assert in_a_fresh_process(f"import dateline.spacy_alone\n{program}") == alone != []


def test_where_spacy_and_its_commands_are_there_already_they_stay() -> None:
    program = "import spacy.cli\nthere = spacy.cli\nimport dateline.spacy_alone, sys\n"
    assert in_a_fresh_process(f"{program}print(sys.modules['spacy.cli'] is there)") == ["True"]
