"""What a report may say of what was found: the texts of a rule filled in, with the secrets that stand there masked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from edgelint.engine.context import Context
from edgelint.expressions.templates import as_text, fill
from edgelint.json_text.text import Span
from edgelint.json_text.views import outer_span
from edgelint.manifests.manifest import Manifest
from edgelint.secrecy.secret_places import Secret, find_secrets
from edgelint.secrecy.secrets import MASK

_SHORTEST = 4


class Masker:
    """Fills the texts of the findings of one file."""

    def __init__(self, manifests: Sequence[Manifest]) -> None:
        self._manifests = manifests

    def say(self, template: str, context: Context) -> str:
        """Return the text with its captures filled; of them, never of the rule's own words, secrets are masked."""
        if "{" not in template:
            return template
        near = self.near(outer_span(hit.mark(None)) for hit in (context.subject, *context.captures.values()))
        return fill(template, lambda name: hidden(as_text(context.lookup(name)), near))

    def near(self, spans: Iterable[Span]) -> list[Secret]:
        """Return the secrets that stand in one of the spans of the file, the longest first."""
        around = list(spans)
        found = [secret for secret in self._secrets if any(_meet(secret.span, span) for span in around)]
        return sorted(found, key=lambda secret: -len(secret.text))

    @cached_property
    def _secrets(self) -> list[Secret]:
        return find_secrets(self._manifests)


def hidden(text: str, secrets: Iterable[Secret]) -> str:
    """Return a text found near these secrets without them, also as JSON writes them.

    One of a few characters, which may be any word, is masked where it is the whole text or what it stands behind is
    there too.
    """
    for secret in secrets:
        if text == secret.text:
            return MASK
        if len(secret.text) >= _SHORTEST:
            text = text.replace(secret.text, MASK).replace(json.dumps(secret.text, ensure_ascii=False)[1:-1], MASK)
        else:
            before, behind = (secret.before, "") if secret.before else ('"', '"')
            text = text.replace(before + secret.text + behind, before + MASK + behind)
    return text


def hidden_in(value: Any, secrets: Sequence[Secret]) -> Any:
    """Return a JSON value found near these secrets with all of its texts, keys and numbers without them."""
    if isinstance(value, dict):
        return {hidden(key, secrets): hidden_in(item, secrets) for key, item in value.items()}
    if isinstance(value, list):
        return [hidden_in(item, secrets) for item in value]
    if isinstance(value, str):
        return hidden(value, secrets)
    return MASK if value is not None and hidden(as_text(value), secrets) != as_text(value) else value


def _meet(first: Span, second: Span) -> bool:
    return first.start <= second.end and second.start <= first.end
