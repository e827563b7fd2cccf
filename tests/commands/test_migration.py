"""Whole migrations by one `--fix`: what the article does by hand, and a manifest that has everything at once."""

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import run, write
from deployments import deployment
from test_fix_command import check

pytestmark = pytest.mark.usefixtures("folder")

PORT = {"50051/tcp": [{"HostPort": "50051"}]}
FPGA = {
    "HostConfig": {"Privileged": True, "PortBindings": PORT},
    "k8s-experimental": {
        "resources": {"limits": {"microsoft.com/fpga_catapult": 2}, "requests": {"microsoft.com/fpga_catapult": 2}}
    },
    "Env": ["WIRESERVER_ADDRESS=10.139.218.1"],
}
GPU = {
    "HostConfig": {"Privileged": True, "PortBindings": PORT},
    "k8s-experimental": {"resources": {"limits": {"nvidia.com/gpu": 2}}},
}
IN_AND_OUT = {"HostConfig": {"Binds": ["/home/hcsshares/in1:/home/input", "/home/hcsshares/out1:/home/output"]}}
VOLUMES = {
    "HostConfig": {
        "Mounts": [
            {"Target": "/home/input", "Source": "in1", "Type": "volume"},
            {"Target": "/home/output", "Source": "out1", "Type": "volume"},
        ]
    }
}
HOST_PATH = {"HostConfig": {"Binds": ["/srv/storage:/home/input"]}}
BIND_MOUNT = {"HostConfig": {"Mounts": [{"Target": "/home/input", "Source": "/srv/storage", "Type": "bind"}]}}


@pytest.mark.parametrize("indent", [None, 1, 4, "\t"])
@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        pytest.param(FPGA, GPU, "ASE301,ASE303", id="compute for the FPGA becomes compute for a GPU"),
        pytest.param(IN_AND_OUT, VOLUMES, "ASE102", id="shares become volumes"),
        pytest.param(HOST_PATH, BIND_MOUNT, "ASE101", id="a host path becomes a mount of type bind"),
    ],
)
def test_a_sample_of_the_article(before: Any, after: Any, codes: str, indent: int | str | None) -> None:
    write("a.json", json.dumps(before, indent=indent))
    assert check("--fix", "--select", codes, "a.json").status == 0
    assert json.loads(Path("a.json").read_text()) == after


BINDS = [f"/srv/app{number}:/data/{number}" for number in range(5)]
SHARES = [f"/home/hcsshares/share{number}:/share/{number}" for number in range(3)]
RESOURCE = {"microsoft.com/fpga_catapult": 1}
DOCKER_LIMITS = {"Memory": 536870912, "NanoCpus": 1500000000, "MemoryReservation": 268435456}
OPTIONS = {
    "HostConfig": {"Binds": [*BINDS, *SHARES], "Privileged": True, **DOCKER_LIMITS, "ShmSize": 268435456},
    "k8s-experimental": {"resources": {"limits": RESOURCE, "requests": RESOURCE}},
    "Env": ["Logging:LogLevel:Default=Debug", "WIRESERVER_ADDRESS=10.139.218.1"],
}
SHARED_MEMORY = {
    "volume": {"name": "dshm", "emptyDir": {"medium": "Memory", "sizeLimit": 268435456}},
    "volumeMounts": [{"name": "dshm", "mountPath": "/dev/shm"}],
}
FIXED_OPTIONS = {
    "HostConfig": {
        "Privileged": True,
        "Mounts": [
            *({"Type": "bind", "Source": f"/srv/app{number}", "Target": f"/data/{number}"} for number in range(5)),
            *({"Type": "volume", "Source": f"share{number}", "Target": f"/share/{number}"} for number in range(3)),
        ],
    },
    "k8s-experimental": {
        "resources": {
            "limits": {"nvidia.com/gpu": 1, "memory": "512Mi", "cpu": "1500m"},
            "requests": {"memory": "256Mi"},
        },
        "volumes": [SHARED_MEMORY],
        "strategy": {"type": "Recreate"},
    },
    "Env": ["Logging__LogLevel__Default=Debug"],
}
ENV = {"https_proxy": {"value": "http://proxy:8080"}, "Modbus:Slave": {"value": "1"}, "A": {"value": "$(Modbus:Slave)"}}
FIXED_ENV = {
    "https_proxy": {"value": "http://proxy:8080"},
    "Modbus__Slave": {"value": "1"},
    "A": {"value": "$$(Modbus__Slave)"},
    "no_proxy": {"value": "localhost"},
}
CODES = ("ASE101", "ASE102", "ASE301", "ASE303", "ASE310", "ASE311", "ASE401", "ASE403", "ASE407", "ASE601")


def chunked(options: str) -> dict[str, str]:
    return {
        f"createOptions{index:02}" if index else "createOptions": options[index * 512 :][:512] for index in range(9)
    }


def whole(options: str) -> dict[str, str]:
    return {"createOptions": options}


def with_everything(settings: dict[str, str]) -> dict[str, Any]:
    texts = {key: text for key, text in settings.items() if text}
    return deployment({"cam": {"settings": {"image": "cam:1", **texts}, "env": ENV}})


@pytest.mark.parametrize("settings", [whole, chunked])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_manifest_that_has_everything_at_once(settings: Any, indent: int | None) -> None:
    write("a.json", json.dumps(with_everything(settings(json.dumps(OPTIONS))), indent=indent))
    document = json.loads(run("--fix", "--unsafe-fixes", "a.json", "--output-format", "json").stdout)
    assert {finding["code"]: finding["fixed"] for finding in document["findings"]} == dict.fromkeys(CODES, True)
    desired = json.loads(Path("a.json").read_text())["modulesContent"]["$edgeAgent"]["properties.desired"]
    module = desired["modules"]["cam"]
    chunks = {key: text for key, text in module["settings"].items() if key != "image"}
    assert (json.loads("".join(chunks.values())), module["env"]) == (FIXED_OPTIONS, FIXED_ENV)
    assert len(chunks) == 1 or max(map(len, chunks.values())) <= 512
    assert run("--fix", "a.json", "-q").status == 0
