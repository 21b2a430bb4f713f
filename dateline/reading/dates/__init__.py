"""Days as they are printed, in a line of other words or in a whole column of a table."""

from __future__ import annotations
