"""The shapes of manifests that an example is embedded in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from edgelint.testing.embedding import Embedded, Embedding, UnfitError
from edgelint.testing.fragments import Fragment, missing_system_modules
from edgelint.testing.places import Path, Stand
from edgelint.testing.writings import (
    Writing,
    as_chunks,
    as_escaped_string,
    as_object,
    as_pretty_string,
    as_string,
    in_lower_case,
    in_upper_case,
)

_DESIRED = "properties.desired"
_GROUPS = {"system": "systemModules", "user": "modules"}
_RUNTIME_SETTINGS = {"minDockerVersion": "v1.25", "loggingOptions": ""}
_RUNTIME = {"type": "docker", "settings": _RUNTIME_SETTINGS}
_AGENT = {"schemaVersion": "1.1"}
_CREDENTIALS = "registryCredentials"
_HUB = {"schemaVersion": "1.1", "storeAndForwardConfiguration": {"timeToLiveSecs": 7200}}
# A document of nothing but createOptions is one only with one of these (the contract of standard input).
_BARE = ("hostconfig", "k8s-experimental", "env", "exposedports", "cmd", "entrypoint", "labels")


class Shape(NamedTuple):
    """A shape: who builds it, how createOptions are written, where the manifest stands, what stands beside it."""

    build: Callable[[Fragment, Shape], Embedded]
    writing: Writing = as_string
    path: Path = ("modulesContent",)
    beside: Mapping[str, Any] = {}


def embed(fragment: Fragment, name: str) -> Embedded:
    """Return the document of a shape that holds a fragment; raises UnfitError where the shape cannot."""
    embedded = hold(fragment, name)
    if SHAPES[name].writing not in (as_string, as_object) and embedded == hold(fragment, "string"):
        raise UnfitError("no createOptions to write otherwise")
    return embedded


def hold(fragment: Fragment, name: str) -> Embedded:
    """Return the document of a shape, also where it is the same as in the shape `string`; raises UnfitError."""
    shape = SHAPES[name]
    return shape.build(fragment, shape)


def _deployment(fragment: Fragment, shape: Shape) -> Embedded:
    embedding = Embedding(shape.path)
    hub = (*shape.path, "$edgeHub", _DESIRED)
    content: dict[str, Any] = {
        "$edgeAgent": {_DESIRED: _agent(embedding, fragment, shape.writing, (*shape.path, "$edgeAgent", _DESIRED))},
        "$edgeHub": {_DESIRED: {**_HUB, "routes": fragment.routes}},
        **{name: {_DESIRED: twin} for name, twin in fragment.twins.items()},
    }
    embedding.stands["routes",] = Stand((*hub, "routes"), "routes", fragment.routes)
    for name, twin in fragment.twins.items():
        embedding.stands["twins", name] = Stand((*shape.path, name, _DESIRED), _DESIRED, twin)
    return embedding.embedded(content, shape.beside)


def _layered(fragment: Fragment, shape: Shape) -> Embedded:
    if any(module.kind == "system" for module in fragment.modules):
        raise UnfitError("layered manifests hold no system modules")
    embedding = Embedding(shape.path)
    content: dict[str, dict[str, Any]] = {}
    for module in fragment.modules:
        key = _dotted("modules", module.name)
        data = embedding.module(module, shape.writing, (*shape.path, "$edgeAgent", key))
        content.setdefault("$edgeAgent", {})[key] = data
    for name, credential in fragment.credentials.items():
        key = _dotted("runtime", "settings", _CREDENTIALS, name)
        content.setdefault("$edgeAgent", {})[key] = credential
        embedding.stands[_CREDENTIALS, name] = Stand((*shape.path, "$edgeAgent", key), name, credential)
    for name, route in fragment.routes.items():
        key = _dotted("routes", name)
        content.setdefault("$edgeHub", {})[key] = route
        embedding.stands["routes", name] = Stand((*shape.path, "$edgeHub", key), name, route)
    for name, twin in fragment.twins.items():
        content[name] = {_dotted(member): value for member, value in twin.items()}
        for member, value in twin.items():
            path = (*shape.path, name, _dotted(member))
            embedding.stands["twins", name, member] = Stand(path, member, value)
    if not any(content.values()):
        raise UnfitError("nothing is left to hold")
    return embedding.embedded(content, shape.beside)


def _dotted(*names: str) -> str:
    if any("." in name for name in names):
        raise UnfitError("a dot parts two keys")
    return ".".join((_DESIRED, *names))


def _twin(fragment: Fragment, shape: Shape) -> Embedded:
    if fragment.routes or fragment.twins:
        raise UnfitError("the twin of edgeAgent holds neither routes nor other twins")
    embedding = Embedding(shape.path)
    return embedding.embedded(_agent(embedding, fragment, shape.writing, shape.path), shape.beside)


def _bare(fragment: Fragment, shape: Shape) -> Embedded:
    options = fragment.modules[0].options if fragment.bare else None
    if not isinstance(options, dict) or not _speaks_for_itself(options):
        raise UnfitError("more or less than createOptions that speak for themselves")
    path = (*fragment.start, "createOptions")
    return Embedded(options, {path: Stand((), None, options, option="")})


def _speaks_for_itself(options: Mapping[str, Any]) -> bool:
    return any(key.lower() in _BARE and isinstance(value, dict | list | str) for key, value in options.items())


def _agent(embedding: Embedding, fragment: Fragment, writing: Writing, path: Path) -> dict[str, Any]:
    """Return the desired properties of edgeAgent, which stand at a path."""
    groups: dict[str, dict[str, Any]] = {"systemModules": {}, "modules": {}}
    for module in missing_system_modules(fragment.modules):
        place = (*path, "systemModules", module.name)
        groups["systemModules"][module.name] = Embedding(path).module(module, as_string, place)
        embedding.added.append(place)
    for module in fragment.modules:
        group = _GROUPS[module.kind]
        groups[group][module.name] = embedding.module(module, writing, (*path, group, module.name))
    return {**_AGENT, "runtime": _runtime(embedding, fragment.credentials, (*path, "runtime")), **groups}


def _runtime(embedding: Embedding, credentials: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """Return the runtime of edgeAgent, which stands at a path, with the credentials for registries."""
    if not credentials:
        return _RUNTIME
    embedding.stands[_CREDENTIALS,] = Stand((*path, "settings", _CREDENTIALS), _CREDENTIALS, credentials)
    return {**_RUNTIME, "settings": {**_RUNTIME_SETTINGS, _CREDENTIALS: credentials}}


SHAPES: dict[str, Shape] = {
    "object": Shape(_deployment, as_object, beside={"$schema-template": "4.0.0"}),
    "string": Shape(_deployment),
    "chunks": Shape(_deployment, as_chunks),
    "pretty-string": Shape(_deployment, as_pretty_string),
    "escaped-string": Shape(_deployment, as_escaped_string),
    "layered": Shape(_layered),
    "content": Shape(_deployment, path=("content", "modulesContent"), beside={"id": "line-1", "priority": 10}),
    "legacy": Shape(_deployment, path=("moduleContent",)),
    "twin": Shape(_twin, path=("properties", "desired"), beside={"moduleId": "$edgeAgent", "version": 7}),
    "nested": Shape(_deployment, path=("resources", 0, "manifest", "modulesContent"), beside={"apiVersion": "1"}),
    "bare": Shape(_bare),
    "lower-case": Shape(_deployment, in_lower_case),
    "upper-case": Shape(_deployment, in_upper_case),
}
"""The shapes by their names, in the order in which they are run."""
