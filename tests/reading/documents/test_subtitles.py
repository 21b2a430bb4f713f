"""Subtitles: one text in paragraphs, without timings, with who speaks."""

from __future__ import annotations

import pytest

from dateline.errors import ReadingError
from dateline.reading import read_bytes

SUBRIP = """\
1
00:00:01,000 --> 00:00:03,500
<i>Good evening.</i> The bridge over
the river was closed.

2
00:00:03,600 --> 00:00:06,000
{\\an8}It rained all night.

3
00:00:06,100 --> 00:00:08,000
MAYOR: We had no choice.

4
00:00:20,000 --> 00:00:22,000
- Was it dangerous?
- No.

5
00:00:22,000 --> 00:00:24,000
No.
"""

WEBVTT = """\
WEBVTT - Evening news
Kind: captions

NOTE
This was made by Pat Exporter.

STYLE
::cue { color: red }

intro
00:01.000 --> 00:03.500 align:start position:0%
<v Ada Example>The bridge is closed.</v>

00:03.600 --> 00:06.000
<v Ada Example>It rained &amp; rained.

00:06.100 --> 00:08.000
<v.loud Ben Muster>Was it<00:06.500><c> dangerous</c>?
"""


@pytest.mark.parametrize("name", ["2016-12-16 news.srt", "2016-12-16 news"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_subtitles_are_one_text_in_paragraphs(name: str, ends: str) -> None:
    data = SUBRIP.replace("\n", ends).encode("utf-8-sig")
    reading = read_bytes(name, data)
    (article,) = reading.articles
    assert article.text == (
        "Good evening. The bridge over the river was closed. It rained all night.\n\n"
        "MAYOR: We had no choice.\n\n- Was it dangerous?\n\n- No. No."
    )
    assert str(article.published)[:10] == "2016-12-16"
    assert f"{name}: The timings of its subtitles were left out." in reading.notes


def test_a_voice_is_named_once_where_it_begins() -> None:
    (article,) = read_bytes("a.vtt", WEBVTT.encode()).articles
    assert article.text == (
        "Ada Example: The bridge is closed. It rained & rained.\n\nBen Muster: Was it dangerous?"
    )


def test_lines_that_roll_are_read_once() -> None:
    rolling = """\
WEBVTT

00:00:00.160 --> 00:00:02.389 align:start position:0%
the<00:00:00.320><c> bridge</c>

00:00:02.389 --> 00:00:02.399 align:start position:0%
the bridge
{space}

00:00:02.399 --> 00:00:04.230 align:start position:0%
the bridge
was<00:00:02.560><c> closed</c>
"""
    (article,) = read_bytes("a.vtt", rolling.format(space=" ").encode()).articles
    assert article.text == "the bridge was closed"


def test_subtitles_without_a_word_are_refused() -> None:
    with pytest.raises(ReadingError, match="subtitles without a word"):
        read_bytes("a.srt", b"1\n00:00:01,000 --> 00:00:03,500\n\n")
