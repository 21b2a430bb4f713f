"""Text inside figures.

plotly.js reads a small HTML of its own in labels (`<b>`, `<br>`, `<a href>`, entities), so names
that come from outside are escaped before they go into one.
"""

from __future__ import annotations

import html

__all__ = ["escape"]


def escape(text: str) -> str:
    """Text that plotly.js shows as it is: `<`, `>` and `&` as entities, control characters gone."""
    if not text.isprintable():
        text = "".join(character if character.isprintable() else " " for character in text)
    return html.escape(text, quote=False)
