"""Charts as inline SVG that fit any width: bars in percent of it, letters of one size, a pattern beside each colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from edgelint.report import SEVERITIES
from edgelint.reporters.html.badges import SIGNS, state_class
from edgelint.reporters.html.element import Markup, join, tag
from edgelint.reporters.readiness import counted

if TYPE_CHECKING:
    from edgelint.findings import Finding
    from edgelint.report import Report
    from edgelint.reporters.readiness import State

_ROW = 44
"""The pixels from one row to the next."""
_LETTERS = 15
"""The pixels from the top of a row to the foot of its letters."""
_BELOW = 21
"""The pixels from the top of a row to its bar."""
_BAR = 14
"""The height of a bar in pixels."""
_PATTERNS = {"warning": ("stripes", "M-2 2l4-4M0 8l8-8M6 10l4-4"), "info": ("dots", "M2 2h1M6 6h1")}
"""The name and the lines of the pattern of a severity."""
_NO_FAMILY = "other"


def families(report: Report) -> dict[str, Counter[str]]:
    """Return how many findings of each severity are left, by the family of their rule, the gravest family first."""
    known = {rule["code"]: rule["family"] for rule in report.rules()}
    counts: dict[str, Counter[str]] = {}
    for finding in report.left():
        counts.setdefault(_family(finding, known), Counter())[finding.severity] += 1
    return dict(sorted(counts.items(), key=lambda item: (*(-item[1][each] for each in SEVERITIES), item[0])))


def family_chart(counts: Mapping[str, Counter[str]]) -> Markup:
    """Return a bar for each family, its length the number of findings, parted by severity."""
    most = max((each.total() for each in counts.values()), default=1)
    rows = [_row(index, family, each, most) for index, (family, each) in enumerate(counts.items())]
    said = ". ".join(f"{_words(family)}: {_said(each)}" for family, each in counts.items())
    return _chart("families", "Findings by family", f"{said}.", len(rows) * _ROW, _patterns(), *rows)


def state_chart(name: str, title: str, counts: Mapping[State, int]) -> Markup:
    """Return one bar of full width, parted by readiness; nothing where it would have one part at most."""
    whole = sum(counts.values())
    if whole < 2:
        return join()
    parts = [(state_class(state), state.sign, number) for state, number in counts.items() if number]
    said = ", ".join(f"{number} {state.name}" for state, number in counts.items())
    label = tag("text", title, x=0, y=_LETTERS, class_="label")
    return _chart(name, f"{title} by readiness", f"{said}.", 54, label, *_segments(parts, whole, _BELOW, 24))


def _family(finding: Finding, known: Mapping[str, str]) -> str:
    return known.get(finding.code, _NO_FAMILY)


def _words(family: str) -> str:
    return family.replace("-", " ").capitalize()


def _said(counts: Mapping[str, int]) -> str:
    return ", ".join(counted(counts[each], each) for each in SEVERITIES if counts[each])


def _chart(name: str, title: str, said: str, height: int, *content: str) -> Markup:
    names = tag("title", title, id=f"{name}-title"), tag("desc", said, id=f"{name}-desc")
    labels = f"{name}-title {name}-desc"
    return tag("svg", *names, *content, class_="chart", role="img", aria_labelledby=labels, width="100%", height=height)


def _patterns() -> Markup:
    """Return what tells warnings and infos from errors without a colour."""
    patterns = [
        tag("pattern", tag("path", d=lines), id=name, width=8, height=8, patternUnits="userSpaceOnUse")
        for name, lines in _PATTERNS.values()
    ]
    return tag("defs", *patterns)


def _row(index: int, family: str, counts: Mapping[str, int], most: int) -> Markup:
    top = index * _ROW
    short = " · ".join(f"{SIGNS[each]} {counts[each]}" for each in SEVERITIES if counts[each])
    parts = [(each, "", counts[each]) for each in SEVERITIES if counts[each]]
    return tag(
        "g",
        tag("text", _words(family), x=0, y=top + _LETTERS, class_="label"),
        tag("text", _said(counts), x="100%", y=top + _LETTERS, class_="count words"),
        tag("text", short, x="100%", y=top + _LETTERS, class_="count short"),
        *_segments(parts, most, top + _BELOW, _BAR),
    )


def _room(number: int) -> float:
    """Return the percent of a phone's width that a sign and a number take."""
    return 5.5 + 2.5 * len(str(number))


def _segments(parts: Sequence[tuple[str, str, int]], whole: int, top: int, height: int) -> Iterator[Markup]:
    """Yield the parts of a bar, each by its class, sign and number, one beside the other."""
    done = 0
    for kind, sign, number in parts:
        start, width = 100 * done / whole, 100 * number / whole
        place: dict[str, str | int] = {"x": f"{start:.2f}%", "y": top, "width": f"{width:.2f}%", "height": height}
        yield tag("rect", **place, class_=kind)
        if kind in _PATTERNS:
            yield tag("rect", **place, fill=f"url(#{_PATTERNS[kind][0]})", class_="pattern")
        if sign and width >= _room(number):
            middle = f"{start + width / 2:.2f}%"
            yield tag("text", f"{sign} {number}", x=middle, y=top + height - 7, class_="on-bar")
        done += number
