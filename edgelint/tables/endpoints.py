"""What a module calls: every host:port and URL host in its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from edgelint.kubernetes import InvalidKubernetesName, sanitize_k8s_value
from edgelint.manifest import Manifest, Module
from edgelint.tables.rows import Row, Table, fields, part
from edgelint.tables.strings import STRINGS

# Ports that clients use where the URL names none (IANA); grpc has none.
_PORTS = {"http": 80, "https": 443, "rtsp": 554, "amqp": 5672, "amqps": 5671, "mqtt": 1883, "mqtts": 8883}
_PORTS |= {"redis": 6379, "postgres": 5432, "postgresql": 5432, "ws": 80, "wss": 443}
_NAME = r"[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?"
_ENDPOINT = (
    rf"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?:[^@/\s]*@)?(?P<url_host>{_NAME})(?::(?P<url_port>\d{{1,5}})(?!\d))?"
    rf"|(?<![A-Za-z0-9_.:@/$-])(?!\d+:)(?P<host>{_NAME}):(?P<port>\d{{1,5}})(?!\w|:|[.-]\w)"
)


class _Endpoint(NamedTuple):
    host: tuple[int, int]
    port: tuple[int, int] | None
    scheme: str | None


def _rows(manifest: Manifest) -> Iterator[Row]:
    names = _names(manifest)
    assert STRINGS.of_manifest is not None
    for row in STRINGS.of_manifest(manifest):
        if row.fields["source"] in ("env", "createOptions", "twin"):
            yield from _found(row, names)


def _found(row: Row, names: dict[str, str]) -> Iterator[Row]:
    text, module = row.fields["text"], row.fields.get("module")
    for found in _endpoints(text):
        host = text[slice(*found.host)]
        target = names.get(host.lower())
        port = int(text[slice(*found.port)]) if found.port else _PORTS.get((found.scheme or "").lower())
        parts = {"host": part(row.place, *found.host)}
        if found.port:
            parts["port"] = part(row.place, *found.port)
        yield Row(
            fields(
                module=module,
                text=text,
                host=host,
                port=port,
                scheme=found.scheme,
                target=None if target == module else target,
            ),
            row.place,
            parts,
        )


def _endpoints(text: str) -> Iterator[_Endpoint]:
    if ":" not in text:
        return
    for match in _pattern().finditer(text):
        if match["scheme"]:
            port = match.span("url_port") if match["url_port"] else None
            yield _Endpoint(match.span("url_host"), port, match["scheme"])
        else:
            yield _Endpoint(match.span("host"), match.span("port"), None)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_ENDPOINT)


def _names(manifest: Manifest) -> dict[str, str]:
    """Map what a module can be called by, its own and its DNS name in lower case, to its name."""
    names: dict[str, str] = {}
    for module in manifest.modules:
        if module.name is not None:
            for name in (module.name.lower(), _dns_name(module)):
                names.setdefault(name, module.name)
    return names


def _dns_name(module: Module) -> str:
    try:
        return sanitize_k8s_value(module.name or "")
    except InvalidKubernetesName:
        return ""


ENDPOINTS = Table(
    "endpoints",
    "One row for each host:port and each URL host in env, createOptions and twins.",
    {
        "module": "name of the module in which the text stands, absent for bare options",
        "text": "the whole text",
        "host": "host as written",
        "port": "port as written, else the usual one of the scheme; absent where there is none",
        "scheme": "scheme of the URL as written; absent for host:port",
        "target": "name of the other module that the host names (letter case does not matter, as in DNS); absent for all else",
    },
    {"host": "the host", "port": "the port"},
    of_manifest=_rows,
)
