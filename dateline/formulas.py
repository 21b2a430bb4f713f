"""Text from outside in a cell, such that no spreadsheet takes it for a formula.

A cell that begins with `=`, `+`, `-`, `@` or a tab is a formula to a spreadsheet. Text cells are
therefore put on one line, and an apostrophe goes before such a sign, as OWASP advises
(https://owasp.org/www-community/attacks/CSV_Injection); likewise after a semicolon, at which a
spreadsheet splits where the comma is the decimal sign.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["harmless"]

_CONTROL: Final = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " ")
_FORMULA: Final = re.compile(r"((?:^|;)[\s\"]*)(?=[=+\-@＝＋－＠])")
"""The wide forms too: spreadsheets in East Asian languages take them for the others."""


def harmless(text: str) -> str:
    """Text as one line that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("Aleppo - east;=1"), harmless("-5\\tdegrees")
    ("'=1+1", "Aleppo - east;'=1", "'-5 degrees")
    """
    return _FORMULA.sub(r"\1'", " ".join(text.translate(_CONTROL).split()))
