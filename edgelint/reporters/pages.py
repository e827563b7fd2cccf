"""The lines of a file that a report shows parts of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edgelint.json_text.text import LineIndex, Span
from edgelint.reporters.cells import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edgelint.findings import Location


class Page(NamedTuple):
    """A file of which lines are shown; `secrets` are characters of the file, in order."""

    lines: LineIndex
    secrets: Sequence[Span]


def page_of(text: str, secrets: Sequence[Span]) -> Page:
    """Return a file with its secrets in whatever order."""
    return Page(LineIndex(text), sorted(secrets))


def line_of(number: int, page: Page, encoding: str) -> Line:
    """Return a line of the file (from 1) with the secrets that stand in it."""
    text, start = page.lines.line(number), page.lines.start(number)
    secrets = [Span(max(secret.start - start, 0), min(secret.end - start, len(text))) for secret in page.secrets]
    return Line(text, tuple(secret for secret in secrets if secret.start < secret.end), encoding)


def on_line(place: Location, page: Page) -> Span:
    """Return which characters of its first line a place covers."""
    start, length = page.lines.start(place.start.line), len(page.lines.line(place.start.line))
    return Span(min(place.span.start - start, length), min(place.span.end - start, length))
