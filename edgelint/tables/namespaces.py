"""With whom the container of a module shares what Linux keeps apart: memory, network, processes, names, users."""

from __future__ import annotations

from collections.abc import Iterator

from edgelint.json_text.placeholders import has_placeholder
from edgelint.manifests.manifest import Manifest, Module
from edgelint.tables.rows import Row, Table, fields, options, place_of

_NAMES = ("IpcMode", "NetworkMode", "PidMode", "UTSMode", "UsernsMode", "CgroupnsMode")


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    for name in _NAMES:
        value = options(module, "HostConfig", name)
        if isinstance(value, str) and value:
            mode, colon, target = value.partition(":")
            yield Row(
                fields(
                    module=module.name,
                    option=name,
                    value=value,
                    mode=None if has_placeholder(mode) else mode.lower(),
                    target=target if colon and not has_placeholder(target) else None,
                ),
                place_of(module, "HostConfig", name),
            )


NAMESPACES = Table(
    "namespaces",
    "One row for each IpcMode, NetworkMode, PidMode, UTSMode, UsernsMode and CgroupnsMode of HostConfig that holds a text.",
    {
        "module": "name of the module, absent for bare options",
        "option": "key in Docker's spelling, such as IpcMode",
        "value": "value as written",
        "mode": "what stands before the first colon, in lower case, such as host or container; absent for a placeholder",
        "target": "what stands behind the colon (of container the name of another module); absent for a placeholder",
    },
    {},
    of_module=_rows,
)
