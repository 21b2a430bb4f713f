"""Pages of HTML: the article in one, what it states for machines, and the blocks it consists of."""

from __future__ import annotations
