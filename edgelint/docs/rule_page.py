"""The page on one rule: what `edgelint explain` says, with all its examples and with links."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from edgelint.docs.markdown import block, escaped, grid
from edgelint.explaining.example_texts import fragment_lines
from edgelint.rule_files.rule_content import (
    HOLDS,
    applicabilities,
    examples,
    may_offer_no_fix,
    offered_fixes,
    remedies,
    said,
    severities,
)

_WIDTH = 100
_COMMANDS = {
    "safe": "by `--fix`",
    "unsafe": "by `--fix --unsafe-fixes`; look at the result, it is right in most cases only",
    "needs-input": "by `--fix --answers FILE`",
}


def rule_page(rule: dict[str, Any]) -> str:
    """Return the page on a rule as Markdown, given the data of its file and its family."""
    sections = (
        ("Why", [rule["why"].strip()]),
        ("What it finds", _examples(rule, "bad")),
        ("What it leaves alone", _examples(rule, "good")),
        ("What to do", _remedies(rule)),
        ("What --fix does", _fixes(rule)),
        ("What is left for you", _left(rule)),
        ("Sources", _sources(rule)),
        ("Where the rules hold", [HOLDS]),
    )
    lines = list(_head(rule))
    for title, body in sections:
        rows = list(body)
        lines += ["", f"## {title}", "", *rows] if rows else []
    return "\n".join(lines) + "\n"


def _head(rule: dict[str, Any]) -> Iterator[str]:
    family, path = rule["family"], f"rules/{rule['family']}/{rule['name']}.yaml"
    replaced = f", replaced by [{rule['replaced-by']}]({rule['replaced-by']}.md)" if "replaced-by" in rule else ""
    facts = {
        "severity": " or ".join(severities(rule)),
        "fix": ", ".join(applicabilities(rule)) or "none",
        "family": f"[{family}](README.md#{family})",
        "since": rule["since"],
        "status": rule["status"] + replaced,
        "rule file": f"[{path}](../../{path})",
    }
    yield f"# {rule['code']} {rule['name']}"
    yield from ("", f"<!-- Made by `python -m edgelint.docs docs` from {path}. -->")
    yield from ("", f"{escaped(rule['summary'])}.", "")
    yield from grid(list(facts), [list(facts.values())])


def _examples(rule: dict[str, Any], kind: str) -> Iterator[str]:
    for number, example in enumerate(examples(rule, kind), 1):
        yield from [""] if number > 1 else []
        yield from (f"### {kind.capitalize()} {number}", "", *_fragment(example[kind]))
        messages = [f"{severity} {rule['code']} {message}" for severity, message in said(rule, example)]
        yield from ("", *block(messages, "text")) if messages else ()
        yield from ("", f"Because {_line(example['because'])}.") if "because" in example else ()
        yield from ("", f"Statement {_statement(example['statement'])} wants it so.") if "statement" in example else ()
        yield from _fixed(example)


def _fixed(example: dict[str, Any]) -> Iterator[str]:
    if "fixed" in example:
        answers = json.dumps(example.get("answers"), ensure_ascii=False)
        yield from ("", f"Fixed, with the answers `{answers}`:" if "answers" in example else "Fixed:")
        yield from ("", *_fragment(example["fixed"]))


def _fragment(fragment: dict[str, Any]) -> list[str]:
    return block(fragment_lines(fragment, _WIDTH), "json")


def _remedies(rule: dict[str, Any]) -> Iterator[str]:
    """Yield what helps, as rows below the messages where there are several."""
    helps = remedies(rule)
    if len(helps) < 2:
        yield from (f"- {_line(text)}" for texts in helps.values() for text in texts)
    else:
        rows = ((_line(message), "<br>".join(map(_line, texts))) for message, texts in helps.items())
        yield from grid(("what is said", "what to do"), rows)


def _fixes(rule: dict[str, Any]) -> Iterator[str]:
    fixes = dict.fromkeys((fix.title, fix.applicability) for fix in offered_fixes(rule))
    yield from (f"- {_line(title)}: **{kind}**, {_COMMANDS[kind]}" for title, kind in fixes)


def _left(rule: dict[str, Any]) -> Iterator[str]:
    """Yield what no fix does: the answers that one needs, what comes after one, and where there is none."""
    fixes = offered_fixes(rule)
    for needs in dict.fromkeys(fix.needs for fix in fixes if fix.needs):
        yield f"- Give `{needs}` in the answers file; `--write-answers FILE` writes the question down, ready to fill in."
    yield from (f"- {_line(text)}." for text in dict.fromkeys(text for fix in fixes for text in fix.then))
    if not fixes:
        yield "- There is no automatic fix; see [What to do](#what-to-do)."
    elif may_offer_no_fix(rule):
        yield "- Not every finding can be fixed; for one that has no fix see [What to do](#what-to-do)."


def _sources(rule: dict[str, Any]) -> Iterator[str]:
    for source in rule["sources"]:
        statement = f", statement {_statement(source['statement'])}" if "statement" in source else ""
        evidence = f"[{source['evidence']}](README.md#evidence)"
        yield f"- [{escaped(source['title'])}]({source['url']}) ({evidence}{statement})"


def _statement(statement: str) -> str:
    return f"[{statement}](../article-coverage.md#{statement.lower()})"


def _line(text: str) -> str:
    return escaped(" ".join(text.split()))
