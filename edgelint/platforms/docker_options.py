"""The create options of Docker: how each is spelled, what asks for nothing, what the Kubernetes agent makes of it."""

import json
import os
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

KUBERNETES_SECTION = "k8s-experimental"

MERGED = frozenset({"Env", "ExposedPorts", "HostConfig", "Image", "Labels", "NetworkingConfig"})
"""The members of createOptions that may stand twice, in two spellings too: the runtime fills them from both."""


class Option(NamedTuple):
    """One create option.

    `option` is its path: keys joined by dots, `[]` behind a list whose items are meant, `*` for a key of the user.
    `children` is known (its members, or those of its items, are options too), open (the user chooses the keys) or none.
    `type` is what the runtime takes there, in the words of `runtime_types`. `default` holds the values that ask for
    nothing. `kubernetes` is what becomes of any other value: translated (it has the effect that it has with Docker),
    altered (it has another one) or ignored. `advice` is one sentence, without a full stop, on what to use instead. `rule`
    is the code of the rule that reports the option, or "" where none does or a report on an option around it says all.
    `severity` is how much an ignored value matters: warning, info or "". `source` is how that is known: executed (the
    agent was run with it), model (the source of the agent's model), client (that of the Kubernetes client in it) or
    docker (Docker's API alone has it).
    """

    option: str
    children: str
    type: str
    default: tuple[object, ...]
    kubernetes: str
    advice: str
    rule: str
    severity: str
    source: str


class Level(NamedTuple):
    """The members of one object: `members` from key to option path, `names` from lower-case key to canonical key."""

    members: Mapping[str, str]
    names: Mapping[str, str]


@lru_cache(maxsize=1)
def options() -> Mapping[str, Option]:
    """Return all create options by their paths."""
    with open(os.path.join(os.path.dirname(__file__), "create_options.json"), encoding="utf-8") as file:
        rows: list[dict[str, Any]] = json.load(file)
    return {row["option"]: _option(row) for row in rows}


@lru_cache(maxsize=1)
def levels() -> Mapping[str, Level]:
    """Return the members of each object whose members are options, by its path; "" is createOptions itself.

    The runtime finds its section `k8s-experimental` in that spelling only, so `names` leaves it out.
    """
    members: dict[str, dict[str, str]] = {}
    for path in options():
        parent, _, key = path.rpartition(".")
        if key != "*":
            members.setdefault(parent, {})[key] = path
    return {
        parent: Level(paths, {key.lower(): key for key in paths if key != KUBERNETES_SECTION})
        for parent, paths in members.items()
    }


def spelling(parent: str, key: str) -> str:
    """Return the canonical spelling of `key` in the object at `parent`, or `key` itself where it is no option.

    Letter case is ignored in ASCII alone, as by the runtime.
    """
    level = levels().get(parent)
    if level is None or not key.isascii():
        return key
    return level.names.get(key.lower(), key)


def child(parent: str, key: str) -> str:
    """Return the option path of the member `key` (in canonical spelling) of the object at `parent`.

    A key that is no option gives a path that no option has: its name is `?`, so that a dot in it cannot mislead.
    """
    if is_open(parent):
        return parent + ".*"
    level = levels().get(parent)
    path = None if level is None else level.members.get(key)
    if path is not None:
        return path
    return f"{parent}.?" if parent else "?"


def items(path: str) -> str:
    """Return the option path of the items of the list at `path`."""
    return path + "[]"


def is_open(path: str) -> bool:
    """Tell whether the keys of the object at `path` are the user's own."""
    option = options().get(path)
    return option is not None and option.children == "open"


def is_typed(parent: str, key: str) -> bool:
    """Tell whether the runtime wants a type of the member `key` (in canonical spelling) of the object at `parent`."""
    option = options().get(child(parent, key))
    return option is not None and option.type != "any"


def _option(row: dict[str, Any]) -> Option:
    return Option(kubernetes=row.pop("class"), default=tuple(row.pop("default")), **row)
