"""Feeds, pages and lists of their addresses from the web, fetched only when named as sources."""

from __future__ import annotations

from dateline.reading.web.fetching import Fetched, Web
from dateline.reading.web.sources import addresses_in, fetched_files, followed, is_address

__all__ = ["Fetched", "Web", "addresses_in", "fetched_files", "followed", "is_address"]
