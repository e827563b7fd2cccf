"""Where secrets stand in a text that cannot be read: its quotes may be escaped, doubled or missing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from edgelint.json_text.placeholders import is_placeholder
from edgelint.secrecy.secrets import assignment_slices, is_secret_name

_NAMES = ("username", "sig")
_NAMED = r"""(?<![\w.-])(?P<name>[\w.-]++(?: [\w.-]++)?+)\\*["']?\s*(?P<mark>[:=]?)\s*"""
_OPENING = r"""(?:\{\s*\\*["']?value\\*["']?\s*:?\s*|\[\s*)?(?P<quote>\\*["'])?"""
_UNQUOTED = r"""(?![\[{}\]])(?:\\.|[^"\\\r\n]++)*+"""
_CUT_URL = r"""://[^\s/?#:@"]*:([^\s/?#@"]+)\Z"""
_CHUNK = r"""createOptions[0-9]+["\s:]*"""
_BETWEEN_CHUNKS = '", \t\r\n'


def unread_secrets(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each secret and the range of characters (from 0) that holds it; what is in doubt is one."""
    joined, starts = _without_seams(text)
    for start, end in _slices(joined):
        yield joined[start:end], _outward(starts, start), _outward(starts, end - 1) + 1


def _without_seams(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text with the chunks of createOptions joined, and where each part starts: there, and in the text."""
    parts, starts, length, start = [], [], 0, 0
    for chunk in re.compile(_CHUNK, re.IGNORECASE).finditer(text):
        parts.append(text[start : chunk.start()].rstrip(_BETWEEN_CHUNKS))
        starts.append((length, start))
        length, start = length + len(parts[-1]), chunk.end()
    return "".join((*parts, text[start:])), [*starts, (length, start)]


def _outward(starts: list[tuple[int, int]], offset: int) -> int:
    joined, start = starts[bisect_right(starts, offset, key=lambda part: part[0]) - 1]
    return start + offset - joined


def _slices(text: str) -> Iterator[tuple[int, int]]:
    yield from assignment_slices(text)
    yield from (match.span(1) for match in re.compile(_CUT_URL).finditer(text))
    for match in re.compile(_NAMED + _OPENING, re.IGNORECASE).finditer(text):
        name, mark, quote = match["name"], match["mark"], match["quote"]
        if (mark or quote) and (is_secret_name(name) or name.lower() in _NAMES):
            pattern = rf"[^\r\n]*?(?=(?<!\\){re.escape(quote)}|[\r\n]|\Z)" if quote else _UNQUOTED
            value = re.compile(pattern).match(text, match.end())
            if value and value[0] and not is_placeholder(value[0]):
                yield value.span()
