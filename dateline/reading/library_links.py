"""Links that databases give to the readers of a library: they hold its proxy and its account."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import parse_qs, urlsplit

__all__ = ["without_library"]

_SIGNS: Final = re.compile(r"accountid|proxy|//login\.|/login\?", re.IGNORECASE)


def without_library(url: str) -> str:
    """An address without a proxy before it and an account behind it; any other as it is."""
    if not _SIGNS.search(url):
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    asked = parse_qs(parts.query)
    through = asked.get("url") or asked.get("qurl")
    if through:
        return without_library(through[0])
    query = "&".join(part for part in parts.query.split("&") if not part.startswith("accountid"))
    return parts._replace(query=query).geturl()
