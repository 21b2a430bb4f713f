"""One request to an address that was looked at before: no private network, no endless answer."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from typing import Final, NamedTuple
from urllib.parse import quote, urlsplit

from dateline.errors import ReadingError

__all__ = ["LARGEST", "Answer", "ask"]

LARGEST: Final = 20_000_000
"""Bytes of an answer."""

SILENCE: Final = 20.0
"""Seconds without a byte after which a server has gone."""

LONGEST: Final = 90.0
"""Seconds an answer may take in all."""

_CHUNK: Final = 64 * 1024


class Answer(NamedTuple):
    """What a server answered.

    Attributes:
        status: HTTP status.
        kind: Media type in small letters, without parameters.
        location: Where it sends on to, or empty.
        data: The body.
    """

    status: int
    kind: str
    location: str
    data: bytes


def ask(url: str, agent: str, *, private: bool) -> Answer:
    """Send one GET request; redirects are not followed.

    The name is resolved once and the connection made to the very address that was checked, so a
    name that changes its address between the two gains nothing. No proxy is used and nothing but
    the request is sent.

    Args:
        url: http or https.
        agent: What we call ourselves.
        private: Allow addresses that are not of the public internet.

    Raises:
        ReadingError: Another scheme, a private address, no such host, no answer in time, or one
            that is too large.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise ReadingError(f"no address: {url[:100]!r}", "one of the web") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ReadingError(f"the address {url[:100]!r}", "one that begins with http:// or https://")
    if parts.username or parts.password:
        raise ReadingError("an address with a name and password in it", "one without")
    host = parts.hostname
    secure = parts.scheme == "https"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?") if parts.query else ""
    deadline = time.monotonic() + LONGEST
    try:
        connection = _Connection(_checked(host, port, private), host, port, secure)
        try:
            connection.request(
                "GET",
                path + query,
                headers={"User-Agent": agent, "Accept-Encoding": "gzip", "Accept": "*/*"},
            )
            answer = connection.getresponse()
            data = _body(answer, deadline)
            kind = (answer.getheader("Content-Type") or "").partition(";")[0].strip().lower()
            return Answer(answer.status, kind, answer.getheader("Location") or "", data)
        finally:
            connection.close()
    except (OSError, http.client.HTTPException, UnicodeError, zlib.error) as error:
        if isinstance(error, ReadingError):
            raise
        raise ReadingError(f"{host} does not answer: {str(error)[:100]}") from error


def _checked(host: str, port: int, private: bool) -> str:
    """The address of a host, if it may be asked."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReadingError(f"no host {host[:80]!r} is known", "one of the web") from error
    for *_, place in found:
        address = ipaddress.ip_address(str(place[0]).partition("%")[0])
        inside = getattr(address, "ipv4_mapped", None) or address
        if not private and (not inside.is_global or inside.is_multicast):
            raise ReadingError(
                f"{host} is {address}, an address of a private network",
                "one of the public internet",
                "allow it with --private-addresses if it is yours",
            )
    return str(found[0][-1][0])


class _Connection(http.client.HTTPConnection):
    """A connection to one address, whatever its host's name resolves to by now."""

    def __init__(self, address: str, host: str, port: int, secure: bool) -> None:
        super().__init__(host, port, timeout=SILENCE)
        self.default_port = 443 if secure else 80
        self._address, self._secure = address, secure

    def connect(self) -> None:
        self.sock = socket.create_connection((self._address, self.port), timeout=SILENCE)
        if self._secure:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(self.sock, server_hostname=self.host)


def _body(answer: http.client.HTTPResponse, deadline: float) -> bytes:
    packed = (answer.getheader("Content-Encoding") or "").strip().lower() in ("gzip", "x-gzip")
    unpack = zlib.decompressobj(wbits=31) if packed else None
    data = bytearray()
    while part := answer.read1(_CHUNK):
        data += unpack.decompress(part, LARGEST) if unpack else part
        if len(data) > LARGEST or (unpack and unpack.unconsumed_tail):
            raise ReadingError(f"more than {LARGEST:,} bytes", "a page or feed")
        if time.monotonic() > deadline:
            raise ReadingError(
                f"no end of the answer after {LONGEST:.0f} seconds", "a page or feed"
            )
    return bytes(data)
