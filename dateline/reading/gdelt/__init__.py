"""Tables of GDELT: documents and events coded by a program, without a text.

Layouts after the codebooks of GDELT 1.0 and 2.0 (http://data.gdeltproject.org/documentation/). The
places they name have no span, since there is no text to have one in, and no role, since none was
coded; so a corpus of them shows all mentions.
"""

from __future__ import annotations

from dateline.reading.gdelt.read import CODED_BY, looks_like_gdelt, read_gdelt

__all__ = ["CODED_BY", "looks_like_gdelt", "read_gdelt"]
