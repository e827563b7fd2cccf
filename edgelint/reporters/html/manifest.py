"""The section of one file: its modules, its findings and what the fixes change in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edgelint.reporters.html.badges import path, state_badge
from edgelint.reporters.html.diff import diff
from edgelint.reporters.html.element import Markup, join, tag, with_code
from edgelint.reporters.html.findings import findings
from edgelint.reporters.readiness import GRAVE, counted, counted_findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from edgelint.findings import Finding
    from edgelint.report import Report
    from edgelint.reporters.html.badges import Anchors
    from edgelint.reporters.readiness import Overview, Part


def manifest(report: Report, overview: Overview, anchors: Anchors) -> Markup:
    """Return the section of a file."""
    infos = [finding for finding in overview.findings if finding.severity not in GRAVE]
    fixed = [finding for finding in report.findings if finding.fixed and finding.file == overview.file]
    return tag(
        "section",
        tag("h3", path(overview.file), " ", state_badge(overview.state)),
        _parts(overview),
        _grave(report, overview, anchors),
        _folded(counted(len(infos), "info"), findings(report, overview, infos, anchors)) if infos else "",
        _change(overview),
        _folded(f"{counted(len(fixed), 'finding')} fixed", _listed(map(_brief, fixed))) if fixed else "",
        id=anchors.files[overview.file],
        class_="manifest",
    )


def readiness_table(first: str, rows: Sequence[Sequence[Markup]]) -> Markup:
    """Return a table of what is how ready; its first column, named `first`, is what a row is about."""
    lines = [tag("tr", tag("th", row[0], scope="row"), *(tag("td", cell) for cell in row[1:])) for row in rows]
    heads = [tag("th", head, scope="col") for head in (first, "Readiness", "Errors and warnings")]
    return tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *lines), class_="readiness")


def left(found: Sequence[Finding], mended: int) -> Markup:
    """Return how many errors and warnings are left, and how many findings --fix mends."""
    said = counted_findings(found, GRAVE) or "none"
    return join(said, tag("p", with_code(f"{mended:,} mended by `--fix`"), class_="aside") if mended else "")


def _parts(overview: Overview) -> Markup:
    if not overview.parts:
        return tag("p", "No module and no finding.", class_="aside")
    return readiness_table("Module", [_part(part) for part in overview.parts])


def _part(part: Part) -> list[Markup]:
    outside = tag("span", "outside of modules", class_="aside")
    name = outside if part.module is None else tag("code", part.module)
    return [name, state_badge(part.state), left(part.findings, part.mended)]


def _grave(report: Report, overview: Overview, anchors: Anchors) -> Markup:
    """Return the errors, then the warnings."""
    found = [finding for severity in GRAVE for finding in overview.findings if finding.severity == severity]
    if not found:
        return join()
    return join(tag("h4", counted_findings(found, GRAVE)), findings(report, overview, found, anchors))


def _change(overview: Overview) -> Markup:
    change = overview.change
    if change is None:
        return join()
    shown = diff(change)
    title = "What `--fix` changed" if change.made else "What `--fix` changes"
    note = "Secrets are masked and long unchanged parts left out; `--diff` prints a patch that applies."
    changed = _folded(title, tag("p", with_code(note), class_="aside"), shown, unfolded=True) if shown else join()
    nothing = "" if shown else "`--fix` changes nothing here: "
    refused = tag("p", with_code(nothing), change.refused, class_="refused") if change.refused else join()
    return join(refused, changed)


def _brief(finding: Finding) -> Markup:
    return tag("li", f"{finding.code} {finding.rule}, line {finding.location.start.line}: {finding.message}")


def _listed(items: Iterable[Markup]) -> Markup:
    return tag("ul", *items)


def _folded(title: str, *content: str, unfolded: bool = False) -> Markup:
    return tag("details", tag("summary", with_code(title)), *content, open="" if unfolded else None)
