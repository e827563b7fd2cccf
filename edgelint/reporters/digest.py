"""How much of a file's findings a screen shows: frames while there is room, then lines, then a line for each rule."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from edgelint.report import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from edgelint.findings import Finding

_MODULES = 4
"""How many modules a line for a whole rule names."""


class Block(NamedTuple):
    """A finding as it is shown: with its frame or without, and the further ones of its rule that its line stands for."""

    finding: Finding
    framed: bool = False
    more: tuple[Finding, ...] = ()

    def tail(self) -> str:
        """Return what is said of the further findings: how many, and in which modules."""
        if not self.more:
            return ""
        modules = list(dict.fromkeys(found.module for found in self.more if found.module))
        named = ", ".join(modules[:_MODULES]) + (", …" if len(modules) > _MODULES else "")
        return f" (and {len(self.more)} more{f' in {named}' if named else ''})"


class _Detail(NamedTuple):
    """How many findings of a rule get a frame, by severity, and of which severities a rule is one line.

    The first findings, as many as `opening`, have their frames in any case.
    """

    frames: Mapping[str, int]
    grouped: tuple[str, ...] = ()
    opening: int = 0


_DETAILS = (
    _Detail({"error": 3, "warning": 3, "info": 3}),
    _Detail({"error": 3, "warning": 1}, ("info",)),
    _Detail({"error": 3}, ("warning", "info")),
    _Detail({"error": 1}, ("warning", "info")),
    *(_Detail({}, ("warning", "info"), opening=count) for count in (3, 2, 1, 0)),
    _Detail({}, SEVERITIES, opening=1),
    _Detail({}, SEVERITIES),
)


def digest(findings: Sequence[Finding], rows: Callable[[Sequence[Block]], int], room: int) -> list[Block]:
    """Return the findings of one file as blocks, the gravest first: as detailed as `room` rows allow.

    `rows` counts the rows that blocks take.
    """
    ordered = sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))
    blocks: list[Block] = []
    for detail in _DETAILS:
        blocks = list(_arranged(ordered, detail))
        if rows(blocks) <= room:
            break
    return blocks


def _arranged(findings: Sequence[Finding], detail: _Detail) -> Iterator[Block]:
    alike: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        alike.setdefault((finding.severity, finding.code), []).append(finding)
    drawn: Counter[str] = Counter()
    for index, finding in enumerate(findings):
        drawn[finding.code] += 1
        framed = drawn[finding.code] <= detail.frames.get(finding.severity, 0) or index < detail.opening
        if finding.severity not in detail.grouped:
            yield Block(finding, framed)
        elif rest := alike.pop((finding.severity, finding.code), []):
            yield Block(finding, framed, tuple(rest[1:]))
