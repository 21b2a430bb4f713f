"""XML that cannot be read is set aside with its reason, whichever database it is of."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import ReadingError
from dateline.reading import read
from dateline.reading.files import File
from dateline.reading.xml_root import root_of

EXPORTS = {
    "Factiva": "<PPSResponse><article/></PPSResponse>",
    "ProQuest": "<RECORD><GOID>1</GOID><TitleAtt><Title>A road</Title></TitleAtt></RECORD>",
    "Zotero": '<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#"></rdf:RDF>',
    "any": "<articles><article><text>It rained.</text></article></articles>",
}


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_an_encoding_that_there_is_not_keeps_no_other_file_from_being_read(
    export: str, tmp_path: Path
) -> None:
    (tmp_path / "broken.xml").write_text(f'<?xml version="1.0" encoding="nonesuch"?>{export}')
    (tmp_path / "whole.txt").write_text("A road\n\nIt rained in Homs, and the road was closed.")
    reading = read([tmp_path])
    assert [article.title for article in reading.articles] == ["A road"]
    (reason,) = reading.set_aside["reason"]
    assert "no XML that can be read" in reason


@pytest.mark.parametrize("data", [b"", b"<a><b>", b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'])
def test_what_is_not_whole_or_declares_entities_is_refused(data: bytes) -> None:
    with pytest.raises(ReadingError, match="no XML that can be read"):
        root_of(File("a.xml", len(data), data))
