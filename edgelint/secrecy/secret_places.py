"""Where the secrets of a manifest stand: by the names of members and variables, in connection strings, in credentials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from edgelint.expressions.templates import as_text
from edgelint.json_text.nodes import Member, Node, node_at
from edgelint.json_text.text import Span
from edgelint.json_text.views import View, decoded_part
from edgelint.manifests.manifest import Manifest, Module
from edgelint.secrecy.secrets import is_secret_name, secret_slices
from edgelint.secrecy.unread_secrets import unread_secrets

_CREDENTIALS = "registrycredentials"
_USER = "username"
_CREDENTIAL_PARTS = (_USER, "password")
_DESIRED = "properties.desired."
_BEFORE = 64
_WORDS_IN_MESSAGES = (r"\w{1,40}", r"[-.]?[0-9][\w.+-]{0,39}", r"\S")


class Secret(NamedTuple):
    """A secret text, the characters of the file that hold it, and what stands right before it in its string."""

    text: str
    span: Span
    before: str = ""


def find_secrets(manifests: Iterable[Manifest]) -> list[Secret]:
    """Return the secrets of the manifests of one file, sorted by place; of what cannot be read rather more than less."""
    found: set[Secret] = set()
    for manifest in manifests:
        if manifest.view.reading is None:
            found.update(_in_text(manifest.view, [fault.offset for fault in manifest.faults]))
            continue
        inner = [module.options.view for module in manifest.modules if module.options.view]
        for view in (manifest.view, *inner):
            found.update(_in_node(view, view.tree, ()))
        for module in manifest.modules:
            found.update(_in_unread_options(module))
    return sorted(found, key=lambda secret: secret.span)


def _in_node(view: View, node: Node, names: tuple[str, ...]) -> Iterator[Secret]:
    """Yield the secrets of a value; `names` are those of the members around it, from the root."""
    name = _name(names)
    if node.kind == "string":
        yield from _in_string(view, node, secret_slices(name, node.value))
    elif node.kind == "number" and is_secret_name(name):
        for text in (view.text[node.span.start : node.span.end], as_text(node.value)):
            yield Secret(text, view.outward(node.span))
    for child in node.children:
        if node.kind == "array":
            yield from _in_node(view, child, names)
        elif not _is_address(child, node, names):
            yield from _in_node(view, child.value, names + _steps(str(child.key.value)))


def _is_address(member: Member, credential: Node, names: tuple[str, ...]) -> bool:
    """Tell whether a member is a user name that is the address of its registry too, which is told openly."""
    if _CREDENTIALS not in map(str.lower, names[-2:-1]) or str(member.key.value).lower() != _USER:
        return False
    openly = [other.value.value for other in credential.children if str(other.key.value).lower() == "address"]
    return member.value.kind == "string" and member.value.value in openly


def _steps(key: str) -> tuple[str, ...]:
    """Return the names that a key stands for, of a layered one each."""
    return tuple(key.split(".")) if key.startswith(_DESIRED) else (key,)


def _name(names: tuple[str, ...]) -> str:
    """Return what a value is called: that of a variable as the variable, registry credentials as passwords."""
    *_, credentials, around, name = ("", "", "", *names)
    if credentials.lower() == _CREDENTIALS and name.lower() in _CREDENTIAL_PARTS:
        return "password"
    return around if name.lower().endswith("value") and is_secret_name(around) else name


def _in_string(view: View, node: Node, slices: Iterable[tuple[int, int]]) -> Iterator[Secret]:
    for start, end in slices:
        span = view.outward(decoded_part(view.text, node, Span(start, end)))
        yield Secret(node.value[start:end], span, node.value[max(0, start - _BEFORE) : start])


def _in_unread_options(module: Module) -> Iterator[Secret]:
    """Yield the secrets of createOptions that do not read, of the joined text and of each string that holds it."""
    options, settings = module.options, module.data.get("settings")
    if (options.data is not None and options.form != "joined") or not isinstance(settings, dict):
        return
    if options.fault and options.fault.span and options.fault.view.strings:
        yield from _in_text(options.fault.view, [options.fault.span.start])
    for key in settings:
        if key.lower().startswith("createoptions"):
            place = module.origin.resolve(("settings", key))
            node = node_at(place.view.tree, place.path)
            if node and node.kind == "string":
                yield from _in_string(place.view, node, ((start, end) for _, start, end in unread_secrets(node.value)))


def _in_text(view: View, faults: Sequence[int]) -> Iterator[Secret]:
    """Yield the secrets of a text that does not read, and the words at `faults` in them, which messages name."""
    for secret, start, end in unread_secrets(view.text):
        yield Secret(secret, view.outward(Span(start, end)))
        for offset in faults:
            words = (re.compile(word).match(view.text, offset) for word in _WORDS_IN_MESSAGES)
            for word in words if start <= offset < end else ():
                if word:
                    yield Secret(word[0], view.outward(Span(*word.span())))
