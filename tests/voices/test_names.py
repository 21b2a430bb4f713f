"""People and organisations of an article, joined; all of them invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from dateline import language_model
from dateline.voices import find_names


@pytest.fixture(scope="module")
def nlp() -> Language:
    return language_model.load().nlp


def marked(text: str, **labels: str) -> Doc:
    """A document with these entities (`Zora_Arden="PERSON"`): no model's mistakes come in."""
    doc = language_model.load().nlp.make_doc(text)
    spans: list[Span] = []
    for name, label in labels.items():
        words, start = name.replace("_", " "), 0
        while (start := text.find(words, start)) >= 0:
            span = doc.char_span(start, start + len(words), label=label)
            if span is not None and not any(
                span.start < other.end and other.start < span.end for other in spans
            ):
                spans.append(span)
            start += len(words)
    doc.ents = tuple(spans)
    return doc


def joined(doc: Doc) -> list[tuple[str, str]]:
    return [(name.surface, name.canonical) for name in find_names(doc)]


def test_a_surname_is_joined_to_the_full_name() -> None:
    doc = marked("Zora Arden left. Arden is back.", Zora_Arden="PERSON", Arden="PERSON")
    assert joined(doc) == [("Zora Arden", "Zora Arden"), ("Arden", "Zora Arden")]


def test_a_surname_in_the_headline_is_joined_to_the_name_that_follows() -> None:
    doc = marked("Arden resigns\n\nZora Arden left.", Zora_Arden="PERSON", Arden="PERSON")
    assert joined(doc)[0] == ("Arden", "Zora Arden")


def test_a_surname_the_model_passed_over_is_found_again() -> None:
    doc = marked("Zora Arden left. The town misses Arden.", Zora_Arden="PERSON")
    assert joined(doc)[-1] == ("Arden", "Zora Arden")


def test_a_surname_within_another_name_is_not_taken_for_the_person() -> None:
    doc = marked("Zora Arden left. New Arden and Arden Street are quiet.", Zora_Arden="PERSON")
    assert len(joined(doc)) == 1


def test_a_title_tells_two_of_one_surname_apart() -> None:
    text = "Mr. Milan Arden and Ms. Zora Arden left. Mr. Arden is back, Ms. Arden is not."
    doc = marked(text, Milan_Arden="PERSON", Zora_Arden="PERSON", Arden="PERSON")
    assert [canonical for _, canonical in joined(doc)[2:]] == ["Milan Arden", "Zora Arden"]


def test_a_headline_that_runs_on_makes_no_longer_name() -> None:
    text = "Zora Arden Speaks\n\nZora Arden left. Arden is back."
    doc = marked(text, Zora_Arden_Speaks="PERSON", Zora_Arden="PERSON", Arden="PERSON")
    assert {canonical for _, canonical in joined(doc)} == {"Zora Arden"}


def test_an_acronym_in_brackets_is_the_organisation() -> None:
    text = "The Varne Mill Workers Union (VMWU) struck. The VMWU is small."
    doc = marked(text, Varne_Mill_Workers_Union="ORG", VMWU="ORG")
    assert {canonical for _, canonical in joined(doc)} == {"Varne Mill Workers Union"}


def test_initials_without_brackets_are_joined_too() -> None:
    text = "The Varne Mill Union struck. The VMU is small."
    doc = marked(text, Varne_Mill_Union="ORG", VMU="ORG")
    assert joined(doc)[-1] == ("VMU", "Varne Mill Union")


def test_titles_articles_and_possessives_stay_outside() -> None:
    text = "President Zora Arden’s car. The Varne Mill Union's hall."
    doc = marked(text, **{"President_Zora_Arden’s": "PERSON", "The_Varne_Mill_Union's": "ORG"})
    assert [surface for surface, _ in joined(doc)] == ["Zora Arden", "Varne Mill Union"]


def test_places_are_no_names() -> None:
    assert joined(marked("Varne is quiet.", Varne="GPE")) == []


def test_what_is_a_place_elsewhere_in_the_article_is_no_person() -> None:
    doc = language_model.load().nlp.make_doc("Varne falls . Varne burned . Varne wept .")
    doc.ents = (Span(doc, 0, 1, "PERSON"), Span(doc, 3, 4, "GPE"), Span(doc, 6, 7, "GPE"))
    assert joined(doc) == []


def test_a_titled_place_name_is_a_person() -> None:
    doc = marked("Mr Sudan runs a clinic.", Sudan="GPE")
    assert [(name.surface, name.kind) for name in find_names(doc)] == [("Sudan", "person")]


def test_a_surname_taken_for_a_firm_is_still_the_person() -> None:
    doc = marked("Zora Arden left. Arden denied it.", Zora_Arden="PERSON", Arden="ORG")
    assert {name.kind for name in find_names(doc)} == {"person"}


def test_an_acronym_taken_for_a_person_is_an_organisation() -> None:
    assert [name.kind for name in find_names(marked("VMWU left.", VMWU="PERSON"))] == [
        "organisation"
    ]


def test_an_armed_group_taken_for_a_person_is_an_organisation() -> None:
    text = "Boko Haram denied it. Abu Vesk gunmen left, and Arden fighters; Abu Tarr did not."
    doc = marked(text, Boko_Haram="PERSON", Abu_Vesk="PERSON", Arden="PERSON", Abu_Tarr="PERSON")
    assert [(name.surface, name.kind) for name in find_names(doc)] == [
        *(("Boko Haram", "organisation"), ("Abu Vesk", "organisation")),
        *(("Arden", "person"), ("Abu Tarr", "person")),
    ]


def test_a_surname_in_capitals_is_still_the_person() -> None:
    doc = marked("ARDEN RESIGNS\n\nZora Arden left.", ARDEN="PERSON", Zora_Arden="PERSON")
    assert [(name.kind, name.canonical) for name in find_names(doc)] == [
        ("person", "Zora Arden")
    ] * 2


@pytest.mark.parametrize("words", ["allied militia", "State", "Detective Sgt"])
def test_common_nouns_and_bare_titles_are_no_names(words: str) -> None:
    assert joined(marked(f"They saw {words} there.", **{words: "ORG"})) == []


def test_a_common_noun_that_opens_a_sentence_is_no_name() -> None:
    doc = marked("Barrels fell on the market. The barrels were full.", Barrels="PERSON")
    assert joined(doc) == []


@pytest.mark.parametrize(
    "text",
    [
        "Rose left. Prices rose.\n\nA nurse named Rose stayed.",
        "Rose left. Prices rose. Rose Arden is a nurse.",
        "Rose left.",
    ],
)
def test_a_name_that_is_a_word_too_stays_a_name(text: str) -> None:
    found = joined(marked(text, Rose_Arden="PERSON", Rose="PERSON"))
    assert found[0][0] == "Rose"


def test_a_list_taken_for_one_name_is_each_of_its_names() -> None:
    doc = marked(
        "The list: Vesk, Tarr, Olm. Also Vesk, Limited, and Arden, Vesk and Tarr.",
        **{"Vesk,_Tarr,_Olm": "ORG", "Vesk,_Limited": "ORG", "Arden,_Vesk_and_Tarr": "ORG"},
    )
    assert [surface for surface, _ in joined(doc)] == [
        *("Vesk", "Tarr", "Olm"),
        *("Vesk, Limited", "Arden, Vesk and Tarr"),
    ]


def test_names_of_a_parsed_sentence_are_found(nlp: Language) -> None:
    found = find_names(
        nlp("Maria Lindqvist told the World Food Programme that Lindqvist was safe.")
    )
    assert [name.canonical for name in found if name.kind == "person"] == ["Maria Lindqvist"] * 2


WORDS = st.sampled_from(
    [
        "Zora",
        "Arden",
        "Mr.",
        "the",
        "The",
        "(VMU)",
        "VMU",
        "of",
        "’s",
        "'s",
        "\n",
        "Union",
        ".",
        "3",
    ]
)


@settings(max_examples=200)
@given(st.lists(WORDS, min_size=1, max_size=12), st.data())
def test_any_entities_give_names_in_order_that_never_overlap(
    words: list[str], data: st.DataObject
) -> None:
    doc = Doc(Vocab(), words=words)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(words)), max_size=6)))
    labels = st.sampled_from(["PERSON", "ORG", "GPE"])
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    doc.ents = tuple(Span(doc, a, b, data.draw(labels)) for a, b in pairs)
    reached = 0
    for name in find_names(doc):
        assert reached <= name.start < name.end <= len(doc.text)
        assert doc.text[name.start : name.end] == name.surface
        assert name.canonical
        reached = name.end
