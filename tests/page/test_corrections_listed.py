"""The page of the corpus lists what was put right, and takes it back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dateline.corrections import Correction, ledger, notes, splits
from tests.page.ports import KEYS, LEBANON, LIBYA, captions

pytestmark = pytest.mark.usefixtures("fresh")


def corpus_page() -> Any:
    def script() -> None:
        import os
        from pathlib import Path

        from components.pages import corrections
        from dateline.corpus import Corpus

        corrections.show(Corpus.open(Path(os.environ["DATELINE_CORPUS"])))

    return AppTest.from_function(script, default_timeout=60)


def test_the_corpus_page_lists_them_with_what_was_set_aside_and_what_readers_noted(
    folder: Path,
) -> None:
    assert "Nothing yet" in captions(corpus_page().run())
    ledger.add(
        folder,
        [
            Correction(
                "surface", surface="<b>Tripoli</b>", place=LEBANON, at="2026-11-24T10:00:00"
            ),
            Correction("article", KEYS[5], surface="Tripoli", role="name", note="![x](y)"),
        ],
    )
    with (folder / ledger.FILE).open("a") as file:
        file.write("nonsense\n")
    notes.add(folder, notes.Note(KEYS[5], "1", "2", "Tripoli", LIBYA, "no"))
    splits.split(folder, [KEYS[3]])
    test = corpus_page().run()
    assert not test.exception
    listed, aside, noted = (frame.value for frame in test.dataframe)
    assert listed["Words"].tolist() == ["Tripoli", "<b>Tripoli</b>"], "the newest first"
    assert listed["Is"].tolist() == ["role: name", "Tripoli, Lebanon"]
    assert listed["Mentions"].tolist() == [2, 0]
    assert listed["When"].tolist() == ["", "2026-11-24 10:00"]
    assert "nonsense" in aside["Reason"].iat[0]
    assert noted["Note"].tolist() == ["no"]
    assert [text.value for text in test.text] == ["Buses at last"]
    test.button(key=f"join_{KEYS[3]}").click().run()
    assert splits.read(folder) == {}


def test_the_corpus_page_of_a_read_only_copy_offers_nothing_to_change(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.add(folder, [Correction("surface", surface="Tripoli", place=LEBANON)])
    monkeypatch.setenv("DATELINE_READ_ONLY", "1")
    test = corpus_page().run()
    assert not test.exception and not test.button
    assert "not put right" in captions(test)


def test_only_what_is_chosen_on_the_corpus_page_is_undone_and_a_file_is_taken_in(
    folder: Path,
) -> None:
    first = Correction("surface", surface="Tripoli", place=LEBANON)
    second = Correction("surface", surface="Suva", role="name")
    ledger.add(folder, [first, second])
    test = corpus_page()
    test.session_state["corrections_2"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    test.run()
    assert not test.exception
    test.button(key="corrections_undo").click().run()
    assert ledger.read(folder).corrections == (first,)
    assert test.text[0].value == "1 correction undone."
    theirs = ledger.exported([first, second]) + b"nonsense\r\n"
    test.file_uploader(key="corrections_file").upload("theirs.csv", theirs, "text/csv").run()
    assert ledger.read(folder).corrections == (first, second)
    assert "1 correction from theirs.csv, 1 there already" in test.text[0].value
    assert "Set aside: row 3" in test.text[0].value
