"""The environment variables of a module: env and createOptions.Env alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.manifests.agent_variables import agent_variables
from edgelint.manifests.manifest import Manifest, Module
from edgelint.tables.rows import Row, Table, fields, key, options, part, place_of


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    rows = list(_all(module))
    last = {row.fields["name"]: index for index, row in enumerate(rows)}
    own = agent_variables(module)
    for index, row in enumerate(rows):
        name = row.fields["name"]
        lost = fields(replaced=last[name] != index or None, overwritten=name in own or None)
        yield row._replace(fields=row.fields | lost)


def _all(module: Module) -> Iterator[Row]:
    env = module.data.get("env")
    for name, entry in env.items() if isinstance(env, dict) else ():
        place = module.origin.resolve(("env", name))
        has_value = isinstance(entry, dict) and "value" in entry
        value = entry["value"] if has_value else entry
        yield Row(
            fields(module=module.name, list="env", name=name, renamed=_renamed(name), value=_text(value)),
            place,
            {"name": key(place), "value": module.origin.resolve(("env", name, "value")) if has_value else place},
        )
    items = options(module, "Env")
    for index, text in enumerate(items if isinstance(items, list) else ()):
        if isinstance(text, str) and text.find("=") > 0:
            place = place_of(module, "Env", index)
            name, _, value = text.partition("=")
            yield Row(
                fields(module=module.name, list="Env", name=name, renamed=_renamed(name), value=value),
                place,
                {"name": part(place, 0, len(name)), "value": part(place, len(name) + 1, len(text))},
            )


def _renamed(name: str) -> str | None:
    """Return a name with two underscores for each colon, where .NET reads both alike (it takes the first two of three)."""
    renamed = name.replace(":", "__")
    return renamed if ":" in name and renamed.replace("__", ":") == name.replace("__", ":") else None


def _text(value: Any) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int | float) else None


VARIABLES = Table(
    "variables",
    "One row for each environment variable, of the module's env first, then of createOptions.Env (the later wins).",
    {
        "module": "name of the module, absent for bare options",
        "list": "env or Env (createOptions.Env)",
        "name": "name as written; of Env what stands before the first =",
        "replaced": "true where a later row has the same name, so that this one has no effect; absent elsewhere",
        "overwritten": "true where the agent sets a variable of that name itself, so that this one has no effect; absent "
        "elsewhere",
        "renamed": "of a name with colons: the name with two underscores for each, where .NET reads that alike (behind another "
        "underscore it does not)",
        "value": "value as text (a number or boolean as the agent writes it); absent for null, lists and objects",
    },
    {"name": "the name", "value": "the value"},
    of_module=_rows,
)
