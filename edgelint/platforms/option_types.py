"""The JSON types that the runtime's model of createOptions takes: another value makes it refuse the whole deployment.

Executed with the agent of the preview. What is ignored inside HostConfig is typed from agent beta13 on, LogConfig and
NetworkingConfig are in every version.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from edgelint.json_text.nodes import Path, written_key
from edgelint.json_text.placeholders import has_placeholder
from edgelint.platforms import docker_options
from edgelint.platforms.runtime_types import ITEMS, takes


class Typed(NamedTuple):
    """A value where the runtime wants a type.

    `path` leads to it as written from where the search began, `names` with Docker's and Kubernetes' spelling.
    """

    path: Path
    names: Path
    option: str
    type: str
    value: Any
    fits: bool


def typed_values(option: str, value: Any, path: Path = (), names: Path = ()) -> Iterator[Typed]:
    """Yield each typed value of what stands at an option, itself first; what does not fit is not looked into.

    A placeholder fits. Keys may be spelled in any letter case, and members that a later equal key replaces be keyed by
    their `Occurrence`.
    """
    known = docker_options.options().get(option)
    return _typed(option, known.type if known else "any", value, path, names)


def _typed(option: str, kind: str, value: Any, path: Path, names: Path) -> Iterator[Typed]:
    found = Typed(path, names, option, kind, value, _takes(kind, value))
    if kind != "any":
        yield found
    if found.fits and isinstance(value, list):
        yield from _in_items(found)
    elif found.fits and isinstance(value, dict):
        yield from _in_members(found)


def _in_items(around: Typed) -> Iterator[Typed]:
    option, kind = docker_options.items(around.option), ITEMS.get(around.type, "any")
    for index, item in enumerate(around.value):
        yield from _typed(option, kind, item, (*around.path, index), (*around.names, index))


def _in_members(around: Typed) -> Iterator[Typed]:
    for step, item in around.value.items():
        name = docker_options.spelling(around.option, written_key(step))
        option = docker_options.child(around.option, name)
        yield from typed_values(option, item, (*around.path, step), (*around.names, name))


def _takes(kind: str, value: Any) -> bool:
    return (isinstance(value, str) and has_placeholder(value)) or takes(kind, value)
