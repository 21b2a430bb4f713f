"""Documents that hold one article: Word, OpenDocument, RTF, PDF, text and subtitles.

`one_article` is what they come to, with what `file_name` and `labelled_head` find out about it. RTF
and PDF files that are exports of a database are handed on to its room.
"""

from __future__ import annotations
