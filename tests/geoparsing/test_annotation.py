"""What a document that leaves names out teaches, and what not."""

from __future__ import annotations

from spacy.lang.en import English

from dateline.geoparsing.annotation import Annotated

TEXT = "A Syrian fled the Kurdish quarter of Mosul."


def counts(name: str, *, marks_demonyms: bool) -> bool:
    start = TEXT.index("Kurdish")
    ignored = ((start, start + len("Kurdish")),)
    document = Annotated(English()(TEXT), (), (), ignored, marks_demonyms, 0)
    start = TEXT.index(name)
    return document.counts(start, start + len(name), demonym=name == "Syrian")


def test_a_demonym_is_unlabelled_where_a_set_leaves_demonyms_out() -> None:
    assert not counts("Syrian", marks_demonyms=False)
    assert counts("Syrian", marks_demonyms=True)
    assert counts("Mosul", marks_demonyms=False)


def test_what_is_to_be_ignored_teaches_nothing() -> None:
    assert not counts("Kurdish", marks_demonyms=True)
    assert not counts("Kurdish quarter", marks_demonyms=True)
