"""What Kubernetes expands in variables and commands: $(NAME), and two dollars that become one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from edgelint.json_text.views import Place
from edgelint.manifests.agent_variables import agent_variables
from edgelint.manifests.manifest import Manifest, Module
from edgelint.tables.arguments import ARGUMENTS
from edgelint.tables.rows import Row, Table, fields, part
from edgelint.tables.variables import VARIABLES

_DOLLARS = re.compile(r"\$+")
_NAME = re.compile(r"\(([^)]*)\)")
_WRITTEN_FOR_KUBERNETES = 4


class _Text(NamedTuple):
    """A text that Kubernetes expands: `sure` are the variables that it knows there, `perhaps` those that it may know."""

    list: str
    text: str
    place: Place
    sure: set[str]
    perhaps: set[str]


def _rows(manifest: Manifest, module: Module) -> Iterator[Row]:
    for found in _texts(manifest, module):
        start = found.place.span.start if found.place.mark == "part" and found.place.span else 0
        for run in _DOLLARS.finditer(found.text):
            row, end = _expansion(found, run)
            if row is not None:
                place = part(found.place, start + run.start(), start + end)
                yield Row(fields(module=module.name, list=found.list) | row, found.place, {"text": place})


def _texts(manifest: Manifest, module: Module) -> Iterator[_Text]:
    """Yield the texts in the order in which the agent writes them; that of env is another one in each of its runs."""
    assert VARIABLES.of_module is not None
    assert ARGUMENTS.of_module is not None
    variables = list(VARIABLES.of_module(manifest, module))
    names = {row.fields["name"] for row in variables if row.fields["list"] == "env"}
    sure: set[str] = set()
    for row in variables:
        name, value = row.fields["name"], row.fields.get("value")
        if row.fields["list"] == "Env":
            sure |= names
        if value is not None and "replaced" not in row.fields and "overwritten" not in row.fields:
            perhaps = names - {name} if row.fields["list"] == "env" else set()
            yield _Text(row.fields["list"], value, row.parts["value"], set(sure), perhaps)
        names.add(name)
    everything = names | agent_variables(module)
    for row in ARGUMENTS.of_module(manifest, module):
        yield _Text(row.fields["list"], row.fields["text"], row.place, everything, set())


def _expansion(found: _Text, run: re.Match[str]) -> tuple[dict[str, str] | None, int]:
    """Return the columns of a run of dollars and the end of what it expands; none where it means nothing."""
    dollars, reference = run[0], _NAME.match(found.text, run.end())
    if len(dollars) == 1:
        return (_reference(found, reference), reference.end()) if reference else (None, 0)
    written = len(dollars) >= _WRITTEN_FOR_KUBERNETES or (reference is not None and len(dollars) % 2 == 0)
    if written or found.text.startswith("{", run.end()):
        return None, 0
    made = dollars[1:]
    return fields(kind="dollars", text=dollars, result=made, escaped=dollars * 2), run.end()


def _reference(found: _Text, match: re.Match[str]) -> dict[str, str]:
    name, text = match[1], "$" + match[0]
    expanded = "always" if name in found.sure else "sometimes" if name in found.perhaps else "never"
    return fields(kind="reference", text=text, name=name, expanded=expanded, escaped="$" + text)


EXPANSIONS = Table(
    "expansions",
    "One row for each $(NAME) and each $$ in the value of a variable, in Entrypoint and in Cmd, which Kubernetes expands and "
    "Docker does not. What is written for that already gives no row: $$(NAME), four dollars and more, and $${, which other "
    "tools read.",
    {
        "module": "name of the module, absent for bare options",
        "list": "env, Env (createOptions.Env), Entrypoint or Cmd",
        "kind": "reference ($(NAME)) or dollars ($$ and $$$)",
        "text": "the reference or the dollars as written",
        "name": "of a reference: name of the variable",
        "expanded": "of a reference: always, sometimes (both stand in env, which the agent writes in an order of its own) or "
        "never (Kubernetes knows no such variable there and keeps the text)",
        "result": "of dollars: what Kubernetes makes of them",
        "escaped": "what to write so that Kubernetes gives the text as it is",
    },
    {"text": "the reference or the dollars"},
    of_module=_rows,
)
