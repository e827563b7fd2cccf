"""Compiles the data of a rule file, already checked, to the plain data that the engine runs and the pack holds."""

from __future__ import annotations

from typing import Any

from edgelint.expressions.selectors import lower

_TESTS = ("exists", "equals", "in", "matches", "is", "above", "not")
_ROWS = ("some", "none", "only")
_ARTICLE = "https://learn.microsoft.com/azure/databox-online/azure-stack-edge-gpu-modify-fpga-modules-gpu"


def compile_rule(data: dict[str, Any], family: str) -> dict[str, Any]:
    """Return a rule as JSON data for `rules.rule_from_json`; raises SelectorError for a path that is none."""
    sources = data.get("sources") or [{}]
    return {
        "code": data["code"],
        "name": data["name"],
        "family": family,
        "summary": data["summary"],
        "severity": data["severity"],
        "scope": data["scope"],
        "select": [_selector(path) for path in _listed(data["select"])],
        "where": _conditions(data.get("where")),
        "cases": [_case(data, case) for case in data.get("cases") or [{}]],
        "once": data.get("once"),
        "url": sources[0].get("url", _ARTICLE),
        "status": data.get("status", "stable"),
    }


def _case(rule: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    """Return a case with what it leaves out taken from the rule."""
    whole = {**{key: value for key, value in rule.items() if key != "where"}, **case}
    return {
        "where": _conditions(case.get("where")),
        "severity": whole["severity"],
        "message": whole["message"],
        "help": whole.get("help", ""),
        "mark": whole.get("mark"),
        "related": [_related(item) for item in whole.get("related", ())],
        "fixes": [_fix(fix) for fix in _listed(whole.get("fix", []))],
    }


def _related(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "at": _reference(data["at"]),
        "label": data["label"],
        "mark": "key" if data.get("key") else data.get("mark"),
    }


def _fix(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": data["title"],
        "applicability": data["applicability"],
        "where": _conditions(data.get("where")),
        "steps": [_step(*next(iter(step.items()))) for step in data["steps"]],
        "then": data.get("then", []),
        "needs": data.get("needs"),
    }


def _step(word: str, data: dict[str, Any]) -> dict[str, Any]:
    """Return a fix step with its paths parsed; a path that something new goes to is made of fields alone."""
    compiled = {"step": word, **data}
    if "at" in data:
        compiled["at"] = _reference(data["at"])
    if word in ("add", "append"):
        compiled["to"] = [step[1] for step in lower(data["to"]) or ()]
    return compiled


def _conditions(conditions: list[dict[str, Any]] | None) -> list[dict[str, Any]]:
    return [_condition(condition) for condition in conditions or ()]


def _condition(condition: dict[str, Any]) -> dict[str, Any]:
    if "at" in condition:
        return {"at": _reference(condition["at"]), "test": _test(condition), "fold": condition.get("case") == "ignore"}
    for word in ("any", "all"):
        if word in condition:
            return {word: _conditions(condition[word])}
    if "not" in condition:
        return {"not": _condition(condition["not"])}
    for word in _ROWS:
        if word in condition:
            return {word: _rows(condition[word])}
    return condition


def _rows(data: dict[str, Any]) -> dict[str, Any]:
    select = [_selector(path) for path in _listed(data["select"])]
    return {"in": data.get("in"), "select": select, "where": _conditions(data.get("where")), "as": data.get("as")}


def _test(condition: dict[str, Any]) -> list[Any]:
    word = next(word for word in _TESTS if word in condition)
    operand = condition[word]
    return [word, _test(operand) if word == "not" else operand]


def _reference(at: str) -> list[Any]:
    if at.startswith("{"):
        return [at[1:-1], None]
    return [at[0], _selector("$" + at[1:])]


def _selector(path: str) -> list[Any]:
    return [path, lower(path)]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
