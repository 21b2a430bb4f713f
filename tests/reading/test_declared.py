"""What bytes declare is believed only where it can be true."""

from __future__ import annotations

import pytest

from dateline.reading.declared import decode

FRENCH = "Le marché d’Alep a été fermé lundi après le bombardement, a déclaré le préfet."
RUSSIAN = "Мост через реку был закрыт в понедельник после ночного дождя, сообщил мэр города."


@pytest.mark.parametrize(
    ("text", "really", "declared", "note"),
    [
        (FRENCH, "utf-8", "utf-8", ""),
        (FRENCH, "utf-8", "iso-8859-1", "It declares iso-8859-1 and is utf-8; read as utf-8."),
        (FRENCH, "cp1252", "UTF-8", "It declares UTF-8 and is cp1252; read as cp1252."),
        (FRENCH, "cp1252", "iso-8859-1", ""),
        (FRENCH, "utf-8", "", ""),
        (FRENCH, "utf-8", "no-such-encoding", ""),
        (RUSSIAN, "cp1251", "windows-1251", ""),
        (RUSSIAN, "koi8-r", "koi8-r", ""),
        ("The bridge was closed.", "utf-8", "iso-8859-1", ""),
    ],
)
def test_the_text_is_right_and_a_wrong_declaration_is_said(
    text: str, really: str, declared: str, note: str
) -> None:
    assert decode(text.encode(really), declared) == (text, note)
