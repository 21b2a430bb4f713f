"""A list shows the sentence that answers the question, and only that."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from dateline.passages import Stretch, passage, sentence_around

TEXT = (
    "Buses leave Aleppo\n\nALEPPO: Snow fell. Eleven buses crossed at Ramouseh in the night. "
    "“Nobody slept in Idlib,” a driver said."
)
BODY = TEXT.index("ALEPPO:")


def span(word: str) -> tuple[int, int]:
    return TEXT.index(word), TEXT.index(word) + len(word)


def words(found: tuple[Stretch, ...]) -> str:
    return "".join(stretch.text for stretch in found)


def test_a_searched_word_comes_before_a_place() -> None:
    found = passage(TEXT, body=BODY, places=[span("Ramouseh")], searched=[span("driver")])
    assert words(found) == "“Nobody slept in Idlib,” a driver said."
    assert [s.text for s in found if s.kind == "searched"] == ["driver"]


def test_the_body_answers_before_the_title() -> None:
    found = passage(TEXT, body=BODY, places=[span("Aleppo"), span("Ramouseh")])
    assert words(found) == "Eleven buses crossed at Ramouseh in the night."
    assert [s.text for s in found if s.kind == "place"] == ["Ramouseh"]


def test_the_title_is_never_the_answer() -> None:
    assert words(passage(TEXT, body=BODY, places=[span("Aleppo")])) == "ALEPPO: Snow fell."


def test_without_marks_the_body_begins() -> None:
    assert words(passage(TEXT, body=BODY)) == "ALEPPO: Snow fell."


def test_a_mark_far_into_a_long_sentence_is_still_seen() -> None:
    text = "word " * 400 + "Aleppo " + "word " * 400
    found = passage(text, places=[(2000, 2006)])
    assert found[0].text == "… " and found[-1].text == " …"
    assert len(words(found)) < 400
    assert [s.text for s in found if s.kind] == ["Aleppo"]
    assert words(found).index("Aleppo") < 80


def test_text_of_no_words_gives_nothing() -> None:
    assert passage("") == ()
    assert passage(" \n\n ") == ()


@given(
    st.text(alphabet=st.sampled_from("aб. \n\0؟<”"), max_size=700),
    st.lists(st.tuples(st.integers(0, 700), st.integers(0, 700)), max_size=6),
    st.lists(st.tuples(st.integers(0, 700), st.integers(0, 700)), max_size=6),
    st.integers(0, 700),
)
@example(text="\n<\n<", places=[], searched=[(0, 0)], body=0)
def test_whatever_the_spans_it_is_a_stretch_of_the_text(
    text: str, places: list[tuple[int, int]], searched: list[tuple[int, int]], body: int
) -> None:
    found = words(passage(text, body=body, places=places, searched=searched))
    assert found.removeprefix("… ").removesuffix(" …").strip() in text.replace("\r", "\n")


def around(text: str, surface: str, sentence: tuple[int, int] | None = None) -> str:
    start = text.index(surface)
    first, last = sentence_around(text, (start, start + len(surface)), sentence or (0, len(text)))
    return text[first:last]


def test_a_title_a_dateline_and_a_sentence_are_not_run_together() -> None:
    text = "Shells fall on old town\n\nALEPPO (Agency) – Shells fell on Idlib.\n\n"
    assert around(text, "ALEPPO") == "ALEPPO (Agency) – Shells fell on Idlib."
    assert around(text, "old town") == "Shells fall on old town"
    assert around("Idlib, Syria –\nShells fell on Hama.", "Hama") == "Shells fell on Hama."
    assert around("Talks end\r\n\r\nin Geneva, they said", "Geneva") == "in Geneva, they said"


def test_a_line_broken_to_a_width_is_one_sentence() -> None:
    text = "Shells fell on the\nold town of Aleppo\nat dusk.\nA list:\n- Hama"
    assert around(text, "Aleppo") == "Shells fell on the\nold town of Aleppo\nat dusk."
    assert around(text, "Hama") == "- Hama"


def test_a_mention_that_came_without_its_sentence_is_given_one() -> None:
    text = "Snow fell. Buses left Aleppo. Nobody slept."
    assert around(text, "Aleppo", (0, 0)) == "Buses left Aleppo."


@given(
    st.text(alphabet=st.sampled_from("aB. \n\r\t\u2028–"), min_size=1, max_size=60),
    st.integers(0, 59),
    st.integers(1, 5),
    st.tuples(st.integers(0, 60), st.integers(0, 60)),
)
def test_a_sentence_always_holds_its_mention(
    text: str, start: int, length: int, sentence: tuple[int, int]
) -> None:
    start = min(start, len(text) - 1)
    end = min(start + length, len(text))
    first, last = sentence_around(text, (start, end), sentence)
    assert 0 <= first <= start < end <= last <= len(text)
