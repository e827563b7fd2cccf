"""Lints Azure IoT Edge deployment manifests that move from Docker to Kubernetes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from edgelint.findings import Finding
    from edgelint.fixing.fixer import FixResult

__version__ = "0.1.0"
__all__ = ["__version__", "fix", "lint"]


def lint(text: str, *, filename: str = "-") -> list[Finding]:
    """Return what the shipped rules find in the text of a manifest, sorted by place; nothing where it is none.

    `filename` is what the findings carry, and tells a template by its name. Reads no file but the rules, prints nothing.
    """
    from edgelint.engine.check import check
    from edgelint.files.source import Source
    from edgelint.rule_files.rule_pack import shipped_rules

    checked = check(Source(text, "utf-8", b"", None), shipped_rules(), filename)
    return checked.findings if checked else []


def fix(text: str, *, filename: str = "-", unsafe: bool = False, answers: Mapping[str, Any] | None = None) -> FixResult:
    """Return the text of a manifest with its safe fixes made, what they removed and what is left.

    With `unsafe` the unsafe ones are made too; `answers` are those of an answers file. Writes no file, prints nothing.
    """
    from edgelint.fixing.fixer import fix_text
    from edgelint.rule_files.rule_pack import shipped_rules

    return fix_text(text, shipped_rules(), filename, unsafe=unsafe, answers=answers or {})
