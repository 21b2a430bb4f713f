"""The notice stands before articles of war, and before nothing else."""

from __future__ import annotations

import pytest

from dateline.query.notice import notice, notice_before
from tests.corpora import article, corpus_of, small_corpus

WAR = "These are reports of war."
SOME = "Some of these are reports of war."
HARM = "Some describe deaths and injuries."

SHELLING = "Shelling went on over the old quarter and two people were killed, a driver said."
TRUCE = "Soldiers looked on as the ceasefire began; nobody knew how long it would be kept."
SPORT = "The Rebels laid siege to the goal, bombed in the cup and have five injured, a coach said."
BOOKS = "Her novel of a soldier and his mother won the prize of the fair in Sharjah."
CRASH = "Two people died and five were injured before the evacuation when a dam burst in the pass."
ARABIC = "أدى القصف على المدينة إلى مقتل شخصين، بحسب أحد السكان."
RUSSIAN = "Ночью начался обстрел, двое жителей ранены, сказал водитель."
FRENCH = "Les bombardements ont repris ; deux habitants ont été tués, dit un voisin."


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ([SHELLING], f"{WAR} {HARM}"),
        ([TRUCE], WAR),  # nobody is harmed in it
        ([ARABIC], f"{WAR} {HARM}"),
        ([RUSSIAN], f"{WAR} {HARM}"),
        ([FRENCH], f"{WAR} {HARM}"),
        ([SHELLING, BOOKS, CRASH], f"{WAR} {HARM}"),  # war reporters also write of books
        ([SHELLING, *[BOOKS] * 5], f"{SOME} {HARM}"),
        ([SHELLING, *[BOOKS] * 20], ""),
        ([SPORT], ""),
        ([BOOKS], ""),  # one word of fighting alone
        ([CRASH, CRASH], ""),  # the harmed, but no fighting
        (["A fair opened in Leipzig. Readers queued.", BOOKS], ""),
        ([""], ""),
        ([], ""),
    ],
)
def test_it_says_no_more_than_what_the_articles_are(texts: list[str], said: str) -> None:
    assert notice(corpus_of(*(article(None, "", "", "", text) for text in texts))) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SHELLING, "This is a report of war. It tells of deaths or injuries."),
        (TRUCE, "This is a report of war."),
        (BOOKS, ""),
    ],
)
def test_in_a_corpus_that_is_partly_of_war_it_stands_before_that_part(text: str, said: str) -> None:
    mixed = corpus_of(*(article(None, "", "", "", one) for one in [SHELLING, *[BOOKS] * 5]))
    assert notice_before(mixed, text) == said
    war = corpus_of(article(None, "", "", "", SHELLING))
    assert notice_before(war, text) == f"{WAR} {HARM}"


def test_of_a_large_corpus_a_sample_from_end_to_end_is_looked_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calm, war = [BOOKS] * 600, [SHELLING] * 400
    days = [f"2016-{1 + i // 90:02}-{1 + i % 28:02}" for i in range(1000)]
    rows = [article(day, "", "", "", text) for day, text in zip(days, calm + war, strict=True)]
    corpus = corpus_of(*rows)
    read: list[int] = []
    text = corpus.text
    monkeypatch.setattr(corpus, "text", lambda number: read.append(number) or text(number))
    assert notice(corpus) == notice(corpus) == f"{WAR} {HARM}"
    assert len(read) == len(set(read)) <= 100
    assert min(read) == 0
    assert max(read) == 999


def test_quiet_news_from_a_city_of_war_has_none() -> None:
    assert notice(small_corpus()) == ""
