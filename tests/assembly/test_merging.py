"""Parts of a corpus joined are the corpus that reading all at once gives."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.assembly.merging import merged
from dateline.store.fingerprint import fingerprint
from dateline.store.integrity import arranged
from dateline.store.parquet import to_arrow
from dateline.tables import SCHEMAS
from tests.corpora import ARTICLES, article, tables_of

PAIRS = [
    article(*row, **({"rubric": "front"} if number % 3 else {}))
    for number, row in enumerate(ARTICLES)
]
WHOLE = tables_of(PAIRS)
KEYS = WHOLE["articles"]["key"].tolist()


def named(tables: Mapping[str, pd.DataFrame]) -> str:
    whole = arranged(tables)
    return fingerprint({s.name: to_arrow(whole[s.name], s) for s in SCHEMAS}, {})


@settings(max_examples=8)
@given(st.lists(st.integers(0, 3), min_size=len(PAIRS), max_size=len(PAIRS)))
def test_however_the_articles_were_parted_the_corpus_is_the_same(shares: list[int]) -> None:
    parts = [
        tables_of(
            [pair for pair, at in zip(PAIRS, shares, strict=True) if at == share], copies=False
        )
        for share in range(4)
    ]
    assert named(merged(parts, KEYS)) == named(WHOLE)


def test_a_part_that_was_joined_can_be_joined_again() -> None:
    keys = tables_of(PAIRS[:7])["articles"]["key"].tolist()
    first = merged([tables_of(PAIRS[:4]), tables_of(PAIRS[4:7])], keys)
    assert named(merged([first, tables_of(PAIRS[7:])], KEYS)) == named(WHOLE)


def test_copies_are_found_across_parts() -> None:
    groups = merged([tables_of([pair]) for pair in PAIRS], KEYS)["articles"]["copy_group"]
    assert groups.tolist() == WHOLE["articles"]["copy_group"].tolist()
    assert groups.duplicated().any()


def test_nothing_joined_is_an_empty_corpus() -> None:
    assert named(merged([tables_of([]), tables_of([])], [])) == named(tables_of([]))
