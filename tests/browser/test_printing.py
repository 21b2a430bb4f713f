"""The exhibit on paper: what is folded on the screen is printed open."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from dateline.export import exhibit
from dateline.query import Query
from tests.corpora import small_corpus

pytestmark = pytest.mark.browser


def test_printed_it_is_all_there(browser: Any) -> None:
    page = browser.new_page()
    page.set_content(exhibit(small_corpus(), Query(roles=()), texts=True).decode())
    data = page.pdf(format="A4")
    page.close()
    printed = " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(data)).pages)
    assert "A choir in Suva sang" in printed
    assert "A page without a place." in printed
    assert "У Харкові вранці" in printed
