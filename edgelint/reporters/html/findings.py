"""Findings as a list: what is wrong, where, and how it goes away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edgelint.reporters.html.badges import Anchors, severity_badge
from edgelint.reporters.html.element import NEWLINE, Markup, join, link, tag
from edgelint.reporters.html.excerpt import excerpt, page
from edgelint.reporters.ways import ANSWER, BY_HAND, way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edgelint.findings import Finding
    from edgelint.report import Report
    from edgelint.reporters.pages import Page
    from edgelint.reporters.readiness import Overview


def findings(report: Report, overview: Overview, shown: Sequence[Finding], anchors: Anchors) -> Markup:
    """Return some findings of a file as a list; of equal ones the first has the address."""
    source = page(report, overview.file)
    free = {finding: anchors.findings[finding] for finding in shown}
    items = [
        tag("li", *_said(report, overview, each, source), class_=each.severity, id=free.pop(each, None))
        for each in shown
    ]
    return tag("ul", *items, class_="findings")


def _said(report: Report, overview: Overview, finding: Finding, source: Page | None) -> list[str]:
    related = [
        tag("p", f"{each.label}: line {each.location.start.line}, column {each.location.start.column}", class_="aside")
        for each in finding.related
    ]
    return [
        tag("p", *_head(finding), class_="head"),
        tag("p", finding.message, class_="message"),
        excerpt(finding.location, source) if source else "",
        *related,
        tag("p", finding.help, class_="help") if finding.help else "",
        _way(report, overview, finding),
    ]


def _head(finding: Finding) -> list[str]:
    line, column = finding.location.start
    named = [tag("span", "module ", tag("b", finding.module))] if finding.module else []
    parts = [
        severity_badge(finding.severity),
        tag("span", link(finding.url, finding.code), f" {finding.rule}", class_="rule"),
        *named,
        tag("span", f"line {line}, column {column}"),
    ]
    return [join(part, NEWLINE) for part in parts]


def _way(report: Report, overview: Overview, finding: Finding) -> Markup:
    """Return how a finding goes away; nothing for an info that nothing changes."""
    how = way(overview, finding)
    if how == BY_HAND:
        return tag("p", tag("b", "By hand."), class_="way") if finding.severity != "info" else join()
    title = finding.fix.title if finding.fix else "goes away with other fixes"
    asked = f" to {report.question(finding)}" if how == ANSWER and report.question(finding) else ""
    return tag("p", tag("b", f"{how.name.capitalize()}{asked}:"), f" {title}", class_="way")
