"""Limits of Docker: which members of HostConfig they are, and what Kubernetes writes in their place."""

from typing import Any

import pytest
from table_rows import Seen, bare, fields, host, rows, seen

from edgelint.platforms.docker_options import options
from edgelint.tables import docker_limits


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(host(PidsLimit=5, ShmSize=5, Ulimits=[], BlkioWeight=5), id="limits of something else"),
        pytest.param(bare(Memory=5), id="a limit at the root"),
        pytest.param(host(**{"k8s-experimental": {"Memory": 5}}), id="a limit deeper down"),
    ],
)
def test_what_limits_neither_memory_nor_cpu_gives_no_row(text: str) -> None:
    assert rows("docker_limits", text) == []


def test_the_table_has_the_options_of_its_rule() -> None:
    own = {path.removeprefix("HostConfig.") for path, option in options().items() if option.rule == "ASE310"}
    assert set(docker_limits.NAMES) == own


@pytest.mark.parametrize(
    ("name", "value", "asks"),
    [
        ("Memory", 0, False),
        ("Memory", None, False),
        ("Memory", "0", False),
        ("Memory", "512m", False),
        ("Memory", "", False),
        ("Memory", True, False),
        ("Memory", [5], False),
        ("Memory", "${MEMORY}", None),
        ("Memory", 5, True),
        ("Memory", -1, True),
        ("Memory", 0.5, True),
        ("Memory", "5", True),
        ("MemorySwap", -1, True),
        ("CpusetCpus", "", False),
        ("CpusetCpus", 0, False),
        ("CpusetCpus", "0-1", True),
        ("CpusetMems", "0", True),
        ("CpusetCpus", "<cpus>", None),
    ],
)
def test_a_value_asks_for_a_limit_or_not(name: str, value: Any, asks: bool | None) -> None:
    assert fields("docker_limits", host(**{name: value}), "asks") == [asks]


@pytest.mark.parametrize(
    ("members", "found"),
    [
        ({"Memory": 536870912}, ("limits", "memory", "512Mi", 536870912)),
        ({"Memory": "1000"}, ("limits", "memory", "1000", 1000)),
        ({"MemoryReservation": 1048576.0}, ("requests", "memory", "1Mi", 1048576)),
        ({"NanoCpus": 1500000001}, ("limits", "cpu", "1501m", 1.501)),
        ({"CpuShares": 512}, ("requests", "cpu", "500m", 0.5)),
        ({"CpuQuota": 20000}, ("limits", "cpu", "200m", 0.2)),
        ({"Memory": -1}, ("limits", "memory", None, None)),
        ({"Memory": 0.5}, ("limits", "memory", None, None)),
        ({"NanoCpus": "${CPUS}"}, ("limits", "cpu", None, None)),
        ({"CpuQuota": -1}, ("limits", "cpu", None, None)),
        ({"CpuPeriod": 50000}, ("limits", "cpu", None, None)),
        ({"MemorySwap": 5}, (None, None, None, None)),
        ({"CpusetCpus": "0"}, (None, None, None, None)),
        ({"CpuCount": 2}, (None, None, None, None)),
    ],
)
def test_a_limit_has_its_like_on_kubernetes_or_none(members: dict[str, Any], found: tuple[Any, ...]) -> None:
    assert fields("docker_limits", host(**members), "list", "resource", "amount", "number") == [found]


@pytest.mark.parametrize(
    ("period", "amount"),
    [
        (50000, "400m"),
        ("50000", "400m"),
        (0, "200m"),
        (None, "200m"),
        (-1, None),
        ("${PERIOD}", None),
        ("long", None),
    ],
)
def test_a_quota_counts_by_its_period(period: Any, amount: str | None) -> None:
    text = host(CpuQuota=20000, CpuPeriod=period)
    assert fields("docker_limits", text, "option", "amount") == [("CpuQuota", amount), ("CpuPeriod", amount)]


def test_a_limit_is_a_row_at_its_value() -> None:
    text = '{"hostconfig": {"memory": 1048576}}'
    row = {"option": "Memory", "value": 1048576, "asks": True, "list": "limits", "resource": "memory"}
    assert seen("docker_limits", text) == [
        Seen({**row, "amount": "1Mi", "number": 1048576}, "1048576", {"key": "memory"})
    ]
