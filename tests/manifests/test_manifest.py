"""Every shape becomes the same plain data, and for every path of it the place in the file is known."""

import json
import os
from collections.abc import Iterator
from pathlib import Path as File
from typing import Any

import pytest
from manifest_builders import into, manifest, manifests

from edgelint.files.source import decode
from edgelint.json_text.nodes import Path, node_at
from edgelint.json_text.parser import JSONSyntaxError, parse
from edgelint.json_text.reading import read
from edgelint.json_text.text import Fault, Span
from edgelint.json_text.views import Place, View, inner_span, outer_span, pointer
from edgelint.manifests.manifest import Manifest, read_manifests, unreadable_manifest

CORPUS = os.environ.get("EDGELINT_CORPUS")
PARTS = ("modules", "routes", "registryCredentials", "twins")
MADE = {"name", "kind", "shape", "template"}
UNREADABLE = {
    "deployment.jetson.template.json",  # the marks of a merge conflict
}

SETTINGS = '{"image": "i:1", "createOptions": "{\\"hostconfig\\": {\\"Binds\\": [\\"/a:/b\\"]}}"}'
CAMERA = into('{"type": "docker", "env": {"A": {"value": "b"}}, "settings": §}', SETTINGS)
SYSTEM = '{"edgeAgent": {"settings": {"image": "a"}}, "edgeHub": {"settings": {"image": "h", "createOptions": ""}}}'
AGENT = into('"$edgeAgent": {"properties.desired": {"modules": {"camera": §}, "systemModules": §}}', CAMERA, SYSTEM)
HUB = '"$edgeHub": {"properties.desired": {"routes": {"r": "FROM /* INTO $upstream", "s": {"route": "x"}}}}'
CONTENT = into('{§, §, "camera": {"properties.desired": {"rate": 5}}}', AGENT, HUB)
LAYERED = into(
    '{"$edgeAgent": {"properties.desired.modules.camera": §}, '
    '"$edgeHub": {"properties.desired.routes.r": "FROM /* INTO $upstream", "properties.desired.routes.s": {"route": "x"}}, '
    '"camera": {"properties.desired.rate": 5}}',
    CAMERA,
)


ACR = '{"address": "acr.azurecr.io", "username": "u", "password": "p"}'
RUNTIME = into('{"type": "docker", "settings": {"registryCredentials": {"acr": §}}}', ACR)


def camera(shape: str) -> dict[str, Any]:
    """Return the data of the module of the examples."""
    return {
        "type": "docker",
        "env": {"A": {"value": "b"}},
        "settings": json.loads(SETTINGS),
        "name": "camera",
        "kind": "user",
        "createOptions": {"HostConfig": {"Binds": ["/a:/b"]}},
        "shape": shape,
        "template": False,
    }


ROUTES = {"r": "FROM /* INTO $upstream", "s": {"route": "x"}}


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        pytest.param(into('{"modulesContent": §}', CONTENT), "deployment", id="a deployment"),
        pytest.param(into('{"moduleContent": §}', CONTENT), "deployment", id="the legacy wrapper"),
        pytest.param(
            into('{"id": "x", "content": {"modulesContent": §}}', CONTENT), "deployment", id="a content wrapper"
        ),
        pytest.param(into('{"data": {"modulesContent": §}}', CONTENT), "deployment", id="another wrapper"),
        pytest.param(CONTENT, "deployment", id="no wrapper"),
        pytest.param(into('{"modulesContent": §}', LAYERED), "layered", id="a layered deployment"),
    ],
)
def test_every_shape_gives_the_same_data(text: str, shape: str) -> None:
    data = manifest(text).data
    assert data["modules"]["camera"] == camera(shape)
    assert (data["shape"], data["routes"], data["twins"]) == (shape, ROUTES, {"camera": {"rate": 5}})


TWIN = into(
    '{"runtime": {}, "modules": {"camera": §}, "routes": {"r": "FROM /* INTO $upstream", "s": {"route": "x"}}}', CAMERA
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(into('{"properties": {"desired": §}}', TWIN), id="an exported twin"),
        pytest.param(into('{"properties.desired": §}', TWIN), id="a dotted twin"),
        pytest.param(into('{"desired": §}', TWIN), id="its properties"),
        pytest.param(TWIN, id="its desired properties"),
    ],
)
def test_a_twin_has_modules_and_routes(text: str) -> None:
    data = manifest(text).data
    assert (data["shape"], data["modules"]) == ("twin", {"camera": camera("twin")})
    assert (data["routes"], data["twins"]) == (ROUTES, {})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            into('{"$edgeAgent": {"properties.desired": {"modules": {}, "runtime": §}}}', RUNTIME), id="a deployment"
        ),
        pytest.param(
            into('{"$edgeAgent": {"properties.desired.runtime": §, "properties.desired.modules.m": {}}}', RUNTIME),
            id="a layer of the runtime",
        ),
        pytest.param(
            into(
                '{"$edgeAgent": {"properties.desired.runtime.settings.registryCredentials.acr": §, '
                '"properties.desired.modules.m": {}}}',
                ACR,
            ),
            id="a layer of one registry",
        ),
        pytest.param(into('{"desired": {"modules": {"camera": §}, "runtime": §}}', CAMERA, RUNTIME), id="a twin"),
    ],
)
def test_credentials_of_registries_are_known_in_every_shape(text: str) -> None:
    found = manifest(text)
    assert found.data["registryCredentials"] == {"acr": json.loads(ACR)}
    assert said(found.origin.resolve(("registryCredentials", "acr", "address"))) == "acr.azurecr.io"


@pytest.mark.parametrize("runtime", ["null", '{"settings": []}', '{"settings": {"registryCredentials": "x"}}'])
def test_what_holds_no_credentials_gives_none(runtime: str) -> None:
    text = into('{"$edgeAgent": {"properties.desired": {"modules": {}, "runtime": §}}}', runtime)
    assert manifest(text).data["registryCredentials"] == {}


def test_system_modules_come_first_and_say_so() -> None:
    found = manifest(CONTENT).modules
    assert [(module.name, module.kind) for module in found] == [
        ("edgeAgent", "system"),
        ("edgeHub", "system"),
        ("camera", "user"),
    ]
    assert [module.data["createOptions"] for module in found[:2]] == [{}, {}]


def test_bare_options_are_one_module_without_a_name() -> None:
    found = manifest('{"hostconfig": {"Privileged": true}, "env": ["A=b"], "Env": ["C=d"]}')
    (module,) = found.modules
    assert (module.name, module.kind, found.data["modules"]) == (None, "user", {})
    assert module.data["createOptions"] == {"HostConfig": {"Privileged": True}, "Env": ["A=b", "C=d"]}
    assert pointer(module.origin.resolve(("createOptions", "Env", 1))) == "/Env/0"
    assert pointer(module.origin.resolve(("createOptions",))) == ""


def test_repeated_members_of_bare_options_are_merged() -> None:
    (module,) = manifest('{"HostConfig": {"Binds": ["/a:/a"]}, "HostConfig": {"Binds": ["/b:/b"]}}').modules
    assert module.data["createOptions"] == {"HostConfig": {"Binds": ["/a:/a", "/b:/b"]}}


def test_on_standard_input_variables_alone_are_bare_options() -> None:
    assert manifests('{"Env": ["A=b"]}') == []
    assert [found.shape for found in manifests('{"Env": ["A=b"]}', standard_input=True)] == ["bare"]


def test_several_manifests_come_in_the_order_of_the_text() -> None:
    found = manifests(into('[{"modulesContent": §}, {"modulesContent": §}]', LAYERED, CONTENT))
    assert [(each.shape, each.first) for each in found] == [("layered", True), ("deployment", False)]
    assert [pointer(each.modules[-1].origin.place).split("/")[1] for each in found] == ["0", "1"]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        pytest.param('{"$edgeAgent": {"properties.desired": {"modules": {}}}}', "deployment", id="no system modules"),
        pytest.param('{"$edgeAgent": {"properties.desired": {"systemModules": {}}}}', "deployment", id="no modules"),
        pytest.param('{"$edgeAgent": {"properties.desired": {}}}', "layered", id="neither"),
        pytest.param('{"$edgeAgent": {"properties.desired.modules.a": {}}}', "layered", id="a dotted module"),
        pytest.param(
            '{"$edgeAgent": {"properties.desired": {"modules": {}}, "properties.desired.modules.a": {}}}',
            "deployment",
            id="both",
        ),
        pytest.param('{"$edgeAgent": {}}', "layered", id="an empty section"),
        pytest.param('{"$edgeHub": {"properties.desired.routes.r": ""}}', "layered", id="only a route"),
    ],
)
def test_dotted_keys_decide_what_is_layered(text: str, shape: str) -> None:
    assert manifest(into('{"modulesContent": §}', text)).shape == shape


MIXED = """{
  "$edgeAgent": {
    "properties.desired": {"modules": {"a": {"type": "docker", "env": {"A": {"value": "1"}}}, "b": {"type": "x"}}},
    "properties.desired.modules.a.settings": {"image": "i"},
    "properties.desired.modules.a.settings.createOptions": "{\\"Env\\": [\\"B=2\\"]}",
    "properties.desired.modules.a.env": {"C": {"value": "3"}},
    "properties.desired.modules.c": {"settings": {"image": "k"}},
    "properties.desired.modules.b.type": "y",
    "other": 5
  },
  "m": {"properties.desired": {"a": {"b": 1, "c": 2}}, "properties.desired.a.b": [3], "properties.desired.a.d.e": 4}
}"""


def test_plain_and_dotted_keys_are_put_together() -> None:
    data = manifest(MIXED).data
    assert list(data["modules"]) == ["a", "b", "c"]
    assert data["modules"]["a"]["env"] == {"A": {"value": "1"}, "C": {"value": "3"}}
    assert data["modules"]["a"]["createOptions"] == {"Env": ["B=2"]}
    assert data["modules"]["b"]["type"] == "y"
    assert data["twins"] == {"m": {"a": {"b": [3], "c": 2, "d": {"e": 4}}}}


def test_putting_together_leaves_the_data_of_the_file_alone() -> None:
    reading = read(MIXED)
    read_manifests(MIXED, reading)
    assert reading.data == json.loads(MIXED)


def test_a_later_value_takes_the_place_of_an_object_and_its_members() -> None:
    found = manifest('{"modulesContent": {"m": {"properties.desired.a.b": 1, "properties.desired.a": "x"}}}')
    assert found.data["twins"] == {"m": {"a": "x"}}
    assert pointer(found.origin.resolve(("twins", "m", "a", "b"))) == "/modulesContent/m/properties.desired.a"


def test_a_layered_key_is_marked_at_its_last_name() -> None:
    found = manifest(into('{"modulesContent": §}', LAYERED))
    place = found.modules[0].origin.place
    span = outer_span(place._replace(mark="key"))
    assert found.view.text[span.start - 1 : span.end + 1] == '.camera"'
    assert pointer(place) == "/modulesContent/$edgeAgent/properties.desired.modules.camera"


@pytest.mark.parametrize(
    ("text", "filename", "template"),
    [
        pytest.param(into("{§}", AGENT), "deployment.json", False, id="a plain file"),
        pytest.param(into("{§}", AGENT), "template/deployment.json", False, id="a folder called so"),
        pytest.param(into("{§}", AGENT), "deployment.template.json", True, id="a file called so"),
        pytest.param(into("{§}", AGENT), "x/Deployment_Template.json", True, id="in any letter case"),
        pytest.param(
            into('{"$schema-template": "4.0.0", §}', AGENT), "d.json", True, id="the member that templates have"
        ),
        pytest.param(into('{"x": "${MODULES.a}", §}', AGENT), "d.json", True, id="an image that is still to be built"),
        pytest.param(into('{"x": "${OTHER}", §}', AGENT), "d.json", False, id="another placeholder"),
    ],
)
def test_a_template_is_known(text: str, filename: str, template: bool) -> None:
    found = manifest(text, filename)
    assert (found.template, found.data["template"]) == (template, template)
    assert all(module.data["template"] is template for module in found.modules)


@pytest.mark.parametrize(
    "module",
    [
        pytest.param("null", id="null"),
        pytest.param("5", id="a number"),
        pytest.param("[]", id="a list"),
        pytest.param("{}", id="an empty object"),
        pytest.param('{"settings": null}', id="null settings"),
        pytest.param('{"settings": []}', id="settings as a list"),
        pytest.param('{"createOptions": {"Env": []}}', id="createOptions outside the settings"),
    ],
)
def test_an_odd_module_has_no_options(module: str) -> None:
    found = manifest(into('{"$edgeAgent": {"properties.desired": {"modules": {"a": §}}}}', module))
    assert found.data["modules"]["a"]["createOptions"] == {}
    assert found.modules[0].options.form == "missing"


@pytest.mark.parametrize(
    ("agent", "hub"),
    [
        pytest.param("[]", "{}", id="a section as a list"),
        pytest.param('{"properties.desired": []}', "5", id="desired properties as a list"),
        pytest.param(
            '{"properties.desired": {"modules": []}}', '{"properties.desired": {"routes": 5}}', id="lists in them"
        ),
    ],
)
def test_odd_sections_hold_nothing(agent: str, hub: str) -> None:
    found = manifest(
        into('{"modulesContent": {"$edgeAgent": §, "$edgeHub": §, "x": {"properties.desired": 5}}}', agent, hub)
    )
    assert (found.modules, found.data["routes"]) == ((), {})


def test_options_that_cannot_be_read_are_absent() -> None:
    found = manifest('{"$edgeAgent": {"properties.desired": {"modules": {"a": {"settings": {"createOptions": "{"}}}}}}')
    assert "createOptions" not in found.data["modules"]["a"]
    assert found.modules[0].options.state == "broken"


def test_the_module_at_a_place_is_known_inside_its_options_too() -> None:
    found = manifest(CONTENT)
    inside = found.modules[2].origin.resolve(("createOptions", "HostConfig", "Binds", 0))
    assert found.module_at(inside) is found.modules[2]
    assert found.module_at(found.origin.resolve(("routes", "r"))) is None


def test_what_is_unreadable_has_faults_alone() -> None:
    fault = Fault(3, "why")
    found = unreadable_manifest("{ $", (fault,))
    assert (found.shape, found.modules, found.faults) == ("unreadable", (), (fault,))
    assert found.data == {"shape": "unreadable", "template": False, **{part: {} for part in PARTS}}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(into('{"modulesContent": §}', CONTENT), id="a deployment"),
        pytest.param(into('{"modulesContent": §}', LAYERED), id="a layered deployment"),
        pytest.param(TWIN, id="a twin"),
        pytest.param(MIXED, id="plain and dotted keys"),
        pytest.param(
            '{"HostConfig": {"Binds": ["a"]}, "env": [""], "hostconfig": {"binds": ["b"]}}', id="bare options"
        ),
    ],
)
def test_every_value_stands_at_its_place(text: str) -> None:
    assert [wrong for found in manifests(text) for wrong in misplaced(found)] == []


def corpus(folder: str) -> list[File]:
    root = File(CORPUS or os.devnull) / folder
    return sorted(path for path in root.rglob("*") if path.is_file()) if CORPUS else []


def in_corpus(path: File) -> list[Manifest] | None:
    """Return the manifests of a file, or None where its text cannot be parsed."""
    text = decode(path.read_bytes()).text
    try:
        return manifests(text, path.name)
    except JSONSyntaxError:
        return None


@pytest.mark.skipif(not CORPUS, reason="EDGELINT_CORPUS names no folder of public manifests")
def test_public_manifests_are_recognised_and_every_value_stands_at_its_place() -> None:
    read_in = {path: in_corpus(path) for path in corpus("manifests")}
    assert {path.name for path, found in read_in.items() if found is None} == UNREADABLE
    assert [str(path) for path, found in read_in.items() if found == []] == []
    wrong = [(str(path), place) for path, found in read_in.items() for each in found or () for place in misplaced(each)]
    assert wrong == []


@pytest.mark.skipif(not CORPUS, reason="EDGELINT_CORPUS names no folder of public manifests")
def test_public_files_of_other_kinds_are_no_manifests() -> None:
    assert [str(path) for path in corpus("noise") if in_corpus(path)] == []


def misplaced(found: Manifest) -> list[Path]:
    """Return the paths of the normalised data whose place in the file does not say what the data says."""
    leaves = [leaf for name in PARTS for leaf in walk(found.data[name], (name,))]
    wrong = [path for path, value in leaves if said(found.origin.resolve(path)) != value]
    for module in found.modules:
        own = [leaf for name, value in module.data.items() if name not in MADE for leaf in walk(value, (name,))]
        wrong += [path for path, value in own if said(module.origin.resolve(path)) != value]
    return wrong


def walk(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, dict):
        made = MADE if path[0] == "modules" and len(path) == 2 else set()
        for name, item in value.items():
            if name not in made:
                yield from walk(item, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from walk(item, (*path, index))
    else:
        yield path, value


def said(place: Place) -> Any:
    """Return what the characters of the file at a place mean, decoded level by level."""
    node = node_at(place.view.tree, place.path)
    assert node is not None, place.path
    text = through(place.view, inner_span(place))
    if node.kind == "string" and node.span.end - node.span.start > 2:
        quote = place.view.text[node.span.start]
        text = quote + text + quote
    return parse(text, tolerant=True).root.value


def through(view: View, span: Span) -> str:
    """Return what stands at a span of a view, read from the file outside."""
    if not view.strings:
        return view.text[span.start : span.end]
    if len(view.strings) == 1:
        return decoded(view, span)
    return "".join(decoded(view, Span(at, at + 1)) for at in range(span.start, span.end))


def decoded(view: View, span: Span) -> str:
    outer = view.outward(span)
    text = view.strings[0].view.text[outer.start : outer.end]
    return str(parse(f'"{text}"').root.value)
