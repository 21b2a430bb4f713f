"""Names looked up at a service on the network: only when somebody asks for it by name.

Everything else here works offline. `OnlineGeocoder` sends names, one a second, and nothing else: no
text, no sentence. What was answered is kept on disk, so that no name is sent twice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import GeoNames, Nominatim, Photon
from geopy.location import Location
from platformdirs import user_cache_path

import dateline
from dateline.errors import GazetteerError
from dateline.gazetteer.place import Place, Precision
from dateline.hosting import READ_ONLY, is_read_only

__all__ = ["SERVICES", "OnlineGeocoder"]

SERVICES: Final = {
    "nominatim": "https://nominatim.openstreetmap.org",
    "photon": "https://photon.komoot.io",
    "geonames": "http://api.geonames.org",  # it speaks no https
}
"""Where each service is, unless a server of one's own is named."""

_PAUSE_SECONDS: Final = 1.0
"""Nominatim's usage policy allows one request a second; the others get the same courtesy."""

_PAUSE_AFTER_ERROR_SECONDS: Final = 5.0
"""Before a service that did not answer is asked again, which is done twice."""

_LONGEST: Final = 200
_MOST: Final = 8

_OF_WORD: Final[dict[str, Precision]] = {
    "country": "country",
    **dict.fromkeys(("state", "region", "province", "state_district", "governorate"), "region"),
    **dict.fromkeys(("county", "district", "municipality"), "district"),
    **dict.fromkeys(("city", "town", "village", "hamlet", "locality"), "city"),
    **dict.fromkeys(("suburb", "quarter", "neighbourhood", "borough"), "neighbourhood"),
}
"""Precision by the word OpenStreetMap's services have for a place; whatever else is a feature."""

_OF_CODE: Final[dict[str, Precision]] = {
    "PCL": "country", "ADM1": "region", "RGN": "region", "ADM": "district", "PPLX": "neighbourhood",
    "PPL": "city",
}  # fmt: skip
"""Precision by the beginning of a GeoNames feature code, the first that fits."""


class OnlineGeocoder:
    """One service, its cache, and a pause between requests.

    Args:
        service: One of `SERVICES`.
        server: Address of another server that speaks its language, such as one of your own.
        username: Asked for by `geonames`.
        cache: Folder of the answers; the user's own if None.

    Attributes:
        told: What is sent to whom, in a sentence to show before anything is sent.

    Raises:
        GazetteerError: There is no such service, or the page is read-only.
    """

    def __init__(
        self, service: str, *, server: str = "", username: str = "", cache: Path | None = None
    ) -> None:
        if is_read_only():
            raise GazetteerError(
                f"{READ_ONLY} is set", "nothing to be sent from here", "unset it, or work offline"
            )
        if service not in SERVICES:
            raise GazetteerError(f"service {service!r}", f"one of {', '.join(SERVICES)}")
        if service == "geonames" and not username:
            raise GazetteerError(
                "no user name", "an account at geonames.org", "name it with --username"
            )
        address = server or SERVICES[service]
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise GazetteerError(f"server {address!r}", "an address that begins with https://")
        where = {"domain": parts.netloc + parts.path.rstrip("/"), "scheme": parts.scheme}
        known = {"user_agent": f"dateline/{dateline.__version__}", "timeout": 20}
        if service == "geonames":
            geocoder = GeoNames(username, **known, **where)
        else:
            geocoder = {"nominatim": Nominatim, "photon": Photon}[service](**known, **where)
        self.service = service
        self.told = (
            f"Names, and nothing else, are sent to {parts.netloc}, one a second; "
            "its answers are kept on this machine."
        )
        self._ask: Callable[..., Any] = RateLimiter(
            geocoder.geocode,
            min_delay_seconds=_PAUSE_SECONDS,
            max_retries=2,
            error_wait_seconds=_PAUSE_AFTER_ERROR_SECONDS,
            swallow_exceptions=False,
        )
        folder = cache or user_cache_path("dateline") / "geocoding"
        self._file = folder / f"{service}-{re.sub(r'[^a-z0-9.-]', '-', parts.netloc.lower())}.jsonl"
        self._answers = self._kept()

    def __call__(self, name: str) -> list[Place]:
        """Places of a name, best first; empty where the service knows none.

        Args:
            name: As a note has it, such as `al-Sukkari, Aleppo, Syria`; beyond 200 characters it is
                no name, and cut.

        Raises:
            GazetteerError: The service could not be reached, or did not answer as it should.
        """
        asked = " ".join(name.split())[:_LONGEST]
        if not asked:
            return []
        if asked not in self._answers:
            self._answers[asked] = self._asked(asked)
            self._keep(asked)
        return [Place(**place) for place in self._answers[asked]]

    def _asked(self, name: str) -> list[dict[str, Any]]:
        # Photon takes a limit too, GeoNames has none; only Nominatim tells the country if asked to.
        more: dict[str, Any] = {} if self.service == "geonames" else {"limit": _MOST}
        if self.service == "nominatim":
            more["addressdetails"] = True
        try:
            found = self._ask(name, exactly_one=False, **more) or []
            return [asdict(_PLACE[self.service](location)) for location in found[:_MOST]]
        except (GeopyError, KeyError, TypeError, ValueError) as error:
            raise GazetteerError(
                f"{self.service} did not answer for {name!r}: {error}",
                "a list of places",
                "try later; names answered before are kept",
            ) from error

    def _kept(self) -> dict[str, list[dict[str, Any]]]:
        if not self._file.exists():
            return {}
        lines = self._file.read_text("utf-8").splitlines()
        kept: dict[str, list[dict[str, Any]]] = {}
        for line in lines:
            try:
                name, places = json.loads(line)
            except ValueError:  # the last line of a program that was stopped
                continue
            kept[name] = places
        return kept

    def _keep(self, name: str) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps([name, self._answers[name]], ensure_ascii=False) + "\n")


def _of_nominatim(location: Location) -> Place:
    raw: Mapping[str, Any] = location.raw
    address = raw.get("address") or {}
    word = str(raw.get("addresstype") or raw.get("type") or "")
    return _place(
        f"osm:{raw['osm_type'][0]}{raw['osm_id']}",
        location,
        name=str(raw.get("name") or location.address.partition(",")[0]),
        country=str(address.get("country_code") or ""),
        admin1=str(address.get("state") or ""),
        precision=_OF_WORD.get(word, "feature"),
    )


def _of_photon(location: Location) -> Place:
    about: Mapping[str, Any] = location.raw["properties"]
    word = str(about.get("type") or about.get("osm_value") or "")
    return _place(
        f"osm:{str(about['osm_type'])[0].lower()}{about['osm_id']}",
        location,
        name=str(about.get("name") or location.address.partition(",")[0]),
        country=str(about.get("countrycode") or ""),
        admin1=str(about.get("state") or ""),
        precision=_OF_WORD.get(word, "feature"),
    )


def _of_geonames(location: Location) -> Place:
    raw: Mapping[str, Any] = location.raw
    code = str(raw.get("fcode") or "")
    fitting = (precision for start, precision in _OF_CODE.items() if code.startswith(start))
    return _place(
        f"geonames:{int(raw['geonameId'])}",
        location,
        name=str(raw["name"]),
        country=str(raw.get("countryCode") or ""),
        admin1=str(raw.get("adminName1") or ""),
        precision=next(fitting, "feature"),
        code=code,
        population=int(raw.get("population") or 0),
    )


def _place(
    identifier: str,
    location: Location,
    *,
    name: str,
    country: str,
    admin1: str,
    precision: Precision,
    code: str = "",
    population: int = 0,
) -> Place:
    if not re.fullmatch(r"[a-z]+:[\w.-]+", identifier):
        raise ValueError(f"a place numbered {identifier!r}")
    return Place(
        gazetteer_id=identifier,
        name=name,
        latitude=float(location.latitude),
        longitude=float(location.longitude),
        country_code=country.upper(),
        admin1=admin1,
        admin2="",
        feature_code=code,
        precision=precision,
        population=population,
    )


_PLACE: Final = {"nominatim": _of_nominatim, "photon": _of_photon, "geonames": _of_geonames}
