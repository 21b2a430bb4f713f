"""Who speaks, on sentences and people of our own."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from dateline import language_model
from dateline.findings import SPEAKER_KINDS
from dateline.voices import find_names, find_quotes

BLANK = spacy.blank("en")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return language_model.load().nlp


def speakers(nlp: Language, text: str) -> list[str]:
    return [quote.speaker for quote in find_quotes(nlp(text))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The mill is gone,” said a baker.", "a baker"),
        ("“The mill is gone,” a baker said in Varne.", "a baker"),
        ("“The mill is gone,” said a gunner resting by the river.", "a gunner"),
        ("“The mill is gone,” said Zora Arden, a teacher.", "Zora Arden"),
        ("“The mill is gone,” Zora Arden, a teacher, told reporters.", "Zora Arden"),
        ("“The mill is gone,” according to Zora Arden.", "Zora Arden"),
        ("“The mill is gone,” as a local paper put it.", "a local paper"),
        ("Zora Arden, a teacher, said: “The mill is gone.”", "Zora Arden"),
        ("The ministry warned that the town was “close to falling” by noon.", "The ministry"),
        ("Foreign Minister Milan Tarek called them “thieves and murderers” there.", "Milan Tarek"),
        ("“The mill is gone.” — Zora Arden", "Zora Arden"),
        ("The army “will not rest”, Brig. Gen. Milan Tarek said on Friday.", "Milan Tarek"),
        ("In the words of a baker: “Gone for good.”", "a baker"),
        ("‘The mill is gone,’ sighed the mayor.", "the mayor"),
        ("“The mill is gone,” said the mayor, Dr. Zora Arden.", "Zora Arden"),
        ("According to the spokesman, Col. Milan Tarek, they had “fled at dawn”.", "Milan Tarek"),
        ("“We go home,” an official, who asked not to be named, said.", "an official"),
        ("Moscow said that it had struck “a nest of spies” there.", "Moscow"),
        ("Mr. Tarek’s lawyer, Anna Weld, replied that fuel “is not a crime” there.", "Anna Weld"),
        ("One witness was quoted by the radio as saying: “I know that voice.”", "One witness"),
        ("In Oslo, his colleague Zora Arden was blunt: “Open the gates today.”", "Zora Arden"),
        ("The union of millers issued a letter: “We shall not work.”", "The union of millers"),
        ("Col. Milan Tarek was blunt. “They lied to us.”", "Milan Tarek"),
        ("Captain Milan Tarek nodded. “We should have known.”", "Milan Tarek"),
        (
            "Captain Milan Tarek remembers that night.\n\n“We left at dawn and it was cold.”",
            "Milan Tarek",
        ),
        ("A: “By night, and it was cold.”", ""),
    ],
)
def test_the_attribution_names_the_speaker(nlp: Language, text: str, speaker: str) -> None:
    assert speakers(nlp, text) == [speaker]


def test_an_interrupted_quotation_is_two_of_one_speaker(nlp: Language) -> None:
    text = "“The mill is gone,” said a baker. “We saw it burn.”"
    first, second = find_quotes(nlp(text))
    assert first.speaker == second.speaker == "a baker"
    for quote in (first, second):
        assert text[quote.speaker_start : quote.speaker_end] == "a baker"


def test_a_surname_and_a_pronoun_get_the_full_name(nlp: Language) -> None:
    text = (
        "Maria Lindqvist runs the mill in Varne.\n\n“It burned all night,” Lindqvist said.\n\n"
        "“Nobody came,” she added."
    )
    assert speakers(nlp, text) == ["Maria Lindqvist", "Maria Lindqvist"]


def test_a_paragraph_of_its_own_goes_on_from_the_speaker_before(nlp: Language) -> None:
    text = "“The mill is gone,” said a baker.\n\n“We saw it burn all night long.”"
    _, second = find_quotes(nlp(text))
    assert (second.speaker, second.speaker_start, second.speaker_end) == ("a baker", -1, -1)


def test_she_is_not_the_man_who_spoke_last(nlp: Language) -> None:
    text = (
        "Maria Arden runs the mill. “It burned,” she said.\n\n"
        "Mr. Tarek owns the bakery. “So did mine,” Mr. Tarek said.\n\n"
        "“We will rebuild it together,” she said."
    )
    assert speakers(nlp, text)[-1] == "Maria Arden"


def test_a_pronoun_takes_up_a_source_that_was_not_quoted_before(nlp: Language) -> None:
    text = "In Varne, a teacher said that nobody was leaving. “We have seen worse,” she said."
    assert speakers(nlp, text) == ["a teacher"]


def test_the_source_is_the_one_introduced_before(nlp: Language) -> None:
    text = "A military source denied the report. “Nobody has crossed,” the source said."
    assert speakers(nlp, text) == ["A military source"]


def test_a_quotation_over_paragraphs_has_one_speaker(nlp: Language) -> None:
    text = "“We left at dawn,” said a baker. “It was cold.\n\n“Then the bridge fell.”"
    assert speakers(nlp, text) == ["a baker"] * 3


def test_who_is_named_at_its_end_has_spoken_all_its_paragraphs(nlp: Language) -> None:
    text = "“Rain,” said a baker.\n\n“The mill is gone.\n\n“It burned all night,” a miller said."
    assert speakers(nlp, text) == ["a baker", "a miller", "a miller"]
    aside = (
        "“Rain,” said a baker.\n\n“The mill is gone.\n\n“It burned. It shows what a miller said.”"
    )
    assert speakers(nlp, aside) == ["a baker", "a baker", "a baker"]


def test_who_is_spoken_of_is_not_who_speaks(nlp: Language) -> None:
    text = "The clerk, Anna Weld, told the court that Tarek had lied. “He bought fuel,” she said."
    assert speakers(nlp, text) == ["Anna Weld"]


def test_who_was_he_once_is_not_she_later(nlp: Language) -> None:
    text = (
        "“We stay,” Bekim Ostrel said. “My father built it,” he said of the mill. "
        "Down the road a shop was open. “I would go,” she said."
    )
    assert speakers(nlp, text) == ["Bekim Ostrel", "Bekim Ostrel", ""]


def test_who_writes_an_article_is_not_taken_up_by_a_pronoun(nlp: Language) -> None:
    text = (
        "The last shop\n\nBy Anna Weld\n\n“We stay,” Milan Tarek says. “I was born here,” he says. "
        "Down the road a shop is open. “I would go,” she says."
    )
    assert speakers(nlp, text) == ["Milan Tarek", "Milan Tarek", ""]


def test_another_who_is_presented_between_two_quotations_speaks_the_second(nlp: Language) -> None:
    text = "“We stay,” said a baker. Captain Milan Tarek shook his head. “They lied to us.”"
    assert speakers(nlp, text) == ["a baker", "Milan Tarek"]


def test_it_is_no_doctor(nlp: Language) -> None:
    text = "“Rain,” the ministry said.\n\n“Snow,” said a doctor.\n\n“The mill is gone,” it added."
    assert speakers(nlp, text) == ["the ministry", "a doctor", "the ministry"]


def test_a_paragraph_ending_in_a_colon_announces_the_speaker(nlp: Language) -> None:
    assert speakers(nlp, "Zora Arden wrote:\n\n“The mill is gone and so are we.”") == ["Zora Arden"]


def test_eight_words_of_a_source_are_enough(nlp: Language) -> None:
    text = "“It is over,” said a very old and very tired former keeper of the great water mill."
    assert all(len(name.split()) <= 8 for name in speakers(nlp, text))


def test_short_words_in_marks_that_nobody_says_are_left_out(nlp: Language) -> None:
    assert find_quotes(nlp("The road, known as the “Needle”, was closed.")) == ()


def test_a_title_in_marks_is_no_quotation(nlp: Language) -> None:
    assert find_quotes(nlp("Arden said she had read “The Long River” twice.")) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“It is over,” said a government spokesman.", "official"),
        ("“It is over,” said Milan Tarek, the interior minister.", "official"),
        ("“It is over,” said a rebel commander.", "armed group"),
        ("“It is over,” said an aid worker.", "aid organisation"),
        ("“It is over,” said Milan Tarek, a spokesman for a medical charity.", "aid organisation"),
        ("“It is over,” said a baker.", "resident"),
        ("“It is over,” said a security source.", "unnamed"),
        ("“It is over,” a US official, who spoke on condition of anonymity, said.", "unnamed"),
        ("“It is over,” said Milan Tarek, an analyst.", "other"),
        ("“They come at night,” says Varneta, 34, a basin on her knee.", "other"),
        ("“They come at night,” says Varneta, a baker.", "resident"),
        ("“It is over,” said Belgium, a neighbour.", "official"),
        ("“It is over,” said Israel, a close ally.", "official"),
    ],
)
def test_the_words_around_a_speaker_tell_the_kind(nlp: Language, text: str, kind: str) -> None:
    assert [quote.speaker_kind for quote in find_quotes(nlp(text))] == [kind]


def test_a_title_given_once_holds_for_the_whole_article(nlp: Language) -> None:
    text = "Governor Milan Tarek visited Varne.\n\n“We will rebuild it,” Tarek said."
    (quote,) = find_quotes(nlp(text))
    assert (quote.speaker, quote.speaker_kind) == ("Milan Tarek", "official")


@pytest.mark.parametrize("text", ["", "\x00", "“", "انهار الجسر", "“\x00”", "\n\n\n", "“a” said"])
def test_odd_texts_are_no_stumbling_block(nlp: Language, text: str) -> None:
    find_quotes(nlp(text))
    find_names(nlp(text))


PIECES = st.sampled_from(
    [
        *("“", "”", '"', "‘", "’", "said", "Zora Arden", "a baker", "he", "she", "they", ",", "."),
        *("according to", "who", "\n\n", "told", "—", ":", "the source", "Mr.", "as", "put it"),
    ]
)


@settings(max_examples=60)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=20).map(" ".join)))
def test_any_text_gives_quotations_in_order_with_known_kinds(text: str) -> None:
    reached = 0
    for quote in find_quotes(language_model.load().nlp(text)):
        assert reached <= quote.start < quote.end <= len(text)
        assert quote.speaker_kind in SPEAKER_KINDS
        assert (quote.speaker_start == -1) == (quote.speaker_end == -1)
        assert quote.speaker_start == -1 or quote.speaker_start < quote.speaker_end <= len(text)
        reached = quote.end


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_a_text_that_no_model_has_parsed_still_gives_its_passages(text: str) -> None:
    for quote in find_quotes(BLANK(text)):
        assert 0 <= quote.start < quote.end <= len(text)


def test_what_is_said_tells_nothing_of_who_says_it(nlp: Language) -> None:
    for text in (
        "“This,” said Milan Tarek, “was denied by the minister.”",
        "“That,” replied Milan Tarek, “has been seen by forty witnesses.”",
        "“That,” replied the Northern Rights Desk in a report, “is denied by 46 witnesses.”",
    ):
        quotes = find_quotes(nlp(text))
        assert [quote.speaker_kind for quote in quotes] == ["other", "other"]
        assert len({quote.speaker.removeprefix("the ") for quote in quotes}) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Zoran Arden ran the mill. One who came, a farmer's widow, wept. “I saw it,” she said.",
            ["a farmer's widow"],
        ),
        (
            "Oleg Tarek runs the ferry. His wife runs the kiosk. “Nobody comes,” he says. “Only"
            " on Sundays,” she adds.",
            ["Oleg Tarek", "His wife"],
        ),
        (
            "Maria Arden, the mayor, denied it. “We slept,” she said. The army's version, given by"
            " a colonel, was shorter: “They did not.”",
            ["Maria Arden", "a colonel"],
        ),
        ("“The road is open”: that was all that the radio said of the pass that day.", [""]),
    ],
)
def test_a_pronoun_takes_up_whom_a_word_for_women_or_men_named_last(
    nlp: Language, text: str, said: list[str]
) -> None:
    assert speakers(nlp, text) == said
