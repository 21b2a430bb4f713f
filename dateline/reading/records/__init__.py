"""Lists of objects or elements, each with the fields of an article: JSON, JSON Lines and XML."""

from __future__ import annotations
