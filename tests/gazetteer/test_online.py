"""Online look-up: off unless asked for, only names are sent, each once, and odd answers are said.

The services are played by a server on localhost that speaks their language, with invented places.
"""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from dateline.cli import main
from dateline.errors import GazetteerError
from dateline.gazetteer import online as geocoding
from dateline.gazetteer.online import SERVICES, OnlineGeocoder

NOMINATIM = [
    {
        "osm_type": "node", "osm_id": 7, "lat": "36.1", "lon": "37.2", "name": "Invented Quarter",
        "display_name": "Invented Quarter, Aleppo", "addresstype": "suburb", "class": "place",
        "type": "suburb", "address": {"country_code": "sy", "state": "Aleppo"},
    },
    {
        "osm_type": "way", "osm_id": 8, "lat": "1", "lon": "2", "display_name": "A Mill, Nowhere",
        "type": "industrial",
    },
]  # fmt: skip
PHOTON = {
    "features": [
        {
            "geometry": {"coordinates": [37.2, 36.1], "type": "Point"},
            "properties": {"osm_type": "N", "osm_id": 7, "name": "Invented Quarter",
                           "type": "district", "countrycode": "SY", "state": "Aleppo"},
        }
    ]
}  # fmt: skip
GEONAMES = {
    "geonames": [
        {"geonameId": 9, "name": "Invented Town", "lat": "36.1", "lng": "37.2", "fcode": "PPLA2",
         "countryCode": "SY", "countryName": "Syria", "adminName1": "Aleppo", "population": 40}
    ]
}  # fmt: skip


class Server:
    """Answers every request with `answer` and remembers what was asked."""

    def __init__(self) -> None:
        self.answer: Any = []
        self.asked: list[dict[str, list[str]]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.asked.append(parse_qs(urlsplit(self.path).query))
                body = json.dumps(server.answer).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(geocoding, "_PAUSE_SECONDS", 0.0)  # this server minds no haste
    monkeypatch.setattr(geocoding, "_PAUSE_AFTER_ERROR_SECONDS", 0.0)
    one = Server()
    yield one
    one.close()


@pytest.mark.parametrize(
    ("service", "answer", "identifier", "precision", "country"),
    [
        ("nominatim", NOMINATIM, "osm:n7", "neighbourhood", "SY"),
        ("photon", PHOTON, "osm:n7", "district", "SY"),
        ("geonames", GEONAMES, "geonames:9", "city", "SY"),
    ],
)
def test_each_service_is_understood_and_sent_nothing_but_the_name(
    server: Server, tmp_path: Path, service: str, answer: Any, identifier: str, precision: str,
    country: str,
) -> None:  # fmt: skip
    server.answer = answer
    geocoder = OnlineGeocoder(service, server=server.url, username="me", cache=tmp_path)
    assert server.url.removeprefix("http://") in geocoder.told
    place = geocoder("Invented Quarter, Aleppo")[0]
    assert (place.gazetteer_id, place.precision, place.country_code) == (
        identifier,
        precision,
        country,
    )
    assert (place.latitude, place.longitude, place.admin1) == (36.1, 37.2, "Aleppo")
    (asked,) = server.asked
    assert asked["q"] == ["Invented Quarter, Aleppo"]


def test_a_name_is_sent_once_and_remembered_by_the_next_program(
    server: Server, tmp_path: Path
) -> None:
    server.answer = NOMINATIM
    first = OnlineGeocoder("nominatim", server=server.url, cache=tmp_path)
    assert first("Quarter") == first("  Quarter ")
    server.answer = []
    assert first("Nowhere") == []
    (file,) = tmp_path.iterdir()
    file.write_text(file.read_text() + '["half a li')  # the program was stopped while it wrote
    again = OnlineGeocoder("nominatim", server=server.url, cache=tmp_path)
    assert again("Quarter") == first("Quarter")
    assert again("Nowhere") == []
    assert len(server.asked) == 2
    assert again("  ") == []


def test_what_is_no_place_is_said_and_not_remembered(server: Server, tmp_path: Path) -> None:
    geocoder = OnlineGeocoder("nominatim", server=server.url, cache=tmp_path)
    server.answer = [
        {"lat": "1", "lon": "2", "display_name": "x", "osm_type": "../", "osm_id": "/"}
    ]
    with pytest.raises(GazetteerError, match="a list of places"):
        geocoder("Quarter")
    server.answer = NOMINATIM
    assert geocoder("Quarter")


def test_a_server_that_is_not_there_is_said(server: Server, tmp_path: Path) -> None:
    geocoder = OnlineGeocoder("photon", server=server.url, cache=tmp_path)
    server.close()
    with pytest.raises(GazetteerError, match="try later"):
        geocoder("Quarter")


@pytest.mark.parametrize(
    ("service", "server_address", "said"),
    [
        ("elsewhere", "", "one of"),
        ("geonames", "", "--username"),
        ("photon", "ftp://x.example", "https://"),
        ("photon", "nowhere", "https://"),
    ],
)
def test_what_cannot_be_asked_is_said_before_anything_is_sent(
    service: str, server_address: str, said: str
) -> None:
    with pytest.raises(GazetteerError, match=said):
        OnlineGeocoder(service, server=server_address)


def test_nothing_is_sent_in_read_only_mode(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_READ_ONLY", "1")
    for service in SERVICES:
        with pytest.raises(GazetteerError, match="DATELINE_READ_ONLY"):
            OnlineGeocoder(service, username="me")


def test_the_command_says_what_it_sends_and_answers_as_offline(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(geocoding, "user_cache_path", lambda _: tmp_path)
    monkeypatch.setattr("sys.stdin", io.StringIO("Quarter\n"))
    server.answer = NOMINATIM
    assert main(["places", "--geocoder", "nominatim", "--server", server.url]) == 0
    said = capsys.readouterr()
    assert "Names, and nothing else" in said.err
    assert said.out.startswith("Invented Quarter (Aleppo, SY), neighbourhood")
