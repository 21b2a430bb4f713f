"""`.epub`: collections of articles as readers for them write, newspapers for e-readers, and books.

`package` tells what is in one and in which order, `read` makes articles of it.
"""

from __future__ import annotations

from dateline.reading.epub.read import looks_like_epub, read_epub

__all__ = ["looks_like_epub", "read_epub"]
