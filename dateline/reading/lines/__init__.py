"""The lines of Word files, RTF and PDF pages, with what of their looks tells a headline.

Databases export into all of these, so the rooms of databases and `documents` read lines from here.
"""

from __future__ import annotations
