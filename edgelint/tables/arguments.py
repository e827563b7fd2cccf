"""The arguments that a module's container is started with."""

from __future__ import annotations

from collections.abc import Iterator

from edgelint.manifests.manifest import Manifest, Module
from edgelint.tables.rows import Row, Table, fields, options, place_of


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    before = None
    for name in ("Entrypoint", "Cmd"):
        items = options(module, name)
        for index, item in enumerate(items if isinstance(items, list) else ()):
            text = item if isinstance(item, str) else None
            if text is not None:
                row = fields(module=module.name, list=name, text=text, before=before)
                yield Row(row, place_of(module, name, index))
            before = text


ARGUMENTS = Table(
    "arguments",
    "One row for each text of createOptions.Entrypoint, then of createOptions.Cmd, which run as one command.",
    {
        "module": "name of the module, absent for bare options",
        "list": "Entrypoint or Cmd",
        "text": "the argument",
        "before": "the argument before it, of Entrypoint for the first one of Cmd; absent where there is none",
    },
    {},
    of_module=_rows,
)
