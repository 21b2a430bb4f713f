"""What a service answers, read as a file."""

from __future__ import annotations

import json
from typing import Any

from dateline.reading import Reading, read_bytes


def read(value: Any, name: str = "a.json") -> Reading:
    return read_bytes(name, json.dumps(value, ensure_ascii=False).encode())
