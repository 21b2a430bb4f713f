"""One HTML file to send, print or archive: map, timeline, and the sentences behind the marks.

It asks nothing of the network and runs no script, and its own policy forbids both, so that text
from outside could do neither even if it were not escaped, which it is. A mark on the map leads to
its sentences and opens them. On a dark screen it is dark; printed it is light and every fold open.
"""

from __future__ import annotations

from datetime import date
from html import escape
from typing import Final

import numpy as np
import pandas as pd

from dateline import __version__
from dateline.borders import Borders
from dateline.corpus import Corpus
from dateline.credits import BORDERS
from dateline.export.citation import citation
from dateline.export.coordinates import Coordinates, coarsened
from dateline.export.mentions import mentions_in_sentences
from dateline.export.sentences import sentences
from dateline.export.statement import Statement, statement
from dateline.export.static_map import static_map
from dateline.export.static_timeline import static_timeline
from dateline.export.stylesheet import STYLESHEET
from dateline.figures.marks import FORMS, marks
from dateline.findings import ROLES
from dateline.plural import plural
from dateline.query import Query, Selection, by_place, narrow
from dateline.query.notice import notice
from dateline.query.wording import ROLE_MEANINGS, day_of

__all__ = ["exhibit"]

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_KICKER: Final = "Dateline · where the coverage looks, and when"
_METHOD: Final = (
    "Names of places were found by a program, placed with a gazetteer, and given a role: what the "
    "name does in its sentence. All of it can be wrong; read the sentence. What is counted is "
    "articles mentioning a place. That is what was written about, not what happened."
)
_MAKER: Final = "whoever made this file"
_FORMS: Final = {"town": "●", "ring": "○", "country": "◦", "feature": "◆"}
_ROLES: Final = {
    "event": "●",
    "setting": "○",
    "dateline": "■",
    "actor": "△",
    "comparison": "◇",
    "background": "•",
}
"""The marks of the map as letters, in the colour of a role where they are told by it."""


def exhibit(
    corpus: Corpus,
    query: Query,
    *,
    texts: bool = False,
    coordinates: Coordinates = "exact",
    made: date | None = None,
    borders: Borders | None = None,
    instead: bool = False,
) -> bytes:
    """What a query leaves as one HTML file.

    Args:
        corpus: What is asked.
        query: Which mentions count.
        texts: With the full text of every article; the rights to them are their owners'.
        coordinates: How exact the marks of the map are; see `dateline.export.coordinates`.
        made: The day it is made, for the line to cite it by; not said if missing.
        borders: To draw beside the map's own, as given by whoever makes the file.
        instead: The map's own are taken away for them.

    Returns:
        UTF-8.

    Raises:
        ChoiceError: The query has a column that the corpus has not.
    """
    selection = narrow(corpus, query)
    about = statement(corpus, query, selection, coordinates)
    mentions = mentions_in_sentences(corpus, selection)
    counts = by_place(corpus, selection)
    places = corpus.places.iloc[counts["place_id"]].reset_index(drop=True)
    counted = counts.join(places.drop(columns="place_id"))
    counted = counted.sort_values(["articles", "gazetteer_id"], ascending=[False, True])
    anchors = {str(place): f"place-{at}" for at, place in enumerate(counted["gazetteer_id"], 1)}
    title = escape(about.corpus or "Dateline")
    cited = citation(corpus, query, selection, seen=made)
    parts = [
        f'<header><p class="kicker">{_KICKER}</p><h1 dir="auto">{title}</h1>'
        f"<p>{escape(about.counts)}.{_published(corpus, selection)}</p>"
        f"<p>Filters: {escape(about.filters)}.</p></header>",
        _map(counted, anchors, coordinates, about, borders, instead),
        f"<h2>When it was published</h2>{static_timeline(corpus, selection)}",
        "<h2>Sentences, by place</h2>",
        f'<p class="quiet">{said}</p>' if len(mentions) and (said := notice(corpus)) else "",
        sentences(mentions, counted, anchors),
        _texts(corpus, selection) if texts else "",
        f"<h2>Method</h2><p>{_METHOD}</p>{_roles(mentions)}",
        f'<footer><h2>To cite it</h2><p class="cited">{escape(cited)}</p>'
        f'<p class="quiet">Data {_with_code(about.data, corpus.fingerprint)}.</p>'
        f'<p class="quiet">{escape(about.credits)}</p></footer>',
    ]
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="generator" content="Dateline {__version__}">'
        f"<style>{STYLESHEET}</style></head><body><main>{''.join(parts)}</main></body></html>\n"
    ).encode()


def _with_code(text: str, code: str) -> str:
    return escape(text).replace(escape(code), f"<code>{escape(code)}</code>", 1)


def _published(corpus: Corpus, selection: Selection) -> str:
    """Between which days, and in how many sources."""
    articles = corpus.articles[selection.articles]
    published, sources = articles["published"].dropna(), articles["source"].dropna().astype(str)
    named = int(sources[sources != ""].nunique())
    within = f" in {plural(named, 'source')}" if named else ""
    if published.empty:
        return ""
    first, last = day_of(published.min()), day_of(published.max())
    days = first if first == last else f"{first} – {last}"
    return f" Published {days}{within}."


def _map(
    counted: pd.DataFrame,
    anchors: dict[str, str],
    coordinates: Coordinates,
    about: Statement,
    borders: Borders | None,
    instead: bool,
) -> str:
    marked = coarsened(counted, coordinates).assign(gazetteer_id=counted["gazetteer_id"])
    table = marks(marked)
    if table.empty:
        return '<p class="quiet">No place that is mentioned has a mark on a map.</p>'
    first = table.iloc[0]
    most = f"{first['name']} with {plural(int(first['articles']), 'article')}"
    label = f"Map of {plural(len(table), 'place')} mentioned, most of all {most}."
    drawn = static_map(marked, anchors, label, borders=borders, instead=instead)
    said = [f"A mark's area goes with the articles mentioning it; the largest is {most}."]
    if drawn.beyond:
        said.append(
            f"{drawn.beyond:,} of {plural(len(table), 'place')} lie beyond this map; the small one "
            "shows where."
        )
    whose = borders.statement(_MAKER, instead=instead) if borders else BORDERS
    said += [whose, *([f"{about.coordinates}."] if about.coordinates else [])]
    return (
        f"<figure>{drawn.svg}<figcaption><p>{_legend(table)}</p><p>{escape(' '.join(said))}</p>"
        "</figcaption></figure>"
    )


def _legend(table: pd.DataFrame) -> str:
    """The forms and the colours that are on the map, and no others."""
    present = {name.removesuffix("-setting") for name in table["form"]}
    forms = [
        f'<span class="key" data-mark="{_FORMS[form.name]}">{form.label}</span>'
        for form in reversed(FORMS)
        if form.name in present and form.role == "event"
    ]
    roles = [
        f'<span class="role {role}" data-mark="{mark}">{role}</span>'
        for role, mark in _ROLES.items()
        if role in set(table["role"])
    ]
    return " ".join(forms + roles)


def _roles(mentions: pd.DataFrame) -> str:
    """What the roles mean that mentions are in."""
    present = set(mentions["role"])
    said = "".join(
        f"<dt>{role}</dt><dd>{ROLE_MEANINGS[role]}</dd>" for role in ROLES if role in present
    )
    return f"<dl>{said}</dl>" if said else ""


def _texts(corpus: Corpus, selection: Selection) -> str:
    ids = np.flatnonzero(selection.articles)
    table = corpus.listing(ids, further=False)
    beside = zip(ids, table["title"], table["source"], table["published"], strict=True)
    return (
        '<h2>Texts</h2><div class="places">'
        + "".join(
            f"<details><summary><bdi>{escape(title) or 'Without a title'}</bdi> "
            f"<span>{_byline(source, published)}</span></summary>"
            f'<p class="text" dir="auto">{escape(corpus.text(int(number)))}</p></details>'
            for number, title, source, published in beside
        )
        + "</div>"
    )


def _byline(source: object, published: object) -> str:
    named = f"<bdi>{escape(source)}</bdi> · " if isinstance(source, str) and source else ""
    return f"{named}{day_of(published)}"
