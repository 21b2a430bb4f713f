"""The transformer of the accurate engine, as it ships."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import numpy as np
import pytest

from dateline.errors import ModelError
from dateline.findings import ROLES, Article
from dateline.gazetteer import Gazetteer
from dateline.geoparsing import Geoparser
from dateline.geoparsing.roles.transformer import RoleTransformer
from dateline.language_model import load
from dateline.resources import data_folder

SHIPPED = data_folder() / "models" / "accurate"


def likeliest(text: str, name: str) -> str:
    start = text.index(name)
    chances = RoleTransformer.load().read(text, [(start, start + len(name))])
    return ROLES[int(chances[0].argmax())]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Two shells landed beside the mill at Vardan on Friday, killing a baker.", "Vardan",
         "event"),
        ("Norway will not recognise the vote, its foreign ministry said.", "Norway", "actor"),
        ("The convoy was turned back, a spokesman told reporters in Geneva.", "Geneva", "setting"),
        ("The doctor, who was born in Lyon, set up a tent for the wounded.", "Lyon",
         "background"),
    ],
)  # fmt: skip
def test_it_reads_a_name_by_its_surroundings(text: str, name: str, role: str) -> None:
    assert likeliest(text, name) == role


def test_it_gives_a_probability_for_each_role_of_each_name() -> None:
    text = "Shells fell on Hama. " * 200 + "Talks go on in Cairo."
    spans = [(15 + 21 * at, 19 + 21 * at) for at in range(200)] + [(len(text) - 6, len(text) - 1)]
    chances = RoleTransformer.load().read(text, spans)
    assert chances.shape == (201, len(ROLES))
    assert np.allclose(np.exp(chances).sum(axis=1), 1, atol=1e-4)


def test_a_name_is_read_alike_whatever_else_is_asked_of_the_text() -> None:
    text = "Rebels left Sinja after talks in Jeddah, the army said."
    jeddah = (text.index("Jeddah"), text.index("Jeddah") + 6)
    alone = RoleTransformer.load().read(text, [jeddah])
    both = RoleTransformer.load().read(text, [(12, 17), jeddah])
    assert np.allclose(alone[0], both[1], atol=1e-5)


def test_signs_that_no_piece_stands_for_say_nothing_of_a_role() -> None:
    assert np.allclose(RoleTransformer.load().read("\0", [(0, 1)]), -np.log(len(ROLES)))


def test_the_receipt_and_the_version_say_that_it_was_read_by_a_transformer() -> None:
    language = load()
    article = Article("Villagers in the hills above Sinja hid from the drones.")
    found = {}
    versions = []
    for engine in ("standard", "accurate"):
        geoparser = Geoparser(Gazetteer.open(), language, engine=engine)
        versions.append(geoparser.version)
        mentions, _, _ = geoparser.read(language.nlp(article.text), article)
        found[engine] = mentions[0].rule
    assert found["standard"].startswith("learned: ")
    assert found["accurate"].startswith("learned, with the transformer: ")
    assert versions[1].startswith(versions[0] + "+")


def test_without_its_packages_it_says_which_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ModelError, match=r"pip install 'dateline\[accurate\]'"):
        RoleTransformer(SHIPPED)


def test_a_missing_or_damaged_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"roles\.onnx"):
        RoleTransformer(tmp_path)
    shutil.copy(SHIPPED / "tokenizer.json", tmp_path)
    (tmp_path / "roles.onnx").write_bytes(b"\x08\x08half")
    with pytest.raises(ModelError, match="damaged"):
        RoleTransformer(tmp_path)
