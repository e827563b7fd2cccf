"""What a rule file says to people, out of its data: the one source of `edgelint explain` and of the pages on rules."""

from __future__ import annotations

from typing import Any, NamedTuple

from edgelint.expressions.templates import fill
from edgelint.rule_files.rule_texts import APPLICABILITY
from edgelint.rule_files.rules import SEVERITIES

# Azure Stack Edge, deprecation notice of managed IoT Edge (documented).
HOLDS = (
    "On a device whose software is older than 2301, where IoT Edge runs on Kubernetes. From 2301 on it runs in an "
    "Ubuntu VM, which is Docker again; managed IoT Edge, the one on Kubernetes, was retired on 2024-03-31."
)
"""The devices that the rules hold for."""


class OfferedFix(NamedTuple):
    """A fix in words: its title, how sure it is, what is left to do after it, and the answer it needs, if any."""

    title: str
    applicability: str
    then: tuple[str, ...]
    needs: str | None


def severities(rule: dict[str, Any]) -> list[str]:
    """Return the severities that the rule can have, the worst first."""
    found = {case["severity"] for case in _cases(rule)}
    return [severity for severity in SEVERITIES if severity in found]


def examples(rule: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Return the examples of a kind, bad or good."""
    return [example for example in rule.get("examples", ()) if kind in example]


def said(rule: dict[str, Any], example: dict[str, Any]) -> list[tuple[str, str]]:
    """Return severity and message of all that is found in an example, the same once."""
    finds = example.get("finds", ())
    return list(dict.fromkeys((find.get("severity", rule["severity"]), find["message"]) for find in finds))


def remedies(rule: dict[str, Any]) -> dict[str, list[str]]:
    """Return the helps by the messages that they belong to, captures as words in angles."""
    helps: dict[str, list[str]] = {}
    for case in _cases(rule):
        if case.get("help"):
            helps.setdefault(_named(case["message"]), []).append(_named(case["help"]))
    return {message: list(dict.fromkeys(texts)) for message, texts in helps.items()}


def offered_fixes(rule: dict[str, Any]) -> list[OfferedFix]:
    """Return all fixes that the rule can offer, the same once, captures as words in angles."""
    return list(dict.fromkeys(_offered(fix) for case in _cases(rule) for fix in _fixes(case)))


def applicabilities(rule: dict[str, Any]) -> list[str]:
    """Return how sure the fixes of the rule are, the surest first."""
    found = {fix.applicability for fix in offered_fixes(rule)}
    return [word for word in APPLICABILITY.words if word in found]


def may_offer_no_fix(rule: dict[str, Any]) -> bool:
    """Tell whether a finding of the rule can come without a fix."""
    return any(all("where" in fix for fix in _fixes(case)) for case in _cases(rule))


def _cases(rule: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what the rule says in each of its cases."""
    cases: list[dict[str, Any]] = rule.get("cases", [{}])
    return [{**rule, **case} for case in cases]


def _fixes(case: dict[str, Any]) -> list[dict[str, Any]]:
    fix = case.get("fix", [])
    return [fix] if isinstance(fix, dict) else list(fix)


def _offered(fix: dict[str, Any]) -> OfferedFix:
    """Return a fix as reports offer it: one that asks is not unsafe, for a person decides what it makes."""
    needs = _named(fix["needs"]) if "needs" in fix else None
    applicability = "needs-input" if needs else fix["applicability"]
    return OfferedFix(_named(fix["title"]), applicability, tuple(map(_named, fix.get("then", ()))), needs)


def _named(template: str) -> str:
    """Return a template with its captures as words in angles."""
    return fill(template, lambda name: f"<{name.replace('_', ' ')}>")
