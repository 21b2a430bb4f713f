"""Numbers that describe each candidate place of each toponym to the ranker.

Two rounds. In the first a candidate is described by itself, by the words around the toponym and by
what the article's names, taken one by one, could mean. The second adds how well it fits the places
that the first round prefers for the *other* names: their countries, divisions and distances.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from dateline.geoparsing.name_facts import ALTERNATE, CITY, COUNTRY, REGION
from dateline.geoparsing.resolution import article_votes
from dateline.geoparsing.resolution.candidates import PlaceCandidates
from dateline.geoparsing.resolution.chief_towns import divisions_and_towns
from dateline.geoparsing.resolution.clause_regions import framed
from dateline.geoparsing.resolution.great_cities import outshone, unsupported
from dateline.geoparsing.resolution.groups import Group
from dateline.geoparsing.resolution.kinds import rivers, states
from dateline.geoparsing.resolution.namesakes import namesakes
from dateline.geoparsing.resolution.renown import renowned
from dateline.geoparsing.resolution.stated import contradicted, marks_inside, outweighed
from dateline.geoparsing.resolution.told_districts import told_districts
from dateline.geoparsing.resolution.told_near import told_near
from dateline.geoparsing.toponym_words import KINDS, kind_of

__all__ = ["FIRST_ROUND", "SECOND_ROUND", "PlaceView"]

FIRST_ROUND: Final = (
    "prominence", "population", "quality", "precision", "feature", "rank", "gap",
    "gap_to_second", "candidates", "best_quality", "quality_gap", "country_share", "admin1_share",
    "neighbour_share", "country_named", "admin1_named", "in_country", "in_admin1", "in_admin2",
    "near_container", "sibling_inside", "inside_gap", "country_share_gap", "admin1_share_gap",
    "named_gap", "has_container", "kind", "unit", "subject", "demonym",
    "capitals", "words", "characters", "mentions", "thing", "is_listed", "names", "theatre_share",
    "theatre_countries", "same_name_region", "same_name_city", "same_name_country",
    "listed_sort", "listed_home", "listed_gap",
)  # fmt: skip
SECOND_ROUND: Final = (
    *FIRST_ROUND, "first_score", "first_share", "first_gap", "country_pull", "admin1_pull",
    "admin2_pull", "neighbour_pull", "pull_30_km", "pull_150_km", "pull_600_km", "nearest_km",
    "sibling_share", "country_gap", "distance_gap", "listed_sort_share", "listed_home_share",
    "listed_share_gap",
)  # fmt: skip
"""Names of the columns that `PlaceView` gives in either round, in their order."""

_CONTRADICTED: Final = 0.02
_OUTWEIGHED: Final = 0.1
_YIELDED: Final = 0.5
_KIND: Final = {kind: number for number, kind in enumerate(KINDS)}
_THINGS: Final = {"water": 1.0, "land": 1.0, "street": 2.0, "building": 2.0, "organisation": 2.0}
_UNIT: Final = {"": 0.0, "county": 1.0, "province": 2.0, "state": 2.0}


class PlaceView:
    """The candidates of one article's toponyms as the rankers see them.

    Args:
        candidates: All of them.
    """

    def __init__(self, candidates: PlaceCandidates) -> None:
        self.candidates = candidates
        self._inside = marks_inside(self.candidates)
        self._held = self._inside.max(axis=0)
        inside = self._inside[:3].max(axis=0)
        self._contradicted = contradicted(self.candidates, inside)
        self._outweighed = outweighed(self.candidates) & (inside == 0)
        pairs = (
            *divisions_and_towns(self.candidates),
            *rivers(self.candidates),
            *states(self.candidates),
            *namesakes(self.candidates),
            *renowned(self.candidates),
            *framed(self.candidates),
            *told_districts(self.candidates),
            *told_near(self.candidates),
        )
        against = self._contradicted
        # Of two namesakes the text may have said already which is meant: Santiago, Galicia.
        self._yielding = [(k, meant) for k, meant in pairs if against[k] or not against[meant]]
        self._inside_anywhere = self.candidates.anywhere(inside)

    def __len__(self) -> int:
        return len(self.candidates)

    def first_round(self) -> np.ndarray:
        """Float32, shape (candidates, `FIRST_ROUND`)."""
        c = self.candidates
        if not len(c):
            return np.empty((0, len(FIRST_ROUND)), dtype=np.float32)
        largest, second, rank = c.ranked(c.prominence)
        best_quality = c.least(c.quality.astype(float))
        votes = article_votes.early_votes(c)
        country = article_votes.share_of(c, votes, c.country)
        admin1 = article_votes.share_of(c, votes, c.admin1)
        named = article_votes.named(c)
        of_group = np.array([self._of_group(group) for group in c.groups])[c.group]
        columns = (
            c.prominence,
            c.people,
            c.quality,
            c.precision,
            c.book.feature_sorts[c.book.gazetteer.feature[c.row]],
            rank,
            largest - c.prominence,
            c.prominence - np.where(c.prominence == largest, second, largest),
            np.bincount(c.group, minlength=len(c.groups))[c.group],
            best_quality,
            c.quality - best_quality,
            country,
            admin1,
            article_votes.neighbour_share(c, votes),
            *named,
            *self._inside,
            self._inside_anywhere,
            self._inside_anywhere - c.most(self._inside_anywhere),
            country - c.most(country),
            admin1 - c.most(admin1),
            named[0] + named[1] - c.most(named[0] + named[1]),
            *of_group.T,
            np.full(len(c), c.names),
            np.full(len(c), max(c.theatre.values(), default=0.0)),
            np.full(len(c), len(c.theatre)),
            *self._namesakes(),
            *self._listed(votes),
        )
        return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)

    def second_round(self, first: np.ndarray, scores: np.ndarray) -> np.ndarray:
        """Float32, shape (candidates, `SECOND_ROUND`).

        Args:
            first: What `first_round` gave.
            scores: The first ranker's probability of each candidate, 0..1, float64.
        """
        c = self.candidates
        if not len(c):
            return np.empty((0, len(SECOND_ROUND)), dtype=np.float32)
        share = c.shares(scores)
        best, second, _ = c.ranked(scores)
        votes = article_votes.votes_of(c, share)
        country = article_votes.share_of(c, votes, c.country)
        pulls, nearest = article_votes.pulls(c, votes)
        distance = np.log10(1.0 + nearest)
        columns = (
            scores,
            share,
            scores - np.where(scores == best, second, best),
            country,
            article_votes.share_of(c, votes, c.admin1),
            article_votes.share_of(c, votes, c.admin2),
            article_votes.neighbour_share(c, votes),
            *pulls,
            distance,
            c.anywhere(share),
            country - c.most(country),
            distance - c.least(distance),
            *self._listed(votes),
        )
        return np.hstack([first, np.stack(columns, axis=1).astype(np.float32)])

    def agreed(self, scores: np.ndarray) -> np.ndarray:
        """Scores as four rules mend them.

        What contradicts the text counts next to nothing: in "Odessa, Texas" only places in Texas
        are left, if there is any. Hamlets count little that share but an alternate name with a
        great place. A division that is named after a town in it yields to the town
        (Aleppo), and the town to it where the text says province or district; both yield to the
        river where an article stands before its name. American towns yield to the great cities
        that they are called after, where but their likes speak for them.
        """
        mended = np.where(self._contradicted, scores * _CONTRADICTED, scores)
        mended = np.where(self._outweighed, mended * _OUTWEIGHED, mended)
        for other, meant in self._yielding:
            _yield(mended, other, meant)
        for other, meant in unsupported(self.candidates, mended, self._held):
            _yield(mended, other, meant)
        return mended

    def settled(self, scores: np.ndarray) -> np.ndarray:
        """Scores of the second ranker as `agreed` mends them; what is outshone yields."""
        mended = self.agreed(scores)
        for other, meant in outshone(self.candidates, mended, self._held):
            _yield(mended, other, meant)
        return mended

    def _of_group(self, group: Group) -> tuple[float, ...]:
        return (
            float(bool(group.containers)),
            float(_KIND.get(group.kind, -1)),
            _UNIT[group.unit],
            float(group.subject),
            float(self.candidates.book.is_demonym(group.surface)),
            float(group.surface.isupper()),
            float(group.surface.count(" ") + 1),
            float(len(group.surface)),
            float(len(group.members)),
            _thing(group.surface),
            float(bool(group.listed)),
        )

    def _listed(self, votes: np.ndarray) -> tuple[np.ndarray, ...]:
        """What the names beside it in a list say, and how much less than for the best candidate."""
        sort, home = article_votes.listed(self.candidates, votes)
        return sort, home, home - self.candidates.most(home)

    def _namesakes(self) -> tuple[np.ndarray, ...]:
        """Whether the name could also be a region, a town or a country."""
        c = self.candidates
        own = c.quality <= ALTERNATE
        return tuple(
            c.most((own & (c.precision == precision)).astype(float))
            for precision in (REGION, CITY, COUNTRY)
        )


def _thing(surface: str) -> float:
    """What a name says of itself that it is: 1 land or water, 2 made by people, 0 neither."""
    first, *_, last = words if len(words := surface.split()) > 1 else ("", "")
    return max(_THINGS.get(kind_of(first), 0.0), _THINGS.get(kind_of(last), 0.0))


def _yield(scores: np.ndarray, other: int, meant: int) -> None:
    scores[meant] = 1 - (1 - scores[meant]) * (1 - scores[other])
    scores[other] *= _YIELDED
