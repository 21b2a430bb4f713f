"""Exports of Europresse: pages of HTML, in two layouts, and print as PDF.

`read` makes articles of the pages, `printed` of the lines of a print.
"""

from __future__ import annotations

from dateline.reading.europresse.printed import is_heading, printed_articles
from dateline.reading.europresse.read import NUMBER, looks_like_page, read_page

__all__ = ["NUMBER", "is_heading", "looks_like_page", "printed_articles", "read_page"]
