"""What is left out of a text or put right in it, and what stands where no article does."""

from __future__ import annotations
