"""The table of create options: spelling, paths, and that its rows are in order."""

import json
from pathlib import Path

import pytest

import edgelint
from edgelint.platforms.docker_options import (
    KUBERNETES_SECTION,
    MERGED,
    child,
    is_open,
    items,
    levels,
    options,
    spelling,
)
from edgelint.platforms.runtime_types import TYPES

MOUNT = "HostConfig.Mounts[]"
BINDING = "HostConfig.PortBindings.*[]"


@pytest.mark.parametrize(
    ("parent", "key"),
    [
        pytest.param("", "HostConfir", id="a misspelt key stays for the rule that suggests"),
        pytest.param("", "Binds", id="a key of another level is unknown at the root"),
        pytest.param("HostConfig", "env", id="a key of the root is unknown in HostConfig"),
        pytest.param("", "K8s-Experimental", id="the Kubernetes section has one spelling alone"),
        pytest.param("", "k8s-experimental", id="the Kubernetes section as it must be"),
        pytest.param("", "k8s-extensions", id="a section that no agent reads"),
        pytest.param("", "TTY\u0130", id="a dotted capital I is no letter of any key"),
        pytest.param("HostConfig", "L\u0130NKS", id="a dotted capital I is no i"),
        pytest.param("HostConfig", "ulim\u0131ts", id="a dotless small i is no i"),
        pytest.param("", "\u212a8s-experimental", id="the Kelvin sign is no k"),
        pytest.param("", "Net\u200bworkingConfig", id="an invisible character"),
        pytest.param("", "label\u017f", id="a long s is no s"),
        pytest.param("HostConfig", "networ\u212amode", id="the Kelvin sign inside a key is no k"),
        pytest.param("", "hostconfig ", id="a blank behind the key"),
        pytest.param("", "", id="an empty key"),
        pytest.param("", "hostconfig.binds", id="a dot in a key is no path"),
        pytest.param("", "*", id="a star is no key of the table"),
        pytest.param("Labels", "env", id="labels belong to the user"),
        pytest.param("HostConfig.PortBindings", "hostport", id="port keys belong to the user"),
        pytest.param("HostConfig.LogConfig.Config", "type", id="options of a log driver belong to the user"),
        pytest.param("k8s-experimental.resources.limits", "CPU", id="resource names belong to the user"),
        pytest.param("NetworkingConfig.EndpointsConfig", "aliases", id="network names belong to the user"),
        pytest.param("HostConfig.Mounts", "type", id="a member beside the items of a list"),
        pytest.param("Nothing.Known", "type", id="an unknown parent"),
    ],
)
def test_a_key_that_is_no_option_stays_as_written(parent: str, key: str) -> None:
    assert spelling(parent, key) == key


@pytest.mark.parametrize(
    ("parent", "key", "canonical"),
    [
        pytest.param("", "hostconfig", "HostConfig", id="a root member in lower case"),
        pytest.param("", "EntryPoint", "Entrypoint", id="a root member in another camel case"),
        pytest.param("", "ENV", "Env", id="a root member in upper case"),
        pytest.param("", "HostConfig", "HostConfig", id="the canonical spelling itself"),
        pytest.param("HostConfig", "portbindings", "PortBindings", id="a member of HostConfig"),
        pytest.param("HostConfig", "BLKIODEVICEREADIOPS", "BlkioDeviceReadIOps", id="a name with capitals inside"),
        pytest.param(MOUNT, "readonly", "ReadOnly", id="a member of a mount"),
        pytest.param(MOUNT + ".BindOptions", "propagation", "Propagation", id="a member of a mount's options"),
        pytest.param(BINDING, "hostport", "HostPort", id="a member of a port binding"),
        pytest.param("HostConfig.Devices[]", "pathonhost", "PathOnHost", id="a member of a device"),
        pytest.param("NetworkingConfig.EndpointsConfig.*", "ALIASES", "Aliases", id="a member of a network"),
        pytest.param("k8s-experimental", "NodeSelector", "nodeSelector", id="a section for Kubernetes"),
        pytest.param("k8s-experimental.volumes[]", "VolumeMounts", "volumeMounts", id="a member of a volume entry"),
        pytest.param("k8s-experimental.volumes[].volume.emptyDir", "sizelimit", "sizeLimit", id="a volume's size"),
    ],
)
def test_an_option_gets_its_canonical_spelling(parent: str, key: str, canonical: str) -> None:
    assert spelling(parent, key) == canonical


@pytest.mark.parametrize(
    ("parent", "key", "path"),
    [
        pytest.param("", "HostConfig.Binds", "?", id="a dot in a key does not lead into HostConfig"),
        pytest.param("HostConfig", "Mounts[]", "HostConfig.?", id="brackets in a key do not lead into a list"),
        pytest.param("HostConfig", "*", "HostConfig.?", id="a star as key is no open object"),
        pytest.param("", "hostconfig", "?", id="a key that was not brought to its spelling"),
        pytest.param("?", "Binds", "?.?", id="below what is unknown all is unknown"),
        pytest.param("Labels", "a.b", "Labels.*", id="any key of an open object"),
        pytest.param("HostConfig.PortBindings", "80/tcp", "HostConfig.PortBindings.*", id="a port key"),
        pytest.param("", "HostConfig", "HostConfig", id="a member of the root"),
        pytest.param("", KUBERNETES_SECTION, "k8s-experimental", id="the Kubernetes section"),
        pytest.param("HostConfig", "Mounts", "HostConfig.Mounts", id="a member of HostConfig"),
        pytest.param(items("HostConfig.Mounts"), "Type", "HostConfig.Mounts[].Type", id="a member of a list's item"),
        pytest.param(
            items(child("HostConfig.PortBindings", "80/tcp")),
            "HostPort",
            "HostConfig.PortBindings.*[].HostPort",
            id="a member of an item below the user's own key",
        ),
    ],
)
def test_a_member_has_an_option_path(parent: str, key: str, path: str) -> None:
    assert child(parent, key) == path


@pytest.mark.parametrize(
    "path", ["", "?", "Env", "HostConfig", "HostConfig.Mounts[]", "HostConfig.PortBindings.*", BINDING]
)
def test_an_object_is_not_open(path: str) -> None:
    assert not is_open(path)


@pytest.mark.parametrize("path", ["Labels", "ExposedPorts", "Volumes", "HostConfig.PortBindings", "HostConfig.Sysctls"])
def test_an_object_with_keys_of_the_user_is_open(path: str) -> None:
    assert is_open(path)


@pytest.mark.parametrize("path", sorted(MERGED))
def test_each_merged_member_is_a_top_level_option(path: str) -> None:
    assert path in levels()[""].members


def test_each_option_stands_once_and_in_order() -> None:
    rows = _rows()
    assert [row["option"] for row in rows] == sorted({str(row["option"]) for row in rows}, key=_order)


def test_each_line_of_the_file_is_one_row() -> None:
    lines = _text().splitlines()
    assert [json.loads(line.rstrip(",")) for line in lines[1:-1]] == _rows()


def test_no_two_options_of_one_object_differ_only_in_case() -> None:
    assert {path: len(level.names) for path, level in levels().items() if path} == {
        path: len(level.members) for path, level in levels().items() if path
    }


def test_each_object_on_the_way_to_an_option_is_an_option_that_has_such_members() -> None:
    parents = {path.rpartition(".")[0].removesuffix("[]"): path.endswith(".*") for path in options() if "." in path}
    assert {parent: options()[parent].children for parent in parents} == {
        parent: "open" if star else "known" for parent, star in parents.items()
    }


def test_each_object_said_to_have_members_has_some() -> None:
    parents = {path.rpartition(".")[0].removesuffix("[]") for path in options()}
    assert {path for path, option in options().items() if option.children != "none"} == parents - {""}


def test_members_of_what_is_ignored_are_ignored_and_reported_with_it() -> None:
    inside = [option for option in options().values() if _parent(option.option) == "ignored"]
    assert {(option.kubernetes, option.advice, option.rule, option.severity) for option in inside} == {
        ("ignored", "", "", "")
    }


def test_whatever_else_is_ignored_has_a_rule_a_severity_and_advice() -> None:
    ignored = [option for option in options().values() if option.kubernetes == "ignored"]
    tops = [option for option in ignored if _parent(option.option) != "ignored"]
    assert [option.option for option in tops if not (option.rule and option.severity and option.advice)] == []


def test_advice_is_one_sentence_without_a_full_stop() -> None:
    advice = {option.advice for option in options().values()} - {""}
    assert [text for text in advice if text.endswith(".") or ". " in text or len(text) > 110] == []


def test_what_is_altered_says_to_what() -> None:
    altered = [option for option in options().values() if option.kubernetes == "altered"]
    assert [option.option for option in altered if not option.advice] == []


def test_columns_hold_their_own_words_only() -> None:
    columns = {(option.children, option.kubernetes, option.severity) for option in options().values()}
    assert {children for children, _, _ in columns} == {"known", "open", "none"}
    assert {kubernetes for _, kubernetes, _ in columns} == {"translated", "altered", "ignored"}
    assert {severity for _, _, severity in columns} == {"warning", "info", ""}
    assert {option.type for option in options().values()} <= set(TYPES)
    assert {option.source for option in options().values()} == {"executed", "model", "client", "docker"}


@pytest.mark.parametrize(
    ("path", "values"),
    [
        pytest.param("HostConfig.Memory", (None, 0), id="a number"),
        pytest.param("HostConfig.PidsLimit", (None, "", 0), id="a number that may be empty"),
        pytest.param("HostConfig.Privileged", (None, False), id="a boolean"),
        pytest.param("HostConfig.CapAdd", (None, []), id="a list"),
        pytest.param("HostConfig.Sysctls", (None, {}), id="a map"),
        pytest.param("Hostname", (None, ""), id="a text"),
        pytest.param(BINDING + ".HostIp", (None, "", "0.0.0.0", "::"), id="an address of all interfaces"),
        pytest.param(BINDING + ".HostPort", (), id="an empty HostPort is a fault, not a default"),
        pytest.param("k8s-experimental.securityContext", (None,), id="an empty securityContext asks for something"),
    ],
)
def test_a_default_asks_for_nothing(path: str, values: tuple[object, ...]) -> None:
    assert options()[path].default == values


@pytest.mark.parametrize(
    ("path", "rule", "severity"),
    [
        pytest.param("HostConfig.RestartPolicy", "ASE803", "info", id="a restart policy in HostConfig"),
        pytest.param("HostConfig.CapAdd", "ASE803", "warning", id="a capability"),
        pytest.param("HostConfig.PidMode", "ASE803", "warning", id="what only late agents translate"),
        pytest.param("HostConfig.Devices", "ASE304", "warning", id="devices have a rule of their own"),
        pytest.param("HostConfig.Runtime", "ASE304", "info", id="a runtime is mere advice"),
        pytest.param("HostConfig.CpusetMems", "ASE310", "warning", id="limits of Docker"),
        pytest.param("HostConfig.ShmSize", "ASE311", "warning", id="shared memory"),
        pytest.param("HostConfig.PublishAllPorts", "ASE217", "warning", id="publishing all ports"),
        pytest.param("NetworkingConfig", "ASE213", "warning", id="networks"),
        pytest.param("Healthcheck", "ASE603", "info", id="a health check"),
        pytest.param(MOUNT + ".BindOptions", "ASE113", "info", id="options of a mount"),
        pytest.param(BINDING + ".HostIp", "ASE209", "warning", id="an address to bind to"),
        pytest.param("WorkingDir", "", "", id="what works needs no rule"),
    ],
)
def test_the_more_specific_rule_owns_an_option(path: str, rule: str, severity: str) -> None:
    assert (options()[path].rule, options()[path].severity) == (rule, severity)


def _text() -> str:
    return (Path(edgelint.__file__).parent / "platforms" / "create_options.json").read_text(encoding="utf-8")


def _rows() -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(_text())
    return rows


def _order(path: str) -> tuple[int, str]:
    depth = path.count(".")
    return (depth if depth < 2 and (not depth or path.startswith("HostConfig.")) else 2, path)


def _parent(path: str) -> str:
    """Return what becomes of the option around `path` ("" at the root)."""
    parent = path.rpartition(".")[0].removesuffix("[]")
    return options()[parent].kubernetes if parent else ""
