"""Renaming a module: every place that names it follows, and nothing else changes by a byte.

In the texts «my_cam» is what must become the new name; my_cam without the marks stays.
"""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from edgelint.editing.patch import Patch
from edgelint.engine.check import check
from edgelint.files.source import Source
from edgelint.fixing.fixer import FixResult, fix_text
from edgelint.rule_files.compiler import compile_rule
from edgelint.rule_files.rules import Rule, rule_from_json

OLD, NEW = "my_cam", "front"
KEY = "«my_cam»"
SYSTEM: dict[str, Any] = {"edgeAgent": {}, "edgeHub": {}}


def rule(select: str, step: Mapping[str, Any], code: str = "TEST001", scope: str = "manifest", **fix: Any) -> Rule:
    """Return a rule with an unsafe fix of one step."""
    made = {"title": "T", "applicability": "unsafe", "steps": [step], **fix}
    data = {"code": code, "name": "t", "summary": "s", "severity": "error", "scope": scope, "select": select}
    return rule_from_json(compile_rule({**data, "message": "{name}", "fix": made}, "test"))


def renaming(old: str = OLD, new: str = NEW, **fix: Any) -> Rule:
    return rule(f"$.names[?(@.name == '{old}')]", {"rename-module": {"to": new}}, **fix)


def written(data: Any, **how: Any) -> str:
    return json.dumps(data, ensure_ascii=False, **how)


def manifest(
    *,
    options: Any = None,
    env: Any = None,
    routes: Any = None,
    hub: Any = None,
    twins: Any = None,
    modules: Any = None,
    create_options: Any = None,
) -> str:
    """Return a manifest with the module to be renamed and another one, which has the options and variables."""
    settings = {"image": f"acr.io/{OLD}:1", "createOptions": create_options or written(options or {})}
    other = {"settings": settings, "env": env or {}}
    agent = {"systemModules": SYSTEM, "modules": {KEY: {"env": {}}, "other": other, **(modules or {})}}
    content = {
        "$edgeAgent": {"properties.desired": agent},
        "$edgeHub": {"properties.desired": {"routes": routes or {}, **(hub or {})}},
        **{name: {"properties.desired": twin} for name, twin in (twins or {}).items()},
    }
    return written({"modulesContent": content})


def fixed(text: str, *rules: Rule) -> FixResult:
    return fix_text(text.replace("«", "").replace("»", ""), rules or (renaming(),), "a.json", unsafe=True, answers={})


def expected(text: str) -> str:
    return text.replace(f"«{OLD}»", NEW)


def value(text: str) -> dict[str, Any]:
    return {"X": {"value": text}}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(manifest(), id="its key alone"),
        pytest.param(manifest(twins={KEY: {"rate": 1}}), id="its twin"),
        pytest.param(manifest(routes={"r": "FROM /messages/modules/«my_cam»/outputs/* INTO $upstream"}), id="from"),
        pytest.param(manifest(routes={"r": "FROM /messages/modules/«my_cam» INTO $upstream"}), id="from all of it"),
        pytest.param(manifest(routes={"r": 'FROM /* INTO BrokeredEndpoint("/modules/«my_cam»/inputs/x")'}), id="into"),
        pytest.param(
            manifest(routes={"r": "FROM /* INTO BrokeredEndpoint('/modules/«my_cam»/inputs/x')"}), id="quotes"
        ),
        pytest.param(
            manifest(
                routes={"r": 'FROM /messages/modules/«my_cam»/* INTO BrokeredEndpoint("/modules/«my_cam»/inputs/x")'}
            ),
            id="from and into",
        ),
        pytest.param(
            manifest(routes={"r": "FROM /* WHERE $connectionModuleId = '«my_cam»' INTO $upstream"}), id="where"
        ),
        pytest.param(
            manifest(routes={"r": 'FROM /* WHERE $connectionModuleId<>"«my_cam»" INTO $upstream'}), id="where not"
        ),
        pytest.param(
            manifest(routes={"r": "FROM /* WHERE '«my_cam»' = $connectionModuleId INTO $upstream"}), id="turned"
        ),
        pytest.param(
            manifest(routes={"r": {"route": "FROM /messages/modules/«my_cam»/* INTO $upstream", "priority": 0}}),
            id="a route as an object",
        ),
        pytest.param(
            manifest(
                hub={
                    "mqttBroker": {
                        "authorizations": [
                            {
                                "identities": ["hub.azure-devices.net/dev/«my_cam»", "{{iot:this_device_id}}/«my_cam»"],
                                "allow": [{"operations": ["mqtt:publish"], "resources": ["/my_cam/x", "dev/my_cam"]}],
                            }
                        ]
                    }
                }
            ),
            id="identities of the broker",
        ),
        pytest.param(manifest(env=value("http://«my_cam»:80/my_cam?my_cam=1")), id="a URL with a port"),
        pytest.param(manifest(env=value("rtsp://u:my_cam@«my_cam»/live")), id="a URL with a user"),
        pytest.param(manifest(env=value("http://«my_cam»")), id="a URL that ends"),
        pytest.param(manifest(env=value('{"a": "http://«my_cam»", "b": "«my_cam»:80"}')), id="URLs in JSON"),
        pytest.param(manifest(env=value("http://edgehub:9600,http://«my_cam»:9600,«my_cam»:1")), id="several"),
        pytest.param(manifest(env=value("http://«my_cam»:${PORT}/x")), id="a port to be filled in"),
        pytest.param(manifest(options={"Env": ["X=«my_cam»:80", "my_cam=my_cam"]}), id="Env"),
        pytest.param(manifest(options={"Cmd": ["--to=«my_cam»:80", "tcp://«my_cam»"]}), id="Cmd"),
        pytest.param(manifest(options={"Entrypoint": ["x", "«my_cam»:80"]}), id="Entrypoint"),
        pytest.param(manifest(options={"env": ["X=«my_cam»:80"]}), id="a key in another case"),
        pytest.param(manifest(twins={"other": {"a": {"b": ["http://«my_cam»:80"]}}}), id="a module twin"),
        pytest.param(manifest(options={"HostConfig": {"IpcMode": "container:«my_cam»"}}), id="IpcMode"),
        pytest.param(manifest(options={"HostConfig": {"NetworkMode": "container:«my_cam»"}}), id="NetworkMode"),
        pytest.param(manifest(options={"HostConfig": {"PidMode": "container:«my_cam»"}}), id="PidMode"),
        pytest.param(manifest(options={"HostConfig": {"VolumesFrom": ["«my_cam»", "«my_cam»:ro"]}}), id="VolumesFrom"),
        pytest.param(manifest(options={"HostConfig": {"Links": ["«my_cam»:my_cam", "/«my_cam»:/a/b"]}}), id="Links"),
        pytest.param(
            manifest(options={"NetworkingConfig": {"EndpointsConfig": {"n": {"Links": ["«my_cam»:a"]}}}}),
            id="Links of a network",
        ),
    ],
)
def test_what_names_the_module_follows(text: str) -> None:
    assert fixed(text).text == expected(text)


@pytest.mark.parametrize("host", ["MY_CAM", "mycam", "MyCam"])
def test_a_host_is_the_module_in_any_letter_case_and_by_its_dns_name(host: str) -> None:
    assert json.dumps(value("http://front:80")) in fixed(manifest(env=value(f"http://{host}:80"))).text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(manifest(routes={"my_camToHub": "FROM /messages/modules/* INTO $upstream"}), id="a route's name"),
        pytest.param(manifest(routes={"r": "FROM /messages/modules/my_cam2/* INTO $upstream"}), id="a longer name"),
        pytest.param(manifest(routes={"r": "FROM /messages/modules/My_Cam/* INTO $upstream"}), id="another case"),
        pytest.param(manifest(routes={"r": "FROM /messages/modules/mycam/* INTO $upstream"}), id="the DNS name"),
        pytest.param(
            manifest(routes={"r": 'FROM /* INTO BrokeredEndpoint("/modules/x/inputs/my_cam")'}), id="a name of an input"
        ),
        pytest.param(manifest(routes={"r": "FROM /messages/modules/x/outputs/my_cam INTO $upstream"}), id="an output"),
        pytest.param(manifest(routes={"r": "FROM /* WHERE name = 'my_cam' INTO $upstream"}), id="another property"),
        pytest.param(
            manifest(
                hub={"mqttBroker": {"a": [{"identities": ["hub.azure-devices.net/my_cam", "h/my_cam/x", "my_cam"]}]}}
            ),
            id="a device of that name",
        ),
        pytest.param(
            manifest(hub={"mqttBroker": {"a": [{"identities": ["h/d/x_my_cam", "h/d/my_cam2", "<hub>/my_cam"]}]}}),
            id="another identity",
        ),
        pytest.param(manifest(hub={"other": [{"identities": ["h/d/my_cam"]}]}), id="no broker"),
        pytest.param(manifest(env=value("my_cam")), id="the name alone"),
        pytest.param(manifest(env={"my_cam": {"value": "http://x:80/my_cam"}}), id="a variable and a path"),
        pytest.param(manifest(env=value("http://my_cam2:80")), id="a longer host"),
        pytest.param(manifest(env=value("http://the_my_cam:80 the-my_cam:80")), id="a host that ends so"),
        pytest.param(manifest(env=value("http://my_cam.example.com:80")), id="a domain"),
        pytest.param(manifest(env=value("http://my_cam-:80")), id="a host with a hyphen at its end"),
        pytest.param(manifest(env=value("http://my_camé:80 émy_cam:80")), id="a letter of another script"),
        pytest.param(manifest(env=value("http://my_cam${X}:80 ${X}my_cam:80")), id="a host to be filled in"),
        pytest.param(manifest(env=value("${MODULES.my_cam} ${MODULES.my_cam.amd64} $my_cam")), id="placeholders"),
        pytest.param(manifest(env=value("acr.io/my_cam:80")), id="an image"),
        pytest.param(manifest(env=value("http://my_cam:pass@host:80")), id="a user"),
        pytest.param(manifest(options={"Image": "my_cam:80"}), id="the image of the options"),
        pytest.param(
            manifest(options={"Hostname": "my_cam", "HostConfig": {"Binds": ["my_cam:/x"]}}), id="other options"
        ),
        pytest.param(manifest(options={"HostConfig": {"IpcMode": "container:my_cam2"}}), id="another container"),
        pytest.param(manifest(options={"HostConfig": {"NetworkMode": "my_cam"}}), id="a network of that name"),
        pytest.param(manifest(options={"HostConfig": {"Links": ["x:my_cam", "my_cam2"]}}), id="an alias"),
        pytest.param(manifest(options={"HostConfig": {"VolumesFrom": ["My_Cam", "my_cam2:ro"]}}), id="other volumes"),
        pytest.param(manifest(modules={"my_cam2": {"env": value("my_cam2:80")}}), id="another module"),
        pytest.param(manifest(twins={"other": {"my_cam": {"name": "my_cam"}}}), id="a member of a twin"),
        pytest.param(manifest(twins={"my_cam2": {}}), id="another twin"),
    ],
)
def test_what_only_looks_so_stays(text: str) -> None:
    assert fixed(text).text == expected(text)


CONTENT = {
    "$edgeAgent": {
        "properties.desired.modules.«my_cam»": {"settings": {"image": "i"}},
        "properties.desired.modules.«my_cam».env.my_cam": {"value": "my_cam"},
        "properties.desired.modules.my_cam2.env": {"A": {"value": "«my_cam»:80"}},
        "properties.desired.modules": {"«my_cam»": {"status": "running"}, "my_cam3": {}},
    },
    "$edgeHub": {
        "properties.desired.routes.my_cam": "FROM /messages/modules/«my_cam»/* INTO $upstream",
        "properties.desired.mqttBroker.authorizations": [{"identities": ["h/d/«my_cam»"]}],
    },
    "«my_cam»": {"properties.desired.my_cam": 1},
}
TWIN = {
    "modules": {"«my_cam»": {"settings": {"image": "i"}}},
    "routes": {"r": "FROM /messages/modules/«my_cam»/* INTO x"},
    "systemModules": SYSTEM,
}
OPTIONS = {"Env": ["X=http://«my_cam»:80"], "HostConfig": {"Links": ["«my_cam»"]}}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(written({"modulesContent": CONTENT}), id="layered"),
        pytest.param(written({"content": {"modulesContent": CONTENT}, "id": "my_cam"}), id="content"),
        pytest.param(written({"moduleContent": CONTENT}), id="legacy"),
        pytest.param(
            written({"properties": {"desired": TWIN, "reported": {"modules": {"my_cam": {}}}}}), id="an exported twin"
        ),
        pytest.param(manifest(create_options=OPTIONS), id="object"),
        pytest.param(manifest(create_options=written(OPTIONS, indent=2)), id="a text of several lines"),
        pytest.param(
            written(json.loads(manifest(options=OPTIONS)), indent="\t").replace("\n", "\r\n"), id="tabs and CRLF"
        ),
        pytest.param("\n// x\n" + manifest(options=OPTIONS), id="a comment"),
    ],
)
def test_every_form_is_renamed(text: str) -> None:
    result = fixed(text)
    assert (result.text, result.refused) == (expected(text), "")


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_name_cut_by_chunks_is_renamed(cut: int) -> None:
    text = written(OPTIONS).replace("«", "").replace("»", "")
    chunks = {"createOptions": text[:cut], "createOptions01": text[cut:]}
    other = {"settings": {"image": "i", **chunks}}
    agent = {"systemModules": SYSTEM, "modules": {OLD: {}, "other": other}}
    result = fixed(written({"modulesContent": {"$edgeAgent": {"properties.desired": agent}}}))
    settings = json.loads(result.text)["modulesContent"]["$edgeAgent"]["properties.desired"]["modules"]["other"][
        "settings"
    ]
    assert settings["createOptions"] + settings.get("createOptions01", "") == text.replace(OLD, NEW)


def test_a_chunk_that_gets_too_long_goes_on_in_the_next() -> None:
    long = "a-name-that-is-longer"
    text = written({"Env": ["A=" + "x" * 490, "B=my_cam:80"]})
    other = {"settings": {"createOptions": text[:512], "createOptions01": text[512:] + " "}}
    agent = {"systemModules": SYSTEM, "modules": {OLD: {}, "other": other}}
    result = fixed(written({"modulesContent": {"$edgeAgent": {"properties.desired": agent}}}), renaming(new=long))
    assert result.refused == ""
    assert long in result.text


def test_escapes_of_what_stays_stay() -> None:
    text = manifest(routes={"r": 'FROM /messages/modules/«my_cam»/* INTO BrokeredEndpoint("/modules/é/inputs/x")'})
    text = text.replace("/messages/", "\\/messages\\u002f").replace("é", "\\u00e9")
    assert fixed(text).text == expected(text)


@pytest.mark.parametrize(
    ("text", "new"),
    [
        pytest.param(manifest(modules={"front": {}}), "front", id="a module's"),
        pytest.param(manifest(modules={"Fr_ont": {}}), "front", id="what Kubernetes makes of a module's"),
        pytest.param(manifest(), "edgehub", id="a system module's"),
        pytest.param(manifest(twins={"front": {}}), "front", id="a twin's"),
        pytest.param(manifest(), "proxy", id="reserved"),
        pytest.param(manifest(), "Front", id="in capitals"),
        pytest.param(manifest(), "1st", id="with a digit in front"),
        pytest.param(manifest(), "a.b", id="with a dot"),
        pytest.param(manifest(), "a-", id="with a hyphen at the end"),
        pytest.param(manifest(), "", id="empty"),
        pytest.param(manifest(), "a" * 64, id="too long"),
        pytest.param(manifest(), "my_cam", id="its own"),
    ],
)
def test_a_name_that_cannot_be_given_is_refused(text: str, new: str) -> None:
    found = fixed(text, renaming(new=new))
    assert (found.text, found.fixed) == (text.replace("«", "").replace("»", ""), [])
    assert [finding.fix for finding in found.left] == [None]


UNREADABLE = '{"HostConfig": {"IpcMode": "container:my_cam"}'


def beside(options: Any) -> str:
    """Return a manifest of a module beside one with these createOptions."""
    return manifest(modules={"player": {"settings": {"image": "a:1", "createOptions": options}}})


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(UNREADABLE, id="broken"),
        pytest.param(UNREADABLE.replace("my_cam", "MY_CAM"), id="in another letter case"),
        pytest.param('{"Env": ["A=http://mycam:80"', id="by its DNS name"),
        pytest.param(written(UNREADABLE + "}"), id="encoded twice"),
        pytest.param(["container:my_cam"], id="a list"),
    ],
)
def test_options_that_cannot_be_read_and_name_the_module_stop_it(options: Any) -> None:
    text = beside(options).replace("«", "").replace("»", "")
    asking = renaming(needs="names.{name}", new="{answer}", applicability="needs-input")
    result = fix_text(text, [asking], "a.json", unsafe=False, answers={"names": {OLD: NEW}})
    assert result.text == text
    (offer,) = [finding.fix for finding in result.left]
    assert offer is not None
    assert offer.then == (
        "Answer names.my_cam otherwise: the createOptions of player cannot be read, and my_cam stands in them",
    )


def test_a_name_cut_by_chunks_that_cannot_be_read_stops_it() -> None:
    cut = len('{"HostConfig": {"IpcMode": "container:my_')
    chunks = {"createOptions": UNREADABLE[:cut], "createOptions01": UNREADABLE[cut:]}
    text = manifest(modules={"player": {"settings": {"image": "a:1", **chunks}}})
    assert fixed(text).fixed == []


@pytest.mark.parametrize(
    "options",
    [
        pytest.param('{"HostConfig": {"IpcMode": "container:other"}', id="broken"),
        pytest.param("null", id="none"),
        pytest.param('{"Labels": {"my_cam": ""}}', id="read"),
    ],
)
def test_options_that_do_not_call_the_module_stop_nothing(options: str) -> None:
    assert fixed(beside(options)).text == expected(beside(options))


def test_letter_case_alone_is_no_new_name() -> None:
    text = manifest(modules={"Line": {}})
    assert fixed(text, renaming("Line", "line")).fixed == []


@pytest.mark.parametrize("name", ["edgeHub", "edgeAgent"])
def test_a_system_module_keeps_its_name(name: str) -> None:
    assert fixed(manifest(), renaming(name, "other-name")).fixed == []


def test_a_key_that_stands_twice_is_left() -> None:
    text = manifest(modules={"x": {}}).replace('"x": {}', '"my_cam": {"a": 1}')
    assert fixed(text).fixed == []


def test_of_two_modules_that_are_called_alike_each_keeps_its_own() -> None:
    text = manifest(
        modules={"MY_CAM": {}, "mycam": {}},
        env={"A": {"value": "http://«my_cam»"}, "B": {"value": "http://MY_CAM http://mycam http://My_cam"}},
    )
    assert fixed(text).text == expected(text)


def test_a_module_beside_the_system_module_of_its_name_leaves_that_alone() -> None:
    text = manifest(
        modules={"edgeHub": {}},
        env=value("http://edgeHub:80"),
        options={"HostConfig": {"Links": ["edgeHub"]}},
        routes={"r": "FROM /messages/modules/edgeHub/* INTO $upstream"},
    )
    after = json.loads(fixed(text, renaming("edgeHub", "hub-2")).text)["modulesContent"]
    assert list(after["$edgeAgent"]["properties.desired"]["systemModules"]) == ["edgeAgent", "edgeHub"]
    assert list(after["$edgeAgent"]["properties.desired"]["modules"]) == [OLD, "other", "hub-2"]
    assert after["$edgeHub"]["properties.desired"]["routes"] == {"r": "FROM /messages/modules/hub-2/* INTO $upstream"}
    assert json.dumps(after).count("edgeHub") == 4


def test_a_module_called_as_the_section_of_a_system_module_leaves_that_section() -> None:
    text = manifest(modules={"$edgeHub": {}}, routes={"r": "FROM /messages/modules/$edgeHub/* INTO $upstream"})
    assert fixed(text, renaming("$edgeHub", "hub-2")).text == text.replace("«", "").replace("»", "").replace(
        '"$edgeHub": {}', '"hub-2": {}'
    )


def test_two_modules_in_one_text_are_renamed_at_once() -> None:
    text = manifest(
        modules={"b_b": {}},
        routes={"r": "FROM /messages/modules/my_cam/* INTO BrokeredEndpoint('/modules/b_b/inputs/i')"},
    )
    result = fixed(text, renaming(), renaming("b_b", "back"))
    assert "FROM /messages/modules/front/* INTO BrokeredEndpoint('/modules/back/inputs/i')" in result.text


def test_two_modules_do_not_get_one_name_at_once() -> None:
    content = {
        "$edgeAgent": {
            "properties.desired": {"systemModules": SYSTEM, "modules": {"my_cam": {"env": {"a": {}}}}},
            "properties.desired.modules.b_b": {"env": {"b": {}}},
        }
    }
    result = fixed(written({"modulesContent": content}), renaming(), renaming("b_b", NEW))
    agent = json.loads(result.text)["modulesContent"]["$edgeAgent"]
    assert list(agent) == ["properties.desired", "properties.desired.modules.b_b"]
    assert list(agent["properties.desired"]["modules"]) == [NEW]


def test_it_is_made_whole_or_not_at_all() -> None:
    text = manifest(env=value("http://my_cam:80"), twins={OLD: {}}).replace("«", "").replace("»", "")
    replacing = rule("$.modules.other.env.X.value", {"replace": {"at": "@", "value": "none"}}, "TEST002")
    checked = check(Source(text, "utf-8", b"", None), [replacing, renaming()], "a.json")
    assert checked is not None
    made = {judged.finding.code: judged.operations for judged in checked.fixes}
    patch = Patch(checked.manifests[0].view)
    assert [patch.take(made["TEST002"]), patch.take(made["TEST001"])] == [True, False]
    assert [edit.text for edit in patch.edits()] == ["none"]


def test_a_renaming_that_another_fix_is_in_the_way_of_is_made_after_it() -> None:
    text = manifest(env=value("http://my_cam:80"), twins={KEY: {}})
    replacing = rule("$.modules.other.env.X.value", {"replace": {"at": "@", "value": "none"}}, "TEST002")
    assert fixed(text, replacing, renaming()).text == expected(text).replace("http://my_cam:80", "none")


def test_the_errors_of_a_renamed_module_are_not_new() -> None:
    text = manifest(modules={"b_b": {"env": value("1")}})
    unfixed = rule("$.env.X", {"remove": {"at": "@.none"}}, "TEST002", "module")
    result = fixed(text, unfixed, renaming("b_b", "back"))
    assert (result.refused, [(finding.code, finding.module) for finding in result.left]) == ("", [("TEST002", "back")])


def test_another_module_than_that_of_the_finding_can_be_renamed() -> None:
    captured = {"some": {"select": "$.names[*]", "where": [{"at": "@.name", "equals": OLD}], "as": "first"}}
    other = rule("$.names[?(@.name == 'other')]", {"rename-module": {"to": NEW, "at": "{first}"}}, where=[captured])
    assert f'"{NEW}": {{"env": {{}}}}' in fixed(manifest(), other).text
