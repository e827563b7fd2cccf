"""Typed values: what stands in createOptions and env where the runtime wants a type."""

from typing import Any

import pytest
from table_rows import bare, deployment, fields, host, module, seen


def misfits(text: str, *names: str) -> list[Any]:
    return [
        found[1:] if len(names) > 1 else found[1]
        for found in fields("typed_values", text, "fits", *names)
        if not found[0]
    ]


@pytest.mark.parametrize(
    ("text", "path", "wanted", "found"),
    [
        pytest.param(host(Memory=None), "HostConfig.Memory", "a number", "null", id="null for a number"),
        pytest.param(host(ShmSize="256m"), "HostConfig.ShmSize", "a number", '"256m"', id="a word for a number"),
        pytest.param(host(Init=""), None, None, None, id="an empty text for a boolean that may be null"),
        pytest.param(
            host(Privileged=""), "HostConfig.Privileged", "true or false", "an empty text", id="an empty text"
        ),
        pytest.param(
            host(Binds="x" * 41), "HostConfig.Binds", "a list of texts", "a text", id="a long text is not told"
        ),
        pytest.param(host(Binds="a\nb"), "HostConfig.Binds", "a list of texts", "a text", id="nor one of two lines"),
        pytest.param(host(Sysctls=[]), "HostConfig.Sysctls", "an object", "a list", id="a list for a map"),
        pytest.param(host(Dns=[{}]), "HostConfig.Dns[0]", "a text", "an object", id="an item"),
        pytest.param(
            bare(ExposedPorts={"80/tcp": False}),
            "ExposedPorts['80/tcp']",
            "an object",
            "false",
            id="the value of a key",
        ),
        pytest.param(bare(Labels={"a.b": []}), "Labels['a.b']", "a text", "a list", id="a key with a dot"),
    ],
)
def test_a_misfit_is_told_in_words(text: str, path: str | None, wanted: str | None, found: str | None) -> None:
    assert misfits(text, "path", "wanted", "found") == ([(path, wanted, found)] if path else [])


def section(value: Any) -> str:
    return bare(HostConfig={}, **{"k8s-experimental": value})


def test_what_stands_under_kubernetes_is_told_apart() -> None:
    text = section({"NodeSelector": {"a": "b"}, "foo": 1, "resources": {"limits": {"cpu": []}, "claims": 1}})
    found = fields("typed_values", text, "option", "path", "kubernetes", "fits")
    assert found == [
        ("k8s-experimental", "k8s-experimental", True, True),
        ("k8s-experimental.nodeSelector", "k8s-experimental.nodeSelector", True, True),
        ("k8s-experimental.nodeSelector.*", "k8s-experimental.nodeSelector.a", True, True),
        ("k8s-experimental.resources", "k8s-experimental.resources", True, True),
        ("k8s-experimental.resources.limits", "k8s-experimental.resources.limits", True, True),
        ("k8s-experimental.resources.limits.*", "k8s-experimental.resources.limits.cpu", True, False),
        ("HostConfig", "HostConfig", False, True),
    ]


@pytest.mark.parametrize("value", [None, "", "${SECTION}", {}])
def test_a_section_fits(value: Any) -> None:
    assert misfits(section(value), "path") == []


@pytest.mark.parametrize("value", ["x", 5, True, [{}]])
def test_a_section_that_is_no_object_does_not_fit(value: Any) -> None:
    assert misfits(section(value), "path", "wanted") == [("k8s-experimental", "an object")]


@pytest.mark.parametrize(
    ("value", "path", "wanted"),
    [
        *(
            ({name: "x"}, name, "an object")
            for name in ("resources", "nodeSelector", "securityContext", "serviceOptions")
        ),
        ({"resources": {"limits": []}}, "resources.limits", "an object"),
        ({"securityContext": {"sysctls": ["a=b"]}}, "securityContext.sysctls[0]", "an object"),
        ({"volumes": ["v"]}, "volumes[0]", "an object"),
        ({"volumes": [{"volume": "v"}]}, "volumes[0].volume", "an object"),
        ({"volumes": [{"volume": {"csi": "x"}}]}, "volumes[0].volume.csi", "an object"),
        ({"volumes": [{"volume": {"secret": {"items": ["x"]}}}]}, "volumes[0].volume.secret.items[0]", "an object"),
        ({"volumes": {}}, "volumes", "a list of objects"),
        ({"volumes": [{"volumeMounts": {}}]}, "volumes[0].volumeMounts", "a list of objects"),
        ({"securityContext": {"supplementalGroups": 5}}, "securityContext.supplementalGroups", "a list of numbers"),
        ({"securityContext": {"supplementalGroups": [1, "x"]}}, "securityContext.supplementalGroups[1]", "a number"),
        ({"securityContext": {"runAsUser": "1.5"}}, "securityContext.runAsUser", "a whole number"),
        ({"securityContext": {"runAsUser": 2**63}}, "securityContext.runAsUser", f"a number up to {2**63 - 1}"),
        ({"securityContext": {"runAsNonRoot": "yes"}}, "securityContext.runAsNonRoot", "true or false"),
        ({"nodeSelector": {"a/b": ["x"]}}, "nodeSelector['a/b']", "a text"),
        ({"strategy": {"rollingUpdate": {"maxSurge": {}}}}, "strategy.rollingUpdate.maxSurge", "a number or a text"),
        (
            {"strategy": {"rollingUpdate": {"maxSurge": 2**63}}},
            "strategy.rollingUpdate.maxSurge",
            f"a number up to {2**63 - 1}",
        ),
        (
            {"volumes": [{"volume": {"configMap": {"defaultMode": -(2**31) - 1}}}]},
            "volumes[0].volume.configMap.defaultMode",
            f"a number from {-(2**31)} on",
        ),
        (
            {"volumes": [{"volume": {"ephemeral": {"volumeClaimTemplate": {"metadata": {"creationTimestamp": "x"}}}}}]},
            "volumes[0].volume.ephemeral.volumeClaimTemplate.metadata.creationTimestamp",
            "a date",
        ),
    ],
)
def test_a_misfit_under_kubernetes_is_told_in_words(value: Any, path: str, wanted: str) -> None:
    assert misfits(section(value), "path", "wanted") == [(f"k8s-experimental.{path}", wanted)]


def in_text(options: str) -> str:
    return deployment({"m": module(options)})


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param('{"HostConfig": {"Memory": "x", "Memory": 5}}', ["HostConfig.Memory"], id="an equal key"),
        pytest.param('{"HostConfig": {"memory": "x", "Memory": 5}}', ["HostConfig.Memory"], id="another spelling"),
        pytest.param('{"HostConfig": {"Dns": 5}, "hostconfig": null}', ["HostConfig.Dns"], id="null later"),
        pytest.param('{"Env": "A", "env": [], "ENV": 5}', ["Env", "Env"], id="three spellings"),
        pytest.param('{"Labels": {"a": [], "a": "b"}}', ["Labels.a"], id="the key of a map"),
        pytest.param('{"Cmd": 5, "Cmd": []}', [], id="what the runtime reads later, as a whole"),
        pytest.param('{"k8s-experimental": {"volumes": 5}, "k8s-experimental": {}}', [], id="the section"),
        pytest.param('{"k8s-experimental": {"volumes": 5, "Volumes": []}}', [], id="spellings in the section"),
        pytest.param('{"k8s-experimental": {"resources": {"limits": 5, "limits": {}}}}', [], id="equal keys in there"),
        pytest.param(
            '{"k8s-experimental": {"resources": {"limits": 5, "Limits": {}}}}',
            ["k8s-experimental.resources.limits"],
            id="spellings deeper inside",
        ),
    ],
)
def test_what_a_later_key_replaces_is_typed_where_the_runtime_reads_it(options: str, expected: list[str]) -> None:
    assert misfits(in_text(options), "path") == expected


def test_of_an_object_the_runtime_reads_the_last_of_equal_keys_alone() -> None:
    text = deployment({"m": {"settings": {"createOptions": {"HostConfig": {"memory": "x", "Memory": 5}}}}})
    assert misfits(text, "path") == ["HostConfig.Memory"]
    assert misfits(text.replace('"memory"', '"Memory"'), "path") == []


def test_a_number_beyond_all_is_no_boolean_once_the_runtime_has_written_it_again() -> None:
    options = '{"HostConfig": {"Init": 1e400}, "k8s-experimental": {"securityContext": {"runAsNonRoot": 1e400}}}'
    assert misfits(in_text(options), "path") == ["k8s-experimental.securityContext.runAsNonRoot"]


def test_what_must_be_an_object_is_not_undefined() -> None:
    assert misfits(in_text('{"ExposedPorts": {"80": undefined, "81": NaN}, "HostConfig": undefined}'), "path") == [
        "ExposedPorts.80"
    ]


@pytest.mark.parametrize("word", ["NaN", "undefined", "-Infinity"])
def test_a_word_that_is_no_json_is_told_elsewhere(word: str) -> None:
    assert misfits(in_text(f'{{"HostConfig": {{"Memory": {word}, "ConsoleSize": [{word}]}}}}'), "path") == []


@pytest.mark.parametrize(
    ("env", "found"),
    [
        pytest.param({"A": {"value": 5}, "B": {"value": None}, "C": {}}, [], id="what is taken"),
        pytest.param({"A": None}, [("env.A", "null")], id="null in place of a variable"),
        pytest.param({"A": "x", "B": 5}, [("env.A", '"x"'), ("env.B", "5")], id="bare values"),
        pytest.param({"A": "${A}"}, [], id="a placeholder"),
        pytest.param(
            {"A": {"Value": []}}, [("env.A.Value", "a list")], id="a list as value, its key in any letter case"
        ),
        pytest.param([{"A": "x"}], [("env", "a list")], id="no object at all"),
        pytest.param(None, [], id="null"),
        pytest.param("", [], id="an empty text, which is read as null"),
        pytest.param({"A": ""}, [("env.A", "an empty text")], id="an empty text in place of a variable"),
    ],
)
def test_variables_are_objects_with_a_scalar(env: Any, found: list[Any]) -> None:
    assert misfits(deployment({"m": module(env=env)}), "path", "found") == found


def test_env_is_read_in_any_letter_case_and_the_last_must_hold_objects() -> None:
    text = deployment({"m": module(ENV={"A": None, "B": "x"}, env={"C": None, "D": {"VALUE": [], "value": ""}})})
    assert misfits(text, "path") == ["ENV.B", "env.C", "env.D.VALUE"]


def test_a_value_is_a_row_where_it_stands() -> None:
    found = [(row.fields["option"], row.text) for row in seen("typed_values", '{"hostconfig": {"binds": ["a", null]}}')]
    assert found == [
        ("HostConfig", '{"binds": ["a", null]}'),
        ("HostConfig.Binds", '["a", null]'),
        ("HostConfig.Binds[]", "a"),
        ("HostConfig.Binds[]", "null"),
    ]
