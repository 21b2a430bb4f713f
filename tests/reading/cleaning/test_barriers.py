"""Offers to subscribe and notices on cookies: out of the text, told, and alone no article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import ReadingError
from dateline.reading import read_bytes
from dateline.reading.cleaning.barriers import is_barrier, without_barriers

STORY = (
    "The bridge over the river at Homs was closed on Monday after a night of heavy rain, officials "
    "said, and two hundred families were moved to schools in the north of the city."
)

OFFERS = [
    "Subscribe to continue reading",
    "Subscribe to continue",
    "Already a subscriber? Sign in",
    "Already have an account? Log in here.",
    "To read the full story, subscribe now.",
    "Register for free to keep reading this article.",
    "This article is for subscribers only.",
    "You’ve reached your limit of free articles this month.",
    "Get unlimited access for $1 a week. Cancel anytime.",
    "Dieser Artikel ist nur für Abonnenten.",
    "Sie sind bereits Abonnent? Hier anmelden.",
    "Cet article est réservé aux abonnés.",
    "Il vous reste 85 % de cet article à lire. Déjà abonné ? Se connecter.",
    "Este contenido es exclusivo para suscriptores.",
    "Suscríbete para seguir leyendo.",
    "Contenuto riservato agli abbonati. Sei già abbonato?",
    "Conteúdo exclusivo para assinantes.",
    "Dit artikel is alleen voor abonnees. Al abonnee?",
    "Treść dostępna tylko dla prenumeratorów.",
    "Материал доступен только для подписчиков.",
    "Оформіть передплату, щоб читати далі.",
    "هذا المقال متاح للمشتركين فقط.",
    "Devamını okumak için abone olun.",
    "登录后继续阅读全文",
    "この記事は会員限定です。",
    "We use cookies to personalise content. By clicking accept you agree.",
    "Wir verwenden Cookies, um Inhalte zu personalisieren.",
]

SENTENCES = [
    "Finland is already a member of the alliance.",
    "Is the country already a member?",
    "Displaced people must register to access the aid that is handed out in the camp.",
    "Thousands joined to continue the protest in the square.",
    "Inspectors want to get full access to the site.",
    "The ministry can cancel any time.",
    "The report is for members of the council.",
    "Der Eintritt ist nur für Mitglieder.",
    "Nur für registrierte Flüchtlinge gibt es Brot.",
    "Tienen que registrarse para poder votar.",
    "Помощь только для зарегистрированных беженцев.",
    "Toplantıya sadece üye ülkeler katıldı.",
    "We baked cookies for the soldiers, she wrote.",
    "The new law says when a site may use cookies.",
    "“Subscribe to continue reading,” the page of the ministry said.",
]


@pytest.mark.parametrize("offer", OFFERS)
def test_an_offer_goes_from_an_article_and_alone_is_none(offer: str) -> None:
    assert without_barriers(f"{STORY}\n\n{offer}\n\n{STORY}") == (f"{STORY}\n\n{STORY}", 1)
    assert is_barrier(offer)
    assert without_barriers(offer) == (offer, 0)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_a_reporter_may_write_stays(sentence: str) -> None:
    text = f"{sentence}\n\n{STORY}"
    assert without_barriers(text) == (text, 0)
    assert not is_barrier(sentence)


def test_a_long_paragraph_is_no_offer_whatever_it_says() -> None:
    text = f"{STORY} Already a subscriber? Sign in. {STORY}"
    assert without_barriers(text) == (text, 0)


@given(st.lists(st.sampled_from([STORY, "", *OFFERS[:4], *SENTENCES[:4]]), max_size=8))
def test_nothing_but_offers_is_cut_and_what_stays_keeps_its_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept, cut = without_barriers(text)
    if cut:
        assert [line for line in kept.split("\n") if line] == [
            line for line in lines if line and line not in OFFERS
        ]
    else:
        assert kept == text


def page(*paragraphs: str) -> bytes:
    body = "".join(f"<p>{each}</p>" for each in paragraphs)
    head = "<head><title>Bridge closed</title></head>"
    return (
        f"<html>{head}<body><article><h1>Bridge closed</h1>{body}</article></body></html>".encode()
    )


def test_of_a_page_the_beginning_that_is_there_stays_and_the_rest_is_said_to_be_missing() -> None:
    reading = read_bytes("a.html", page(STORY, "This article is for subscribers only."))
    assert reading.articles[0].text == f"Bridge closed\n\n{STORY}"
    assert any("more of the article may be missing" in note for note in reading.notes)


def test_a_page_or_row_that_is_an_offer_is_set_aside() -> None:
    with pytest.raises(ReadingError, match="an offer to subscribe or sign in"):
        read_bytes("a.html", page(*OFFERS[:2], "€ 9.90"))
    rows = f"title,body\nBridge,{STORY.replace(',', '')}\nRoad,{OFFERS[0]}\n"
    reading = read_bytes("a.csv", rows.encode())
    assert list(reading.set_aside["reason"]) == [
        "an offer to subscribe or sign in, not the article behind it"
    ]


def test_a_text_that_somebody_may_have_counted_in_keeps_its_lines() -> None:
    text = f"{STORY}\\n{OFFERS[0]}"
    (article,) = read_bytes("a.jsonl", f'{{"text": "{text}"}}\n'.encode()).articles
    assert article.text.endswith(OFFERS[0])
