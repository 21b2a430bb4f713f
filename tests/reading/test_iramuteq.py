"""IRaMuTeQ: each text below a line of starred variables is an article, with these as columns."""

from __future__ import annotations

import pytest

from dateline.reading import read_bytes

CORPUS = """\
**** *source_La_Gazette *date_2016-12-16 *une
-*chapeau
Il a plu toute la nuit.
Le pont est fermé.

**** *source_Le_Courrier *date_2016_12_17
Le marché est ouvert.
"""


@pytest.mark.parametrize("name", ["corpus.txt", "corpus"])
def test_each_text_has_its_variables(name: str) -> None:
    first, second = read_bytes(name, CORPUS.encode()).articles
    assert first.text == "Il a plu toute la nuit.\n\nLe pont est fermé."
    assert (first.source, str(first.published)[:10]) == ("La Gazette", "2016-12-16")
    assert first.further["une"] == "yes"
    assert (second.source, str(second.published)[:10]) == ("Le Courrier", "2016-12-17")


def test_stars_above_any_other_text_are_its_own() -> None:
    (article,) = read_bytes("a.txt", b"**** Breaking ****\n\nIt rained all night.").articles
    assert "Breaking" in article.text
