"""Where the secrets of a manifest stand: by the names of members and variables, in connection strings, in credentials."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from edgelint.manifest import Manifest
from edgelint.nodes import Node
from edgelint.secrets import is_secret_name, secret_slices
from edgelint.text import Span
from edgelint.views import View, decoded_part

_CREDENTIALS = "registryCredentials"
_CREDENTIAL_PARTS = ("username", "password")


class Secret(NamedTuple):
    """A secret text and the characters of the file that hold it."""

    text: str
    span: Span


def find_secrets(manifests: Iterable[Manifest]) -> list[Secret]:
    """Return the secrets of the manifests of one file, sorted by place."""
    found: set[Secret] = set()
    for manifest in manifests:
        if manifest.view.reading is None:
            continue
        inner = [module.options.view for module in manifest.modules if module.options.view]
        for view in (manifest.view, *inner):
            found.update(_in_node(view, view.tree, ""))
    return sorted(found, key=lambda secret: secret.span)


def _in_node(view: View, node: Node, name: str) -> Iterator[Secret]:
    """Yield the secrets of a value; `name` is what it is called, by itself or as a variable around it."""
    if node.kind == "string":
        for start, end in secret_slices(name, node.value):
            yield Secret(node.value[start:end], view.outward(decoded_part(view.text, node, Span(start, end))))
    for child in node.children:
        if node.kind == "array":
            yield from _in_node(view, child, name)
        elif name == _CREDENTIALS:
            yield from _credentials(view, child.value)
        else:
            yield from _in_node(view, child.value, _name(child.key.value, name))


def _credentials(view: View, node: Node) -> Iterator[Secret]:
    for member in node.children if node.kind == "object" else ():
        secret = str(member.key.value).lower() in _CREDENTIAL_PARTS
        yield from _in_node(view, member.value, "password" if secret else member.key.value)


def _name(key: str, around: str) -> str:
    """Return what a member is called: a variable keeps its name down to its `value`."""
    if key == "value" and is_secret_name(around):
        return around
    return str(key)
