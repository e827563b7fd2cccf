"""The amounts that the agent reads from k8s-experimental."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.json_text.nodes import Path, at_path
from edgelint.json_text.placeholders import has_placeholder
from edgelint.manifests.manifest import Manifest, Module
from edgelint.manifests.typed_options import typed_options
from edgelint.platforms.option_types import Typed
from edgelint.platforms.quantities import read_amount
from edgelint.tables.rows import Row, Table, fields

# Where the name of what an amount belongs to stands: how many steps further out, and the member there.
_NAMES = {"sizeLimit": (2, "name"), "divisor": (1, "resource")}


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    for place, typed in typed_options(module.options):
        if typed.type == "quantity" and (typed.value is not None or typed.option.endswith(".*")):
            yield Row(_columns(module, typed), place)


def _columns(module: Module, typed: Typed) -> dict[str, Any]:
    kind, name = str(typed.names[-2]), str(typed.names[-1])
    if name in _NAMES:
        kind, name = name, _name(module, typed.path, *_NAMES[name]) or name
    return fields(module=module.name, list=kind, name=name, value=typed.value) | _read(typed.value)


def _name(module: Module, path: Path, outwards: int, member: str) -> str | None:
    around = at_path(module.options.data, path[:-outwards])
    found = next((value for key, value in around.items() if str(key).lower() == member), None)
    return found if isinstance(found, str) and found else None


def _read(value: Any) -> dict[str, Any]:
    if isinstance(value, str) and has_placeholder(value):
        return {}
    return fields(**read_amount(value)._asdict())


QUANTITIES = Table(
    "quantities",
    "One row for each amount under k8s-experimental.",
    {
        "module": "name of the module, absent for bare options",
        "list": "limits or requests (of an ephemeral volume too), sizeLimit (of an emptyDir volume) or divisor (of a downwardAPI "
        "file), of these two where it is not null",
        "name": "name of the resource or, of sizeLimit, of the volume, as written; the word sizeLimit or divisor where there is "
        "none",
        "value": "amount as written; absent for null",
        "form": "what the agent makes of it: quantity, blanks (it reads it without them), comma (it drops the comma), loose (it "
        "makes an amount of another spelling), negative (it garbles the amount), null (it reads 0) or none (it stops the "
        "deployment); absent where it holds a placeholder",
        "read": "the amount that the agent reads, where form is blanks, comma or loose",
    },
    {},
    of_module=_rows,
)
