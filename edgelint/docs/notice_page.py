"""The page on a finding about a suppression itself: it has no rule file, and selects nothing in a manifest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.docs.markdown import escaped, grid


def notice_page(document: dict[str, Any]) -> str:
    """Return the page as Markdown, given what explains the finding."""
    return "\n".join(_lines(document)) + "\n"


def _lines(document: dict[str, Any]) -> Iterator[str]:
    family = document["family"]
    facts = {
        "severity": document["severity"],
        "fix": "none",
        "family": f"[{family}](README.md#{family})",
        "since": document["since"],
        "status": document["status"],
    }
    yield f"# {document['code']} {document['name']}"
    yield from ("", "<!-- Made by `python -m edgelint.docs docs` from edgelint/config/notice_rules.py. -->")
    yield from ("", f"{escaped(document['summary'])}.", "")
    yield from grid(list(facts), [list(facts.values())])
    yield from ("", "## Why", "", document["why"])
    yield from ("", "## What to do", "", f"- {escaped(document['help'])}")
    yield from (
        "",
        "[Suppressions](../configuration.md#suppressions) tells what an entry says and when it is looked at.",
    )
