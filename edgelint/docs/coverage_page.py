"""The page that says which rules cover which statement of the source article."""

from __future__ import annotations

from typing import Any

from edgelint.docs.markdown import escaped, grid
from edgelint.docs.statements import Coverage, Statement, coverage
from edgelint.rule_files.rule_content import applicabilities, severities

_INTRODUCTION = """\
# What the article says, and what covers it

<!-- Made by `python -m edgelint.docs docs` from docs/article-statements.yaml and the files below rules. -->

Microsoft's article
[Run existing IoT Edge modules from Azure Stack Edge Pro FPGA devices on Azure Stack Edge Pro GPU device](https://learn.microsoft.com/azure/databox-online/azure-stack-edge-gpu-modify-fpga-modules-gpu)
makes {count} statements that matter for a manifest. They stand here in our own words, each with the
[rules](rules/README.md) that go back to it. **change**: something has to change, and a rule finds it. **keep**: it is right as it
is, and an example proves that edgelint says nothing. **advice**: worth knowing; a rule finds where it matters.

Behind each rule stands how it detects and how it fixes: *safe* (`--fix`), *unsafe* (`--unsafe-fixes`), *needs-input*
(`--answers`), or *no fix*. The last two columns count the examples of these rules that find something (bad) and that must find
nothing (good); each runs in every shape and layout of a manifest.
"""
_HEADS = ("statement", "says", "kind", "detected and fixed by", "bad", "good")


def coverage_page(statements: list[Statement], rules: list[dict[str, Any]]) -> str:
    """Return the page as Markdown, given the statements and the data of the rule files."""
    rows = [_row(coverage(statement, rules)) for statement in statements]
    return "\n".join([_INTRODUCTION.format(count=len(statements)), *grid(_HEADS, rows)]) + "\n"


def _row(covered: Coverage) -> tuple[str, ...]:
    statement = covered.statement
    lines = [_detects(rule) for rule in covered.rules]
    if covered.keepers:
        lines.append(f"silent, by an example of {', '.join(map(_link, covered.keepers))}")
    return (
        f'<a id="{statement.id.lower()}"></a>{statement.id}',
        escaped(statement.text),
        statement.kind,
        "<br>".join(lines) or "nothing yet",
        str(covered.bad),
        str(covered.good),
    )


def _detects(rule: dict[str, Any]) -> str:
    fixes = ", ".join(applicabilities(rule)) or "no fix"
    return f"{_link(rule)} {' or '.join(severities(rule))}; {fixes}"


def _link(rule: dict[str, Any]) -> str:
    return f"[{rule['code']}](rules/{rule['code']}.md)"
