"""Rows are the same in every shape of a manifest, and hold only what their table documents."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from table_rows import deployment, rows, seen

from edgelint.files.source import decode
from edgelint.json_text.parser import JSONSyntaxError
from edgelint.json_text.reading import read
from edgelint.manifests.manifest import read_manifests
from edgelint.tables import TABLES, Row

CORPUS = os.environ.get("EDGELINT_CORPUS")
OPTIONS: dict[str, Any] = {
    "Env": ["A=http://other:80/\\x", 'B="é😀"', "C"],
    "Cmd": ["--port", "80", "$(A)"],
    "Labels": {"a/b~c": "d <e>"},
    "ExposedPorts": {"80": {}},
    "HostConfig": {
        "Binds": ["/home/hcsshares/in1/a:/x:ro", "C:\\a:/b", "/dev/catapult0:/y"],
        "Mounts": [{"Type": "volume", "Source": "In1", "Target": "/z/", "ReadOnly": "true"}],
        "PortBindings": {"53/udp": [{"HostPort": "5301", "HostIp": "::1"}], "80-90": []},
        "Devices": [{"PathOnHost": "/dev/catapult1", "PathInContainer": "/dev/fpga"}],
        "Memory": 5,
        "Bar": None,
    },
    "k8s-experimental": {
        "resources": {"limits": {"nvidia.com/gpu": 1, "cpu": "500m"}},
        "volumes": [{"volume": {"name": "v"}, "volumeMounts": [{"name": "v", "mountPath": "/v"}]}],
    },
}
TEXT = json.dumps(OPTIONS, ensure_ascii=False)
BY_MODULE = [
    name
    for name in TABLES
    if name
    not in ("names", "routes", "faults", "texts", "chunks", "members", "runtime_members", "images", "registries")
]


def chunks(text: str, size: int) -> dict[str, str]:
    parts = [text[start : start + size] for start in range(0, len(text), size)]
    return {f"createOptions{index:02}" if index else "createOptions": part for index, part in enumerate(parts)}


def with_settings(**settings: Any) -> str:
    return deployment({"m": {"settings": settings}})


def layered(**settings: Any) -> str:
    agent = {"properties.desired.modules.m": {"settings": settings}}
    return json.dumps({"modulesContent": {"$edgeAgent": agent}}, ensure_ascii=False)


SHAPES: dict[str, str] = {
    "a text": with_settings(createOptions=TEXT),
    "a text that is escaped further": with_settings(createOptions=TEXT).replace("/", "\\/").replace("A=", "\\u0041="),
    "an object": with_settings(createOptions=OPTIONS),
    "chunks": with_settings(**chunks(TEXT, 40)),
    "chunks of one character": with_settings(**chunks(TEXT, len(TEXT) // 99 + 1)),
    "a layered key": layered(createOptions=TEXT),
    "a layered key with an object": layered(createOptions=OPTIONS),
    "indented": json.dumps(json.loads(with_settings(createOptions=TEXT)), indent="\t"),
}


@pytest.mark.parametrize("table", BY_MODULE)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_rows_of_a_module_do_not_depend_on_the_shape(table: str, shape: str) -> None:
    expected = [row._replace(fields={"module": "m", **row.fields}) for row in seen(table, TEXT)]
    assert seen(table, SHAPES[shape]) == expected


def test_the_example_has_rows_in_nearly_every_table() -> None:
    assert [table for table in BY_MODULE if not rows(table, TEXT)] == ["calls", "tmpfs", "namespaces", "duplicates"]


@pytest.mark.parametrize("table", BY_MODULE)
def test_letter_case_of_docker_keys_changes_no_row(table: str) -> None:
    lower = TEXT
    for name in ("Env", "Cmd", "HostConfig", "Binds", "Mounts", "Type", "Source", "Target", "PortBindings", "HostPort"):
        lower = lower.replace(f'"{name}"', f'"{name.upper()}"')
    ignored = ("key",) if table == "options" else ()
    plain, changed = ([without(row, ignored) for row in rows(table, text)] for text in (TEXT, lower))
    assert changed == plain


def without(row: Row, names: tuple[str, ...]) -> dict[str, Any]:
    return {
        name: value for name, value in row.fields.items() if name not in names and not isinstance(value, dict | list)
    }


def undocumented(text: str, filename: str) -> set[tuple[str, str]]:
    """Return columns and parts of rows that their tables do not document."""
    found = set()
    for manifest in read_manifests(text, read(text), filename=filename):
        for name, table in TABLES.items():
            made = table.of_manifest(manifest) if table.of_manifest else ()
            by_module = (row for module in manifest.modules for row in (table.of_module or _none)(manifest, module))
            for row in (*made, *by_module):
                found |= {(name, column) for column in row.fields.keys() - table.columns.keys()}
                found |= {(name, part) for part in row.parts.keys() - table.parts.keys()}
                assert None not in row.fields.values()
    return found


def _none(*_: Any) -> list[Row]:
    return []


@pytest.mark.parametrize("shape", SHAPES)
def test_rows_hold_only_what_is_documented(shape: str) -> None:
    assert undocumented(SHAPES[shape], "deployment.json") == set()


@pytest.mark.skipif(not CORPUS, reason="EDGELINT_CORPUS names no folder of public manifests")
def test_rows_of_public_manifests_hold_only_what_is_documented() -> None:
    found: set[tuple[str, str]] = set()
    for path in sorted((Path(CORPUS or "") / "manifests").rglob("*.json")):
        try:
            found |= undocumented(decode(path.read_bytes()).text, path.name)
        except JSONSyntaxError:
            continue
    assert found == set()


ODD: list[Any] = [None, True, 0, 1.5, "", "x:1", "${X}", [], [None], [[]], ["a"], [{}], {}, {"": None}, {"a": [1]}]


def replaced(value: Any, odd: Any) -> Iterator[Any]:
    """Yield the value with each of its parts in turn replaced by an odd one."""
    yield odd
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in members:
        for other in replaced(item, odd):
            copy = value.copy()
            copy[step] = other
            yield copy


@pytest.mark.parametrize("odd", ODD, ids=json.dumps)
def test_no_value_of_another_type_breaks_a_table(odd: Any) -> None:
    module = {"env": {"A": {"value": "a:1"}}, "settings": {"image": "i", "createOptions": OPTIONS}}
    hub = {"properties.desired": {"routes": {"r": "FROM /messages/modules/m/* INTO x", "s": {"route": "y"}}}}
    for other in replaced({"modules": {"m": module}, "content": {"$edgeHub": hub, "m": hub}}, odd):
        if (
            isinstance(other, dict)
            and isinstance(other.get("modules"), dict)
            and isinstance(other.get("content"), dict)
        ):
            assert undocumented(deployment(**other), "deployment.json") == set()


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_made_in_one_way(table: str) -> None:
    made = TABLES[table]
    assert (made.of_module is None) != (made.of_manifest is None)
    assert made.name == table
