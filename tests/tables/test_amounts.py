"""Quantities: the amounts that the agent reads from k8s-experimental."""

from typing import Any

import pytest
from table_rows import Seen, bare, fields, rows, seen


def resources(**members: Any) -> str:
    return bare(**{"k8s-experimental": {"resources": members}})


def volumes(*volumes: Any) -> str:
    return bare(**{"k8s-experimental": {"volumes": list(volumes)}})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(resources(), id="nothing"),
        pytest.param(
            bare(**{"k8s-extensions": {"resources": {"limits": {"cpu": 1}}}}), id="a section that is not read"
        ),
        pytest.param(volumes(), id="no volumes"),
        pytest.param(
            volumes(None, "v", {}, {"volume": "v"}, {"volume": {"emptyDir": None}}), id="volumes of a wrong type"
        ),
        pytest.param(volumes({"volume": {"name": "v", "emptyDir": {}}}), id="no sizeLimit"),
        pytest.param(volumes({"volume": {"name": "v", "emptyDir": {"sizeLimit": None}}}), id="a sizeLimit of null"),
        pytest.param(volumes({"volume": {"name": "v", "sizeLimit": "1Gi"}}), id="a sizeLimit outside emptyDir"),
        pytest.param(bare(**{"k8s-experimental": {"volumes": {"volume": {}}}}), id="an object for a list"),
    ],
)
def test_what_is_no_amount_gives_no_row(text: str) -> None:
    assert rows("quantities", text) == []


def test_an_amount_is_a_row_at_its_value() -> None:
    text = resources(limits={"memory": "1 Gi"}, requests={"cpu": None})
    assert seen("quantities", text) == [
        Seen({"list": "limits", "name": "memory", "value": "1 Gi", "form": "blanks", "read": "1Gi"}, "1 Gi", {}),
        Seen({"list": "requests", "name": "cpu", "form": "null"}, "null", {}),
    ]


def test_the_size_of_a_volume_is_a_row_with_its_name() -> None:
    text = volumes(
        {"Volume": {"name": "v", "EmptyDir": {"SizeLimit": "64MB"}}}, {"volume": {"emptyDir": {"sizeLimit": 5}}}
    )
    assert seen("quantities", text) == [
        Seen({"list": "sizeLimit", "name": "v", "value": "64MB", "form": "none"}, "64MB", {}),
        Seen({"list": "sizeLimit", "name": "sizeLimit", "value": 5, "form": "quantity"}, "5", {}),
    ]


def test_a_divisor_is_a_row_with_the_name_of_its_resource() -> None:
    refs = [{"resource": "limits.cpu", "divisor": "1mi"}, {"divisor": 1}, {"resource": "x", "divisor": None}]
    text = volumes({"volume": {"downwardAPI": {"items": [{"resourceFieldRef": ref} for ref in refs]}}})
    assert seen("quantities", text) == [
        Seen({"list": "divisor", "name": "limits.cpu", "value": "1mi", "form": "none"}, "1mi", {}),
        Seen({"list": "divisor", "name": "divisor", "value": 1, "form": "quantity"}, "1", {}),
    ]


def test_amounts_of_an_ephemeral_volume_are_rows() -> None:
    spec = {"resources": {"requests": {"storage": "1gi"}}}
    text = volumes({"volume": {"name": "v", "ephemeral": {"volumeClaimTemplate": {"spec": spec}}}})
    assert fields("quantities", text, "list", "name", "form") == [("requests", "storage", "none")]


def test_both_spellings_of_a_list_are_read() -> None:
    text = resources(limits={"cpu": "x"}, Limits={"cpu": 1})
    assert fields("quantities", text, "list", "name", "form") == [
        ("limits", "cpu", "none"),
        ("limits", "cpu", "quantity"),
    ]


@pytest.mark.parametrize("value", ["${CPU}", "${CPU}m", "<cpu>"])
def test_what_a_placeholder_amounts_to_is_not_known(value: str) -> None:
    assert fields("quantities", resources(limits={"cpu": value}), "value", "form") == [(value, None)]
