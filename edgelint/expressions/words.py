"""The words of the condition `is`: kinds of JSON values and the grammars of Kubernetes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from edgelint.json_text.placeholders import has_placeholder
from edgelint.platforms import kubernetes


def is_number(value: Any) -> bool:
    """Tell whether a value is a number of JSON, which true and false are not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _text(grammar: Callable[[str], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and grammar(value)


WORDS: dict[str, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str),
    "number": is_number,
    "whole-number": lambda value: is_number(value) and value % 1 == 0,
    "boolean": lambda value: isinstance(value, bool),
    "list": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "null": lambda value: value is None,
    "placeholder": _text(has_placeholder),
    "quantity": _text(kubernetes.is_quantity),
    "dns-label": _text(kubernetes.is_dns_label),
    "service-name": _text(kubernetes.is_service_name),
    "env-name": _text(kubernetes.is_env_name),
    "share-name": _text(kubernetes.is_share_name),
}
