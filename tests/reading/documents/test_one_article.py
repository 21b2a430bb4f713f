from __future__ import annotations

import pytest

from dateline.errors import ReadingError
from dateline.reading.documents.one_article import one_article
from dateline.reading.files import File


def test_an_article_has_what_the_name_of_its_file_states() -> None:
    contents = one_article(File("2016-12-16 x.odt", 0, b""), "A road", "It rained.", ["."])
    assert contents.records[0].cells == {
        "published": "2016-12-16",
        "text": "It rained.",
        "title": "A road",
    }
    assert contents.notes == ["."]


def test_a_headline_alone_is_its_own_text_and_nothing_at_all_is_empty() -> None:
    file = File("x.odt", 0, b"")
    assert one_article(file, "A road", "").records[0].cells["text"] == "A road"
    with pytest.raises(ReadingError, match="empty"):
        one_article(file, "", "")
