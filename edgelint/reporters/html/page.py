"""The page as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edgelint import __version__
from edgelint.reporters.html.badges import Anchors, file_link, state_badge, state_class
from edgelint.reporters.html.element import Markup, join, tag
from edgelint.reporters.html.manifest import left, manifest, readiness_table
from edgelint.reporters.html.style import STYLE
from edgelint.reporters.html.summary import chart, left_for_you, next_steps, readiness
from edgelint.reporters.readiness import TITLE, headlines, least_ready, overviews

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edgelint.report import Report
    from edgelint.reporters.readiness import Overview

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What the page may load: nothing but its own style."""


def page(report: Report) -> Markup:
    """Return the page of a report; it needs no script and loads nothing."""
    files = overviews(report)
    anchors = _anchors(files)
    sections = [
        readiness(files),
        chart(report),
        _table(files, anchors),
        next_steps(files),
        left_for_you(report, files, anchors),
        tag("section", tag("h2", "Details"), *(manifest(report, each, anchors) for each in files)),
    ]
    footer = tag("footer", tag("p", f"edgelint {__version__}"))
    body = tag("body", _header(report, files), tag("main", *sections), footer)
    return join(Markup("<!DOCTYPE html>\n"), tag("html", _head(), body, lang="en"))


def _anchors(files: Sequence[Overview]) -> Anchors:
    names = {each.file: f"file-{number}" for number, each in enumerate(files, 1)}
    found = [finding for each in files for finding in each.findings]
    return Anchors(names, {finding: f"finding-{number}" for number, finding in enumerate(found, 1)})


def _head() -> Markup:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name_="referrer", content="no-referrer"),
        tag("title", f"edgelint: {TITLE}"),
        tag("style", Markup(STYLE)),
    )


def _header(report: Report, files: Sequence[Overview]) -> Markup:
    state = least_ready(each.state for each in files)
    lines = [tag("p", line) for line in headlines(report, files)]
    return tag("header", tag("h1", TITLE), *lines, class_=state_class(state))


def _table(files: Sequence[Overview], anchors: Anchors) -> Markup:
    """Return the table of the manifests, which a single one needs not."""
    if len(files) < 2:
        return join()
    rows = [
        [file_link(each.file, anchors), state_badge(each.state), left(each.findings, each.mended())] for each in files
    ]
    return tag("section", tag("h2", "Manifests"), readiness_table("Manifest", rows))
