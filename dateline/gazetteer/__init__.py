"""Names and the places they may mean.

    from dateline.gazetteer import Gazetteer

    gazetteer = Gazetteer.open()
    for candidate in gazetteer.candidates("Tripoli"):
        print(candidate.quality, gazetteer.place(candidate.row))
    gazetteer.geocode("Aleppo, Syria").point

`spelling` says when two spellings are one name; `build` makes the data from open sources.
"""

from dateline.gazetteer.lookup import Candidate, Gazetteer
from dateline.gazetteer.place import PRECISIONS, Place, Precision

__all__ = ["PRECISIONS", "Candidate", "Gazetteer", "Place", "Precision"]
