"""What a run that names no format says, beside its text, to the CI server that it runs on."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TextIO

from edgelint.commands.ending import complain
from edgelint.files.discovery import path_from
from edgelint.findings import Finding
from edgelint.report import SEVERITIES, Report
from edgelint.reporters import REPORTERS


class _Server(NamedTuple):
    """A server: the variable that is true on it, its format of annotations, and the variable that names the checkout."""

    variable: str
    format: str
    root: str


# https://docs.github.com/actions/reference/workflows-and-actions/variables
# https://learn.microsoft.com/azure/devops/pipelines/build/variables
_SERVERS = (
    _Server("GITHUB_ACTIONS", "github", "GITHUB_WORKSPACE"),
    _Server("TF_BUILD", "azure", "BUILD_SOURCESDIRECTORY"),
)
_SUMMARY = "GITHUB_STEP_SUMMARY"
_MOST = 10
"""How many annotations of each severity these servers show for a step."""


def tell_server(
    given: argparse.Namespace, report: Report, stream: TextIO, stderr: TextIO, environ: Mapping[str, str] = os.environ
) -> None:
    """Write annotations behind the text report and add the Markdown report to the summary of the job.

    That is only for the run on a server that names no format, no file and no statistics. A summary that cannot be
    written is told on `stderr`.
    """
    if given.output_format or given.output_file or given.statistics:
        return
    for server in _SERVERS:
        if environ.get(server.variable, "").lower() == "true":
            annotations = _annotations(report.shown(), environ.get(server.root))
            REPORTERS[server.format](report._replace(findings=tuple(annotations)), stream)
            if server.format == "github" and report.checked and environ.get(_SUMMARY):
                _add_summary(report, environ[_SUMMARY], stderr)


def _annotations(findings: Sequence[Finding], root: str | None) -> Iterator[Finding]:
    """Yield what a server shows, the gravest first, each with the path of its file from the checkout."""
    for severity in SEVERITIES:
        for finding in [each for each in findings if each.severity == severity][:_MOST]:
            yield finding._replace(file=_from_checkout(finding.file, root)) if root else finding


def _from_checkout(file: str, root: str) -> str:
    path = path_from(os.path.realpath(root), file)
    return file if file == "-" or path.startswith("../") else path


def _add_summary(report: Report, path: str, stderr: TextIO) -> None:
    try:
        with open(path, "a", encoding="utf-8", errors="replace", newline="\n") as file:
            REPORTERS["markdown"](report, file)
            file.write("\n")  # without it Markdown takes a heading that comes next for HTML
    except OSError as error:
        complain(f"{path}: {error.strerror or error}", stderr)
