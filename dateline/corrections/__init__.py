"""What readers put right: read, written, counted, and applied whenever a corpus is opened.

    corpus = Corpus.open(folder)
    correction = Correction(scope="surface", surface="Tripoli", place="geonames:266826")
    corpus.reach([correction])[0].mentions          # how many it would touch
    ledger.add(folder, [stamped(correction)])
    corpus = Corpus.open(folder)                    # now every Tripoli is the one in Lebanon

A correction is data, not an edit: the tables stay as they were read, and an undone correction
leaves no trace in them.
"""

from dateline.corrections import ledger, notes, splits
from dateline.corrections.correction import NOT_A_PLACE, SCOPES, Correction, Point, Scope
from dateline.corrections.ledger import Ledger, stamped
from dateline.corrections.putting_right import Reach

__all__ = [
    "NOT_A_PLACE",
    "SCOPES",
    "Correction",
    "Ledger",
    "Point",
    "Reach",
    "Scope",
    "ledger",
    "notes",
    "splits",
    "stamped",
]
