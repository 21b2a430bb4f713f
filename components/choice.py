"""Choice: everything a reader has asked for, as one value. Each gesture gives a new one.

The `query` narrows what is shown; the rest is view: which article is open, how the list is sorted.
Nothing here knows of Streamlit, and nothing here reads a corpus.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final, Literal

from dateline.errors import ChoiceError
from dateline.figures.polygon import simplify
from dateline.findings import ROLES
from dateline.query import FURTHER, Query, Values
from dateline.query.listing import Order
from dateline.query.stacked import BYS

__all__ = [
    "BINS",
    "STACKS",
    "UNITS",
    "Bin",
    "Choice",
    "Stacked",
    "Unit",
    "around",
    "days",
    "exclude",
    "include",
    "only_own",
    "pick_mention",
    "pick_place",
    "read_article",
    "search",
    "show_copies",
    "toggle_role",
    "within",
    "without",
]

Unit = Literal["articles", "texts"]
Bin = Literal["auto", "day", "week", "month"]
Stacked = Literal["", "place", "source", "role"]

UNITS: Final[tuple[Unit, ...]] = ("articles", "texts")
BINS: Final[tuple[Bin, ...]] = ("auto", "day", "week", "month")
STACKS: Final[tuple[Stacked, ...]] = ("", *BYS)


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for, and how it is looked at.

    Attributes:
        query: What narrows.
        article: Key of the article that is open; empty for the first of the list.
        mention: Where the mention begins whose receipt is open, in code points; -1 for none.
        view: The map's centre and zoom: longitude, latitude in degrees, zoom 0..22; None for the
            map's own fit.
        unit: Count every article, or each text once however often it was copied.
        sort: Order of the list; by relevance without words, the newest come first.
        bin: Days a bar of the timeline; `auto` lets the span decide.
        by: What the bars of the timeline are stacks of; empty for plain bars.
        share: Map and timeline show shares of all there is, not counts.
        step: A day of the bin that the playback of the map has come to; None for no playback.
        page: Page of the list from 1; 0 for the one that holds the open article.
    """

    query: Query = field(default_factory=Query)
    article: str = ""
    mention: int = -1
    view: tuple[float, float, float] | None = None
    unit: Unit = "articles"
    sort: Order = "newest"
    bin: Bin = "auto"
    by: Stacked = ""
    share: bool = False
    step: date | None = None
    page: int = 0


def _narrowed(choice: Choice, query: Query) -> Choice:
    sort: Order = choice.sort
    if sort == "relevance" and not query.words:  # relevance to nothing
        sort = "newest"
    return replace(choice, query=query, page=0, sort=sort)


def search(choice: Choice, words: str) -> Choice:
    """Look for words; empty words look for nothing.

    With the first words the best articles come first, and without any the newest again, unless
    another order was chosen.
    """
    found = _narrowed(choice, replace(choice.query, words=words))
    if found.query.words and not choice.query.words and choice.sort == "newest":
        return replace(found, sort="relevance")
    return found


def pick_place(choice: Choice, place: str, *, add: bool = False) -> Choice:
    """That place only; picked again, it is gone. With `add` it joins or leaves those picked.

    Polygons or a radius give way: both say where, and a place says it more exactly. With `add`
    polygons stay, and of a radius the place in its middle.
    """
    picked, near = choice.query.places.include, choice.query.near
    if add and near:
        picked = (near[0],)
    if add:
        places = tuple(p for p in picked if p != place) if place in picked else (*picked, place)
    else:
        places = () if picked == (place,) else (place,)
    kept = replace(choice.query.places, include=places)
    areas = choice.query.areas if add else ()
    return _narrowed(choice, replace(choice.query, places=kept, areas=areas, near=None))


def pick_mention(
    choice: Choice, *, article: str, start: int, place: str, role: str, add: bool = False
) -> Choice:
    """A place clicked in the text: narrow to it and say why it is there; clicked again, neither.

    Where the place is chosen already, by another mention or a link, the first click only says why.

    Args:
        choice: The choice before.
        article: Key of the article it stands in.
        start: Where the mention begins.
        place: Its gazetteer id, or empty: then nothing narrows.
        role: Its role. If the role filter would hide it, the filter takes it in, since a reader
            who asks for a place wants to see it.
        add: Shift was held.
    """
    is_told = choice.article == article and choice.mention == start
    if place:
        if add or is_told or place not in choice.query.places.include:
            choice = pick_place(choice, place, add=add)
        if place not in choice.query.places.include:
            return replace(choice, article=article, mention=-1)
        if role and choice.query.roles and role not in choice.query.roles:
            roles = (*choice.query.roles, role)
            choice = _narrowed(choice, replace(choice.query, roles=roles))
    elif is_told:
        return replace(choice, mention=-1)
    return replace(choice, article=article, mention=start)


def within(choice: Choice, polygon: Iterable[tuple[float, float]], *, add: bool = False) -> Choice:
    """All places within a polygon drawn on the map; the polygon is kept, not the places.

    Args:
        choice: The choice before.
        polygon: Longitude and latitude of its corners in degrees.
        add: What was pointed at before stays: other polygons, places, a radius.

    Raises:
        ChoiceError: It encloses nothing, or there are too many.
    """
    area = simplify(polygon)
    if not area:
        raise ChoiceError("an area without inside", "three corners or more", "draw it again")
    if add:
        return _narrowed(choice, replace(choice.query, areas=(*choice.query.areas, area)))
    places = replace(choice.query.places, include=())
    return _narrowed(choice, replace(choice.query, areas=(area,), places=places, near=None))


def around(choice: Choice, place: str, distance_km: float | None) -> Choice:
    """All places within a distance of one of them; without a distance that place alone.

    Raises:
        ChoiceError: It is no distance on the earth.
    """
    near = None if distance_km is None else (place, distance_km)
    places = replace(choice.query.places, include=() if near else (place,))
    return _narrowed(choice, replace(choice.query, near=near, places=places, areas=()))


def show_copies(choice: Choice, article: str, *, giving_way: Iterable[str] = ()) -> Choice:
    """An article and the copies of its text alone.

    Args:
        choice: The choice before.
        article: Key of the article.
        giving_way: Filters to take off, as `Query.without` names them.
    """
    query = replace(choice.query.without(*giving_way), copies=article)
    return _narrowed(choice, query)


def days(
    choice: Choice,
    between: tuple[date | None, date | None],
    *,
    strip: Literal["published", "spoken"] = "published",
) -> Choice:
    """From the first to the last day, both included; None leaves an end open."""
    first, last = between
    if first and last and first > last:
        first, last = last, first
    changes: dict[str, Any] = {strip: (first, last)}
    return _narrowed(choice, replace(choice.query, **changes))


def toggle_role(choice: Choice, role: str) -> Choice:
    """Add or take away a role; with the last one gone all roles count."""
    chosen = choice.query.roles
    roles = tuple(r for r in chosen if r != role) if role in chosen else (*chosen, role)
    return _narrowed(choice, replace(choice.query, roles=() if set(ROLES) <= set(roles) else roles))


def include(choice: Choice, facet: str, value: str) -> Choice:
    """Add a value of a facet, or take it away if it is there.

    To the first place polygons or a radius give way, as on the map.
    """
    values = choice.query.values(facet)
    others = _less(values, value)
    if value not in values.include:
        others = Values((*others.include, value), others.exclude)
    if facet == "places" and not values.include:
        choice = replace(choice, query=choice.query.without("areas", "near"))
    return _with_values(choice, facet, others)


def exclude(choice: Choice, facet: str, value: str) -> Choice:
    """Leave a value out, or take it back if it is left out."""
    values = choice.query.values(facet)
    others = _less(values, value)
    if value not in values.exclude:
        others = Values(others.include, (*others.exclude, value))
    return _with_values(choice, facet, others)


def only_own(choice: Choice) -> Choice:
    """Keep only what the reader brought himself, of what is left."""
    return _narrowed(choice, replace(choice.query, own=True))


def without(choice: Choice, name: str, value: str | None = None) -> Choice:
    """Take one filter off, as `Query.without` names it; or only one value of a facet."""
    if value is None:
        return _narrowed(choice, choice.query.without(name))
    return _with_values(choice, name, _less(choice.query.values(name), value))


def _less(values: Values, value: str) -> Values:
    return Values(
        tuple(v for v in values.include if v != value),
        tuple(v for v in values.exclude if v != value),
    )


def _with_values(choice: Choice, facet: str, values: Values) -> Choice:
    if facet.startswith(FURTHER):
        name = facet.removeprefix(FURTHER)
        kept = tuple(pair for pair in choice.query.further if pair[0] != name)
        return _narrowed(choice, replace(choice.query, further=(*kept, (name, values))))
    changes: dict[str, Any] = {facet: values}
    return _narrowed(choice, replace(choice.query, **changes))


def read_article(choice: Choice, key: str) -> Choice:
    """Open an article; the list shows the page it is on."""
    return replace(choice, article=key, mention=-1, page=0)
