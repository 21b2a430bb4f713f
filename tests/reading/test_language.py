"""The language of articles, headlines and next to nothing."""

from __future__ import annotations

import pytest

from dateline.reading.language import detect


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The bridge was closed on Monday after a night of shelling, the mayor said.", "en"),
        ("Shells fell on Idlib.", "en"),
        ("Clashes in Hama", "en"),
        ("Tripoli", "en"),
        ("Bosnia and Herzegovina agrees with Kosovo on trains", "en"),
        ("Le pont a été fermé lundi après une nuit de bombardements, a dit le maire.", "fr"),
        ("Die Brücke wurde am Montag geschlossen, sagte der Bürgermeister.", "de"),
        ("El puente fue cerrado el lunes, dijo el alcalde de la ciudad.", "es"),
        ("Мост закрыли в понедельник после ночного обстрела, сообщил мэр.", "ru"),
        ("Міст закрили в понеділок після нічного обстрілу, повідомив мер.", "uk"),
        ("أغلق الجسر يوم الاثنين بعد ليلة من القصف، بحسب رئيس البلدية.", "ar"),
        ("Belediye başkanı, köprünün pazartesi günü kapatıldığını söyledi.", "tr"),
        ("12 345 — …", ""),
        ("", ""),
    ],
)
def test_the_language_is_told_and_short_english_is_not_taken_for_another(
    text: str, code: str
) -> None:
    assert detect(text) == code


def test_an_english_headline_over_a_french_article_does_not_decide() -> None:
    body = "Le pont a été fermé lundi après une nuit de bombardements, a dit le maire. " * 40
    assert detect(f"Bridge closed\n\n{body}") == "fr"
