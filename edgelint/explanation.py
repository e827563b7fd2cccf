"""A rule explained to people: plain text of 88 columns from the data of its file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from edgelint.example_texts import fragment_lines
from edgelint.placeholders import has_placeholder
from edgelint.rule_content import HOLDS, examples, offered_fixes, remedies, said, severities

_WIDTH = 88
_INDENT = "  "
_SPACE_IN_CODE = "\0"


def explain(rule: dict[str, Any]) -> str:
    """Return the explanation of a rule, given the data of its file; what that lacks is left out."""
    sections = (
        ("What it finds", _example(rule, "bad")),
        ("What it leaves alone", _example(rule, "good")),
        ("Why", _markdown(rule.get("why", ""))),
        ("What to do", _remedies(rule)),
        ("What --fix does", _fixes(rule)),
        ("Sources", _sources(rule)),
        ("Where the rules hold", _wrapped(HOLDS)),
    )
    lines = [_title(rule), *_wrapped(rule["summary"])]
    for title, body in sections:
        rows = list(body)
        if rows:
            lines += ["", title, "", *(f"{_INDENT}{row}".rstrip() for row in rows)]
    return "\n".join(lines) + "\n"


def _title(rule: dict[str, Any]) -> str:
    status = rule.get("status", "stable")
    notes = [" or ".join(severities(rule)), *([status] if status != "stable" else [])]
    notes += [f"replaced by {rule['replaced-by']}"] if "replaced-by" in rule else []
    return f"{rule['code']} {rule['name']} ({', '.join(notes)})"


def _example(rule: dict[str, Any], kind: str) -> Iterator[str]:
    """Yield an example of a kind, what is found in it, what a fix makes of it, and why."""
    example = _chosen(rule, kind)
    if example is None:
        return
    yield from _fragment(example[kind])
    yield from _said(rule, example)
    if "fixed" in example:
        yield from ("", "with --fix:", "", *_fragment(example["fixed"]))
    if "because" in example:
        yield from ("", *_wrapped(example["because"], "because "))


def _chosen(rule: dict[str, Any], kind: str) -> dict[str, Any] | None:
    """Return the first example of a kind, of good ones rather one without a placeholder, which says more."""
    found = examples(rule, kind)
    plain = [example for example in found if kind == "bad" or not has_placeholder(json.dumps(example[kind]))]
    return next(iter(plain + found), None)


def _said(rule: dict[str, Any], example: dict[str, Any]) -> Iterator[str]:
    """Yield the messages of an example behind a blank line."""
    messages = said(rule, example)
    yield from [""] if messages else []
    for severity, message in messages:
        yield from _wrapped(message, f"{severity}: ")


def _fragment(fragment: dict[str, Any]) -> list[str]:
    return fragment_lines(fragment, _WIDTH - len(_INDENT))


def _markdown(text: str) -> Iterator[str]:
    """Yield paragraphs and lists, wrapped."""
    for index, paragraph in enumerate(re.split(r"\n\s*\n", text.strip()) if text.strip() else ()):
        if index:
            yield ""
        for part in re.split(r"\n(?=[-*] )", paragraph):
            bullet = "- " if part.startswith(("- ", "* ")) else ""
            yield from _wrapped(part[len(bullet) :], bullet)


def _remedies(rule: dict[str, Any]) -> Iterator[str]:
    """Yield what helps, below the message that asks for it where there are several."""
    helps = remedies(rule)
    for index, (message, texts) in enumerate(helps.items()):
        if len(helps) > 1:
            yield from (*([""] if index else []), *_wrapped(message))
        for text in texts:
            yield from _wrapped(text, "- ")


def _fixes(rule: dict[str, Any]) -> Iterator[str]:
    """Yield the titles of the fixes and how sure each is."""
    for title in dict.fromkeys(f"{fix.title} ({fix.applicability})" for fix in offered_fixes(rule)):
        yield from _wrapped(title, "- ")


def _sources(rule: dict[str, Any]) -> Iterator[str]:
    for source in rule.get("sources", ()):
        statement = f", statement {source['statement']}" if "statement" in source else ""
        yield from _wrapped(f"{source['title']} ({source['evidence']}{statement})", "- ")
        yield _INDENT + source["url"]


def _wrapped(text: str, first: str = "") -> list[str]:
    """Return a text as lines that fit below a title; `first` stands in front, the other lines hang behind a bullet.

    A code span of Markdown is never broken.
    """
    whole = re.sub(r"`[^`]*`", lambda code: code[0].replace(" ", _SPACE_IN_CODE), " ".join(text.split()))
    hanging = _INDENT if first else ""
    lines = wrap(
        whole,
        _WIDTH - len(_INDENT),
        initial_indent=first,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_SPACE_IN_CODE, " ") for line in lines]
