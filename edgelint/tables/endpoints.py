"""What a module calls: every host:port and URL host in the texts that its container or its twin gets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from edgelint.json_text.views import Place
from edgelint.manifests.manifest import Manifest, Module
from edgelint.platforms.kubernetes import InvalidKubernetesName, sanitize_k8s_value
from edgelint.tables.rows import Row, Table, fields, options, part
from edgelint.tables.strings import walk

# Ports that clients use where the URL names none (IANA); grpc has none.
_PORTS = {"http": 80, "https": 443, "rtsp": 554, "amqp": 5672, "amqps": 5671, "mqtt": 1883, "mqtts": 8883}
_PORTS |= {"redis": 6379, "postgres": 5432, "postgresql": 5432, "ws": 80, "wss": 443}
_NAME = r"(?>[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?)"
_NO_PLACEHOLDER = r"(?![${%]|#\{|<(?!/))"
_ENDPOINT = (
    rf"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?:[^@/\s]*@)?(?P<url_host>{_NAME}\.?+)(?!-){_NO_PLACEHOLDER}"
    rf"(?P<colon>:(?:(?P<url_port>\d{{1,5}})(?!\w){_NO_PLACEHOLDER})?)?"
    rf"|(?<![A-Za-z0-9_.:@/$}})>%-])(?!\d+:)(?P<host>{_NAME}\.?+):(?P<port>\d{{1,5}})(?!\w|:|[.-]\w){_NO_PLACEHOLDER}"
)
_OPTIONS = ("Env", "Cmd", "Entrypoint")


class _Endpoint(NamedTuple):
    host: tuple[int, int]
    port: tuple[int, int] | None
    scheme: str | None
    usual: int | None = None


def _rows(manifest: Manifest) -> Iterator[Row]:
    names = _names(manifest)
    for module, place, text in _texts(manifest):
        yield from _found(module, place, text, names)


def _texts(manifest: Manifest) -> Iterator[tuple[str | None, Place, str]]:
    """Yield the texts that may name another module, each with the module that it belongs to."""
    for module in manifest.modules:
        yield from _of_module(module)
        if module.name is not None and module.kind == "user":
            yield from _of_twin(manifest, module.name)
    names = {module.name for module in manifest.modules if module.kind == "user"}
    for name in manifest.data["twins"]:
        if name not in names:
            yield from _of_twin(manifest, name)


def _of_module(module: Module) -> Iterator[tuple[str | None, Place, str]]:
    """Yield the texts of a module, but not those of variables that name an image, whose tag looks like a port."""
    for path, text in walk(module.data.get("env"), ("env",)):
        if "image" not in str(path[1:2]).lower():
            yield module.name, module.origin.resolve(path), text
    for option in _OPTIONS:
        for path, text in walk(options(module, option), ("createOptions", option)):
            if option != "Env" or "image" not in text.partition("=")[0].lower():
                yield module.name, module.origin.resolve(path), text


def _of_twin(manifest: Manifest, name: str) -> Iterator[tuple[str | None, Place, str]]:
    for path, text in walk(manifest.data["twins"].get(name), ("twins", name)):
        yield name, manifest.origin.resolve(path), text


def _found(module: str | None, place: Place, text: str, names: dict[str, str]) -> Iterator[Row]:
    for found in _endpoints(text):
        host = text[slice(*found.host)]
        target = names.get(host.lower().removesuffix("."))
        parts = {"host": part(place, *found.host)}
        if found.port:
            parts["port"] = part(place, *found.port)
        yield Row(
            fields(
                module=module,
                text=text,
                host=host,
                port=int(text[slice(*found.port)]) if found.port else found.usual,
                implied=True if found.usual else None,
                scheme=found.scheme,
                target=None if target == module else target,
            ),
            place,
            parts,
        )


def _endpoints(text: str) -> Iterator[_Endpoint]:
    if ":" not in text:
        return
    for match in _pattern().finditer(text):
        if match["scheme"]:
            port = match.span("url_port") if match["url_port"] else None
            usual = None if match["colon"] else _PORTS.get(match["scheme"].lower())
            yield _Endpoint(match.span("url_host"), port, match["scheme"], usual)
        else:
            yield _Endpoint(match.span("host"), match.span("port"), None)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_ENDPOINT)


def _names(manifest: Manifest) -> dict[str, str]:
    """Map what the modules can be called by to their names."""
    names: dict[str, str] = {}
    for module in manifest.modules:
        if module.name is not None:
            for name in host_names(module.name):
                names.setdefault(name, module.name)
    return names


def host_names(name: str) -> tuple[str, str]:
    """Return what the module of a name can be called by, in lower case: its own name and its DNS name, perhaps empty."""
    try:
        return name.lower(), sanitize_k8s_value(name)
    except InvalidKubernetesName:
        return name.lower(), ""


ENDPOINTS = Table(
    "endpoints",
    "One row for each host:port and each URL host in env, createOptions.Env, Cmd, Entrypoint and twins.",
    {
        "module": "name of the module in which the text stands, absent for bare options",
        "text": "the whole text",
        "host": "host as written",
        "port": "port as written, else the usual one of the scheme; absent where there is none, or a placeholder",
        "implied": "true where the port is not written; absent elsewhere",
        "scheme": "scheme of the URL as written; absent for host:port",
        "target": "name of the other module that the host names (letter case does not matter, as in DNS); absent for all else",
    },
    {"host": "the host", "port": "the port"},
    of_manifest=_rows,
)
