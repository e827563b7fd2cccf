"""Namespaces: with whom the container of a module shares memory, network and the like."""

import pytest
from table_rows import Seen, bare, deployment, fields, host, module, rows, seen


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(host(), id="nothing"),
        pytest.param(host(IpcMode=None, PidMode="", NetworkMode=["host"]), id="what is no text or an empty one"),
        pytest.param(bare(IpcMode="host"), id="a mode at the root"),
    ],
)
def test_what_says_nothing_gives_no_row(text: str) -> None:
    assert rows("namespaces", text) == []


@pytest.mark.parametrize(
    ("value", "mode", "target"),
    [
        ("host", "host", None),
        ("HOST", "host", None),
        (" host", " host", None),
        ("container:reader", "container", "reader"),
        ("Container:A:b", "container", "A:b"),
        ("container:", "container", ""),
        ("container:${READER}", "container", None),
        ("${MODE}", None, None),
        ("${MODE}:reader", None, "reader"),
    ],
)
def test_a_mode_is_read(value: str, mode: str | None, target: str | None) -> None:
    assert fields("namespaces", host(IpcMode=value), "value", "mode", "target") == [(value, mode, target)]


def test_each_mode_is_a_row_at_its_value() -> None:
    options = {"HostConfig": {"pidmode": "host", "IpcMode": "shareable"}}
    assert seen("namespaces", deployment({"m": module({**options, "NetworkMode": "host"})})) == [
        Seen({"module": "m", "option": "IpcMode", "value": "shareable", "mode": "shareable"}, "shareable", {}),
        Seen({"module": "m", "option": "PidMode", "value": "host", "mode": "host"}, "host", {}),
    ]
