"""The report for a pull request or the summary of a job, in the Markdown of GitHub: https://github.github.com/gfm/"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from edgelint.reporters.markdown_sections import Section, fitted
from edgelint.reporters.markdown_text import clipped, code, escaped, linked
from edgelint.reporters.readiness import (
    GRAVE,
    NOTES,
    STATES,
    TITLE,
    counted,
    counted_findings,
    headlines,
    overviews,
    states_said,
)
from edgelint.reporters.ways import by_hand, counted_ways, fixes, questions, steps, way
from edgelint.reporters.width import printable, stream_encoding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from edgelint.findings import Finding
    from edgelint.report import Report
    from edgelint.reporters.readiness import Overview
    from edgelint.reporters.ways import Task

LIMIT = 65_000
"""The characters that the report stays below; GitHub takes 65,536 for a comment."""
_TEXT = 400
"""The characters of a message that are shown."""
_PATH = 200
"""The characters of a file's path that are shown."""
_PLACES = 3
"""How many places of a task are named."""


def write(report: Report, stream: TextIO) -> None:
    """Write how ready the manifests are, the errors and warnings, what --fix does and what is left for a person."""
    encoding = stream_encoding(stream)
    stream.writelines(f"{printable(line, encoding)}\n" for line in document(report).splitlines())


def document(report: Report) -> str:
    """Return the document; what it has no room for is counted."""
    files = overviews(report)
    sections = [
        _head(report, files),
        _table("Manifest | Readiness | Errors and warnings | Modules", map(_manifest, files)),
        _titled("Errors", _table(_FINDING, _findings(files, "error"))),
        _folded(counted(report.counts()["warning"], "warning"), _table(_FINDING, _findings(files, "warning"))),
        _titled("Next steps", _next_steps(files)),
        _folded("What --fix does", _list(*map(_task, fixes(files)))),
        _titled("Left for you", _left_for_you(report, files)),
        _folded("What the words mean", _meanings()),
    ]
    return fitted([section for section in sections if section.items], LIMIT)


def _head(report: Report, files: Sequence[Overview]) -> Section:
    first, *more = headlines(report, files)
    return Section(f"## {TITLE}\n\n", (f"**{first}**", "", f"{'. '.join(more)}."))


_FINDING = "Place | Rule | What is wrong | Goes away"


def _table(heads: str, rows: Iterable[tuple[str, ...]]) -> Section:
    """Return a table; its heads are parted by bars."""
    front = f"\n| {heads} |\n{'|---' * len(heads.split(' | '))}|\n"
    return Section(front, tuple(f"| {' | '.join(row)} |" for row in rows))


def _list(*items: str) -> Section:
    return Section("\n", tuple(f"- {item}" for item in items), "- … and {} more")


def _titled(title: str, section: Section) -> Section:
    return section._replace(front=f"\n### {title}\n{section.front}")


def _folded(title: str, section: Section) -> Section:
    front = f"\n<details><summary>{escaped(title)}</summary>\n{section.front}"
    return section._replace(front=front, back="\n</details>\n")


def _manifest(overview: Overview) -> tuple[str, ...]:
    found = counted_findings(overview.findings, GRAVE) or "none"
    mended = f"; {overview.mended():,} mended by `--fix`" if overview.mended() else ""
    modules = states_said(part.state for part in overview.modules())
    return code(clipped(overview.file, _PATH)), f"{overview.state.sign} {overview.state.name}", found + mended, modules


def _findings(files: Sequence[Overview], severity: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the findings of a severity."""
    for each in files:
        for finding in each.findings:
            if finding.severity == severity:
                what = escaped(clipped(finding.message, _TEXT))
                yield _place(finding), linked(finding.code, finding.url), what, escaped(way(each, finding).name)


def _place(finding: Finding) -> str:
    return code(f"{clipped(finding.file, _PATH)}:{finding.location.start.line}")


def _next_steps(files: Sequence[Overview]) -> Section:
    ways = counted_ways(files)
    return _list(*(f"**{number:,}** {how.advice}" for how, number in ways.items() if number))


def _left_for_you(report: Report, files: Sequence[Overview]) -> Section:
    mending = [f"By hand: {_task(task)}" for task in by_hand(files)]
    answering = [f"Answer {_task(task)}" for task in questions(report, files)]
    return _list(*mending, *answering, *map(_task, steps(report)))


def _task(task: Task) -> str:
    places = list(dict.fromkeys(map(_place, task.findings)))
    more = f" and {len(places) - _PLACES:,} more" if len(places) > _PLACES else ""
    return f"{escaped(clipped(task.text, _TEXT))} ({', '.join(places[:_PLACES])}{more})"


def _meanings() -> Section:
    return _list(*(f"**{state.sign} {state.name}**: {state.meaning}" for state in STATES), *NOTES)
