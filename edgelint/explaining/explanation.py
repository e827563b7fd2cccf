"""A rule explained to people in a terminal, from the data of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from edgelint.explaining.explained_examples import found, left_alone
from edgelint.reporters.width import printable
from edgelint.reporters.wrapping import wrapped
from edgelint.rule_files.rule_content import HOLDS, offered_fixes, remedies, severities

if TYPE_CHECKING:
    from edgelint.reporters.screen import Screen

_WIDTH = 100
_INDENT = "  "
_HANGING = "  "


def explanation(rule: dict[str, Any], screen: Screen) -> Iterator[str]:
    """Yield the rows that explain a rule, given the data of its file; what that lacks is left out."""
    page = screen._replace(columns=min(screen.columns, _WIDTH))
    body = page._replace(columns=page.columns - len(_INDENT))
    yield _title(rule, page)
    yield from _text(rule["summary"], page)
    for title, rows in _sections(rule, body):
        indented = [f"{_INDENT}{row}".rstrip() for row in rows]
        if indented:
            yield from ("", page.paint("heading", title), "", *indented)


def _sections(rule: dict[str, Any], screen: Screen) -> Iterator[tuple[str, Iterator[str]]]:
    yield "What it finds", found(rule, screen)
    yield "What it leaves alone", left_alone(rule, screen)
    yield "Why", _markdown(rule.get("why", ""), screen)
    yield "What to do", _remedies(rule, screen)
    yield "What --fix does", _fixes(rule, screen)
    yield "Left for you", _left(rule, screen)
    yield "Sources", _sources(rule, screen)
    if "select" in rule:  # what selects nothing is about the configuration, whatever the device
        yield "Where the rules hold", _text(HOLDS, screen)


def _title(rule: dict[str, Any], screen: Screen) -> str:
    status = rule.get("status", "stable")
    notes = [" or ".join(screen.paint(severity, severity) for severity in severities(rule))]
    notes += [status] if status != "stable" else []
    notes += [f"replaced by {rule['replaced-by']}"] if "replaced-by" in rule else []
    name = screen.paint("heading", f"{rule['code']} {rule['name']}")
    return f"{name} ({', '.join(notes)})"


def _markdown(text: str, screen: Screen) -> Iterator[str]:
    """Yield paragraphs and lists, wrapped."""
    for index, paragraph in enumerate(re.split(r"\n\s*\n", text.strip()) if text.strip() else ()):
        if index:
            yield ""
        for part in re.split(r"\n(?=[-*] )", paragraph):
            bullet = "- " if part.startswith(("- ", "* ")) else ""
            yield from _text(part[len(bullet) :], screen, bullet)


def _remedies(rule: dict[str, Any], screen: Screen) -> Iterator[str]:
    """Yield what helps, below the message that asks for it where there are several."""
    helps = remedies(rule)
    for index, (message, texts) in enumerate(helps.items()):
        if len(helps) > 1:
            yield from (*([""] if index else []), *_text(message, screen))
        for text in texts:
            yield from _text(text, screen, "- ")


def _fixes(rule: dict[str, Any], screen: Screen) -> Iterator[str]:
    """Yield the titles of the fixes and how sure each is."""
    for title in dict.fromkeys(f"{fix.title} ({fix.applicability})" for fix in offered_fixes(rule)):
        yield from _text(title, screen, "- ")


def _left(rule: dict[str, Any], screen: Screen) -> Iterator[str]:
    """Yield what a person must still do after a fix."""
    for step in dict.fromkeys(step for fix in offered_fixes(rule) for step in fix.then):
        yield from _text(step, screen, "- ")


def _sources(rule: dict[str, Any], screen: Screen) -> Iterator[str]:
    for source in rule.get("sources", ()):
        statement = f", statement {source['statement']}" if "statement" in source else ""
        yield from _text(f"{source['title']} ({source['evidence']}{statement})", screen, "- ")
        yield _HANGING + screen.paint("line", printable(source["url"], screen.encoding))


def _text(text: str, screen: Screen, first: str = "") -> Iterator[str]:
    """Yield a text wrapped, behind a bullet if `first` is one; its code spans in their colour."""
    rows = wrapped(printable(" ".join(text.split()), screen.encoding), screen.columns, first, _HANGING if first else "")
    yield from (re.sub(r"`[^`]*`", lambda code: screen.paint("code", code[0]), row) for row in rows)
