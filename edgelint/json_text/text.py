"""Places in a text: spans for the program, lines and columns for people."""

from bisect import bisect_right
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of characters (code points), counted from 0."""

    start: int
    end: int


class Position(NamedTuple):
    """A line and a column, both counted from 1; columns count code points."""

    line: int
    column: int


class Fault(NamedTuple):
    """A place where a text departs from its grammar; `readable` where the runtime's own reader takes it anyway."""

    offset: int
    reason: str
    readable: bool = False


class LineIndex:
    """Turns offsets into positions; lines end at LF or CRLF."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        end = text.find("\n")
        while end >= 0:
            self._starts.append(end + 1)
            end = text.find("\n", end + 1)

    def position(self, offset: int) -> Position:
        """Return the position of the character at `offset` (from 0)."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return the text of a line (from 1) without its line end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        line = self._text[start:end]
        return line[:-2] if line.endswith("\r\n") else line.removesuffix("\n")

    def start(self, number: int) -> int:
        """Return the offset of the first character of a line (from 1)."""
        return self._starts[number - 1]
