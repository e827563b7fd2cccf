"""The names of the modules and what Kubernetes makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.json_text.placeholders import has_placeholder
from edgelint.manifests.manifest import Manifest, Module
from edgelint.manifests.module_names import proposed_name
from edgelint.platforms.kubernetes import InvalidKubernetesName, is_dns_label, sanitize_k8s_value
from edgelint.tables.endpoints import host_names
from edgelint.tables.ports import PORTS
from edgelint.tables.rows import Row, Table, fields, key


def _rows(manifest: Manifest, module: Module) -> Iterator[Row]:
    if module.name is None:
        return
    place = module.origin.place
    assert PORTS.of_module is not None
    ports = any(_makes_service(row.fields) for row in PORTS.of_module(manifest, module))
    unknown = has_placeholder(module.name)
    kubernetes = None if unknown else _kubernetes_name(module.name)
    yield Row(
        fields(
            module=module.name,
            name=module.name,
            kind=module.kind,
            kubernetes=kubernetes,
            change=None if kubernetes is None else _change(module.name, kubernetes),
            label=None if kubernetes is None else is_dns_label(kubernetes),
            length=None if unknown else len(module.name) if kubernetes is None else len(kubernetes),
            ports=ports,
            proposal=None if unknown or module.kind == "system" else _proposal(manifest, module),
        ),
        key(place),
    )


def is_taken(manifest: Manifest, module: Module, name: str) -> bool:
    """Tell whether another module than this one is called `name`, on Kubernetes or in the file, or a twin is."""
    others = (other.name for other in manifest.modules if other is not module and other.name is not None)
    return name in manifest.data["twins"] or any(name in host_names(other) for other in others)


def _proposal(manifest: Manifest, module: Module) -> str | None:
    """Return the name that a module could have instead, where no other module has it or could have it likewise."""
    name = proposed_name(module.name or "")
    if name is None or is_taken(manifest, module, name):
        return None
    others = (other.name for other in manifest.modules if other is not module and other.kind == "user" and other.name)
    return None if any(proposed_name(other) == name for other in others) else name


def _makes_service(port: dict[str, Any]) -> bool:
    """Tell whether the agent makes a port of the Service of a row of ports; a HostPort from a placeholder will be one."""
    return "container" in port and ("number" in port or has_placeholder(port.get("text", "")))


def _kubernetes_name(name: str) -> str | None:
    try:
        return sanitize_k8s_value(name)
    except InvalidKubernetesName:
        return None


def _change(name: str, kubernetes: str) -> str:
    if name == kubernetes:
        return "none"
    return "case" if len(name) == len(kubernetes) else "characters"


NAMES = Table(
    "names",
    "One row for each module, at its key.",
    {
        "module": "name of the module",
        "name": "name as written (of a layered key the module's own name)",
        "kind": "user or system",
        "kubernetes": "name of its Deployment, Service, container and label (SanitizeK8sValue); may be empty; absent where "
        "the name holds a placeholder or has more than 253 characters",
        "change": "what becomes of the name: none, case (letter case alone) or characters (some are lost)",
        "label": "whether the Kubernetes name is a DNS-1123 label, as containers need it",
        "length": "characters of the Kubernetes name; of a name that gives none, its own",
        "proposal": "name that the module could have instead: small letters, a hyphen for what cannot stay; absent where "
        "that is none, begins with a digit or differs in letter case alone, where it is reserved or another module's, for "
        "system modules and placeholders",
        "ports": "whether the module gets a Service, which needs a name that starts with a letter",
    },
    {},
    of_module=_rows,
)
