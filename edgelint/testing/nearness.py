"""Whether a good example is a near-miss: a rule must find something there when its filters are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from edgelint.engine.linter import scopes_of
from edgelint.engine.scope import Scope
from edgelint.json_text.views import pointer
from edgelint.manifests.manifest import Manifest
from edgelint.rule_files.rules import Rule


def comes_near(rule: Rule, manifests: Iterable[Manifest], counts: Callable[[str], bool]) -> bool:
    """Tell whether the rule's selectors, without their filters, find a value whose JSON Pointer counts.

    True also where only jsonpath-ng can run one of them, whose filters cannot be left out.
    """
    if any(selector.steps is None for selector in rule.select):
        return True
    select = [selector.unfiltered() for selector in rule.select]
    scopes = [scope for manifest in manifests for scope in _scopes(rule, manifest)]
    hits = (hit for scope in scopes for selector in select for hit in scope.select(selector))
    return any(counts(pointer(hit.mark(None))) for hit in hits)


def _scopes(rule: Rule, manifest: Manifest) -> list[Scope]:
    whole = Scope(manifest, None)
    return scopes_of(rule, whole, [Scope(manifest, module, whole) for module in manifest.modules])
