"""Nicolas Seriot's JSONTestSuite: the folder json-test-suite/test_parsing below the one that EDGELINT_CORPUS names."""

import json
import os
from pathlib import Path

import pytest

from edgelint.files.source import decode
from edgelint.json_text.nodes import plain
from edgelint.json_text.parser import JSONSyntaxError, parse
from edgelint.json_text.reading import read
from edgelint.json_text.text import Fault

CORPUS = os.environ.get("EDGELINT_CORPUS")
SUITE = Path(CORPUS or "") / "json-test-suite" / "test_parsing"
BEFORE = '{"modulesContent": {"$edgeAgent": {"x": '
BEHIND = ', "y": 1}}}\n'

pytestmark = pytest.mark.skipif(CORPUS is None, reason="EDGELINT_CORPUS does not name the folder of json-test-suite")


def _files(prefix: str) -> list[Path]:
    return sorted(SUITE.glob(f"{prefix}_*.json")) if CORPUS else []


def _strict_fault(data: bytes) -> Fault | None:
    source = decode(data)
    if source.fault:
        return source.fault
    try:
        parse(source.text)
    except JSONSyntaxError as error:
        return error.fault
    return None


def test_the_suite_is_complete() -> None:
    assert [len(_files(prefix)) for prefix in "yni"] == [95, 188, 35]


@pytest.mark.parametrize("file", _files("y"), ids=lambda file: file.stem)
def test_what_must_be_accepted_is_read_as_json_reads_it(file: Path) -> None:
    text = decode(file.read_bytes()).text
    assert plain(parse(text).root) == read(text).data == json.loads(text)
    assert read(text).faults == ()


@pytest.mark.parametrize("file", _files("n"), ids=lambda file: file.stem)
def test_what_must_be_rejected_has_a_fault(file: Path) -> None:
    data = file.read_bytes()
    fault = _strict_fault(data)
    assert fault is not None
    assert 0 <= fault.offset <= len(data)


@pytest.mark.parametrize("file", _files("n"), ids=lambda file: file.stem)
def test_what_must_be_rejected_is_so_inside_a_manifest(file: Path) -> None:
    data = file.read_bytes()
    inner = decode(data).fault
    fault = _strict_fault(BEFORE.encode() + data + BEHIND.encode())
    assert fault is not None
    assert fault.offset == len(BEFORE) + inner.offset if inner else fault.offset >= len(BEFORE)


@pytest.mark.parametrize("file", _files("i"), ids=lambda file: file.stem)
def test_what_is_left_open_never_crashes(file: Path) -> None:
    fault = _strict_fault(file.read_bytes())
    assert fault is None or fault.reason
