"""The correction that a receipt names is the one that the tables were made with."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.corrections import Correction
from dateline.corrections.deciding import deciding
from tests.corpora import small_corpus

CORPUS = small_corpus()
KEYS = CORPUS.column("articles", "key").tolist()
MENTIONS = CORPUS.table("mentions", ["article_id", "start", "end", "surface"])
RULE = "put right by a reader"


@st.composite
def corrections(draw: st.DrawFn) -> Correction:
    row = MENTIONS.iloc[draw(st.integers(0, len(MENTIONS) - 1))]
    scope = draw(st.sampled_from(["mention", "article", "surface"]))
    said = draw(
        st.sampled_from([("36.2 37.16 city", ""), ("", "actor"), ("36.2 37.16 city", "name")])
    )
    return Correction(
        scope,
        "" if scope == "surface" else KEYS[row["article_id"]],
        int(row["start"]) if scope == "mention" else -1,
        int(row["end"]) if scope == "mention" else -1,
        str(row["surface"]).upper(),
        *said,
        at=str(draw(st.integers(0, 99))),
    )


@settings(max_examples=50)
@given(st.lists(corrections(), max_size=6))
def test_a_mention_is_decided_by_what_the_tables_say(said: list[Correction]) -> None:
    after = CORPUS.put_right(said)
    rows = after.table("mentions", ["article_id", "start", "end", "surface", "role", "rule"])
    for row in rows.to_dict("records"):
        found = deciding(
            said,
            key=KEYS[row["article_id"]],
            start=row["start"],
            end=row["end"],
            surface=row["surface"],
        )
        assert bool(found) == (row["rule"] == RULE)
        if roles := [one.role for one in found if one.role]:
            assert row["role"] == roles[-1]


@pytest.mark.parametrize("later_first", [True, False])
def test_a_closer_one_wins_whenever_it_was_said(later_first: bool) -> None:
    row = MENTIONS.iloc[0]
    everywhere = Correction("surface", surface=row["surface"], role="actor")
    here = Correction("article", KEYS[row["article_id"]], surface=row["surface"], role="name")
    said = [here, everywhere] if later_first else [everywhere, here]
    found = deciding(
        said,
        key=KEYS[row["article_id"]],
        start=int(row["start"]),
        end=int(row["end"]),
        surface=str(row["surface"]),
    )
    assert found == (here,)
