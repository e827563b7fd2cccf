"""The signs of a page: readiness, severities, files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edgelint.reporters.html.element import Markup, join, tag
from edgelint.reporters.readiness import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edgelint.findings import Finding
    from edgelint.reporters.readiness import State

SIGNS = {"error": "✗", "warning": "▲", "info": "i"}


class Anchors(NamedTuple):
    """Where on the page files have their sections and findings stand."""

    files: Mapping[str, str]
    findings: Mapping[Finding, str]


def state_class(state: State) -> str:
    """Return the name by which a state gets its colour."""
    return state.name.replace(" ", "-")


def state_badge(state: State) -> Markup:
    """Return a state of readiness with its sign."""
    return _badge(state_class(state), state.sign, state.name)


def severity_badge(severity: str, number: int | None = None) -> Markup:
    """Return a severity with its sign, or how many findings have it."""
    return _badge(severity, SIGNS[severity], severity if number is None else counted(number, severity))


def file_link(file: str, anchors: Anchors) -> Markup:
    """Return a file with a link to its section."""
    return tag("a", path(file), href=f"#{anchors.files[file]}")


def finding_link(finding: Finding, anchors: Anchors) -> Markup:
    """Return where in its file a finding stands, with a link to it unless it is fixed."""
    module = f" ({finding.module})" if finding.module else ""
    named = join(f"line {finding.location.start.line}{module}")
    return tag("a", named, href=f"#{anchors.findings[finding]}") if finding in anchors.findings else named


def path(file: str) -> Markup:
    """Return a path that breaks behind its slashes."""
    head, *more = file.split("/")
    return tag("code", head, *(join("/", tag("wbr"), part) for part in more))


def _badge(kind: str, sign: str, name: str) -> Markup:
    return tag("span", tag("span", sign, class_="sign", aria_hidden="true"), f" {name}", class_=f"badge {kind}")
