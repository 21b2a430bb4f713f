"""Markdown is read as the text it marks up: marks go, words stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading import read_bytes
from dateline.reading.markdown import text_of


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("**Homs** and _Hama_, `Aleppo`, ~~Idlib~~.", "Homs and Hama, Aleppo, Idlib."),
        ("[The mayor](http://a.example/b_c_d) spoke.", "The mayor spoke."),
        ("[The mayor][1] spoke.\n\n[1]: http://a.example", "The mayor spoke."),
        ("See <https://a.example/x>.", "See https://a.example/x."),
        ("![A bridge](bridge.jpg) It was closed.", "It was closed."),
        ("A line\nthat goes on.  \nAnother.", "A line that goes on.\nAnother."),
        ("> We left, she said.\n> No one stayed.", "We left, she said. No one stayed."),
        ("Bridge\n======\n\nIt closed.\n\n## Later\n\nIt opened.",
         "Bridge\n\nIt closed.\n\nLater\n\nIt opened."),
        ("Towns:\n\n- Homs\n- Hama\n\nAll.", "Towns:\n\nHoms\nHama\n\nAll."),
        ("1986. It was a cold year.\n\n1987. So was this.",
         "1986. It was a cold year.\n\n1987. So was this."),
        ("| town | dead |\n|---|---|\n| Homs | 3 |\n\nAll.", "town\tdead\nHoms\t3\n\nAll."),
        ("```\na * b\n```\n\n***\n\nEnd.", "a * b\n\nEnd."),
        (r"2 \* 3 &amp; 5 * 4, snake_case_name, it's", "2 * 3 & 5 * 4, snake_case_name, it's"),
        (">" * 40 + " We left.", "We left."),
    ],
)  # fmt: skip
def test_marks_go_and_words_stay(marked: str, text: str) -> None:
    assert text_of(marked) == text


WORDS = st.lists(st.text("abcdefghij", min_size=1, max_size=6), min_size=1, max_size=8)


@given(WORDS, st.sampled_from(("**{}**", "*{}*", "[{}](http://a.example)", "`{}`", "> {}", "# {}")))
def test_a_marked_sentence_is_the_sentence(words: list[str], mark: str) -> None:
    sentence = " ".join(words)
    assert text_of(mark.format(sentence)) == sentence


def test_an_article_in_markdown_has_title_and_text_without_marks() -> None:
    marked = "# Bridge *closed*\n\nHOMS: The [bridge](x) was **closed**.\n\n<b>It</b> rained.\n"
    (article,) = read_bytes("a.markdown", marked.encode()).articles
    assert article.title == "Bridge closed"
    assert article.text == "Bridge closed\n\nHOMS: The bridge was closed.\n\nIt rained."


def test_a_text_that_is_no_markdown_keeps_its_signs() -> None:
    (article,) = read_bytes("a.txt", b"Bridge closed\n\nIt *was* [sic] # 5.").articles
    assert article.text.endswith("It *was* [sic] # 5.")
