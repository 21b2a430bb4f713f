"""The same answers as `dateline.query`, the slow and plain way: masks, merges, groupby."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd
from geopy.distance import geodesic
from shapely import Point, Polygon

from dateline.findings import ROLES
from dateline.query import FURTHER, Query, Values

Tables = dict[str, pd.DataFrame]

LONGEST_DAYS = 31

__all__ = ["articles_and_mentions", "by_bin", "by_facet", "by_place", "spoken_by_bin"]


def articles_and_mentions(tables: Tables, query: Query) -> tuple[pd.Series[bool], pd.Series[bool]]:
    """Masks over articles and over mentions."""
    articles = tables["articles"].set_index("article_id")
    keep = pd.Series(True, index=articles.index)
    keep &= _words(tables, query.words)
    keep &= _published(articles["published"], query)
    if query.copies:
        group = articles.loc[articles["key"] == query.copies, "copy_group"]
        keep &= articles["copy_group"].isin(group)
    if query.own:
        keep &= False  # a corpus by itself has nothing that a visitor brought
    if query.spoken != (None, None):
        keep &= articles.index.isin(
            number for number, day in _days_said(tables) if _in_range(day, *query.spoken)
        )
    for column, values in (
        ("source", query.sources),
        ("language", query.languages),
        ("agency", query.agencies),
        *query.further,
    ):
        keep &= _one_value(articles[column], values)
    names, quotes = tables["names"], tables["quotes"]
    for found, column, values in (
        (names[names["kind"] == "person"], "canonical", query.people),
        (names[names["kind"] == "organisation"], "canonical", query.organisations),
        (quotes, "speaker_kind", query.speaker_kinds),
    ):
        keep &= _some_value(articles.index, found, column, values)
    mentions = with_places(tables)
    counts = _roles(mentions["role"], query)
    for column, values in (("country_code", query.countries), ("gazetteer_id", query.places)):
        left_out = mentions[counts & mentions["placed"] & mentions[column].isin(values.exclude)]
        keep &= ~articles.index.isin(left_out["article_id"])
    passes = counts & _there(mentions, tables["places"], query)
    if query.countries.include or query.places.include or query.areas or query.near:
        keep &= articles.index.isin(mentions.loc[passes, "article_id"])
    return keep, passes & mentions["article_id"].map(keep).astype(bool)


def with_places(tables: Tables) -> pd.DataFrame:
    """Mentions with the country, id and point of their place, in the order of the table."""
    places = tables["places"][
        ["place_id", "country_code", "gazetteer_id", "latitude", "longitude"]
    ].astype({"country_code": "str"})
    merged = tables["mentions"].merge(places, on="place_id", how="left")
    placed = merged["place_id"] >= 0
    return merged.assign(placed=placed, country_code=merged["country_code"].fillna(""))


def by_place(tables: Tables, query: Query) -> pd.DataFrame:
    """Counts by place, the index `place_id`."""
    _, passes = articles_and_mentions(tables, query)
    found = tables["mentions"][passes.to_numpy()]
    found = found[found["place_id"] >= 0].merge(
        tables["articles"][["article_id", "copy_group"]], on="article_id"
    )
    grouped = found.groupby("place_id")
    own = found.groupby(["place_id", "article_id"])["confidence"].mean()
    known = tables["mentions"]
    own = known[known["place_id"] >= 0].groupby(["place_id", "article_id"])["confidence"].mean()
    own = own[own.index.isin(list(zip(found["place_id"], found["article_id"], strict=True)))]
    return pd.DataFrame(
        {
            "articles": grouped["article_id"].nunique(),
            "texts": grouped["copy_group"].nunique(),
            "mentions": grouped.size(),
            "confidence": own.groupby("place_id").mean(),
            "role": grouped["role"].agg(
                lambda roles: min(roles.dropna(), key=ROLES.index, default=None)
            ),
        }
    )


def by_bin(tables: Tables, query: Query, bin: str) -> pd.DataFrame:
    """Articles and texts by the first day of the bin of their publication."""
    keep, _ = articles_and_mentions(tables, query)
    found = tables["articles"][keep.to_numpy()].dropna(subset="published")
    days = found["published"].map(lambda moment: first_day(moment.date(), bin))
    grouped = found.groupby(days)
    return pd.DataFrame(
        {"articles": grouped["article_id"].nunique(), "texts": grouped["copy_group"].nunique()}
    )


def spoken_by_bin(tables: Tables, query: Query, bin: str) -> dict[date, int]:
    """Articles by the first day of the bins they speak of."""
    keep, _ = articles_and_mentions(tables, query)
    said = {(first_day(day, bin), n) for n, day in _days_said(tables) if keep[n]}
    days = pd.Series([day for day, _ in said], dtype=object)
    return {day: int(count) for day, count in days.value_counts().items()}


def by_facet(tables: Tables, query: Query, facet: str) -> dict[str, int]:
    """Articles by value, the facet's own filter left out."""
    if facet == "places" and query.places.include:
        query = query.without("areas", "near")
    query = query.without(facet)
    keep, passes = articles_and_mentions(tables, query)
    left = tables["articles"][keep.to_numpy()]
    mentions = with_places(tables)[passes.to_numpy()]
    names = tables["names"].assign(canonical=tables["names"]["canonical"].astype("str"))
    if facet in ("countries", "places"):
        column = "country_code" if facet == "countries" else "gazetteer_id"
        return _distinct(mentions[mentions["placed"]], column)
    if facet == "roles":
        roles = mentions["role"].astype("object")
        return _distinct(mentions.assign(role=roles.where(roles.notna(), "")), "role")
    if facet in ("people", "organisations"):
        kind = "person" if facet == "people" else "organisation"
        found = names[(names["kind"] == kind) & names["article_id"].isin(left["article_id"])]
        return _distinct(found, "canonical")
    if facet == "speaker_kinds":
        quotes = tables["quotes"]
        return _distinct(quotes[quotes["article_id"].isin(left["article_id"])], "speaker_kind")
    singular = {"sources": "source", "languages": "language", "agencies": "agency"}
    column = singular.get(facet) or facet.removeprefix(FURTHER)
    return _distinct(left.assign(**{column: left[column].astype("str").fillna("")}), column)


def first_day(day: date, bin: str) -> date:
    """The first day of the bin a day lies in."""
    if bin == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if bin == "month" else day


def _distinct(frame: pd.DataFrame, column: str) -> dict[str, int]:
    counted = frame.groupby(column, observed=True)["article_id"].nunique()
    return {str(value): int(count) for value, count in counted.items()}


def _words(tables: Tables, words: str) -> pd.Series[bool]:
    texts = tables["texts"].set_index("article_id")["text"].str.lower()
    asked = {
        "": lambda text: True,
        "convoy": lambda text: "convoy" in text,
        "Bus SNOW": lambda text: "bus" in text and "snow" in text,
        '"a bus"': lambda text: "a bus" in text,
    }
    return texts.map(asked.get(words, lambda text: False)).astype(bool)


def _published(published: pd.Series[Any], query: Query) -> pd.Series[bool]:
    if query.published == (None, None):
        return pd.Series(True, index=published.index)
    return published.map(
        lambda moment: not pd.isna(moment) and _in_range(moment.date(), *query.published)
    ).astype(bool)


def _in_range(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or day >= first) and (last is None or day <= last)


def _days_said(tables: Tables) -> set[tuple[int, date]]:
    """(article, day) of every day said to the month or better."""
    said = set()
    for row in tables["dates"].itertuples():
        first = None if pd.isna(row.earliest) else row.earliest.date()
        last = None if pd.isna(row.latest) else row.latest.date() - timedelta(days=1)
        first, last = first or last, last or first
        if first and last and (last - first).days < LONGEST_DAYS:
            said |= {
                (row.article_id, first + timedelta(days=n)) for n in range((last - first).days + 1)
            }
    return said


def _one_value(column: pd.Series[Any], values: Values) -> pd.Series[bool]:
    column = column.astype("str").fillna("")
    inside = column.isin(values.include) if values.include else pd.Series(True, column.index)
    return inside & ~column.isin(values.exclude)


def _some_value(
    articles: pd.Index[int], found: pd.DataFrame, column: str, values: Values
) -> pd.Series[bool]:
    keep = pd.Series(True, index=articles)
    if values.include:
        keep &= articles.isin(found.loc[found[column].isin(values.include), "article_id"])
    return keep & ~articles.isin(found.loc[found[column].isin(values.exclude), "article_id"])


def _roles(roles: pd.Series[Any], query: Query) -> pd.Series[bool]:
    if not query.roles or roles.isna().all():
        return pd.Series(True, index=roles.index)
    return roles.isin(query.roles) | (roles.isna() & ("" in query.roles))


def _there(mentions: pd.DataFrame, places: pd.DataFrame, query: Query) -> pd.Series[bool]:
    keep = pd.Series(True, index=mentions.index)
    if query.countries.include:
        keep &= mentions["placed"] & mentions["country_code"].isin(query.countries.include)
    pointed_at = mentions["placed"] & mentions["gazetteer_id"].isin(query.places.include)
    points = list(zip(mentions["longitude"], mentions["latitude"], strict=True))
    if query.areas:
        polygons = [Polygon(corners) for corners in query.areas]
        inside = [any(one.intersects(Point(point)) for one in polygons) for point in points]
        pointed_at |= mentions["placed"] & pd.Series(inside, mentions.index, dtype=bool)
    if query.near:
        centre = places[places["gazetteer_id"] == query.near[0]]
        here = tuple(centre[["latitude", "longitude"]].iloc[0]) if len(centre) else None
        inside = [
            placed and here is not None and geodesic(here, point[::-1]).km <= query.near[1]
            for placed, point in zip(mentions["placed"], points, strict=True)
        ]
        pointed_at |= pd.Series(inside, mentions.index, dtype=bool)
    return keep & pointed_at if query.places.include or query.areas or query.near else keep
