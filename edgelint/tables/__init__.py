"""Tables: what the domain knows about a manifest, as rows that rules select."""

from edgelint.tables.arguments import ARGUMENTS
from edgelint.tables.calls import CALLS
from edgelint.tables.chunks import CHUNKS
from edgelint.tables.create_options import OPTIONS
from edgelint.tables.devices import DEVICES
from edgelint.tables.docker_limits import DOCKER_LIMITS
from edgelint.tables.duplicates import DUPLICATES
from edgelint.tables.endpoints import ENDPOINTS
from edgelint.tables.entries import ENTRIES
from edgelint.tables.expansions import EXPANSIONS
from edgelint.tables.faults import FAULTS, TEXTS
from edgelint.tables.images import IMAGES
from edgelint.tables.kubernetes_members import KUBERNETES_MEMBERS
from edgelint.tables.labels import LABELS
from edgelint.tables.members import MEMBERS
from edgelint.tables.mounts import MOUNTS
from edgelint.tables.names import NAMES
from edgelint.tables.namespaces import NAMESPACES
from edgelint.tables.placeholders import PLACEHOLDERS
from edgelint.tables.ports import PORTS
from edgelint.tables.quantities import QUANTITIES
from edgelint.tables.registries import REGISTRIES
from edgelint.tables.resources import RESOURCES
from edgelint.tables.routes import ROUTES
from edgelint.tables.rows import Row, Table
from edgelint.tables.runtime_members import RUNTIME_MEMBERS
from edgelint.tables.strings import STRINGS
from edgelint.tables.tmpfs import TMPFS
from edgelint.tables.typed_values import TYPED_VALUES
from edgelint.tables.unknown_keys import UNKNOWN_KEYS
from edgelint.tables.variables import VARIABLES
from edgelint.tables.volumes import VOLUMES

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        MOUNTS,
        VOLUMES,
        PORTS,
        VARIABLES,
        ARGUMENTS,
        EXPANSIONS,
        ENDPOINTS,
        CALLS,
        KUBERNETES_MEMBERS,
        RESOURCES,
        QUANTITIES,
        DOCKER_LIMITS,
        DEVICES,
        TMPFS,
        NAMESPACES,
        STRINGS,
        IMAGES,
        NAMES,
        LABELS,
        OPTIONS,
        TYPED_VALUES,
        UNKNOWN_KEYS,
        ROUTES,
        REGISTRIES,
        FAULTS,
        TEXTS,
        CHUNKS,
        MEMBERS,
        RUNTIME_MEMBERS,
        ENTRIES,
        PLACEHOLDERS,
        DUPLICATES,
    )
}

__all__ = ["TABLES", "Row", "Table"]
