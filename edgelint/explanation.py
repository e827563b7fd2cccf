"""A rule explained to people: plain text of 88 columns from the data of its file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any

from edgelint.placeholders import has_placeholder
from edgelint.rules import SEVERITIES
from edgelint.templates import fill

_WIDTH = 88
_INDENT = "  "
_SPACE_IN_CODE = "\0"
# Azure Stack Edge, deprecation notice of managed IoT Edge (documented).
_HOLDS = (
    "On a device whose software is older than 2301, where IoT Edge runs on Kubernetes. From 2301 on it runs in an "
    "Ubuntu VM, which is Docker again; managed IoT Edge, the one on Kubernetes, was retired on 2024-03-31."
)


def explain(rule: dict[str, Any]) -> str:
    """Return the explanation of a rule, given the data of its file; what that lacks is left out."""
    sections = (
        ("What it finds", _example(rule, "bad")),
        ("What it leaves alone", _example(rule, "good")),
        ("Why", _markdown(rule.get("why", ""))),
        ("What to do", _remedies(rule)),
        ("What --fix does", _fixes(rule)),
        ("Sources", _sources(rule)),
        ("Where the rules hold", _wrapped(_HOLDS)),
    )
    lines = [_title(rule), *_wrapped(rule["summary"])]
    for title, body in sections:
        rows = list(body)
        if rows:
            lines += ["", title, "", *(f"{_INDENT}{row}".rstrip() for row in rows)]
    return "\n".join(lines) + "\n"


def _title(rule: dict[str, Any]) -> str:
    found = {case["severity"] for case in _cases(rule)}
    severities = [severity for severity in SEVERITIES if severity in found]
    status = rule.get("status", "stable")
    notes = [" or ".join(severities), *([status] if status != "stable" else [])]
    notes += [f"replaced by {rule['replaced-by']}"] if "replaced-by" in rule else []
    return f"{rule['code']} {rule['name']} ({', '.join(notes)})"


def _cases(rule: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what the rule says in each of its cases."""
    cases: list[dict[str, Any]] = rule.get("cases", [{}])
    return [{**rule, **case} for case in cases]


def _example(rule: dict[str, Any], kind: str) -> Iterator[str]:
    """Yield an example of a kind, what is found in it, what a fix makes of it, and why."""
    example = _chosen(rule, kind)
    if example is None:
        return
    yield from _fragment(example[kind])
    yield from _said(rule, example.get("finds", ()))
    if "fixed" in example:
        yield from ("", "with --fix:", "", *_fragment(example["fixed"]))
    if "because" in example:
        yield from ("", *_wrapped(example["because"], "because "))


def _chosen(rule: dict[str, Any], kind: str) -> dict[str, Any] | None:
    """Return the first example of a kind, of good ones rather one without a placeholder, which says more."""
    examples = [example for example in rule.get("examples", ()) if kind in example]
    plain = [example for example in examples if kind == "bad" or not has_placeholder(json.dumps(example[kind]))]
    return next(iter(plain + examples), None)


def _said(rule: dict[str, Any], finds: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Yield the messages of an example, each once, behind a blank line."""
    said = dict.fromkeys((find.get("severity", rule["severity"]), find["message"]) for find in finds)
    yield from [""] if said else []
    for severity, message in said:
        yield from _wrapped(message, f"{severity}: ")


def _fragment(fragment: dict[str, Any]) -> list[str]:
    """Return a fragment of a manifest as lines: the text of a whole file as it is, else JSON."""
    if set(fragment) == {"text"}:
        return str(fragment["text"]).splitlines()
    return _json(fragment, _WIDTH - len(_INDENT))


def _json(value: Any, room: int, name: str = "") -> list[str]:
    """Return a value as lines: in one where there is room for it, else with a line or more for each of its parts."""
    whole = json.dumps(value, ensure_ascii=False)
    if len(name + whole) <= room or not isinstance(value, dict | list) or not value:
        return [name + whole]
    named = value.items() if isinstance(value, dict) else [(None, part) for part in value]
    parts = [
        _json(part, room - len(_INDENT), "" if key is None else f"{json.dumps(key, ensure_ascii=False)}: ")
        for key, part in named
    ]
    rows = [[*part[:-1], f"{part[-1]},"] for part in parts[:-1]] + parts[-1:]
    return [name + whole[0], *(_INDENT + row for part in rows for row in part), whole[-1]]


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
    helps: dict[str, list[str]] = {}
    for case in _cases(rule):
        if case.get("help"):
            helps.setdefault(_named(case["message"]), []).append(_named(case["help"]))
    for index, (message, texts) in enumerate(helps.items()):
        if len(helps) > 1:
            yield from (*([""] if index else []), *_wrapped(message))
        for text in dict.fromkeys(texts):
            yield from _wrapped(text, "- ")


def _fixes(rule: dict[str, Any]) -> Iterator[str]:
    """Yield the titles of the fixes and how sure each is."""
    offered = [fix for case in _cases(rule) for fix in _listed(case.get("fix", ()))]
    for title in dict.fromkeys(f"{_named(fix['title'])} ({fix['applicability']})" for fix in offered):
        yield from _wrapped(title, "- ")


def _listed(fix: Any) -> list[dict[str, Any]]:
    return [fix] if isinstance(fix, dict) else list(fix)


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


def _named(template: str) -> str:
    """Return a template with its captures as words in angles."""
    return fill(template, lambda name: f"<{name.replace('_', ' ')}>")
