"""`Web`: pages fetched with manners, and kept so that a run that was stopped goes on."""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import platformdirs

import dateline
from dateline.errors import ReadingError
from dateline.reading.settings import Settings
from dateline.reading.web.connection import Answer, ask

__all__ = ["Fetched", "Web"]

_REDIRECTS: Final = 5
_MOVED: Final = (301, 302, 303, 307, 308)
_ROBOTS: Final = 500_000
"""Bytes of a robots.txt that are heeded, as RFC 9309 asks for at the least."""


class Fetched(NamedTuple):
    """A page or feed.

    Attributes:
        url: Where it was found in the end.
        data: Its bytes.
    """

    url: str
    data: bytes


class Web:
    """Fetches over http and https, one request to a host at a time with a pause between two.

    What a host's robots.txt forbids is not fetched (RFC 9309); where that file cannot be had for a
    fault of the server, nothing is. Every redirect is held against the same rules.

    Args:
        settings: Whether private addresses are allowed, the pause, and where pages are kept.
    """

    def __init__(self, settings: Settings = Settings()) -> None:  # noqa: B008  # a frozen value
        self._settings = settings
        self._folder = settings.cache or Path(platformdirs.user_cache_path("dateline")) / "pages"
        self._agent = f"dateline/{dateline.__version__}"
        self._asked: dict[str, float] = {}  # host → when it was last asked
        self._robots: dict[str, RobotFileParser] = {}

    def page(self, url: str) -> Fetched:
        """A page, from what was kept if it was fetched before.

        Raises:
            ReadingError: It may not be fetched, or there is no such page.
            OSError: It cannot be kept.
        """
        kept = self._folder / hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()
        if (found := _kept(kept)) is not None:
            return found
        found = self.now(url)
        kept.parent.mkdir(parents=True, exist_ok=True)
        incoming = kept.with_name(f"{kept.name}.incoming")
        incoming.write_bytes(json.dumps({"url": found.url}).encode() + b"\n" + found.data)
        incoming.replace(kept)
        return found

    def now(self, url: str) -> Fetched:
        """A page or feed as it is now.

        Raises:
            ReadingError: It may not be fetched, or there is no such page.
        """
        for _ in range(_REDIRECTS + 1):
            if not self._rules(url).can_fetch(self._agent, url):
                raise ReadingError("its host's robots.txt forbids to fetch it", "a page one may")
            answer = self._ask(url)
            if answer.status in _MOVED and answer.location:
                url = urljoin(url, answer.location)
                continue
            if answer.status != 200:
                raise ReadingError(f"the server answered {answer.status}", "the page (200)")
            return Fetched(url, answer.data)
        raise ReadingError(f"more than {_REDIRECTS} redirects", "a page")

    def _ask(self, url: str) -> Answer:
        host = urlsplit(url).netloc.lower()
        wait = self._asked.get(host, -self._settings.pause) + self._settings.pause
        time.sleep(max(0.0, wait - time.monotonic()))
        try:
            return ask(url, self._agent, private=self._settings.private_addresses)
        finally:
            self._asked[host] = time.monotonic()

    def _rules(self, url: str) -> RobotFileParser:
        """What the host of an address allows; redirects of the file itself are followed."""
        place = urljoin(url, "/robots.txt")
        if place not in self._robots:
            rules = self._robots[place] = RobotFileParser()
            rules.modified()  # otherwise nothing is allowed
            answer = self._ask(place)
            at = place
            for _ in range(_REDIRECTS):
                if answer.status not in _MOVED or not answer.location:
                    break
                at = urljoin(at, answer.location)
                answer = self._ask(at)
            if answer.status == 200:
                rules.parse(answer.data[:_ROBOTS].decode("utf-8", "replace").splitlines())
            elif answer.status >= 500:
                rules.parse(["User-agent: *", "Disallow: /"])
        return self._robots[place]


def _kept(path: Path) -> Fetched | None:
    try:
        head, _, data = path.read_bytes().partition(b"\n")
        return Fetched(json.loads(head)["url"], data)
    except (OSError, ValueError, KeyError, TypeError):
        return None
