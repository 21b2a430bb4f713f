"""The sentences behind the marks, place by place, in folds; the names in them marked by role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, Final

import pandas as pd

from dateline.findings import ROLES
from dateline.plural import plural
from dateline.query.wording import day_of

__all__ = ["SENTENCES", "STYLE", "sentences"]

SENTENCES: Final = 20
"""Sentences shown of one place; how many more there are is said."""

_FOREMOST: Final = 30
"""Places that are seen at once, if there are many."""
_LARGE: Final = ("district", "region")
"""What is told beside a name, since a town often bears the same."""
_LONGEST, _BEFORE = 600, 200
"""Characters of a sentence, and of those the ones before the name, where it is cut."""

STYLE: Final = """
.places { border-top: 1px solid var(--rule); }
.places details { border-bottom: 1px solid var(--rule); }
.places ol { list-style: none; margin: 0 0 0.75rem; padding: 0 0 0 1.5rem;
  scroll-margin-top: 4rem; }
.places ol:target { box-shadow: -3px 0 var(--accent); }
.places li { margin-bottom: 0.75rem; max-width: 42rem; }
.places li > * { display: block; }
mark { background: none; color: inherit; text-decoration: underline; text-underline-offset: 0.2em;
  text-decoration-thickness: 1.5px; text-decoration-color: currentColor; }
mark.event { text-decoration-color: var(--event); text-decoration-thickness: 2px; }
mark.setting { text-decoration: underline dashed 1.5px var(--setting); }
mark.dateline { text-decoration: none; font-variant-caps: small-caps; letter-spacing: 0.04em; }
mark.actor { text-decoration: underline dotted 2px var(--actor); }
mark.comparison { text-decoration: underline wavy 1.5px var(--comparison); }
mark.demonym, mark.name { text-decoration-color: var(--name); text-decoration-thickness: 1px; }
mark.background { text-decoration: underline dotted 1px var(--background); }
"""
"""How they look; a role has the line that it has in the reading pane."""


def sentences(mentions: pd.DataFrame, counted: pd.DataFrame, anchors: Mapping[str, str]) -> str:
    """Fold the sentences up by place, those of most articles first, what is not placed last.

    Args:
        mentions: As `dateline.export.mentions.mentions_in_sentences` gives them.
        counted: A row a place, in the order wanted: `gazetteer_id`, `name`, `articles`,
            `precision`.
        anchors: By gazetteer id, the id that the list of its sentences gets.

    Returns:
        HTML for a page with `STYLE`; all text from outside is escaped.
    """
    if mentions["role"].nunique() == 1:  # said above all of them
        mentions = mentions.assign(role_said="")
    else:
        mentions = mentions.assign(role_said=mentions["role"])
    by_id = {str(place): rows for place, rows in mentions.groupby("gazetteer_id")}
    places = counted.to_dict("records")
    parts = [
        _place(row, by_id[row["gazetteer_id"]], anchors[row["gazetteer_id"]]) for row in places
    ]
    further = places[_FOREMOST:]
    if further:
        most = plural(int(further[0]["articles"]), "article")
        parts[_FOREMOST:] = [
            f'<details class="rest"><summary>{plural(len(further), "further place")} '
            f"<span>{most} mentioning at most</span></summary>",
            *parts[_FOREMOST:],
            "</details>",
        ]
    if "" in by_id:
        articles = by_id[""]["article"].nunique()
        unplaced = {"name": "Not placed", "articles": articles, "precision": ""}
        parts.append(_place(unplaced, by_id[""], "not-placed"))
    if not parts:
        return "<p>No mention counts under these filters.</p>"
    return f'<div class="places">{"".join(parts)}</div>'


def _place(place: dict[Any, Any], rows: pd.DataFrame, anchor: str) -> str:
    name, country = str(place["name"]), str(rows["country"].iat[0])
    where = f"{name}, {country}" if country and country != name else name
    about = f"{plural(int(place['articles']), 'article')} mentioning"
    if place["precision"] in _LARGE:
        about = f"{place['precision']} · {about}"
    groups = [group for _, group in rows.groupby("sentence", sort=False)]
    items = "".join(map(_sentence, groups[:SENTENCES]))
    more = len(groups) - SENTENCES
    rest = f'<p class="quiet">and {more:,} more</p>' if more > 0 else ""
    return (
        f"<details><summary><bdi>{escape(where)}</bdi> <span>{about}</span></summary>"
        f'<ol id="{anchor}">{items}</ol>{rest}</details>'
    )


def _sentence(rows: pd.DataFrame) -> str:
    """One sentence with the names of one place marked in it, and the articles it stands in."""
    first = rows.iloc[0]
    sentence, title = str(first["sentence"]), str(first["title"])
    own = rows[rows["article"] == first["article"]]
    is_title = sentence == title.strip()
    roles = dict.fromkeys(role for role in own["role_said"] if role)
    beside = [
        "title" if is_title else f"<cite>{escape(title)}</cite>" if title else "",
        f"<bdi>{escape(first['source'])}</bdi>" if first["source"] else "",
        day_of(first["published"]),
        escape(", ".join(roles)),
    ]
    others = int(rows["article"].nunique()) - 1
    if others:
        beside.append(f"and in {plural(others, 'more article')}")
    spans = zip(own["at"].tolist(), own["surface"], own["role"], strict=True)
    return (
        f'<li><span dir="auto">{"".join(_marked(sentence, sorted(spans)))}</span> '
        f"<small>{' · '.join(filter(None, beside))}</small></li>"
    )


def _marked(sentence: str, spans: list[tuple[int, str, str]]) -> Iterator[str]:
    """The sentence in pieces, cut where it is very long."""
    begin, end = 0, len(sentence)
    if end > _LONGEST:
        begin = max(0, sentence.rfind(" ", 0, max(0, spans[0][0] - _BEFORE)))
        end = sentence.rfind(" ", begin, begin + _LONGEST)
        end = end if end > spans[0][0] + len(spans[0][1]) else min(len(sentence), begin + _LONGEST)
        yield "… " if begin else ""
    after = begin
    for at, surface, role in spans:
        if after <= at and at + len(surface) <= end:
            kind = f' class="{role}"' if role in ROLES else ""
            yield escape(sentence[after:at])
            yield f"<mark{kind}>{escape(sentence[at : at + len(surface)])}</mark>"
            after = at + len(surface)
    yield escape(sentence[after:end])
    yield " …" if end < len(sentence) else ""
