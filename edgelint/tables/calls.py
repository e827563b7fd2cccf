"""Who calls a module: the endpoints of other modules that name it."""

from __future__ import annotations

from collections.abc import Iterator

from edgelint.manifests.manifest import Manifest
from edgelint.tables.endpoints import ENDPOINTS
from edgelint.tables.rows import Row, Table, fields


def _rows(manifest: Manifest) -> Iterator[Row]:
    assert ENDPOINTS.of_manifest is not None
    for row in ENDPOINTS.of_manifest(manifest):
        if "target" in row.fields:
            called = fields(
                module=row.fields["target"],
                caller=row.fields.get("module"),
                text=row.fields["text"],
                host=row.fields["host"],
                port=row.fields.get("port"),
                implied=row.fields.get("implied"),
            )
            yield row._replace(fields=called)


CALLS = Table(
    "calls",
    "One row for each endpoint by which another module calls this one, wherever in the manifest it stands.",
    {
        "module": "name of the module that is called",
        "caller": "name of the module in which the text stands",
        "text": "the whole text",
        "host": "host as written",
        "port": "port as written, else the usual one of the scheme; absent where there is none, or a placeholder",
        "implied": "true where the port is not written; absent elsewhere",
    },
    {"host": "the host", "port": "the port"},
    of_manifest=_rows,
)
