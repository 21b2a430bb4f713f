"""The quick attribute ruler finds what spaCy's finds, rule by rule and token by token."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dateline import language_model
from dateline.language_model.attribute_ruler import QuickAttributeRuler, quicken

TEXTS = (
    "The rebels, who had shelled Zarqa, didn't say whether they'd do so again; it was theirs.",
    "Y'all ain't gonna stay, let's go.\n\nC'm on! Nothin' moved, nuthin' but sand.",
    "  There is one road\tthat leads there. ",
    "В Киеве “тихо”\x00 😀",
    "Ms. Qadri's 2nd-floor office (at https://example.org/x?y=1) cost $1.5m :-) in the '90s, e.g.",
    "ALEPPO, Aug. 5 — Grmblfx and Zwölfbergen weren't re-taken by 5 a.m.; 10km/h winds.",
    "",
    " ",
)
WORDS = ("that", "is", "Aleppo", "n't", " ", "let", "'s")
TAGS = ("IN", "VBZ", "NNP", "_SP", "")
DEPS = ("mark", "nsubj", "expl", "")


@pytest.mark.parametrize("name", ["en_core_web_md", "en_core_web_sm"])
def test_articles_are_parsed_as_spacy_parses_them(name: str) -> None:
    quick = language_model.load(name).nlp
    plain = spacy.load(quick.path)
    assert isinstance(quick.get_pipe("attribute_ruler"), QuickAttributeRuler)
    assert quick.pipe_names == plain.pipe_names
    for ours, theirs in zip(quick.pipe(TEXTS), plain.pipe(TEXTS), strict=True):
        assert ours.to_json() == theirs.to_json()
        assert [t.lemma_ for t in ours] == [t.lemma_ for t in theirs]


def test_a_pipeline_without_a_ruler_stays_as_it_is() -> None:
    assert quicken(spacy.blank("en")).pipe_names == []


def one_of(values: tuple[str, ...]) -> st.SearchStrategy[Any]:
    some = st.lists(st.sampled_from(values), min_size=1, max_size=3)
    return st.one_of(
        st.sampled_from(values), some.map(lambda v: {"IN": v}), some.map(lambda v: {"NOT_IN": v})
    )


asked = st.fixed_dictionaries(
    {},
    optional={
        "TAG": one_of(TAGS),
        "DEP": one_of(DEPS),
        "LOWER": st.one_of(one_of(tuple(map(str.lower, WORDS))), st.just({"REGEX": "^.s$"})),
        "IS_SPACE": st.booleans(),
        "ORTH": st.just("Aleppo"),
    },
).filter(bool)
rules = st.lists(st.lists(st.lists(asked, min_size=1, max_size=2), min_size=1, max_size=2))
tokens = st.lists(st.tuples(*map(st.sampled_from, (WORDS, TAGS, DEPS))), max_size=6)


@pytest.mark.filterwarnings("ignore:.*W036")  # no rules at all
@given(rules, tokens)
def test_any_rules_match_where_spacy_s_ruler_matches_them(
    rules: list[list[list[dict[str, Any]]]], tokens: list[tuple[str, str, str]]
) -> None:
    vocab = Vocab()
    quick, plain = QuickAttributeRuler(vocab), AttributeRuler(vocab)
    for patterns in rules:
        quick.add(patterns, {"POS": "X"})
        plain.add(patterns, {"POS": "X"})
    doc = Doc(
        vocab,
        words=[word for word, _, _ in tokens],
        tags=[tag for _, tag, _ in tokens],
        deps=[dep for _, _, dep in tokens],
        heads=[*range(len(tokens))],
    )
    assert quick.match(doc) == sorted(set(plain.match(doc)))
    assert quick.patterns == plain.patterns
