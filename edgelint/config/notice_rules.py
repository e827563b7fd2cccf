"""The rules of what is found about suppressions themselves; they select nothing in a manifest."""

from __future__ import annotations

from typing import Any

from edgelint.rule_files.rules import Rule

_FAMILY = "configuration"
UNUSED, EXPIRED = "ASE901", "ASE902"
_DOCUMENTS: tuple[dict[str, Any], ...] = (
    {
        "code": UNUSED,
        "name": "suppression-unused",
        "family": _FAMILY,
        "summary": "A suppression in the configuration that matches no finding",
        "severity": "warning",
        "message": "Suppression of a rule matches no finding",
        "help": "Remove the entry, or correct its rule, files, module or path",
        "why": (
            "An entry that matches nothing is a promise without content: the manifest was fixed, a module was renamed or "
            "a pattern is misspelt. Left alone it hides the next finding of that kind, for a reason that is no longer "
            "true.\n\n"
            "It is told only by a run that can know: one that was given the folder of the configuration or one above "
            "it, or, for an entry that names whole paths of files, these files; and whose rules hold the one of the entry."
        ),
        "since": "0.1.0",
        "status": "stable",
    },
    {
        "code": EXPIRED,
        "name": "suppression-expired",
        "family": _FAMILY,
        "summary": "A suppression in the configuration whose last day is over",
        "severity": "warning",
        "message": "Suppression of a rule expired",
        "help": "Fix what it was for and remove the entry, or give it a later day and say why",
        "why": (
            "The day in `expires` is the last one on which an entry holds. From the day after it the findings are listed "
            "and fixed as if the entry were not there. The day of today is the one of UTC, or that of "
            "`SOURCE_DATE_EPOCH`."
        ),
        "since": "0.1.0",
        "status": "stable",
    },
)


def notice_documents() -> list[dict[str, Any]]:
    """Return what explains these findings, as the data of a rule file does."""
    return list(_DOCUMENTS)


def notice_rules() -> list[Rule]:
    """Return the rules that these findings carry; they select nothing in a manifest."""
    return [_rule(document) for document in _DOCUMENTS]


def is_notice(rule: Rule) -> bool:
    """Tell whether a rule is one of these."""
    return rule.code in (UNUSED, EXPIRED)


def _rule(document: dict[str, Any]) -> Rule:
    told = {key: document[key] for key in ("code", "name", "family", "summary", "severity", "status")}
    return Rule(**told, scope="manifest", select=[], where=[], cases=[], once=None, url="")
