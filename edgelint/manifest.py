"""One normalised manifest for every shape: plain data for rules, and for every path of it where it came from."""

from __future__ import annotations

from typing import Any, NamedTuple

from edgelint.canonical import canonical
from edgelint.nodes import Path, at_path
from edgelint.option_texts import OptionText, read_options, with_lost
from edgelint.reading import Reading
from edgelint.sections import below, desired
from edgelint.shapes import Shape, find_shapes
from edgelint.text import Fault
from edgelint.views import Origin, Place, View, file_path

_NO_MODULE = ("$edgeAgent", "$edgeHub")
_CREDENTIALS = ("runtime", "settings", "registryCredentials")


class Module(NamedTuple):
    """A module: its members with createOptions as an object, and their origin; bare options have no name."""

    name: str | None
    kind: str
    data: dict[str, Any]
    origin: Origin
    options: OptionText


class Manifest(NamedTuple):
    """A manifest: `shape` is deployment, layered, twin, bare or unreadable; `faults` are those of the file's text."""

    shape: str
    template: bool
    modules: tuple[Module, ...]
    data: dict[str, Any]
    origin: Origin
    view: View
    faults: tuple[Fault, ...]
    first: bool

    def module_at(self, place: Place) -> Module | None:
        """Return the module in which a place stands."""
        path = file_path(place)
        inside = [
            module for module in self.modules if path[: len(module.origin.place.path)] == module.origin.place.path
        ]
        return inside[-1] if inside else None


def read_manifests(text: str, reading: Reading, *, filename: str = "", standard_input: bool = False) -> list[Manifest]:
    """Return the manifests that a document holds, in the order of the text; none where it is no manifest."""
    view = View(text, reading)
    template = _is_template(text, reading.data, filename)
    shapes = find_shapes(reading.data, standard_input=standard_input)
    return [_manifest(shape, view, reading, template, first=index == 0) for index, shape in enumerate(shapes)]


def unreadable_manifest(text: str, faults: tuple[Fault, ...]) -> Manifest:
    """Return what stands for a manifest whose text cannot be read: no modules, only faults."""
    view = View(text, None)
    data = {
        "shape": "unreadable",
        "template": False,
        "modules": {},
        "routes": {},
        "registryCredentials": {},
        "twins": {},
    }
    return Manifest("unreadable", False, (), data, Origin(Place(view, ()), {}), view, faults, True)


def _manifest(shape: Shape, view: View, reading: Reading, template: bool, *, first: bool) -> Manifest:
    value = at_path(reading.data, shape.path)
    place = Place(view, shape.path)
    build = {"modules": _from_content, "twin": _from_twin, "bare": _from_bare}[shape.kind]
    kind, modules, twins, routes, credentials = build(value, place)
    data: dict[str, Any] = {"shape": kind, "template": template, "modules": {}, "routes": routes[0], "twins": {}}
    data["registryCredentials"] = credentials[0]
    moved: dict[Path, Any] = {("routes",): routes[1], ("registryCredentials",): credentials[1]}
    for module in modules:
        module.data.update(shape=kind, template=template)
        if module.name is not None and module.name not in data["modules"]:
            data["modules"][module.name] = module.data
            moved["modules", module.name] = module.origin
    for name, (twin, origin) in twins.items():
        data["twins"][name] = twin
        moved["twins", name] = origin
    return Manifest(kind, template, tuple(modules), data, Origin(place, moved), view, reading.faults, first)


_Data = tuple[dict[str, Any], Origin]
_Parts = tuple[str, list[Module], dict[str, _Data], _Data, _Data]


def _from_content(content: dict[str, Any], place: Place) -> _Parts:
    agent, agent_origin = desired(content.get("$edgeAgent"), _below(place, "$edgeAgent"))
    hub, hub_origin = desired(content.get("$edgeHub"), _below(place, "$edgeHub"))
    twins = {name: desired(twin, _below(place, name)) for name, twin in content.items() if name not in _NO_MODULE}
    whole = isinstance(agent.get("systemModules"), dict) or ("modules",) in agent_origin.moved
    kind = "deployment" if whole else "layered"
    credentials = _part(agent, agent_origin, _CREDENTIALS)
    return kind, _modules(agent, agent_origin), twins, _part(hub, hub_origin, ("routes",)), credentials


def _from_twin(value: dict[str, Any], place: Place) -> _Parts:
    origin = Origin(place, {})
    return "twin", _modules(value, origin), {}, _part(value, origin, ("routes",)), _part(value, origin, _CREDENTIALS)


def _from_bare(value: dict[str, Any], place: Place) -> _Parts:
    options = OptionText("object", "read", place, with_lost(place, value))
    data, moved = canonical(options.data or {}, place)
    origin = Origin(place, {("createOptions", *path): item for path, item in moved.items()})
    origin.moved["createOptions",] = Origin(place, {})
    module = Module(None, "user", {"kind": "user", "createOptions": data}, origin, options)
    return "bare", [module], {}, ({}, origin), ({}, origin)


def _modules(agent: dict[str, Any], origin: Origin) -> list[Module]:
    found = []
    for group, kind in (("systemModules", "system"), ("modules", "user")):
        members = agent.get(group)
        if isinstance(members, dict):
            found += [_module(name, kind, value, below(origin, (group, name))) for name, value in members.items()]
    return found


def _module(name: str, kind: str, value: Any, origin: Origin) -> Module:
    members = value if isinstance(value, dict) else {}
    settings = members.get("settings")
    options = read_options(settings if isinstance(settings, dict) else {}, below(origin, ("settings",)))
    data = {**members, "name": name, "kind": kind}
    data.pop("createOptions", None)
    moved = dict(origin.moved)
    if options.data is not None or options.state == "none":
        base = _below(options.place, "createOptions") if options.form == "missing" else options.place
        data["createOptions"], spelled = canonical(options.data or {}, base)
        moved |= {("createOptions", *path): item for path, item in spelled.items()}
        moved["createOptions",] = Origin(base, {})
    return Module(name, kind, data, Origin(origin.place, moved), options)


def _part(data: dict[str, Any], origin: Origin, path: tuple[str, ...]) -> _Data:
    """Return the object at a path of desired properties and where it came from; an empty one where there is none."""
    found: Any = data
    for step in path:
        found = found.get(step) if isinstance(found, dict) else None
    return (found, below(origin, path)) if isinstance(found, dict) else ({}, origin)


def _is_template(text: str, data: Any, filename: str) -> bool:
    if isinstance(data, dict) and "$schema-template" in data:
        return True
    return "template" in filename.rpartition("/")[2].lower() or "${MODULES." in text


def _below(place: Place, key: str) -> Place:
    return place._replace(path=(*place.path, key))
