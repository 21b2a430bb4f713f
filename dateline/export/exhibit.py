"""One HTML file to send, print or archive: map, timeline, and the sentences behind the marks.

It asks nothing of the network and runs no script, and its own policy forbids both, so that text
from outside could do neither even if it were not escaped, which it is. A mark on the map leads to
its sentences and opens them. On a dark screen it is dark; printed it is light and every fold open.
"""

from __future__ import annotations

from html import escape
from typing import Any, Final

import numpy as np
import pandas as pd

from dateline.corpus import Corpus
from dateline.credits import BORDERS
from dateline.export.coordinates import Coordinates, coarsened
from dateline.export.mentions import mentions_table
from dateline.export.statement import statement
from dateline.export.static_map import static_map
from dateline.figures.days import bin_end, bin_for, bin_start
from dateline.figures.hover import plural
from dateline.figures.marks import marks
from dateline.figures.palette import DARK, LIGHT, Palette
from dateline.findings import ROLES
from dateline.query import Query, Selection, by_day, by_place, narrow
from dateline.query.wording import day_of

__all__ = ["exhibit"]

SENTENCES: Final = 20
"""Sentences shown of one place; how many more there are is said."""

_LARGE: Final = ("district", "region")
"""What is told beside a name, since a town often bears the same."""


def _colours(palette: Palette) -> str:
    """The colours as custom properties of CSS, those of the roles by their names."""
    plain = ("paper", "ink", "quiet", "rule", "land", "sea", "accent")
    named = {name: getattr(palette, name) for name in plain} | dict(palette.roles)
    return " ".join(f"--{name}: {colour};" for name, colour in named.items())


_ROLES: Final = " ".join(
    f".{role}::before {{ content: '● '; color: var(--{role}); }}" for role in LIGHT.roles
)
_STYLE: Final = f"""
:root {{ color-scheme: light; {_colours(LIGHT)} }}
body {{ max-width: 46rem; margin: 2rem auto; padding: 0 1rem; background: var(--paper);
  color: var(--ink); font: 16px/1.5 "Source Sans 3", "Source Sans Pro", system-ui, sans-serif; }}
h1, h2 {{ font-family: "Source Serif 4", Georgia, serif; line-height: 1.2; }}
h2 {{ margin-top: 2rem; font-size: 1.25rem; }}
svg {{ width: 100%; height: auto; }}
svg text {{ fill: var(--ink); paint-order: stroke; stroke: var(--land); stroke-width: 3px;
  pointer-events: none; }}
svg .narrow {{ display: none; }}
.quiet, summary span {{ color: var(--quiet); font-size: 0.875rem; }}
summary {{ cursor: pointer; padding: 0.25rem 0; }}
ol {{ scroll-margin-top: 4rem; }}
li {{ margin-bottom: 0.5rem; }}
.role {{ white-space: nowrap; margin-right: 0.5rem; }}
{_ROLES}
.text {{ white-space: pre-wrap; }}
code {{ overflow-wrap: anywhere; }}
@media screen and (prefers-color-scheme: dark) {{
  :root {{ color-scheme: dark; {_colours(DARK)} }}
}}
@media screen and (max-width: 640px) {{
  svg .wide {{ display: none; }}
  svg .narrow {{ display: inline; }}
  svg .narrow text {{ stroke-width: 6px; }}
}}
@media print {{
  @page {{ margin: 18mm 16mm; }}
  body {{ max-width: none; margin: 0; padding: 0; background: none; font-size: 10.5pt; }}
  h2, summary {{ break-after: avoid; }}
  li, svg {{ break-inside: avoid; }}
  details::details-content {{ content-visibility: visible; height: auto; }}
  summary {{ list-style: none; font-weight: 600; }}
  * {{ print-color-adjust: exact; }}
}}
"""
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_METHOD: Final = (
    "Names of places were found by a program, placed with a gazetteer, and given a role: whether "
    "something is reported to happen there, or the name stands for a government, a nationality, a "
    "parallel. Both can be wrong; read the sentence. Circles are towns, rings regions, dashed "
    "rings countries, diamonds features; their area goes with the number of articles mentioning "
    "them. That is what was written about, not what happened."
)


def exhibit(
    corpus: Corpus, query: Query, *, texts: bool = False, coordinates: Coordinates = "exact"
) -> bytes:
    """What a query leaves as one HTML file.

    Args:
        corpus: What is asked.
        query: Which mentions count.
        texts: With the full text of every article; the rights to them are their owners'.
        coordinates: How exact the marks of the map are; see `dateline.export.coordinates`.

    Returns:
        UTF-8.

    Raises:
        ChoiceError: The query has a column that the corpus has not.
    """
    selection = narrow(corpus, query)
    about = statement(corpus, query, selection, coordinates)
    counts = by_place(corpus, selection)
    places = corpus.places.iloc[counts["place_id"]].reset_index(drop=True)
    counted = counts.join(places.drop(columns="place_id"))
    counted = counted.sort_values(["articles", "gazetteer_id"], ascending=[False, True])
    marked = coarsened(counted, coordinates).assign(gazetteer_id=counted["gazetteer_id"])
    title = escape(about.corpus or "Dateline")
    under_map = [BORDERS, *([f"{about.coordinates}."] if about.coordinates else [])]
    parts = [
        f"<h1>{title}</h1><p>{escape(about.counts)}.<br>Filters: {escape(about.filters)}.</p>",
        static_map(marked, _anchors(counted)),
        _legend(counted),
        f'<p class="quiet">{escape(" ".join(under_map))}</p>',
        _timeline(corpus, selection),
        f"<h2>Sentences, by place</h2>{_sentences(mentions_table(corpus, selection), counted)}",
        _texts(corpus, selection) if texts else "",
        f"<h2>Method</h2><p>{_METHOD}</p>",
        f'<p class="quiet">Data <code>{escape(about.data)}</code>.<br>{escape(about.credits)}</p>',
    ]
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head><body>{''.join(parts)}</body></html>\n"
    ).encode()


def _legend(counted: pd.DataFrame) -> str:
    """The roles whose colours are on the map, in the order in which they take precedence."""
    drawn = set(marks(counted)["role"])
    roles = [f'<span class="role {role}">{role}</span>' for role in ROLES if role in drawn]
    return f'<p class="quiet">{" ".join(roles)}</p>' if roles else ""


def _timeline(corpus: Corpus, selection: Selection) -> str:
    """Bars of articles by day, week or month, each with its count as a tooltip."""
    published = corpus.articles["published"][selection.articles].dropna()
    heading = "<h2>When it was published</h2>"
    if published.empty:
        return f"{heading}<p>No article here has a date.</p>"
    span = published.min().date(), published.max().date()
    size = bin_for(*span)
    first, after = bin_start(span[0], size), bin_end(span[1], size)
    counts = by_day(corpus, selection, size)
    scale, most = 680 / (after - first).days, int(counts["articles"].max())
    bars = []
    for moment, count in zip(counts["day"], counts["articles"], strict=True):
        day = moment.date()
        x, width = (day - first).days * scale, (bin_end(day, size) - day).days * scale * 0.86
        height = 90 * count / most
        tip = f"{day_of(day)}: {plural(int(count), 'article')}"
        bars.append(
            f'<rect x="{x:.1f}" y="{95 - height:.1f}" width="{max(width, 0.8):.1f}" '
            f'height="{height:.1f}" fill="var(--accent)"><title>{tip}</title></rect>'
        )
    undated = int(np.count_nonzero(selection.articles)) - len(published)
    said = f"{day_of(span[0])} – {day_of(span[1])}, articles a {size}, at most {most:,}"
    said += f"; {undated:,} undated" if undated else ""
    return (
        f'{heading}<svg viewBox="0 0 680 100" role="img" aria-label="{said}">{"".join(bars)}'
        f'<path d="M0 95.5h680" stroke="var(--rule)"/></svg><p class="quiet">{said}.</p>'
    )


def _anchors(counted: pd.DataFrame) -> dict[str, str]:
    """What the sentences of a place are led to by, in the order in which they stand."""
    return {str(place): f"place-{at}" for at, place in enumerate(counted["gazetteer_id"], 1)}


def _sentences(mentions: pd.DataFrame, counted: pd.DataFrame) -> str:
    by_id = {str(place): rows for place, rows in mentions.groupby("gazetteer_id")}
    anchors = _anchors(counted)
    parts = [
        _place(row, by_id[row["gazetteer_id"]], anchors[row["gazetteer_id"]])
        for row in counted.to_dict("records")
    ]
    if "" in by_id:
        articles = by_id[""]["article"].nunique()
        unplaced = {"name": "Not placed", "articles": articles, "precision": ""}
        parts.append(_place(unplaced, by_id[""], "not-placed"))
    return "".join(parts) or "<p>No mention counts under these filters.</p>"


def _place(place: dict[Any, Any], rows: pd.DataFrame, anchor: str) -> str:
    name, country = str(place["name"]), str(rows["country"].iat[0])
    where = f"{name}, {country}" if country and country != name else name
    about = f"{plural(int(place['articles']), 'article')} mentioning"
    if place["precision"] in _LARGE:
        about = f"{place['precision']} · {about}"
    once = rows.drop_duplicates("sentence")
    items = "".join(_sentence(row) for row in once.head(SENTENCES).to_dict("records"))
    more = len(once) - SENTENCES
    rest = f'<p class="quiet">and {more:,} more</p>' if more > 0 else ""
    return (
        f"<details><summary>{escape(where)} <span>{about}</span></summary>"
        f'<ol id="{anchor}">{items}</ol>{rest}</details>'
    )


def _sentence(row: dict[Any, Any]) -> str:
    beside = " · ".join(filter(None, (row["source"], day_of(row["published"]), row["role"])))
    return (
        f'<li><span dir="auto">{escape(row["sentence"])}</span> '
        f'<span class="quiet">{escape(beside)}</span></li>'
    )


def _texts(corpus: Corpus, selection: Selection) -> str:
    ids = np.flatnonzero(selection.articles)
    titles = corpus.listing(ids, further=False)["title"]
    return "<h2>Texts</h2>" + "".join(
        f"<details><summary>{escape(title) or 'Without a title'}</summary>"
        f'<p class="text" dir="auto">{escape(corpus.text(int(number)))}</p></details>'
        for number, title in zip(ids, titles, strict=True)
    )
