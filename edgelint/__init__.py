"""Lints Azure IoT Edge deployment manifests that move from Docker to Kubernetes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edgelint.findings import Finding

__version__ = "0.1.0"
__all__ = ["__version__", "lint"]


def lint(text: str, *, filename: str = "-") -> list[Finding]:
    """Return what the shipped rules find in the text of a manifest, sorted by place; nothing where it is none.

    `filename` is what the findings carry, and tells a template by its name. Reads no file but the rules, prints nothing.
    """
    from edgelint.check import check
    from edgelint.rule_pack import shipped_rules
    from edgelint.source import Source

    checked = check(Source(text, "utf-8", b"", None), shipped_rules(), filename)
    return checked.findings if checked else []
