"""What a page says of all manifests: how ready they are, what that means, and what is left for a person."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from edgelint.reporters.html.badges import finding_link, path, severity_badge, state_badge
from edgelint.reporters.html.chart import families, family_chart, state_chart
from edgelint.reporters.html.element import NEWLINE, Markup, join, tag, with_code
from edgelint.reporters.readiness import GRAVE, NOTES, STATES, counted_findings, counted_states
from edgelint.reporters.ways import by_hand, counted_ways, questions, steps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edgelint.findings import Finding
    from edgelint.report import Report
    from edgelint.reporters.html.badges import Anchors
    from edgelint.reporters.readiness import Overview, State
    from edgelint.reporters.ways import Task

_PLACES = 5
"""How many places of a task are named."""


def readiness(files: Sequence[Overview]) -> Markup:
    """Return how many manifests and modules are how ready, with what that means."""
    manifests = counted_states(each.state for each in files if each.manifest)
    modules = counted_states(part.state for each in files for part in each.modules())
    heads = [tag("th", "Readiness", scope="col")]
    heads += [tag("th", name, scope="col", class_="number") for name in ("Manifests", "Modules")]
    rows = [tag("tr", *_meaning(state), *_numbers(manifests[state], modules[state])) for state in STATES]
    return tag(
        "section",
        tag("h2", "Readiness"),
        state_chart("manifests", "Manifests", manifests),
        state_chart("modules", "Modules", modules),
        tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows)),
        *(tag("p", with_code(note), class_="aside") for note in NOTES),
    )


def _meaning(state: State) -> list[Markup]:
    return [tag("th", state_badge(state), tag("p", with_code(state.meaning), class_="aside"), scope="row")]


def _numbers(*numbers: int) -> list[Markup]:
    return [tag("td", f"{number:,}", class_="number") for number in numbers]


def chart(report: Report) -> Markup:
    """Return the findings by family; nothing where there is none."""
    counts = families(report)
    if not counts:
        return join()
    kinds = [(severity, number) for severity, number in report.counts().items() if number]
    caption = tag("figcaption", *(join(severity_badge(*kind), NEWLINE) for kind in kinds))
    return tag("section", tag("h2", "Findings by family"), tag("figure", caption, family_chart(counts)))


def next_steps(files: Sequence[Overview]) -> Markup:
    """Return how the errors and warnings go away; nothing where there is none."""
    counts = [(way, number) for way, number in counted_ways(files).items() if number]
    if not counts:
        return join()
    found = counted_findings([finding for each in files for finding in each.findings], GRAVE)
    lines = [tag("li", tag("b", f"{number:,}"), " ", with_code(way.advice)) for way, number in counts]
    return tag("section", tag("h2", "Next steps"), tag("p", f"Of {found}:"), tag("ul", *lines))


def left_for_you(report: Report, files: Sequence[Overview], anchors: Anchors) -> Markup:
    """Return what only a person can do: mend what no fix mends, answer, and what comes with the fixes."""
    parts = [
        _tasks("By hand", [(task, _graveness(task)) for task in by_hand(files)], anchors),
        _tasks("Answers that fixes wait for", [(task, "") for task in questions(report, files)], anchors),
        _tasks("Steps that go with the fixes", [(task, "") for task in steps(report)], anchors),
    ]
    return tag("section", tag("h2", "Left for you"), *parts) if any(parts) else join()


def _graveness(task: Task) -> Markup:
    return join(severity_badge(task.findings[0].severity), " ")


def _tasks(title: str, tasks: Sequence[tuple[Task, str]], anchors: Anchors) -> Markup:
    if not tasks:
        return join()
    items = [tag("li", front, task.text, *_places(task.findings, anchors)) for task, front in tasks]
    return join(tag("h3", title), tag("ul", *items))


def _places(found: Sequence[Finding], anchors: Anchors) -> Iterator[Markup]:
    """Yield where findings stand, a line for each file; of the only file of the report its name is left out."""
    for file, inside in groupby(found[:_PLACES], key=lambda finding: finding.file):
        name = [path(file), NEWLINE] if len(anchors.files) > 1 else []
        links = [join(finding_link(finding, anchors), NEWLINE) for finding in inside]
        yield tag("p", *name, *links, class_="aside places")
    if more := found[_PLACES:]:
        yield tag("p", f"and {len(more):,} more", class_="aside")
