"""A rule explained to people: plain text from the data of its file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from textwrap import fill, indent
from typing import Any

_WIDTH = 88
_CAPTURE = re.compile(r"\{([a-z_][a-z_.-]*)\}")


def explain(rule: dict[str, Any]) -> str:
    """Return the explanation of a rule, given the data of its file."""
    parts = [
        f"{rule['code']} {rule['name']} ({_severities(rule)})\n\n{_wrapped(rule['summary'])}",
        *(_section("Why", _paragraphs(rule["why"])) for _ in [0] if rule.get("why")),
        *_example(rule, "bad", "What it finds"),
        *_example(rule, "good", "What it leaves alone"),
        _section("What to do", "\n".join(f"  - {_plain(text)}" for text in _helps(rule))),
        *(_section("Sources", "\n".join(_sources(rule))) for _ in [0] if rule.get("sources")),
    ]
    return "\n\n".join(parts) + "\n"


def _severities(rule: dict[str, Any]) -> str:
    found = [rule["severity"], *(case.get("severity", rule["severity"]) for case in rule.get("cases", ()))]
    if rule.get("cases"):
        found = found[1:]
    return " or ".join(dict.fromkeys(found))


def _helps(rule: dict[str, Any]) -> list[str]:
    texts = [case.get("help", rule.get("help", "")) for case in rule.get("cases") or [{}]]
    return [text for text in dict.fromkeys(texts) if text]


def _example(rule: dict[str, Any], kind: str, title: str) -> Iterator[str]:
    """Yield the first example of a kind, as JSON, with what is found in it or why nothing is."""
    for example in [example for example in rule.get("examples", ()) if kind in example][:1]:
        said = [f"-> {find['message']}" for find in example.get("finds", ())]
        said += [f"({example['because']})"] if "because" in example else []
        yield _section(title, indent("\n".join([_shown(example[kind]), *said]), "  "))


def _shown(fragment: dict[str, Any]) -> str:
    if set(fragment) == {"text"}:
        return str(fragment["text"])
    return json.dumps(fragment, indent=2, ensure_ascii=False)


def _sources(rule: dict[str, Any]) -> Iterator[str]:
    for source in rule["sources"]:
        statement = f", statement {source['statement']}" if "statement" in source else ""
        yield f"  - {source['title']} ({source['evidence']}{statement})\n    {source['url']}"


def _section(title: str, text: str) -> str:
    return f"{title}\n{text}"


def _paragraphs(text: str) -> str:
    paragraphs = [" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n")]
    return "\n\n".join(indent(_wrapped(paragraph, _WIDTH - 2), "  ") for paragraph in paragraphs)


def _wrapped(text: str, width: int = _WIDTH) -> str:
    return fill(text, width, break_long_words=False, break_on_hyphens=False)


def _plain(template: str) -> str:
    """Return a template with its captures as words in angles."""
    return _CAPTURE.sub(lambda match: f"<{match[1].replace('_', ' ')}>", template)
