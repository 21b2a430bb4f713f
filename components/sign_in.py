"""Sign-in by OpenID Connect, where the host has set one up in Streamlit's secrets.

[auth]                              # Streamlit's own settings: see docs/hosting.md
redirect_uri = "https://…/oauth2callback"
…
[dateline]
allowed = ["ana@example.org", "@example.net"]     # addresses, or all of a domain; optional
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

__all__ = ["is_allowed", "show"]


def show() -> bool:
    """Draw what is needed until a visitor may see the page.

    Returns:
        Whether he may: nobody need sign in, or he has and is one of those allowed.
    """
    if not (st.secrets.load_if_toml_exists() and "auth" in st.secrets):
        return True
    if not st.user.is_logged_in:
        st.header("Dateline", anchor=False)
        st.markdown("This corpus is open to those who sign in.")
        st.button("Sign in", type="primary", on_click=st.login)
        return False
    allowed = st.secrets.get("dateline", {}).get("allowed", ())
    if is_allowed(st.user.to_dict(), allowed):
        return True
    st.markdown("**This account may not see this corpus.** Ask whoever hosts it, or use another.")
    st.button("Sign out", on_click=st.logout)
    return False


def is_allowed(user: Mapping[str, Any], allowed: Sequence[str]) -> bool:
    """Whether a signed-in visitor is among those allowed.

    Args:
        user: Claims of the identity token; `email` counts unless `email_verified` is false.
        allowed: Addresses, or `@` and a domain; empty for everybody who can sign in.
    """
    if not allowed:
        return True
    address = str(user.get("email") or "").casefold()
    if not address or user.get("email_verified") is False:
        return False
    domain = "@" + address.rpartition("@")[2]
    return any(entry.casefold() in (address, domain) for entry in allowed)
