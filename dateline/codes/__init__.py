"""The tables of a corpus as arrays of integers, made once, on which all counting is done."""

from dateline.codes.arrays import ALL_ROLES, SLOTS, UNDATED, Codes
from dateline.codes.pairs import CopiedPairs, Pairs

__all__ = ["ALL_ROLES", "SLOTS", "UNDATED", "Codes", "CopiedPairs", "Pairs"]
