"""A sample of a corpus to annotate: drawn by chance, filled in with what was found."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from dateline.corpus import Corpus
from dateline.errors import ChoiceError

__all__ = ["draw"]


def draw(corpus: Corpus, count: int, *, seed: int = 1, blank: bool = False) -> list[dict[str, Any]]:
    """Draw articles by chance, each with the same chance, of copies only one.

    Args:
        corpus: What is drawn from, with its corrections.
        count: How many; all there are if fewer.
        seed: The same seed draws the same articles from the same corpus.
        blank: Without mentions, so that nothing found sways who annotates.

    Returns:
        Records as `read_annotated` takes them, oldest first.

    Raises:
        ChoiceError: `count` is below 1, or the corpus is empty.
    """
    firsts = np.flatnonzero(~corpus.articles["copy_group"].duplicated().to_numpy())
    if count < 1 or not len(firsts):
        raise ChoiceError(f"a sample of {count} from {len(firsts)}", "one article or more")
    chance = np.random.default_rng(seed)
    drawn = np.sort(chance.choice(firsts, size=min(count, len(firsts)), replace=False))
    listing = corpus.listing(drawn, further=False)
    return [_record(corpus, row, blank) for row in listing.to_dict("records")]


def _record(corpus: Corpus, article: dict[Any, Any], blank: bool) -> dict[str, Any]:
    number = int(article["article_id"])
    published = article["published"]
    record = {
        "id": article["key"],
        "title": article["title"],
        "source": "" if pd.isna(article["source"]) else article["source"],
        "published": None if pd.isna(published) else published.isoformat(),
        "text": corpus.text(number),
        "mentions": [],
    }
    if blank:
        return record
    mentions = corpus.rows("mentions", number).sort_values("start")
    return record | {
        "focus": _place(corpus, article["focus_place"]),
        "mentions": [
            {
                "text": row["surface"],
                "start": int(row["start"]),
                "end": int(row["end"]),
                "role": None if pd.isna(row["role"]) else row["role"],
                "place": _place(corpus, row["place_id"]),
            }
            for row in mentions.to_dict("records")
        ],
    }


def _place(corpus: Corpus, place_id: int) -> dict[str, Any] | None:
    if place_id < 0:
        return None
    place = corpus.places.iloc[place_id]
    return {
        "id": place["gazetteer_id"],
        "name": place["name"],
        "country": "" if pd.isna(place["country_code"]) else place["country_code"],
        "latitude": round(float(place["latitude"]), 5),
        "longitude": round(float(place["longitude"]), 5),
        "precision": place["precision"],
    }
