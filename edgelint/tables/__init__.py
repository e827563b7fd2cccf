"""Tables: what the domain knows about a manifest, as rows that rules select."""

from edgelint.tables.arguments import ARGUMENTS
from edgelint.tables.create_options import OPTIONS
from edgelint.tables.devices import DEVICES
from edgelint.tables.duplicates import DUPLICATES
from edgelint.tables.endpoints import ENDPOINTS
from edgelint.tables.faults import FAULTS, TEXTS
from edgelint.tables.mounts import MOUNTS
from edgelint.tables.names import NAMES
from edgelint.tables.ports import PORTS
from edgelint.tables.resources import RESOURCES
from edgelint.tables.routes import ROUTES
from edgelint.tables.rows import Row, Table
from edgelint.tables.strings import STRINGS
from edgelint.tables.variables import VARIABLES

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        MOUNTS,
        PORTS,
        VARIABLES,
        ARGUMENTS,
        ENDPOINTS,
        RESOURCES,
        DEVICES,
        STRINGS,
        NAMES,
        OPTIONS,
        ROUTES,
        FAULTS,
        TEXTS,
        DUPLICATES,
    )
}

__all__ = ["TABLES", "Row", "Table"]
