"""The gazetteer, the language model and the geoparser that come with the program, opened once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.findings import Article, Mention
from dateline.gazetteer import Gazetteer
from dateline.geoparsing import Geoparser
from dateline.geoparsing.name_facts import NameBook
from dateline.language_model import LanguageModel, load


@pytest.fixture(scope="session")
def language() -> LanguageModel:
    return load()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.fixture(scope="session")
def book(gazetteer: Gazetteer) -> NameBook:
    return NameBook(gazetteer)


@pytest.fixture(scope="session")
def geoparser(gazetteer: Gazetteer, language: LanguageModel) -> Geoparser:
    return Geoparser(gazetteer, language)


@pytest.fixture(scope="session")
def mentions(geoparser: Geoparser, language: LanguageModel) -> Callable[[str], tuple[Mention, ...]]:
    """Read a text and give its mentions."""

    def read(text: str) -> tuple[Mention, ...]:
        return geoparser.read(language.nlp(text), Article(text))[0]

    return read
