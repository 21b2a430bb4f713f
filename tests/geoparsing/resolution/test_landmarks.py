"""Of a name that hundreds bear, the place beside the article's other towns is weighed, too."""

from __future__ import annotations

from collections.abc import Callable

from dateline.findings import Mention
from dateline.geoparsing.name_facts import NameBook
from dateline.geoparsing.resolution.landmarks import beside, landmarks

Read = Callable[[str], tuple[Mention, ...]]


def marks(book: NameBook, country: str, *names: str) -> list[str]:
    countries = [book.gazetteer.countries.index(country)]
    found = landmarks({name: book[name] for name in names}, countries, book)
    return [book.gazetteer.place(int(row)).name for row in found]


def test_a_landmark_bears_its_name_alone_in_the_land(book: NameBook) -> None:
    names = ("Pichari", "Santa Rosa", "Ayna", "Peru", "Paris")
    assert marks(book, "PE", *names) == ["Pichari", "Ayna"]
    assert marks(book, "SY", *names) == []


def test_only_namesakes_near_a_landmark_are_added(book: NameBook) -> None:
    peru = [book.gazetteer.countries.index("PE")]
    rows, qualities = beside(
        "San Francisco", landmarks({"Pichari": book["Pichari"]}, peru, book), book
    )
    assert len(rows) == len(qualities) == 1
    assert book.gazetteer.place(int(rows[0])).admin1 == "Ayacucho"
    assert not len(beside("San Francisco", landmarks({}, peru, book), book)[0])
    assert not len(beside("Pichari", rows, book)[0])  # few bear it: all are weighed already


def test_the_text_says_by_its_towns_which_san_francisco_it_means(mentions: Read) -> None:
    for text, region in (
        ("My uncle had land in San Francisco, below Ayna. A boat went to Pichari.", "Ayacucho"),
        ("She flew from Lima to San Francisco, and lives in Oakland near Berkeley.", "California"),
    ):
        found = next(m.place for m in mentions(text) if m.surface == "San Francisco")
        assert found is not None and found.admin1 == region
