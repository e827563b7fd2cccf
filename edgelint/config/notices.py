"""What is found about suppressions themselves: those that match nothing, and those whose last day is over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from edgelint.config.model import Config, Suppression
from edgelint.config.notice_rules import EXPIRED, UNUSED, notice_documents
from edgelint.config.suppressions import is_expired
from edgelint.findings import Finding, Location
from edgelint.json_text.text import LineIndex, Span
from edgelint.rule_files.rules import Rule


class Use(NamedTuple):
    """What a run tells of one entry: whether it matched a finding, whether the run can know that it matches none."""

    matched: bool
    judged: bool


def notices(config: Config, rules: Iterable[Rule], uses: Iterable[Use], day: str) -> list[Finding]:
    """Return the findings on the suppressions of a configuration, as far as their rules are among `rules`.

    `uses` tells of each entry in turn; `day` is that of today, YYYY-MM-DD.
    """
    by_code = {rule.code: rule for rule in rules}
    lines = LineIndex(config.text)
    found = []
    for entry, use in zip(config.suppressions, uses, strict=True):
        expired = is_expired(entry, day)
        rule = by_code.get(EXPIRED if expired else UNUSED)
        if rule and (use.judged or use.matched) and (expired or not use.matched):
            found.append(_finding(rule, entry, config, lines))
    return found


def _finding(rule: Rule, entry: Suppression, config: Config, lines: LineIndex) -> Finding:
    what = f"expired on {entry.expires}" if rule.code == EXPIRED else "matches no finding"
    location = _location(entry, config.text, lines)
    return Finding(
        code=rule.code,
        rule=rule.name,
        severity=rule.severity,
        message=f"Suppression of {entry.rule.text} {what}",
        help=next(document["help"] for document in notice_documents() if document["code"] == rule.code),
        file=config.path,
        location=location,
        module=None,
        value=config.text[location.span.start : location.span.end],
        url="",
    )


def _location(entry: Suppression, text: str, lines: LineIndex) -> Location:
    """Return the rest of the line on which an entry begins."""
    start = min(lines.start(entry.place.line) + entry.place.column - 1, len(text))
    end = start + len(lines.line(entry.place.line)[entry.place.column - 1 :].rstrip())
    return Location(Span(start, end), lines.position(start), lines.position(end), entry.pointer)
