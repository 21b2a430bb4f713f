"""Europresse: both layouts; of the certificate under an article nothing but its number is kept."""

from __future__ import annotations

from dateline.reading import read_bytes

CERTIFICATE = (
    "<table><tr><td><img alt='Certificat'>news·2016{day}·PO·2040056000</td></tr><tr><td>"
    "Ce certificat est émis à <b>Université d'Exemple</b>.</td></tr></table>"
)


def old(title: str, author: str = "Ada Exemple<br>", day: str = "1005") -> str:
    return (
        "<table><tr><td><span class='DocPublicationName'>La Gazette, no. 5968</span><br>"
        "<span class='DocHeader'>Monde, </span><span class='DocHeader'>mercredi </span>"
        "<span class='DocHeader'>5 octobre 2016</span><span class='DocHeader'>, p. 03</span><br>"
        f"<br>Sur le fleuve<br><span class='TitreArticleVisu'>{title}</span><br><br>{author}"
        "<p></p>Le pont est fermé.<font style='font-weight:bold'> Il pleut.</font><p></p>Il "
        "rouvrira.<p></p><b><i>© 2016 La Gazette. Tous droits réservés.</i></b><p></p>"
        f"Numéro de document : news·2016{day}·PO·2040056000<br>{CERTIFICATE.format(day=day)}"
        "</td></tr></table>"
    )


def page(*articles: str) -> str:
    return (
        '<html xmlns:n1="http://www.cedrom-sni.com/schema/newsv1.xsd"><head>'
        '<META http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"></head><body>'
        f"{''.join(articles)}</body></html>"
    )


def test_the_layout_of_tables_in_an_encoding_that_it_does_not_declare() -> None:
    title = "Le <span style='color:red'>pont</span> fermé"
    reading = read_bytes("a.html", page(old(title), old("Marché", author="")).encode())
    first, second = reading.articles
    assert first.text == "Le pont fermé\n\nLe pont est fermé. Il pleut.\n\nIl rouvrira."
    assert (first.source, first.author) == ("La Gazette", "Ada Exemple")
    assert str(first.published)[:10] == "2016-10-05"
    kept = {name: first.further[name] for name in ("section", "page", "kicker")}
    assert kept == {"section": "Monde", "page": "03", "kicker": "Sur le fleuve"}
    assert (second.title, second.author) == ("Marché", "")
    assert "a.html: It declares ISO-8859-1 and is utf-8; read as utf-8." in reading.notes
    assert "Université" not in repr(reading)


def test_a_day_in_the_number_that_is_not_the_day_printed_is_said() -> None:
    reading = read_bytes("a.html", page(old("Le pont", day="1004")).encode())
    assert str(reading.articles[0].published)[:10] == "2016-10-05"
    assert any("the day printed is not the day in the number" in note for note in reading.notes)


def test_the_layout_of_articles() -> None:
    article = (
        "<article><header><div class='rdp__DocPublicationName'><span class='DocPublicationName'>"
        "La Gazette</span></div><span class='DocHeader'>Monde, mercredi 5 octobre 2016 850 mots, "
        "p. 3</span>"
        "<div><p class='titreArticleVisu rdp__articletitle'>Pont fermé</p></div>"
        "<p class='sm-margin-bottomNews'>Ada Exemple</p></header><section><div class="
        "'docOcurrContainer'><p>Le pont est fermé.</p><p>Il rouvrira.</p></div></section>"
        "<aside>Partager</aside><footer><p>© 2016</p><div class='publiC-lblNodoc'>"
        "news·20161005·PO·1</div><p>Université d'Exemple</p></footer></article>"
    )
    (found,) = read_bytes("a.htm", page(article).encode()).articles
    assert found.text == "Pont fermé\n\nLe pont est fermé.\n\nIl rouvrira."
    assert (found.source, found.author) == ("La Gazette", "Ada Exemple")
    assert (found.further["length"], found.further["page"]) == ("850 mots", "3")
    assert str(found.published)[:10] == "2016-10-05"


def test_an_hour_and_its_zone_are_no_part_of_the_length() -> None:
    article = (
        "<article><span class='DocPublicationName'>La Gazette</span><span class='DocHeader'>"
        "Monde, mercredi 5 octobre 2016 - 10:15 UTC +01:00 312 mots</span>"
        "<p class='titreArticleVisu'>Pont fermé</p><p>Le pont est fermé.</p></article>"
    )
    (found,) = read_bytes("a.htm", page(article).encode()).articles
    assert found.further["length"] == "312 mots"
    assert str(found.published) == "2016-10-05 10:15:00"


def test_an_author_that_is_marked_twice_is_named_once() -> None:
    page = (
        "<article><span class='DocPublicationName'>La Gazette</span><p class='titreArticleVisu'>"
        "Pont fermé</p>"
        "<div class='docAuthors'><p class='sm-margin-bottomNews'>Ada Exemple</p></div>"
        "<p>Le pont est fermé.</p></article>"
    )
    (article,) = read_bytes("a.html", page.encode()).articles
    assert article.author == "Ada Exemple"


def new(head: str, title: str, below: str, beside: str, number: str) -> str:
    return (
        "<article><header><div><span class='DocPublicationName'>Gazette.ex (site web)   </span>"
        f"</div><div><span class='DocHeader'>{head}</span></div><div class='titreArticle'>{title}"
        f"</div></header><section><div class='DocText'>{below}</div></section><aside>{beside}"
        f"</aside><footer><small>© 2016 La Gazette.</small><p>Numéro de document : {number}</p>"
        f"<div><span>{number}</span></div><span>Ce certificat est émis à <b>Université d'Exemple"
        "</b></span></footer></article>"
    )


def test_the_other_outlets_of_an_article_and_what_stands_beside_it_are_not_in_its_text() -> None:
    also = (
        "<div class='apd-wrapper'><span>Cet article est paru dans</span><div class='apd-sources-"
        "date'>2016-12-22</div><div class='source-name-APD'>Le Courrier d'Exemple</div></div>"
    )
    beside = (
        "<div><p><b>Illustration(s) : </b></p><div><p>Une photo du pont.</p></div></div>"
        "<div><b>Note(s) : </b><p>Lire aussi page 5.</p></div>"
    )
    article = new(
        "International, Thursday, December 22, 2016 13887 words, p. 819(40)",
        "<p class='titreArticleVisu rdp__articletitle'>The bridge<br>is closed</p>",
        f"<p>It rained.</p>{also}",
        beside,
        "web·20161222·GZX·20161222_gz_001",
    )
    (found,) = read_bytes("a.html", page(article).encode()).articles
    assert found.text == "The bridge is closed\n\nIt rained."
    assert found.identifier == "web·20161222·GZX·20161222_gz_001"
    assert found.further["graphic"] == "Une photo du pont."
    assert found.further["notes"] == "Lire aussi page 5."
    assert "Université" not in repr(found)
