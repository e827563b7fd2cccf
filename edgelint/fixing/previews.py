"""What the fixes of one file change, for a report that shows it."""

from __future__ import annotations

from collections.abc import Sequence

from edgelint.engine.check import Checked
from edgelint.findings import Finding
from edgelint.json_text.text import Span
from edgelint.report import Change


def change(
    before: Checked, after: Checked, removed: Sequence[Finding], *, made: bool = False, refused: str = ""
) -> Change:
    """Return what fixes make of a file, given what it gave before and after them and the findings they removed."""
    return Change(before.text, after.text, _secrets(before), _secrets(after), tuple(removed), made, refused)


def _secrets(checked: Checked) -> tuple[Span, ...]:
    return tuple(Span(*secret.span) for secret in checked.secrets())
