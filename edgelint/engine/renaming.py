"""Where a manifest names one of its modules: the places that a renaming changes.

Names of identities (keys, routes, broker) count in their own letter case, hosts in any, as in DNS.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.engine.scope import Scope
from edgelint.json_text.nodes import at_path, node_at
from edgelint.json_text.placeholders import find_placeholders, is_placeholder
from edgelint.json_text.text import Span
from edgelint.json_text.views import Origin, Place
from edgelint.manifests.manifest import Manifest, Module
from edgelint.manifests.module_names import is_same_name, unfit_name
from edgelint.manifests.option_keys import option_keys
from edgelint.manifests.sections import desired
from edgelint.rule_files.rules import Selector
from edgelint.tables.endpoints import host_names
from edgelint.tables.names import is_taken
from edgelint.tables.rows import key, options, part, place_of
from edgelint.tables.strings import walk

_DESIRED = "properties.desired"
_SYSTEM = ("$edgeAgent", "$edgeHub")
_SYSTEM_HOSTS = ("edgeagent", "edgehub")
_CONTAINER = "container:"
_UNREAD = ("broken", "not-object", "encoded-twice", "placeholder")
# What may stand behind a host: all else makes it another one.
_BEHIND_HOST = ":/?#,;|&\"'`<>()[]{}\\"


def unfit(manifest: Manifest, module: Module, name: str) -> str:
    """Return why a module cannot be renamed to `name`, "" where it can."""
    if is_same_name(name, module.name or ""):
        return f"{name} differs from {module.name} in nothing but letter case"
    if reason := unfit_name(name):
        return reason
    if is_taken(manifest, module, name):
        return f"another module or twin is called {name}"
    return _unread(manifest, str(module.name))


def _unread(manifest: Manifest, name: str) -> str:
    """Return where a name of a module may stand in createOptions that cannot be read, "" where it does not."""
    for module in (each for each in manifest.modules if each.options.state in _UNREAD):
        text = _raw_options(module).lower()
        if any(each and each in text for each in host_names(name)):
            return f"the createOptions of {module.name} cannot be read, and {name} stands in them"
    return ""


def _raw_options(module: Module) -> str:
    """Return all that stands in the createOptions of a module, the strings joined as the runtime joins them."""
    settings = module.data.get("settings")
    values = [settings[key] for key in option_keys(settings)] if isinstance(settings, dict) else []
    return "".join(text for value in values for _, text in walk(value, ()))


def named_places(scope: Scope, module: Module) -> list[Place]:
    """Return the places that name a user module of the whole manifest: keys, and parts of strings.

    None where a key of it stands twice in one object, for the lost one would come back.
    """
    name, manifest = str(module.name), scope.manifest
    keys = [*_module_keys(manifest, name), *_twin_key(manifest, name)]
    if any(_stands_twice(place) for place in keys):
        return []
    found = [*keys, *_hosts(scope, module)]
    if name not in _SYSTEM:
        found += [*_routes(scope, name), *_identities(manifest, name)]
    if not any(other.name == name and other is not module for other in manifest.modules):
        found += [place for each in manifest.modules for place in _containers(each, name)]
    return found


def _module_keys(manifest: Manifest, name: str) -> Iterator[Place]:
    """Yield the keys of a module: its own, those of a layered one with all that lies below."""
    content = manifest.origin.place
    if manifest.shape == "twin":
        yield key(_below(content, "modules", name))
        return
    place = _below(content, "$edgeAgent")
    for written, value in _data(place).items():
        if written != _DESIRED and not written.startswith(f"{_DESIRED}."):
            continue
        steps, wanted = tuple(written.split(".")[2:]), ("modules", name)
        if steps[:2] == wanted:
            start = len(f"{_DESIRED}.modules.")
            yield _below(place, written)._replace(mark="key", span=Span(start, start + len(name)))
        elif steps == wanted[: len(steps)] and _holds(value, wanted[len(steps) :]):
            yield key(_below(place, written, *wanted[len(steps) :]))


def _twin_key(manifest: Manifest, name: str) -> Iterator[Place]:
    if name in manifest.data["twins"]:
        yield key(_below(manifest.origin.place, name))


def _routes(scope: Scope, name: str) -> Iterator[Place]:
    for hit in scope.select(Selector("$.routes[*]", [["field", "routes"], ["all"]])):
        if hit.value.get("target") == name:
            yield hit.mark("target")


def _identities(manifest: Manifest, name: str) -> Iterator[Place]:
    """Yield the names of a module in the identities of the MQTT broker, `<hub>/<device>/<module>`."""
    hub, origin = _hub(manifest)
    for path, text in walk(hub.get("mqttBroker"), ("mqttBroker",)):
        before, _, last = text.rpartition("/")
        if "identities" in path and last == name and _is_device(before):
            yield part(origin.resolve(path), len(text) - len(name), len(text))


def _is_device(text: str) -> bool:
    """Tell whether the front of an identity names a device, and not the hub alone."""
    if "/" in text:
        return True
    return bool(text) and "." not in text and ("device" in text.lower() or not is_placeholder(text))


def _hub(manifest: Manifest) -> tuple[dict[str, Any], Origin]:
    place = manifest.origin.place
    if manifest.shape == "twin":
        return _data(place), Origin(place, {})
    return desired(_data(place).get("$edgeHub"), _below(place, "$edgeHub"))


def _containers(module: Module, name: str) -> Iterator[Place]:
    """Yield where the createOptions of a module name the container of another one."""
    for option in ("IpcMode", "NetworkMode", "PidMode"):
        if options(module, "HostConfig", option) == _CONTAINER + name:
            place = place_of(module, "HostConfig", option)
            yield part(place, len(_CONTAINER), len(_CONTAINER) + len(name))
    yield from _first_words(module, ("HostConfig", "VolumesFrom"), name)
    yield from _first_words(module, ("HostConfig", "Links"), name)
    networks = options(module, "NetworkingConfig", "EndpointsConfig")
    for network in networks if isinstance(networks, dict) else ():
        yield from _first_words(module, ("NetworkingConfig", "EndpointsConfig", network, "Links"), name)


def _first_words(module: Module, path: tuple[str, ...], name: str) -> Iterator[Place]:
    """Yield the container in front of the colon, if there is one, of each item of a list."""
    items = options(module, *path)
    for index, text in enumerate(items if isinstance(items, list) else ()):
        if isinstance(text, str) and text.partition(":")[0] in (name, f"/{name}"):
            start = text.index(name)
            yield part(place_of(module, *path, index), start, start + len(name))


def _hosts(scope: Scope, module: Module) -> Iterator[Place]:
    """Yield the hosts by which variables, arguments and twins call a module."""
    own = host_names(str(module.name))
    for hit in scope.select(Selector("$.endpoints[*]", [["field", "endpoints"], ["all"]])):
        host, place = hit.value["host"], hit.mark("host")
        called = host.lower() in own and _is_no_other(host, module, scope.manifest)
        if called and place.span and _stands_alone(hit.value["text"], place.span):
            yield place


def _is_no_other(host: str, module: Module, manifest: Manifest) -> bool:
    """Tell whether one of its names does not mean another module; of several called alike each has its own in its case."""
    others = [str(other.name) for other in manifest.modules if other is not module]
    known = host.lower()
    if known in _SYSTEM_HOSTS or host in others:
        return False
    return host == module.name or not any(known in host_names(other) for other in others)


def _stands_alone(text: str, span: Span) -> bool:
    """Tell whether a host ends where it seems to, and no placeholder is a part of it."""
    before, behind = text[: span.start][-1:], text[span.end : span.end + 1]
    around = [each for each in find_placeholders(text) if each.start <= span.end and span.start <= each.end]
    return not around and not before.isalnum() and (behind.isspace() or behind in _BEHIND_HOST)


def _stands_twice(place: Place) -> bool:
    reading = place.view.reading
    if reading is None or not reading.duplicates:
        return False
    parent = node_at(place.view.tree, place.path[:-1])
    return parent is not None and sum(member.key.value == place.path[-1] for member in parent.children) > 1


def _holds(value: Any, path: tuple[str, ...]) -> bool:
    for step in path:
        if not isinstance(value, dict) or step not in value:
            return False
        value = value[step]
    return True


def _data(place: Place) -> dict[str, Any]:
    """Return the object that stands at a place of the file, an empty one where none does."""
    reading = place.view.reading
    try:
        data = at_path(reading.data if reading else None, place.path)
    except (KeyError, IndexError, TypeError):
        return {}
    return data if isinstance(data, dict) else {}


def _below(place: Place, *path: str) -> Place:
    return place._replace(path=place.path + path)
