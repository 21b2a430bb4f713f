"""An export of Nexis Uni as it writes them, with invented articles."""

from __future__ import annotations

from dateline.reading import Reading, read_bytes

COVER = """\
User Name: IRMA EXAMPLE
Date and Time: Tuesday, 28 November 2016 11:22:00 CET
Job Number: 211368110
Documents ({count})
{items}
"""

ITEM = """\
{number}. {title}
Client/Matter: -None-
Search Terms: bridge* and river*
Search Type: Terms and Connectors
Narrowed by:

Content Type
Narrowed by
News
Sources: The Northtown Ledger; Timeline: Jan 01, 2016 to Dec 31, 2016

"""

DOCUMENT = """\



{title}
The Northtown Ledger
{day}


Copyright 2016 Ledger Holdings. All Rights Reserved
Section:\u00a0WORLD; Pg. 3
Length:\u00a0104 words
Byline:\u00a0By Ada Example
Body


{body}

Load-Date:\u00a0December 17, 2016


End of Document
"""

BODY = """\
HOMS - The bridge was closed on Monday.
 The mayor said: "It will open again on 3 May 2017."
Section: a word before a colon is no label here."""


def export(*titles: str, day: str = "December 16, 2016 Friday", count: int | None = None) -> str:
    items = "".join(ITEM.format(number=n, title=t) for n, t in enumerate(titles, start=1))
    documents = (DOCUMENT.format(title=title, day=day, body=BODY) for title in titles)
    return COVER.format(count=count or len(titles), items=items) + "".join(documents)


def read_text(text: str, name: str = "export.txt") -> Reading:
    return read_bytes(name, text.encode("utf-8-sig"))
