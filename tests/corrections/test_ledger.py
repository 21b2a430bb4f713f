"""The file of corrections keeps every row, whoever writes to it and whatever stands there."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import durable
from dateline.corpus import Corpus
from dateline.corrections import Correction, ledger, sheet, splits, stamped
from dateline.corrections.sheet import Sheet
from dateline.errors import CorpusError
from dateline.findings import Article, Findings
from tests.corpora import ARTICLES, PLACES, article, written

HERE = Path(__file__).parents[2]
TRIPOLI = Correction("surface", surface="Tripoli", place="geonames:266826")
ODD = [
    Correction("surface", surface='=HYPERLINK("x")\x00', role="name", note="-1\r\nover\rtwo"),
    Correction("surface", surface="'=", role="name", note="Łódź, „x“; @y"),
    Correction("surface", surface="حلب", place="-17.7 178 city", note="\ufeff\u202e"),
]


def build(folder: Path, articles: list[tuple[Article, Findings]]) -> None:
    written(folder, articles)


def test_a_folder_without_the_file_has_no_corrections(tmp_path: Path) -> None:
    assert ledger.read(tmp_path) == ledger.Ledger()


def test_what_is_added_is_read_back_in_order_whatever_signs_it_has(tmp_path: Path) -> None:
    assert ledger.add(tmp_path, [TRIPOLI]) == (TRIPOLI,)
    assert ledger.add(tmp_path, [*ODD, TRIPOLI]) == tuple(ODD)
    assert ledger.read(tmp_path) == ledger.Ledger((TRIPOLI, *ODD))


def test_no_cell_is_a_formula_to_a_spreadsheet(tmp_path: Path) -> None:
    ledger.add(tmp_path, ODD)
    table = pd.read_csv(tmp_path / ledger.FILE, dtype=str, keep_default_na=False)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in table.to_numpy().ravel())


def test_undone_is_gone_and_nothing_else(tmp_path: Path) -> None:
    ledger.add(tmp_path, [TRIPOLI, *ODD])
    assert ledger.remove(tmp_path, [ODD[0], replace(TRIPOLI, note="another")]) == 1
    assert ledger.read(tmp_path).corrections == (TRIPOLI, *ODD[1:])


def test_rows_that_mean_nothing_are_set_aside_with_the_reason_and_stay(tmp_path: Path) -> None:
    rows = [
        "scope,key,start,end,surface,place,role,note,at",
        "corpus,,,,Tripoli,geonames:1,,,",
        "surface,,,,Tripoli,geonames:266826,,,",
        "surface",
        "",
        "surface,,,,a\rb,geonames:1,,,",
        'surface,,,,"never closed',
    ]
    path = tmp_path / ledger.FILE
    path.write_bytes("\n".join(rows).encode() + b"\xff\xfe")
    found = ledger.read(tmp_path)
    assert found.corrections == (TRIPOLI,)
    assert [row.row for row in found.set_aside] == [1, 3, 4, 5]
    assert "scope 'corpus'" in found.set_aside[0].reason
    assert "UTF-8" in found.set_aside[3].reason
    ledger.add(tmp_path, [ODD[2]])
    ledger.remove(tmp_path, [TRIPOLI])
    again = ledger.read(tmp_path)
    assert again.corrections == (ODD[2],)
    assert [row.text for row in again.set_aside] == [row.text for row in found.set_aside]
    assert b"\xff\xfe" in path.read_bytes()


def test_a_file_from_a_spreadsheet_is_read_with_its_columns_in_any_order() -> None:
    content = "\ufeffplace;Surface;scope;key;start;end;role;note;at;mine\r\n"
    content += "geonames:266826;Tripoli;surface;;;;;;;7\r\n"
    assert ledger.imported(content.encode()).corrections == (TRIPOLI,)
    assert ledger.imported(b"surface,,,,Tripoli,geonames:266826,,,").corrections == (TRIPOLI,)
    assert ledger.imported(b"\x00\x01PK") == ledger.Ledger(
        (), ledger.imported(b"\x00\x01PK").set_aside
    )
    assert ledger.imported(b"") == ledger.Ledger()


def test_columns_of_ones_own_outlive_a_change(tmp_path: Path) -> None:
    path = tmp_path / ledger.FILE
    path.write_text("mine,scope,key,start,end,surface,place,role,note,at\n7,surface,,,,x,,name,,\n")
    ledger.add(tmp_path, [TRIPOLI])
    assert path.read_text().splitlines()[1:] == [
        "7,surface,,,,x,,name,,",
        ",surface,,,,Tripoli,geonames:266826,,,",
    ]


def test_an_export_is_an_import() -> None:
    assert ledger.imported(ledger.exported(ODD)) == ledger.Ledger(tuple(ODD))


cells = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\x00\r\n,;\"'=+-@ "))


@given(st.lists(st.tuples(cells, cells, cells).filter(any), max_size=4))
def test_every_cell_survives_the_file(rows: list[tuple[str, str, str]]) -> None:
    whole = Sheet(("a", "b", "c"), tuple(rows))
    assert sheet.parse(sheet.written(whole), ("a", "b", "c")) == whole


def test_several_dashboards_lose_nothing_of_each_other(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from dateline.corrections import Correction, ledger, sheet\n"
        "sheet._PATIENCE = 60.0\n"  # a disk may be slow
        "for n in range(8):\n"
        "    said = Correction('surface', surface=f'{sys.argv[2]} {n}', role='name')\n"
        "    ledger.add(Path(sys.argv[1]), [said])\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", program, str(tmp_path), name], cwd=HERE)
        for name in ("one", "two")
    ]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    found = ledger.read(tmp_path)
    assert len(found.corrections) == 16 and not found.set_aside
    mine = [one.surface for one in found.corrections if one.surface.startswith("two")]
    assert mine == [f"two {n}" for n in range(8)]


def test_one_who_does_not_let_go_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "_PATIENCE", 0.05)
    with (
        durable.alone(tmp_path / f"{ledger.FILE}.lock"),
        pytest.raises(CorpusError, match="another process"),
    ):
        ledger.add(tmp_path, [TRIPOLI])
    assert ledger.read(tmp_path) == ledger.Ledger()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be written"):
        ledger.add(tmp_path / "nowhere", [TRIPOLI])


def test_corrections_outlive_a_rebuild_of_the_corpus(tmp_path: Path) -> None:
    base = [article(*row) for row in ARTICLES]
    build(tmp_path, base)
    plain = Corpus.open(tmp_path)
    key = plain.column("articles", "key").iat[5]
    start = base[5][1].mentions[0].start
    said = Correction("mention", key, start, start + 7, "Tripoli", PLACES["suva"].gazetteer_id)
    ledger.add(tmp_path, [stamped(said)])
    splits.split(tmp_path, [plain.column("articles", "key").iat[3]])
    before = Corpus.open(tmp_path)
    earlier = article("2015-01-01", "New Desk", "", "First", "In [Aleppo|event|aleppo].")
    build(tmp_path, [earlier, *base])
    after = Corpus.open(tmp_path)
    assert after.article_id(key) == before.article_id(key) + 1
    for corpus in (before, after):
        rows = corpus.rows("mentions", corpus.article_id(key)).set_index("start")
        assert corpus.gazetteer_ids[rows.loc[start, "place_id"]] == PLACES["suva"].gazetteer_id
        assert corpus.touched == (1,)
        assert corpus.articles["copy_group"].value_counts().max() == 2
    assert len({plain.fingerprint, before.fingerprint, after.fingerprint}) == 3
    ledger.remove(tmp_path, before.corrections)
    splits.join(tmp_path, before.given_groups)
    build(tmp_path, base)
    assert Corpus.open(tmp_path).fingerprint == plain.fingerprint


def test_a_split_is_undone_and_the_last_row_of_an_article_counts(tmp_path: Path) -> None:
    splits.split(tmp_path, ["a", "b"], "together")
    splits.split(tmp_path, ["b", "=c"])
    assert splits.read(tmp_path) == {"a": "together", "b": "b", "=c": "=c"}
    splits.join(tmp_path, ["b", "nobody"])
    assert splits.read(tmp_path) == {"a": "together", "=c": "=c"}
