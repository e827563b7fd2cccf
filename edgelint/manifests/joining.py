"""The texts that the runtime makes of the values of createOptions before it joins them."""

from __future__ import annotations

import json
from typing import Any


def chunk_text(value: Any) -> str:
    """Return a value of JSON as the text that the runtime joins (executed).

    An object or a list becomes JSON of several lines, true becomes `True`.
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return str(value)
    return repr(value).removesuffix(".0") if isinstance(value, float) else json.dumps(value, indent=2)
