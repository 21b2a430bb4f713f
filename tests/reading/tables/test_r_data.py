"""Data frames of R: words, factors, days and times as they stand; nothing else, and no bomb."""

from __future__ import annotations

import bz2
import lzma
import struct
import sys
from typing import Any

import pytest

from dateline.errors import ReadingError
from dateline.reading import read_bytes

pytest.importorskip("rdata", reason="the extra for R data is not installed")

_END = struct.pack(">i", 254)


def _head(kind: int, *, attributes: bool = False, tag: bool = False) -> bytes:
    return struct.pack(">i", kind | attributes << 9 | tag << 10)


def _string(text: str | None, encoding: str = "utf-8") -> bytes:
    if text is None:
        return struct.pack(">ii", 9, -1)
    data = text.encode(encoding)
    flag = {"utf-8": 1 << 3, "cp1252": 1 << 2, "cp1251": 0}[encoding]
    return struct.pack(">ii", 9 | flag << 12, len(data)) + data


def _pairs(pairs: dict[str, bytes]) -> bytes:
    cells = (_head(2, tag=True) + _head(1) + _string(name) + value for name, value in pairs.items())
    return b"".join(cells) + _END


def _words(*words: str | None, encoding: str = "utf-8", **known: bytes) -> bytes:
    named = {name.rstrip("_"): value for name, value in known.items()}
    head = _head(16, attributes=bool(named)) + struct.pack(">i", len(words))
    data = head + b"".join(_string(word, encoding) for word in words)
    return data + (_pairs(named) if named else b"")


def _numbers(*numbers: float, **known: bytes) -> bytes:
    named = {name.rstrip("_"): value for name, value in known.items()}
    data = _head(14, attributes=bool(named)) + struct.pack(">i", len(numbers))
    return data + struct.pack(f">{len(numbers)}d", *numbers) + (_pairs(named) if named else b"")


def _factor(levels: tuple[str, ...], *codes: int) -> bytes:
    data = _head(13, attributes=True) + struct.pack(f">i{len(codes)}i", len(codes), *codes)
    return data + _pairs({"levels": _words(*levels), "class": _words("factor")})


def _parts(*parts: bytes, **known: bytes) -> bytes:
    named = {name.rstrip("_"): value for name, value in known.items()}
    data = _head(19, attributes=bool(named)) + struct.pack(">i", len(parts)) + b"".join(parts)
    return data + (_pairs(named) if named else b"")


def _frame(columns: dict[str, bytes]) -> bytes:
    return _parts(
        *columns.values(), names=_words(*columns), class_=_words("tbl_df", "tbl", "data.frame")
    )


def _counted(length: int) -> bytes:
    """1 to `length`, as R keeps it: by its length only."""
    info = _head(2) + _head(1) + _string("compact_intseq") + _END
    return _head(238) + info + _numbers(length, 1, 1) + _END


def _rds(found: bytes, version: int = 2) -> bytes:
    encoding = struct.pack(">i", 5) + b"UTF-8" if version == 3 else b""
    return b"X\n" + struct.pack(">iii", version, 0x040301, 0x020300) + encoding + found


def _rda(**objects: bytes) -> bytes:
    return b"RDX2\n" + _rds(_pairs(objects))


TEXTS = ("Shells fell on Homs.", None, "The ferry to Ødby is late, people say.")
WHOLE = {
    "Title": _words("Shells", "", "Ferry"),
    "body": _words(*TEXTS),
    "outlet": _factor(("Ledger", "Kurier"), 1, -(2**31), 2),
    "date": _numbers(19000, 19001, float("nan"), class_=_words("Date")),
    "seen": _numbers(0, 1, 1.6e9, class_=_words("POSIXct", "POSIXt"), tzone=_words("Asia/Tokyo")),
    "pages": _numbers(4, float("nan"), 8.5),
    "authors": _parts(_words("A. Dell", "B. Orm"), _END, _words("C. Vale")),
}


def test_a_frame_is_read_as_its_cells_stand() -> None:
    reading = read_bytes("x.rds", _rds(_frame(WHOLE)))
    shells, ferry = reading.articles
    assert (shells.text, ferry.text) == (TEXTS[0], f"Ferry\n\n{TEXTS[2]}")
    assert (shells.title, shells.source, ferry.source) == ("Shells", "Ledger", "Kurier")
    assert (shells.author, ferry.author) == ("A. Dell; B. Orm", "C. Vale")
    assert str(shells.published) == "2022-01-08 00:00:00"
    assert ferry.published is None
    assert shells.further["seen"] == "1970-01-01T09:00:00+09:00"
    assert (shells.further["pages"], ferry.further["pages"]) == ("4", "8.5")
    assert reading.set_aside["reason"].tolist() == ["no text"]


@pytest.mark.parametrize("pack", [bytes, bz2.compress, lzma.compress])
def test_files_of_save_are_read_however_r_packed_them(pack: Any) -> None:
    data = pack(_rda(other=_numbers(1, 2), news=_frame(WHOLE)))
    assert len(read_bytes("x.RData", data).articles) == 2


def test_strings_are_read_in_the_encoding_that_each_of_them_names() -> None:
    latin = _words("Straße nach Ødby, sagt man dort.", encoding="cp1252")
    (article,) = read_bytes("x.rds", _rds(_frame({"text": latin}), 3)).articles
    assert article.text == "Straße nach Ødby, sagt man dort."


def test_frames_without_a_text_are_told_beside_one_that_has_it() -> None:
    data = _rda(codes=_frame({"code": _numbers(1)}), news=_frame({"text": _words("A text.")}))
    reading = read_bytes("x.rda", data)
    assert [article.text for article in reading.articles] == ["A text."]
    (reason,) = reading.set_aside["reason"]
    assert reason.startswith("data frame 'codes': no column is known to hold the text")


def test_a_frame_within_a_frame_gives_columns_of_both_names() -> None:
    inner = _frame({"bodyText": _words("A text.")})
    frame = _frame({"fields": inner, "id": _words("a/1")})
    with pytest.raises(ReadingError, match=r"'fields\.bodyText'"):
        read_bytes("x.rds", _rds(frame))
    reading = read_bytes("x.rds", _rds(frame), {"text": "fields.bodyText"})
    assert reading.articles[0].identifier == "a/1"


def test_a_corpus_of_quanteda_is_its_texts_with_their_variables() -> None:
    about = _frame({"docname_": _words("one", "two"), "outlet": _words("Ledger", "Kurier")})
    data = _rds(_words("First.", "Second.", docvars=about, class_=_words("corpus", "character")))
    first, second = read_bytes("x.rds", data).articles
    assert (first.text, second.text) == ("First.", "Second.")
    assert (second.source, second.further["docname_"]) == ("Kurier", "two")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"RDA2\nA\n2\n262153\n", "in another form than R's own"),
        (b"no R at all", "in another form than R's own"),
        (_rds(_words("a", "b")), "without a data frame"),
        (_rds(_frame(WHOLE))[:400], "damaged"),
        (_rds(_frame({"text": _words("a"), "n": _numbers(1, 2)})), "differ in length"),
        (_rds(_frame({"n": _counted(2**31 - 1)})), "counts without end"),
        (_rds((_head(19) + struct.pack(">i", 1)) * 100_000), "damaged"),
        (_rds(_head(16) + struct.pack(">i", 2**31 - 1)), "damaged"),
    ],
)
def test_what_is_no_table_of_r_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason):
        read_bytes("x.rds", data)


def test_without_the_package_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rdata.parser", None)
    with pytest.raises(ReadingError, match=r"dateline\[r\].*write\.csv"):
        read_bytes("x.rda", _rda(news=_frame(WHOLE)))


def test_a_table_of_ucdp_is_what_it_is_whatever_file_it_comes_in() -> None:
    coded = {
        "id": _numbers(7),
        "type_of_violence": _numbers(1),
        "dyad_name": _words("A - B"),
        "where_prec": _numbers(1),
        "source_article": _words('"Ledger,2016-05-01,Shells fell on Homs"'),
        "country": _words("Syria"),
    }
    (article,) = read_bytes("x.rda", _rda(ged=_frame(coded))).articles
    assert article.text == "Shells fell on Homs\n\nSyria"
    assert (article.source, article.identifier) == ("Ledger", "7")
