"""One normalised manifest for every shape: plain data for rules, and for every path of it where it came from."""

from __future__ import annotations

from typing import Any, NamedTuple

from edgelint.json_text.nodes import Path, at_path
from edgelint.json_text.reading import Reading
from edgelint.json_text.text import Fault
from edgelint.json_text.views import Origin, Place, View, file_path
from edgelint.manifests.canonical import canonical
from edgelint.manifests.module_members import last, spelled
from edgelint.manifests.option_texts import OptionText, read_options, with_lost
from edgelint.manifests.sections import below, desired
from edgelint.manifests.shapes import Shape, find_shapes

_NO_MODULE = ("$edgeAgent", "$edgeHub")
_CREDENTIALS = ("runtime", "settings", "registryCredentials")


class Written(NamedTuple):
    """What stands in the file, whatever it is, and its origin."""

    value: Any
    origin: Origin


class Module(NamedTuple):
    """A module: its members with createOptions as an object, and their origin; bare options have no name.

    The keys of `data` are in their usual spelling, of those that the runtime takes for one the one that counts;
    `written` is what stands in the place of the module.
    """

    name: str | None
    kind: str
    data: dict[str, Any]
    origin: Origin
    options: OptionText
    written: Written


class Manifest(NamedTuple):
    """A manifest: `shape` is deployment, layered, twin, bare or unreadable; `faults` are those of the file's text.

    `credentials` is what stands in the place of registryCredentials.
    """

    shape: str
    template: bool
    modules: tuple[Module, ...]
    data: dict[str, Any]
    origin: Origin
    view: View
    faults: tuple[Fault, ...]
    first: bool
    credentials: Written

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
    origin = Origin(Place(view, ()), {})
    return Manifest("unreadable", False, (), data, origin, view, faults, True, Written(None, origin))


def _manifest(shape: Shape, view: View, reading: Reading, template: bool, *, first: bool) -> Manifest:
    value = at_path(reading.data, shape.path)
    place = Place(view, shape.path)
    build = {"modules": _from_content, "twin": _from_twin, "bare": _from_bare}[shape.kind]
    kind, modules, twins, routes, credentials = build(value, place)
    data: dict[str, Any] = {"shape": kind, "template": template, "modules": {}, "routes": _object(routes), "twins": {}}
    data["registryCredentials"] = _object(credentials)
    moved: dict[Path, Any] = {("routes",): routes.origin, ("registryCredentials",): credentials.origin}
    for module in modules:
        module.data.update(shape=kind, template=template)
        if module.name is not None and module.name not in data["modules"]:
            data["modules"][module.name] = module.data
            moved["modules", module.name] = module.origin
    for name, (twin, origin) in twins.items():
        data["twins"][name] = twin
        moved["twins", name] = origin
    whole = Origin(place, moved)
    return Manifest(kind, template, tuple(modules), data, whole, view, reading.faults, first, credentials)


_Data = tuple[dict[str, Any], Origin]
_Parts = tuple[str, list[Module], dict[str, _Data], Written, Written]


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
    nothing = Written(None, origin)
    module = Module(None, "user", {"kind": "user", "createOptions": data}, origin, options, nothing)
    return "bare", [module], {}, nothing, nothing


def _modules(agent: dict[str, Any], origin: Origin) -> list[Module]:
    found = []
    for group, kind in (("systemModules", "system"), ("modules", "user")):
        members = agent.get(group)
        if isinstance(members, dict):
            found += [_module(name, kind, value, below(origin, (group, name))) for name, value in members.items()]
    return found


def _module(name: str, kind: str, value: Any, origin: Origin) -> Module:
    written = Written(value, origin)
    members, origin = spelled(value if isinstance(value, dict) else {}, origin)
    settings = members.get("settings")
    options = read_options(settings if isinstance(settings, dict) else {}, below(origin, ("settings",)))
    data = {**members, "name": name, "kind": kind}
    data.pop("createOptions", None)
    moved = dict(origin.moved)
    if options.data is not None or options.state == "none":
        base = _below(options.place, "createOptions") if options.form == "missing" else options.place
        data["createOptions"], respelled = canonical(options.data or {}, base)
        moved |= {("createOptions", *path): item for path, item in respelled.items()}
        moved["createOptions",] = Origin(base, {})
    return Module(name, kind, data, Origin(origin.place, moved), options, written)


def _part(data: dict[str, Any], origin: Origin, path: tuple[str, ...]) -> Written:
    """Return what stands at a path of desired properties, whose keys count in any letter case; None where nothing does."""
    found: Any = data
    keys: tuple[str, ...] = ()
    for step in path:
        key = last(found, step) if isinstance(found, dict) else None
        if key is None:
            return Written(None, origin)
        found, keys = found[key], (*keys, key)
    return Written(found, below(origin, keys))


def _object(written: Written) -> dict[str, Any]:
    return written.value if isinstance(written.value, dict) else {}


def _is_template(text: str, data: Any, filename: str) -> bool:
    if isinstance(data, dict) and "$schema-template" in data:
        return True
    return "template" in filename.rpartition("/")[2].lower() or "${MODULES." in text


def _below(place: Place, key: str) -> Place:
    return place._replace(path=(*place.path, key))
