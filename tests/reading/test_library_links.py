"""A library's proxy and account are cut out of links; any other link stays as it is."""

from __future__ import annotations

import pytest

from dateline.reading import read_bytes
from dateline.reading.library_links import without_library

PLAIN = "https://www.proquest.com/docview/1234"


@pytest.mark.parametrize(
    "url",
    [
        f"{PLAIN}?accountid=999",
        f"https://login.proxy.example.edu/login?url={PLAIN}?accountid=999",
        f"https://ezproxy.example.edu/login?qurl={PLAIN.replace(':', '%3A').replace('/', '%2F')}",
    ],
)
def test_what_tells_the_library_is_cut_out(url: str) -> None:
    assert without_library(url) == PLAIN


@pytest.mark.parametrize(
    "url",
    ["", "https://ledger.example/1?url=https://x.example", "http://[proxy", "no proxy at all"],
)
def test_any_other_address_stays(url: str) -> None:
    assert without_library(url) == url


def test_a_table_keeps_neither_accounts_nor_paths_of_files() -> None:
    rows = (
        "Title,Abstract,pubtitle,DocumentURL,FindACopy,File Attachments\n"
        f"Bridge,It rained.,The Ledger,{PLAIN}?accountid=999,http://sfx.example.edu,/home/cy/a.pdf\n"
    )
    (article,) = read_bytes("a.csv", rows.encode()).articles
    assert (article.url, article.source) == (PLAIN, "The Ledger")
    assert "example.edu" not in repr(article) and "/home/cy" not in repr(article)
