"""Devices: what a module asks Docker for, and whether it is an FPGA."""

import pytest
from table_rows import Seen, fields, host, rows, seen

CATAPULT = {"PathOnHost": "/dev/catapult0", "PathInContainer": "/dev/catapult0", "CgroupPermissions": "rwm"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(host(Devices=[]), id="an empty list"),
        pytest.param(host(Devices=None), id="null"),
        pytest.param(host(Devices={"PathOnHost": "/dev/x"}), id="an object for a list"),
        pytest.param(host(Devices=["/dev/catapult0"]), id="texts, which the runtime refuses"),
        pytest.param(host(Binds=["/srv/dev:/dev"]), id="a target below /dev"),
        pytest.param(host(Binds=["/devices:/x", "dev:/x", "${DEV}:/dev/x"]), id="other sources"),
        pytest.param(host(Mounts=[{"Type": "volume", "Source": "dev", "Target": "/dev"}]), id="a share"),
    ],
)
def test_what_is_no_device_gives_no_row(text: str) -> None:
    assert rows("devices", text) == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/dev/catapult0", "fpga"),
        ("/dev/catapult12", "fpga"),
        ("/dev/catapult", "fpga"),
        ("/dev/video0", "other"),
        ("/x/dev/catapult0", "other"),
        ("/dev/Catapult0", "other"),
        ("${FPGA}", "other"),
    ],
)
def test_an_fpga_is_known_on_either_side(path: str, kind: str) -> None:
    assert fields("devices", host(Devices=[{"PathOnHost": path}]), "kind") == [kind]
    assert fields("devices", host(Devices=[{"PathInContainer": path}]), "kind") == [kind]


def test_a_device_is_a_row_with_both_paths() -> None:
    text = '{"HostConfig": {"devices": [{"pathonhost": "/dev/catapult0", "PathInContainer": "/dev/fpga"}, {}]}}'
    row = {"list": "Devices", "host": "/dev/catapult0", "container": "/dev/fpga", "kind": "fpga", "count": 1}
    place = '{"pathonhost": "/dev/catapult0", "PathInContainer": "/dev/fpga"}'
    assert seen("devices", text) == [
        Seen(row, place, {"host": "/dev/catapult0", "container": "/dev/fpga"}),
        Seen({"list": "Devices", "kind": "other"}, "{}", {}),
    ]


def test_each_fpga_device_counts_once() -> None:
    twice = {"PathOnHost": "/dev/catapult0"}
    text = host(Devices=[twice, twice, {"PathOnHost": "/dev/video0"}], Binds=["/dev/catapult1:/x"])
    assert fields("devices", text, "count") == [2, 2, None, 2]


def test_paths_that_are_no_texts_are_absent() -> None:
    assert fields("devices", host(Devices=[{"PathOnHost": 5, "PathInContainer": None}]), "host", "container") == [
        (None, None)
    ]


def test_requests_and_rules_are_rows_without_paths() -> None:
    text = host(DeviceRequests=[{"Count": -1}], DeviceCgroupRules=["c 188:* rmw"])
    assert seen("devices", text) == [
        Seen({"list": "DeviceRequests", "kind": "other"}, '{"Count": -1}', {}),
        Seen({"list": "DeviceCgroupRules", "kind": "other"}, "c 188:* rmw", {}),
    ]


@pytest.mark.parametrize(
    ("bind", "kind", "container"),
    [
        ("/dev/catapult0:/dev/catapult0", "fpga", "/dev/catapult0"),
        ("/dev/ttyUSB0:/dev/tty", "other", "/dev/tty"),
        ("/dev/shm:/x", "other", "/x"),
        ("/dev/x", "other", None),
    ],
)
def test_a_mount_from_dev_is_a_device(bind: str, kind: str, container: str | None) -> None:
    (row,) = seen("devices", host(Binds=[bind]))
    assert (row.fields["list"], row.fields["kind"], row.fields.get("container")) == ("Binds", kind, container)
    assert row.text == bind
    assert row.parts == {"host": bind.partition(":")[0]} | ({} if container is None else {"container": container})


def test_a_bind_mount_from_dev_is_a_device() -> None:
    mount = {"Type": "bind", "Source": "/dev/catapult1", "Target": "/x"}
    (row,) = seen("devices", host(Mounts=[mount]))
    assert row.fields == {"list": "Mounts", "host": "/dev/catapult1", "container": "/x", "kind": "fpga", "count": 1}
    assert row.parts == {"host": "/dev/catapult1", "container": "/x"}
