"""The rules that come with edgelint: complete, packed as they stand, right in their examples and on the article's own samples."""

import json
from pathlib import Path

import pytest

import edgelint
from edgelint.rule_files.rule_loader import check_complete, load
from edgelint.rule_files.rule_pack import build, rules_folder
from edgelint.testing.outcome import format_outcome
from edgelint.testing.runner import run

PACKAGE = Path(edgelint.__file__).parent
PORTS = '{"HostConfig": {"PortBindings": {"5000/tcp": [{"HostPort": "5000"}]}}}'
MOUNTS = """{
    "HostConfig": {
        "Mounts": [
        {"Target": "/home/input", "Source": "<nfs-or-smb-share-name-here>", "Type": "volume"},
        {"Target": "/home/output", "Source": "<nfs-or-smb-share-name-here>", "Type": "volume"}]
    }
}"""
COMPUTE = """{
    "HostConfig": {"Privileged": true, "PortBindings": {"50051/tcp": [{"HostPort": "50051"}]}},
    "k8s-experimental": {
    "resources": {
        "limits": {"microsoft.com/fpga_catapult": 2},
        "requests": {"microsoft.com/fpga_catapult": 2}
    }
    },
    "Env": ["WIRESERVER_ADDRESS=10.139.218.1"]
}"""
GPU = """{
    "HostConfig": {"Privileged": true, "PortBindings": {"50051/tcp": [{"HostPort": "50051"}]}},
    "k8s-experimental": {"resources": {"limits": {"nvidia.com/gpu": 2}}}
}"""
BINDS = '{"HostConfig": {"Binds": ["/home/hcsshares/in1:<Module storage path>"]}}'


def test_every_example_comes_out_as_it_says() -> None:
    outcome = run(load([rules_folder()]))
    assert not outcome.failures, format_outcome(outcome)


def test_no_rule_lacks_what_the_pack_demands() -> None:
    assert check_complete(load([rules_folder()])) == []


@pytest.mark.parametrize(("name", "index"), [("pack.json", 0), ("pack-documents.json", 1)])
def test_the_pack_is_that_of_the_rule_files(name: str, index: int) -> None:
    packed = json.loads((PACKAGE / name).read_text(encoding="utf-8"))
    assert packed == build(rules_folder())[index], "run python -m edgelint.rule_files.rule_pack"


@pytest.mark.parametrize(
    ("sample", "codes"),
    [
        pytest.param(COMPUTE, ["ASE301", "ASE301", "ASE303", "ASE601"], id="the compute sample of the FPGA device"),
        pytest.param(BINDS, ["ASE007", "ASE102"], id="the Binds sample with a share"),
        pytest.param(PORTS, [], id="the port sample"),
        pytest.param(MOUNTS, ["ASE007", "ASE601"], id="the volume sample"),
        pytest.param(GPU, ["ASE601"], id="the compute sample of the GPU device"),
    ],
)
def test_the_samples_of_the_article(sample: str, codes: list[str]) -> None:
    assert sorted(finding.code for finding in edgelint.lint(sample)) == codes


@pytest.mark.parametrize("sample", [PORTS, MOUNTS, GPU])
def test_no_sample_for_the_gpu_device_has_an_error(sample: str) -> None:
    assert [finding.code for finding in edgelint.lint(sample) if finding.severity == "error"] == []
