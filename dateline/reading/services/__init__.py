"""What services hand out as JSON or as lists: articles, parts of them, or their headlines alone.

A record without a text stands with its teaser, and without a teaser with its headline: that is said
with how many there are of each.
"""

from __future__ import annotations
