"""What a document that leaves names out teaches, and what not."""

from __future__ import annotations

import pytest
from spacy.lang.en import English

from dateline.geoparsing.annotation import Annotated

TEXT = "Shells hit Xyzzyqw General Hospital and the University of Mosul. A Syrian fled Bab Street."


def counts(name: str, *, marks_facilities: bool, marks_demonyms: bool = True) -> bool:
    mosul = (TEXT.index("Mosul"), TEXT.index("Mosul") + len("Mosul"))
    document = Annotated(
        English()(TEXT), (mosul,), (None,), (), marks_demonyms, 0, marks_facilities
    )
    start = TEXT.index(name)
    return document.counts(start, start + len(name), demonym=name == "Syrian")


def test_a_building_is_unlabelled_where_a_set_leaves_buildings_out() -> None:
    assert not counts("Xyzzyqw General Hospital", marks_facilities=False)
    assert counts("Xyzzyqw General Hospital", marks_facilities=True)


@pytest.mark.parametrize("name", ["Xyzzyqw", "Bab Street", "Hospital", "University of Mosul"])
def test_other_spans_are_wrong_there_too(name: str) -> None:
    """Its parts, streets, and a building of which a part is marked instead."""
    assert counts(name, marks_facilities=False)


def test_a_demonym_is_unlabelled_where_a_set_leaves_demonyms_out() -> None:
    assert not counts("Syrian", marks_facilities=True, marks_demonyms=False)
    assert counts("Syrian", marks_facilities=False)
