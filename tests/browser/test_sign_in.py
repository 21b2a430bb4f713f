"""Sign-in against a real provider on localhost: nobody sees a corpus that is not his to see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from components.sign_in import is_allowed
from dateline.resources import app_folder
from tests.browser.oidc_provider import CLIENT, Provider
from tests.browser.server import free_port
from tests.browser.visit import PATIENCE_MS
from tests.corpora import written

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("user", "allowed", "may"),
    [
        ({"email": "a@x.org"}, [], True),
        ({"email": "A@X.org"}, ["a@x.org"], True),
        ({"email": "b@x.org"}, ["a@x.org"], False),
        ({"email": "b@x.org"}, ["@x.org"], True),
        ({"email": "b@not-x.org"}, ["@x.org"], False),
        ({"email": "b@y.x.org"}, ["@x.org"], False),
        ({"email": "a@x.org", "email_verified": False}, ["a@x.org"], False),
        ({}, ["@"], False),
        ({"email": None}, ["@x.org"], False),
    ],
)
def test_an_address_is_allowed_by_itself_or_by_its_domain(
    user: dict[str, Any], allowed: list[str], may: bool
) -> None:
    assert is_allowed(user, allowed) is may


@pytest.fixture
def provider() -> Iterator[Provider]:
    one = Provider("reader@allowed.example")
    yield one
    one.close()


def test_only_those_allowed_see_the_corpus(
    browser: Any, serve: Callable[..., str], provider: Provider, tmp_path: Path
) -> None:
    home, corpus, port = tmp_path / "home", tmp_path / "corpus", free_port()
    (home / ".streamlit").mkdir(parents=True)
    (home / ".streamlit" / "secrets.toml").write_text(
        "[auth]\n"
        f'redirect_uri = "http://localhost:{port}/oauth2callback"\n'
        'cookie_secret = "for this test only"\n'
        f'client_id = "{CLIENT}"\nclient_secret = "none"\n'
        f'server_metadata_url = "{provider.url}/.well-known/openid-configuration"\n'
        '[dateline]\nallowed = ["@allowed.example"]\n'
    )
    written(corpus, name="Invented Aleppo")
    script = app_folder() / "dashboard.py"
    url = serve(script, port=port, HOME=str(home), DATELINE_CORPUS=str(corpus))

    def arrive(address: str) -> Any:
        provider.address = address
        page = browser.new_context().new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.goto(url)
        expect(page.get_by_text("open to those who sign in")).to_be_visible()
        assert page.get_by_text("Invented Aleppo").count() == 0
        page.get_by_role("button", name="Sign in").click()
        return page

    stranger = arrive("stranger@elsewhere.example")
    expect(stranger.get_by_text("may not see this corpus")).to_be_visible()
    assert stranger.get_by_text("Invented Aleppo").count() == 0
    stranger.context.close()
    reader = arrive("reader@allowed.example")
    expect(reader.get_by_text("Invented Aleppo").first).to_be_visible()
    reader.context.close()
